"""Who holds an office that a label tells alone, where brackets named the holder before ("Mr SPEAKER (Ivo Marek)")."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from onrecord.extraction.coreference.context import Context
from onrecord.extraction.document import PARTS, text_of
from onrecord.extraction.entities import DiscourseEntity

_HELD = re.compile(r"(?P<office>[^()\n]{3,40}?) \((?P<holder>[^()\n]{3,60})\)")
# "(Ms. Orlen assumed the Chair.)", "The Deputy Speaker in the chair".
_CHANGES = re.compile(
    r"\b(?:assum|t[ao]k|took|resum|vacat|left|leav|replac)\w* the chair\b|\bin the chair\b", re.IGNORECASE
)
# Key of `doc.user_data`.
_CHAIRS = "onrecord.chairs"


@dataclass(frozen=True, slots=True)
class _Chairs:
    """Who holds offices.

    Attributes:
        holders: the names in brackets behind an office that opens a part, in order, by the words for the office.
        changes: the tokens at which parts begin that tell that somebody takes or leaves the chair, in order.
    """

    holders: Mapping[str, Sequence[DocSpan]]
    changes: Sequence[int]


def holder_of(label: DocSpan, context: Context) -> DiscourseEntity | None:
    """Return the person whom brackets named last behind the words of a label that tells an office.

    Nobody where somebody else may have taken the chair since.
    """
    chairs = _chairs_of(context.doc)
    named = [one for one in chairs.holders.get(label.text, ()) if one.end <= label.start]
    if not named or any(named[-1].end <= change < label.start for change in chairs.changes):
        return None
    found = context.discourse.by_token.get(named[-1].end - 1)
    return found if found is not None and found.type == "person" else None


def _chairs_of(doc: Doc) -> _Chairs:
    """Return the chairs of a document, which are looked for once."""
    chairs: _Chairs | None = doc.user_data.get(_CHAIRS)
    if chairs is None:
        chairs = doc.user_data[_CHAIRS] = _found(doc)
    return chairs


def _found(doc: Doc) -> _Chairs:
    holders: dict[str, list[DocSpan]] = {}
    changes: list[int] = []
    text = text_of(doc)
    for part in doc.spans[PARTS]:
        held = _HELD.match(text, part.start_char, part.end_char)
        if held is not None:
            holder = doc.char_span(*held.span("holder"), alignment_mode="expand")
            if holder is not None:
                holders.setdefault(held["office"], []).append(holder)
        elif _CHANGES.search(text, part.start_char, part.end_char):
            changes.append(part.start)
    return _Chairs(holders, changes)
