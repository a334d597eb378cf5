"""What speaks for and against it that whoever is held to speak does: by name, whatever the words."""

from math import log1p

from onrecord.extraction.entities import DiscourseEntity
from onrecord.extraction.likelihood.claim import Claim
from onrecord.extraction.likelihood.features import Features, true_cases
from onrecord.extraction.likelihood.word_features import log_odds

_DEFINITE = {"the", "this", "that"}
_ARTICLES = _DEFINITE | {"a", "an", "one", "some", "many", "two"}
_TWO = 2


def features_of_speakers(claim: Claim) -> Features:
    """Return what is the case of a statement's speakers."""
    relation, participants = claim.relation, claim.participants
    speakers = participants.speakers
    found: Features = {"ranking, log odds": log_odds(participants.sureness), "apart, log": log1p(claim.apart)}
    found |= {one.by: True for one in participants.reasons if one.field == "speaker" and one.by.startswith("sieve/")}
    for reason in relation.reasons:
        if reason.by == "score/source" and reason.score is not None:
            found["source, by the encoder"] = reason.score
    put_right = (one for one in relation.reasons if one.field == "source" and not one.by.startswith("score/"))
    cases = {
        "source put right": any(put_right),
        "nobody": not speakers,
        "nobody, with a source": not speakers and claim.source is not None,
        "several": len(speakers) > 1,
        "three or more": len(speakers) > _TWO,
        "goes on": relation.inherited,
        "in a title": claim.titled,
        "in a statement": claim.nested,
        "no cue": relation.cue is None,
        "others are likely": any(one.by == "score/alternative" for one in participants.reasons),
    }
    found |= true_cases(cases)
    return found | _first_features(speakers[0]) if speakers else found


def _first_features(one: DiscourseEntity) -> Features:
    """Return what is the case of the first speaker."""
    words = one.name.casefold().split()
    alone = one.named and len(words) == 1
    cases = {
        f"is a {one.type}": True,
        f"is a {one.type} without a name": not one.named,
        "without a name": not one.named,
        "without a name, the": not one.named and words[0] in _DEFINITE,
        "without a name or an article": not one.named and words[0] not in _ARTICLES,
        "one word": alone,
        "one word, a person": alone and one.type == "person",
        "mentioned once": one.named and len(one.mentions) == 1,
    }
    return true_cases(cases)
