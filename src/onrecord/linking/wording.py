"""How two printings of one quotation differ, word by word, and how grave that is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from text_to_num import text2num

from onrecord.folding import fold
from onrecord.linking.words import WORD, stem
from onrecord.vocabulary import Difference

_GRADES: tuple[Difference, ...] = ("none", "punctuation", "elision", "word", "meaning")
# Where less of the shorter one's words stand in the other, they are another part of what was said, or another
# translation: word against word says nothing of them.
_ONE_TEXT = 0.4
# A word left out that stands so near to those that are kept speaks of them: "not guilty".
_NEAR = 2
# So few words left out in the middle change what is said, if a negation is among them.
_SHORT = 3
_NEGATIONS = frozenset({"no", "not", "never", "none", "nothing", "nobody", "neither", "nor", "without"})
_CONTRACTED = re.compile(r"(?i)(\w+)n['’]t|(can)not")
# Words that are looked up again and again.
_KNOWN = 20_000
_WHOLE = {"ca": "can", "wo": "will"}
# Signs of a quotation that outlets set as their house style has it.
_SIGNS = str.maketrans("", "", "“”„«»\"‘’'`")
_EDGES = " \t\n.,;:!?…-–—"
_PIECE = re.compile(rf"\d+(?:[.,]\d+)*|{WORD.pattern}")
_THOUSANDS = re.compile(r",(?=\d{3})")
_SENTENCE_END = (".", "!", "?", ":", "“", '"')


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one printing, and what the other has in their place; one of them may be empty.

    Both are character ranges of the two texts. `same` says whether they are the same words.
    """

    same: bool
    one: tuple[int, int]
    other: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wording:
    """How another printing of a quotation differs from the first: the gravest difference, and all of it in order.

    `alike` says whether they have so many words in common that word against word tells something.
    """

    difference: Difference
    stretches: tuple[Stretch, ...]
    alike: bool = True


@dataclass(frozen=True, slots=True)
class _Token:
    """A word as it is compared: "won't" is "will" and "not", "forty-one" is 41."""

    start: int
    end: int
    word: str
    name: bool = False


def compare_wording(one: str, other: str) -> Wording:
    """Compare two printings of what was said word by word.

    Of "We have 12 ships" and "We have twelve ships" the difference is punctuation; "12 ships" against the first is an
    elision, "We own 12 ships" another word, and "We have 14 ships" another meaning.
    """
    left, right = _tokens(one), _tokens(other)
    matcher = SequenceMatcher(None, [t.word for t in left], [t.word for t in right], autojunk=False)
    codes = matcher.get_opcodes()
    common = sum(high - low for tag, low, high, _, _ in codes if tag == "equal")
    stretches = tuple(
        Stretch(tag == "equal", _range(left[a:b], one, left, a), _range(right[c:d], other, right, c))
        for tag, a, b, c, d in codes
    )
    if common < _ONE_TEXT * min(len(left), len(right)):
        return Wording("word", stretches, alike=False)
    grades = [_plain(one, other)]
    for place, (tag, a, b, c, d) in enumerate(codes):
        if tag == "replace":
            grades.append(_replaced(left[a:b], right[c:d]))
        elif tag != "equal":
            first, last = place == 0, place == len(codes) - 1
            grades.append(_left_out(left[a:b] or right[c:d], first=first, last=last))
    return Wording(max(grades, key=_GRADES.index), stretches)


def _plain(one: str, other: str) -> Difference:
    """Grade two texts of the same words."""
    here, there = (" ".join(text.translate(_SIGNS).split()).strip(_EDGES) for text in (one, other))
    return "none" if here == there else "punctuation"


def _left_out(tokens: Sequence[_Token], *, first: bool, last: bool) -> Difference:
    """Grade words that only one of the two has."""
    near = tokens[-_NEAR:] if first else tokens if not last and len(tokens) <= _SHORT else ()
    return "meaning" if any(token.word in _NEGATIONS for token in near) else "elision"


def _replaced(here: Sequence[_Token], there: Sequence[_Token]) -> Difference:
    """Grade words that stand in the place of others."""
    if "".join(t.word for t in here) == "".join(t.word for t in there):
        return "punctuation"
    if _among(here, "number") != _among(there, "number") or _among(here, "negation") != _among(there, "negation"):
        return "meaning"
    names, others = _among(here, "name"), _among(there, "name")
    return "meaning" if names and others and not names & others else "word"


def _among(tokens: Sequence[_Token], what: Literal["number", "negation", "name"]) -> frozenset[str]:
    """Return the numbers, negations or names among some words."""
    if what == "number":
        return frozenset(token.word for token in tokens if token.word[0].isdigit())
    if what == "negation":
        return frozenset("not" for token in tokens if token.word in _NEGATIONS)
    return frozenset(stem(token.word) for token in tokens if token.name)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    for found in _PIECE.finditer(text):
        for token in _parts(found, text):
            whole = _joined(tokens[-1], token, text) if tokens else None
            if whole is not None:
                tokens[-1] = whole
            else:
                tokens.append(token)
    return tokens


def _parts(found: re.Match[str], text: str) -> Iterator[_Token]:
    """Yield a word, or the two that are contracted in it."""
    start, end, printed = found.start(), found.end(), found.group()
    contracted = _CONTRACTED.fullmatch(printed)
    if contracted is None:
        word = _number(printed) or fold(printed).replace("’", "'")
        # A word that begins a sentence is no name for its capital, nor is "I".
        begins = text[:start].rstrip(" \n'’‘").endswith(_SENTENCE_END) or not text[:start].strip("“\"‘’' \n")
        yield _Token(start, end, word, name=printed[0].isupper() and not begins and printed != "I")
        return
    verb = (contracted[1] or contracted[2]).casefold()
    middle = start + len(verb)
    yield _Token(start, middle, _WHOLE.get(verb, verb))
    yield _Token(middle, end, "not")


def _joined(one: _Token, other: _Token, text: str) -> _Token | None:
    """Return the number that two words are together, as "forty" and "one" are; None if they are none."""
    if not (one.word[0].isdigit() and other.word[0].isdigit() and text[one.start].isalpha()):
        return None
    whole = _number(text[one.start : other.end].replace("-", " "))
    return _Token(one.start, other.end, whole) if whole else None


@lru_cache(_KNOWN)
def _number(printed: str) -> str | None:
    """Return a number as it is compared, whether in digits or in words; None of what is none."""
    if printed[0].isdigit():
        return _THOUSANDS.sub("", printed)
    try:
        return str(text2num(fold(printed), "en"))
    except ValueError:
        return None


def _range(tokens: Sequence[_Token], text: str, every: Sequence[_Token], at: int) -> tuple[int, int]:
    """Return where some words stand; of none, where they would."""
    if tokens:
        return tokens[0].start, tokens[-1].end
    start = every[at].start if at < len(every) else len(text)
    return start, start
