"""The labels that open the turns of a transcript, in the forms in which they are printed."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord import lexicons

type Range = tuple[int, int]

QUESTION, ANSWER = "Q", "A"
"""The labels of whoever asks and whoever answers."""

_TITLES = frozenset(word for word, _ in lexicons.rows("person_titles.tsv"))
_PERSONS = frozenset(word for (word,) in lexicons.rows("person_nouns.tsv"))
_NO_SPEAKERS, _ROLES = lexicons.words("label_words.tsv", "-"), lexicons.words("label_words.tsv", "role")
_SAYING = frozenset(lexicons.mapping("cue_acts.tsv"))
_TOLD = {"said", "told", "wrote", "spoke", "is", "was", "has", "who", "which", "that"}
# No label is longer than this, with the office and the constituency.
_LONGEST = 160

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[,.]\d{1,3})?(?: ?[AaPp]\.?[Mm]\.?)?"
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? "
_STAMP = rf"(?:[\[(](?:{_DAY})?{_TIME}[\])]|(?:{_DAY})?{_TIME})"
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_SMALL = "of|the|for|and|to|at|in|de|del|da|dos|van|von|der|den|al|bin|la|le|di"
_NAME = rf"(?P<name>{_CAPITAL}[\w.'’&/-]*(?: (?:{_CAPITAL}[\w.'’&/-]*|\d+|{_SMALL})){{0,7}})"
_NICK = r"(?P<name>(?![AaPp]\.?[Mm]\b)\w[\w.-]{0,30})"
_OFFICE = r"(?P<office>, [^:?!\n]{2,90}?)?"
_BRACKETS = r"(?P<brackets>(?: ?(?:\([^()\n]{1,70}\)|\[[^\[\]\n]{1,70}\]))*)"
# A marker of a new voice in captions, a quote mark, Markdown's stars, the number of a line of a record; a time.
_OPENING = r"(?:>>+ ?|[\"“]|\*{1,2}|_|\d{1,2} +(?=[QA]\b))*"
_AFTER = rf"(?P<after> ?{_STAMP})?"
_BEFORE = rf"{_OPENING}(?P<before>{_STAMP} ?(?:[-–—] )?)?"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a paragraph.

    Attributes:
        speaker: where in the paragraph the words for the speaker stand ("MS. HOLT", "Q").
        cue: where the mark stands that closes it, if one does ("MS. HOLT:", "Ms HOLT—", "Q.").
        end: where what is said begins; the end of the paragraph if that is in the next one.
        name: the words for the speaker.
        marked: whether its form alone shows a label: capitals, a title, an office, brackets, a time, a question's Q.
        sure: whether it is one of a person, whatever the rest of the page is like: behind a title or a time.
    """

    speaker: Range
    cue: Range | None
    end: int
    name: str
    marked: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class LabelForm:
    """One of the forms of labels.

    Attributes:
        name: what it is called.
        pattern: what a paragraph of it begins with. Groups: `name`; `cue`, `office`, `brackets`, and the times `before`
            and `after` the name, where it has them.
        holds: whether it is a label, given what was found.
        examples: paragraphs that begin so.
        counterexamples: paragraphs that do not.
    """

    name: str
    pattern: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


def is_role(name: str) -> bool:
    """Say whether the words of a label name nobody, but a role ("Q", "THE COURT", "SENIOR OFFICIAL", "SPEAKER 2")."""
    words = name.casefold().rstrip(".0123456789# ").split()
    return name in {QUESTION, ANSWER} or (bool(words) and words[-1] in _ROLES)


def label_of(paragraph: str) -> Label | None:
    """Return the label that opens a paragraph, None where none does: by the first of `FORMS` that it has."""
    for form in FORMS:
        found = form.pattern.match(paragraph, 0, _LONGEST)
        if found is not None and form.holds(found):
            return _label(found, paragraph)
    return None


def _label(found: re.Match[str], paragraph: str) -> Label | None:
    groups = found.groupdict()
    speaker = _holder(found["name"], found) or found.span("name")
    name = paragraph[slice(*speaker)]
    if name.casefold() in _NO_SPEAKERS:
        return None
    told = any(groups.get(part) for part in ("office", "brackets"))
    sure = _has_title(name) or any(groups.get(part) for part in ("before", "after", "opened"))
    marked = sure or told or name in {QUESTION, ANSWER} or _is_in_capitals(name)
    cue = found.span("cue") if groups.get("cue") else None
    end = found.end()
    return Label(speaker, cue, end + len(paragraph[end:]) - len(paragraph[end:].lstrip()), name, marked, sure)


