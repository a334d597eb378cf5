"""Negation and its like: verbs that tell of nothing done, and nouns that stand for nobody."""

from spacy.tokens import Token

from onrecord.extraction.syntax.parse import dependents
from onrecord.extraction.syntax.relations import ACTIVE_SUBJECTS

_NEITHER = {"neither", "nor"}
_NOBODY = {"none", "nobody", "neither"}
_NO = {"no", "neither"}


def is_negated(verb: Token) -> bool:
    """Say whether `verb` is negated ("has not said"), or nobody does it ("none of them said", "neither man would say").

    Of "would neither confirm nor deny" both verbs are.
    """
    for child in dependents(verb):
        if child.i > verb.i:
            break
        if child.dep_ == "neg" or child.lower_ in _NEITHER:
            return True
        if child.dep_ in ACTIVE_SUBJECTS and (child.lower_ in _NOBODY or any(t.lower_ in _NO for t in child.lefts)):
            return True
    return verb.dep_ == "conj" and any(child.lower_ == "nor" for child in dependents(verb.head))
