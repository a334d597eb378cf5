"""Why a statement is read as it is: in compact form as it is stored, and as it is given out.

Stored, a reason is a line of its field's letter, the rule or score, its probability in hundredths and what else was
considered, with tabs between; what is empty at the end is left out, and "score/" at the beginning: "c\tcontent\t97".
"""

from collections.abc import Iterable, Iterator
from typing import TypedDict

from onrecord.records import Reason
from onrecord.rules import entries
from onrecord.vocabulary import ReasonedField

_LETTERS: dict[ReasonedField, str] = {
    "content": "c", "cue": "u", "source": "s", "speaker": "p",
    "act": "a", "target": "t", "date": "d", "confidence": "f",
}  # fmt: skip
_FIELDS = {letter: field for field, letter in _LETTERS.items()}
_SCORE = "score/"
_WHOLE = 100


class ReasonRow(TypedDict):
    """Why a field of a statement is as it is; see `onrecord.Reason`. `says` is what the rule or score tells."""

    field: ReasonedField
    by: str
    says: str
    score: float | None
    other: str | None


class Explanation(TypedDict):
    """Why a statement is read as it is.

    `reader` is what read it. `reasons` are in the order of its fields, several for one where a rule put right what
    another gave; there are none where an earlier reader kept none, or names a rule that there is no more.
    """

    id: str
    reader: str
    reasons: list[ReasonRow]


def packed(reasons: Iterable[Reason]) -> str | None:
    """Return reasons as they are stored, None for none."""
    return "\n".join(map(_line, reasons)) or None


def unpacked(stored: str | None) -> list[ReasonRow]:
    """Return stored reasons with what each says; none where one is of a rule that there is no more."""
    told = entries()
    reasons = list(_reasons(stored or ""))
    if any(reason.by not in told for reason in reasons):
        return []
    return [
        ReasonRow(field=one.field, by=one.by, says=told[one.by].says, score=one.score, other=one.other)
        for one in reasons
    ]


def _line(reason: Reason) -> str:
    score = str(round(reason.score * _WHOLE)) if reason.score is not None else ""
    # A name has no tab or line break: those of a page are folded.
    other = " ".join((reason.other or "").split())
    return "\t".join((_LETTERS[reason.field], reason.by.removeprefix(_SCORE), score, other)).rstrip("\t")


def _reasons(stored: str) -> Iterator[Reason]:
    for line in stored.split("\n") if stored else ():
        letter, by, score, other = (*line.split("\t"), "", "")[:4]
        whole = by if "/" in by else _SCORE + by
        yield Reason(_FIELDS[letter], whole, int(score) / _WHOLE if score else None, other or None)
