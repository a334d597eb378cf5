"""Parses made by hand, so that what is read off them is tested without a model."""

from collections.abc import Sequence

from spacy.lang.en import English
from spacy.tokens import Doc

# With it words have their forms in lower case, and marks are known for marks.
_VOCABULARY = English().vocab
_PARTS_OF_SPEECH = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "WDT": "PRON", "MD": "AUX", "DT": "DET", "IN": "ADP", "TO": "PART", "RB": "ADV", "JJ": "ADJ", "CD": "NUM",
    ",": "PUNCT", ".": "PUNCT", "CC": "CCONJ",
}  # fmt: skip


def parsed(*words: str) -> Doc:
    """Return a document of `words`, each "word/TAG/relation/head": the head by its word, or by its number from 0.

    The lemma is the word itself unless it stands behind a fifth stroke. Forms of verbs are verbs, those that hang as
    auxiliaries are auxiliaries.
    """
    rows = [word.split("/") for word in words]
    forms = [row[0] for row in rows]
    return Doc(
        _VOCABULARY,
        words=forms,
        tags=[row[1] for row in rows],
        pos=["AUX" if row[2] in {"aux", "auxpass"} else _PARTS_OF_SPEECH.get(row[1], "VERB") for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) if row[3].isdigit() else forms.index(row[3]) for row in rows],
        lemmas=[row[4] if len(row) > 4 else row[0].casefold() for row in rows],
    )


def clause(verb: str, helping: Sequence[str], last: str = "it/PRP/dobj") -> Doc:
    """Return "they `helping` `verb` `last`": the verb as "held/VBN/hold", auxiliaries as "been/auxpass", or "has"."""
    form, tag, *lemma = verb.split("/")
    words = [word.partition("/") for word in helping]
    return parsed(
        f"they/PRP/nsubj/{form}",
        *(f"{word}/MD/{relation or 'aux'}/{form}" for word, _, relation in words),
        "/".join([form, tag, "ROOT", form, *lemma]),
        f"{last}/{form}",
    )