def _holder(office: str, found: re.Match[str]) -> Range | None:
    """Return where in the brackets behind an office its holder is named: "The Minister (Mr. Brite)"."""
    brackets = found.groupdict().get("brackets") or ""
    first = re.match(r" ?\((?P<holder>[^()]+)\)", brackets)
    if first is None or _has_title(office) or not _has_title(first["holder"]):
        return None
    start = found.start("brackets")
    return start + first.start("holder"), start + first.end("holder")


def _has_title(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[0].casefold().rstrip(".") in _TITLES


def _is_in_capitals(name: str) -> bool:
    """Say whether a name, or the surname in it, is in capitals ("MS. HOLT", "Mr BRITE")."""
    words = [word for word in re.findall(r"[^\W\d]{2,}", name) if word.casefold() not in _TITLES]
    return bool(words) and words[-1].isupper()


def _has_office(found: re.Match[str]) -> bool:
    """Say whether what stands behind a comma is an office: in capitals, or with a noun for a person and no verb."""
    office = found["office"]
    if office is None or office.isupper():
        return True
    words = [word.casefold() for word in re.findall(r"[\w’'-]+", office)]
    return any(word in _PERSONS for word in words) and not any(map(_is_verb_of_saying, words))


def _is_verb_of_saying(word: str) -> bool:
    return word in _TOLD or any(word.removesuffix(ending) in _SAYING for ending in ("s", "es", "d", "ed"))


def _is_titled(found: re.Match[str]) -> bool:
    """Say whether a surname in capitals stands behind a title, or an office in capitals behind "The"."""
    first, *others = found["name"].split()
    the = first.casefold() == "the" and bool(others) and others[-1].isupper()
    return the or (_has_title(found["name"]) and _is_in_capitals(found["name"]))


def _is_told_of(found: re.Match[str]) -> bool:
    return bool(found["brackets"] or found["before"] or found["after"])


def _is_chat(found: re.Match[str]) -> bool:
    return bool(found["before"] or found["opened"])


def _always(found: re.Match[str]) -> bool:
    return True


FORMS: tuple[LabelForm, ...] = (
    LabelForm(
        "question and answer",
        re.compile(rf"{_BEFORE}(?P<name>[QA])(?:\*{{0,2}}(?P<cue>[.:])\*{{0,2}}\s+|(?<=Q)\s+)(?=\S)"),
        _always,
        ("Q    Who shut the quay?", "A. The mayor.", "**Q:** Who?", "12  Q.  Who?"),
        ("A harbour in trouble", "Quays shut", "A.M. trains are late."),
    ),
    LabelForm(
        "colon",
        re.compile(rf"{_BEFORE}{_NAME}{_OFFICE}{_BRACKETS}\*{{0,2}} ?(?P<cue>:)\*{{0,2}}{_AFTER}(?=\s|$)"),
        _has_office,
        (
            "MS. HOLT: No.", "Ana Gill, harbour master: No.", "LAHR (voice-over): No.", "REP. GILL (D-OS): No.",
            "The Minister (Mr. Alan Brite): No.", "[02:50:05] ANNA HOLT: No.", ">> HOLT: No.", "Anna Holt: (00:12)",
            "ANA GILL, DOCTOR, OSTREL HOSPITAL (through translator): No.", "**Anna Holt:** No.",
        ),
        ("It was clear: no.", "On Monday, they heard this: no.", "PHOTOS: The quay"),
    ),
    LabelForm(
        "dash",
        re.compile(rf"{_BEFORE}{_NAME}{_BRACKETS} ?(?P<cue>—|–|--) ?(?=\S)"),
        _is_titled,
        ("Mr BRITE (Ostrel—Minister for Ports) (3.18 pm)—No.", "Ms GILL—No.", "The SPEAKER—Order!"),
        ("OSTREL — The quay is shut.", "Ms Gill — she was late — left."),
    ),
    LabelForm(
        "line of its own",
        re.compile(rf"{_BEFORE}{_NAME}{_BRACKETS}(?P<after> +{_STAMP})?\s*$"),
        _is_told_of,
        ("Anna Holt 00:12", "[00:12] Anna Holt", "Ana Gill (Ostrel North) (Lab)"),
        ("Anna Holt", "Ana Gill (left) opened the quay."),
    ),
    LabelForm(
        "chat",
        re.compile(rf"(?P<before>{_STAMP} ?(?:- ?)?)?(?P<opened><)?{_NICK}(?P<cue>(?(opened)>|:))(?=\s)"),
        _is_chat,
        ("[12:03] anna: no", "12:03 - anna: no", "<anna> no"),
        ("12:03 the quay was shut: no", "anna: no", "12:03 am: no"),
    ),
)  # fmt: skip
"""The forms of labels, in the order in which a paragraph is asked for them."""
