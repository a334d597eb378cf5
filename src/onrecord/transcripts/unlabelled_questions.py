"""Questions without a label between answers that have one, as where several are asked together."""

import re
from collections.abc import Collection, Sequence

from onrecord.transcripts.speech import asks

_MARKED = re.compile(r"(?:#{1,6} .*|(\*{2,3}|__)\S.*\1)\s*", re.DOTALL)
_SENTENCE = re.compile(r"[.!?…][”\"]?[*_]*\s*$")
# The least questions; so many of the answers may ask, too, where questions are printed as they are.
_LEAST, _ASKING = 2, 0.2
_LONGEST, _SHORT = 600, 250
_SECOND_PERSON, _OWN = re.compile(r"\b[Yy]ou(?:r|rs)?\b"), re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|us|[Oo]ur)\b")


def asked_between(parts: Sequence[str], labelled: Collection[int], emphasised: Collection[int]) -> set[int]:
    """Return the numbers of the parts that are asked of those whose answers have labels.

    They stand right above an answer. Where two that ask are in bold or italics, whatever sentence is so is asked. Else
    one stands above the first answer, and few answers ask. There a short part that asks somebody else is asked, too,
    though the answer below it has no label again.

    Args:
        parts: the parts of a page, at least its paragraphs.
        labelled: the numbers of those that a label opens.
        emphasised: the numbers of those that are headings or all in bold or italics; plain text has Markdown's marks.
    """
    above = [n - 1 for n in labelled if n and n - 1 not in labelled and len(parts[n - 1]) <= _LONGEST]
    marked = {n for n in above if (n in emphasised or _MARKED.fullmatch(parts[n])) and _SENTENCE.search(parts[n])}
    if sum(asks(parts[n]) for n in marked) >= _LEAST:
        return marked
    plain = {n for n in above if asks(parts[n])}
    asking = sum(asks(parts[n]) for n in labelled)
    first, last = min(labelled, default=0) - 1, max(labelled, default=0)
    if first not in plain or len(plain) < _LEAST or asking > _ASKING * len(labelled):
        return set()
    return plain | {n for n in range(first, last) if n not in labelled and _asks_another(parts[n])}


def _asks_another(part: str) -> bool:
    return asks(part) and len(part) <= _SHORT and _SECOND_PERSON.search(part) is not None and not _OWN.search(part)
