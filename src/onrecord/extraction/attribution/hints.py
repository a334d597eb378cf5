"""What the rules take each token for, as the heads of attribution are told it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy import attrs
from spacy.tokens import Doc

from onrecord.extraction.attribution.relation import Attribution

_SURE = 0.6
_SOURCE, _CUE = 3, 4


def hint_features(doc: Doc, hints: Sequence[Attribution]) -> NDArray[np.int64]:
    """Return what the rules take each token for: 1-2 content, doubtful or sure, 3 source, 4 cue, 0 nothing.

    Args:
        doc: the document.
        hints: the relations that the rules find in it.
    """
    begins = doc.to_array(attrs.IDX).astype(np.int64)
    found = np.zeros(len(doc), dtype=np.int64)
    for hint in sorted(hints, key=lambda hint: hint.confidence):
        marked = [(content, 1 + (hint.confidence > _SURE)) for content in hint.content]
        if not hint.inherited:
            marked += [(words, number) for words, number in ((hint.source, _SOURCE), (hint.cue, _CUE)) if words]
        for (start, end), number in marked:
            first, last = np.searchsorted(begins, (start + 1, end))
            found[max(first - 1, 0) : last] = number
    return found
