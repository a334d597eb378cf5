"""Records of courts with the number of each line at its left: what stands behind the numbers."""

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.transcripts.labels import Range, label_of

_NUMBERED = re.compile(r"^[ \t]*(?P<number>\d{1,2})(?:[ \t]+(?P<words>\S.*))?[ \t\r]*$", re.M)
_PRINTED = re.compile(r"^.*\S", re.M)
# So many lines have a number, one more than the line before, or 1; so many open turns; so many of all have one.
_FEWEST, _FOLLOWING, _LABELS, _SHARE = 8, 0.8, 3, 0.5
# A line that is indented by so many characters more than others begins a paragraph.
_INDENTED = 4


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line with a number.

    Attributes:
        number: where its number stands.
        words: where what is printed behind that stands; None if there is nothing.
        goes_on: whether it goes on with the paragraph of the line before, on the same page or the one before.
    """

    number: Range
    words: Range | None
    goes_on: bool


def find_numbered_lines(text: str) -> list[NumberedLine]:
    """Return the numbered lines of a record; none of a text that is no such record.

    The numbers go up by one and begin anew with each page, and behind some stands a label ("7  Q.  Who?"). Tables and
    lists of the best have no labels. A label or an indent begins a paragraph.
    """
    found = list(_NUMBERED.finditer(text))
    if len(found) < _FEWEST or len(found) < _SHARE * len(_PRINTED.findall(text)):
        return []
    numbers = [int(line["number"]) for line in found]
    following = sum(after in {before + 1, 1} for before, after in pairwise(numbers))
    labelled = [bool(line["words"]) and _has_label(line["words"]) for line in found]
    if following < _FOLLOWING * (len(numbers) - 1) or sum(labelled) < _LABELS:
        return []
    indents = [line.start("words") - line.end("number") for line in found]
    margin = min(indent for indent, line in zip(indents, found, strict=True) if line["words"])
    lines: list[NumberedLine] = []
    for line, indent, opens in zip(found, indents, labelled, strict=True):
        words = (line.start("words"), line.start("words") + len(line["words"].rstrip())) if line["words"] else None
        behind = bool(lines) and lines[-1].words is not None
        goes_on = behind and words is not None and not opens and indent - margin < _INDENTED
        lines.append(NumberedLine(line.span("number"), words, goes_on))
    return lines


def _has_label(words: str) -> bool:
    label = label_of(words)
    return label is not None and label.marked
