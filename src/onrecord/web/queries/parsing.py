"""Text that a person typed, as a query."""

import calendar
import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from onrecord.errors import UsageError
from onrecord.web.queries.fields import ALL, FIELDS
from onrecord.web.queries.query import MEDIA, Query

# Straight quote marks, and those that a phone or a word processor makes of them. One that is not closed is closed at
# the end, since queries are read while they are typed.
_TERM = re.compile(
    r"""
    (?P<name> [A-Za-z]+ ) :
        (?: ["“”„‟] (?P<quoted> (?: [^"“”„‟\\] | \\. )* ) (?: ["“”„‟] | \\?\Z ) | (?P<bare> [^\s"“”„‟]* ) )
    | ["“”„‟] (?P<phrase> [^"“”„‟]* ) (?: ["“”„‟] (?P<star> \*? ) | \Z )
    | (?P<word> [^\s"“”„‟]+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r'\\(["“”„‟\\])')
_DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?", re.ASCII)


def parse_query(text: str) -> Query:
    """Return what a person asks for by a text: words, "phrases" and fields, in any order; see `FIELDS`.

    What has neither letter nor digit is left out.

    Raises:
        UsageError: a field is unknown, stands there twice, or has no value or one that it cannot have; or there are
            only signs to look for. It names what was typed.
    """
    words: list[str] = []
    signs = ""
    given: defaultdict[str, list[str]] = defaultdict(list)
    for term in _TERM.finditer(text):
        if term["name"] is not None:
            given[_known(term["name"])].append(_value(term))
            continue
        word = term["word"] if term["word"] is not None else f'"{_one_line(term["phrase"])}"{term["star"] or ""}'
        if any(c.isalnum() for c in word):
            words.append(word)
        else:
            signs = signs or word
    if signs and not words and not given:
        raise UsageError(signs, "has neither letter nor digit to look for", "give a word")
    return Query(words=" ".join(words) or None, **{name: _READ[name](all) for name, all in given.items()})


def _known(written: str) -> str:
    """Return the field that is called so."""
    name = written.lower()
    if name not in FIELDS:
        near = get_close_matches(name, FIELDS, n=1)
        meant = f"did you mean {near[0]}:? " if near else ""
        remedy = f"{meant}the fields are {', '.join(FIELDS)}; to look for a word with a colon put it in quote marks"
        raise UsageError(f"{written}:", "is no field", remedy)
    return name


def _value(term: re.Match[str]) -> str:
    """Return the value of a field, without the quote marks around it."""
    quoted = term["quoted"]
    value = term["bare"] if quoted is None else _one_line(_ESCAPED.sub(r"\1", quoted))
    if not value:
        name = term["name"].lower()
        raise UsageError(f"{name}:", "has no value", f"write it behind the colon, as in {FIELDS[name].example}")
    return value


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _only(name: str, values: Sequence[str]) -> str:
    if len(values) > 1:
        raise UsageError(f"{name}:{values[1]}", f"is the second {name}:, and there may be one", "leave one of them out")
    return values[0]


def _text(name: str) -> Callable[[Sequence[str]], str]:
    return lambda values: _only(name, values)


def _chosen(name: str) -> Callable[[Sequence[str]], str]:
    return lambda values: _choice(name, _only(name, values))


def _choice(name: str, written: str) -> str:
    """Return the value of a field that has only some."""
    value, values = written.lower(), FIELDS[name].values
    if value not in values:
        near = get_close_matches(value, values, n=1)
        meant = f"did you mean {name}:{near[0]}? " if near else ""
        raise UsageError(f"{name}:{written}", "is not known", f"{meant}choose one of {', '.join(values)}")
    return value


def _media(values: Sequence[str]) -> tuple[str, ...]:
    chosen = {_choice("medium", value) for value in values}
    return tuple(one for one in MEDIA if ALL in chosen or one in chosen)


def _day(name: str, *, last: bool) -> Callable[[Sequence[str]], datetime.date]:
    def read(values: Sequence[str]) -> datetime.date:
        written = _only(name, values)
        match = _DAY.fullmatch(written)
        try:
            if match is None:
                raise ValueError
            year, month = int(match[1]), int(match[2] or (12 if last else 1))
            return datetime.date(year, month, int(match[3] or (calendar.monthrange(year, month)[1] if last else 1)))
        except ValueError as error:
            remedy = "write a day as 2025-03-09, a month as 2025-03, a year as 2025"
            raise UsageError(f"{name}:{written}", "is no day that there is", remedy) from error

    return read


def _probability(values: Sequence[str]) -> float:
    written = _only("confidence", values)
    try:
        number = float(written)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise UsageError(
            f"confidence:{written}", "is no number from 0 to 1", f"write one, as in {FIELDS['confidence'].example}"
        )
    return number


# What becomes of all values of a field.
_READ: Mapping[str, Callable[[Sequence[str]], Any]] = {
    "speaker": _text("speaker"),
    "about": _text("about"),
    "outlet": _text("outlet"),
    "article": _text("article"),
    "act": _chosen("act"),
    "kind": _chosen("kind"),
    "medium": _media,
    "since": _day("since", last=False),
    "until": _day("until", last=True),
    "confidence": _probability,
}
