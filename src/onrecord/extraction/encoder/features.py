"""What attribution is told of each word beside the encoder's states: the parse, the name, the surface, the hints."""

import numpy as np
from spacy import attrs
from spacy.tokens import Doc

from onrecord.extraction.encoder.scores import Ints
from onrecord.extraction.encoder.surface import SURFACE

# The labels that are told apart; others are as good as none.
_POS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X", "SPACE",
)  # fmt: skip
_DEPENDENCIES = (
    "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc",
    "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta",
    "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj",
    "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
_ENTITIES = (
    "PERSON", "ORG", "NORP", "GPE", "DATE", "CARDINAL", "LOC", "FAC", "TIME", "MONEY", "PERCENT", "EVENT", "LAW",
    "WORK_OF_ART", "PRODUCT", "QUANTITY", "ORDINAL", "LANGUAGE",
)  # fmt: skip
# From so many tokens on a head is in the next class of distance, to the left or to the right.
_DISTANCES = (1, 2, 3, 5, 9, 17)

PARSE_FEATURES = {
    "part of speech": len(_POS) + 1,
    "dependency": len(_DEPENDENCIES) + 1,
    "place of the head": 2 * len(_DISTANCES) + 1,
    "entity": len(_ENTITIES) + 1,
}
"""The columns of `parse_features`, and how many values each has."""

FEATURES = PARSE_FEATURES | SURFACE | {"what the rules say": 5}
"""What the heads of attribution are told of each word, and how many values each has."""


def parse_features(doc: Doc) -> Ints:
    """Return a row for each token of a parsed document, with a column for each of `PARSE_FEATURES`."""
    heads = doc.to_array(attrs.HEAD).astype(np.int64)
    distances = np.searchsorted(_DISTANCES, np.abs(heads), side="right")
    columns = (
        _numbered(doc, attrs.POS, _POS),
        _numbered(doc, attrs.DEP, _DEPENDENCIES),
        np.where(heads < 0, distances, np.where(heads > 0, distances + len(_DISTANCES), 0)),
        _numbered(doc, attrs.ENT_TYPE, _ENTITIES),
    )
    return np.stack(columns, axis=1)


def _numbered(doc: Doc, attribute: int, names: tuple[str, ...]) -> Ints:
    """Return for each token the number of its label among `names`, from one on, 0 for others."""
    numbers = {doc.vocab.strings.add(name): number for number, name in enumerate(names, 1)}
    labels, where = np.unique(doc.to_array(attribute), return_inverse=True)
    return np.array([numbers.get(int(label), 0) for label in labels], dtype=np.int64)[where]
