"""What speaks for and against it that a statement was made, in these words: by name, whoever speaks."""

from math import log, log1p

from spacy.tokens import Token

from onrecord.extraction.entities import TYPE_OF_NOUN, is_person_noun
from onrecord.extraction.likelihood.claim import Claim
from onrecord.extraction.likelihood.content_features import content_features
from onrecord.extraction.likelihood.cue_features import cue_features
from onrecord.extraction.likelihood.features import Features, true_cases
from onrecord.extraction.syntax import SUBJECTS, VERBS

_LEAST, _MOST = 0.01, 0.99
_SCORES = {
    "score/cue": "cue, by the encoder",
    "score/content": "content, by the encoder",
    "score/source": "source, by the encoder",
}
_PERSONS = {"he", "she", "they", "i", "we"}
_THINGS = {"it", "this", "that", "which"}


def log_odds(probability: float) -> float:
    """Return the logarithm of the odds of a probability, which is kept from 0 and 1."""
    kept = min(max(probability, _LEAST), _MOST)
    return log(kept / (1 - kept))


def features_of_words(claim: Claim) -> Features:
    """Return what is the case of a statement's words."""
    relation = claim.relation
    found: Features = {"encoder, log odds": log_odds(relation.confidence), "apart, log": log1p(claim.apart)}
    for reason in relation.reasons:
        if reason.score is not None and reason.by in _SCORES:
            found[_SCORES[reason.by]] = reason.score
    cases = {
        "goes on": relation.inherited,
        "no cue": relation.cue is None,
        "no source": relation.source is None,
        "in a title": claim.titled,
        "in a statement": claim.nested,
        "shares words": claim.shared,
        "in parts": len(claim.content) > 1,
        "not said, or not yet": relation.modality != "said",
        "written": relation.medium == "writing",
        f"act is {relation.act}": relation.act != "assert",
    }
    found |= true_cases(cases)
    found |= content_features(claim)
    if claim.head is not None:
        found |= cue_features(claim, claim.head)
    if claim.source is not None:
        found |= _source_features(claim.source.root)
    return found


def _source_features(root: Token) -> Features:
    noun = root.lemma_.casefold()
    kind = TYPE_OF_NOUN.get(noun, "person" if is_person_noun(noun) else None)
    common = root.pos_ == "NOUN"
    cases = {
        "source is a pronoun": root.pos_ == "PRON" and root.lower_ in _PERSONS,
        "source is it": root.lower_ in _THINGS,
        "source is who": root.lower_ == "who",
        "source is a name": root.pos_ == "PROPN",
        "source is a thing": common and kind is None,
        "source is a document": common and kind == "document",
        "source is a body": common and kind == "organisation",
        "source is a person": common and kind == "person",
        "source is a subject": root.dep_ in SUBJECTS,
        "source is a clause": root.pos_ in VERBS,
    }
    return true_cases(cases)
