"""What a statement does beyond what its cue tells: "called the cut reckless" criticises, "told him to go" asks."""

from functools import cache

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from onrecord.extraction.attribution.candidates import CueLexeme, is_listed, lexeme_of
from onrecord.extraction.event_lexicon import harms
from onrecord.extraction.syntax import (
    FIRST_PERSON_SUBJECTS,
    NOMINAL_SUBJECTS,
    PERSONAL_SUBJECTS,
    VERBS,
    VerbGroup,
    dependent,
    dependents,
    dependents_before,
    verb_group,
)
from onrecord.vocabulary import Act

# Cues that say what somebody or something is.
_JUDGING = {
    "brand", "call", "cast", "characterise", "characterize", "deem", "depict", "describe", "dub", "label", "paint",
    "portray", "term",
}  # fmt: skip
# Cues that tell nothing but that something was said.
_PLAIN = {"add", "declare", "say", "state", "tell", "write"}
_UPON = {"on", "upon", "for"}
# What is done by saying that one does it.
_PERFORMED: set[Act] = {"accuse", "agree", "criticise", "demand", "deny", "praise", "promise", "propose", "reject"}
# From so far from neutral on (-1 to 1) words are a judgement.
_JUDGED = 0.3


def act_of(word: Token, cue: CueLexeme, content: DocSpan) -> Act:
    """Return what a statement does.

    Args:
        word: the word of its cue that tells what kind it is.
        cue: what the lexicon has of that word.
        content: its words, from the first to the last.
    """
    if word.lemma_ == "tell" and any(t.lower_ == "to" for t in dependents_before(content.root)):
        return "demand"
    if word.lemma_ == "warn" and _threatens(content):
        return "threaten"
    if word.lemma_ == "call" and word.i + 1 < len(word.doc) and word.nbor().lower_ in _UPON:
        return "demand"
    if word.lemma_ in _JUDGING:
        return _judgement(content) or cue.act
    if cue.act == "assert" and word.lemma_ in _PLAIN:
        return _performed(content) or _intended(content) or cue.act
    return cue.act


def _judgement(content: DocSpan) -> Act | None:
    """Return whether what something is called praises or criticises it (VADER; Hutto and Gilbert, ICWSM 2014)."""
    behind = next((token.i + 1 for token in content if token.lower_ == "as"), content.start)
    worth = _analyzer().polarity_scores(content.doc[behind : content.end].text)["compound"]
    if abs(worth) < _JUDGED:
        return None
    return "praise" if worth > 0 else "criticise"


@cache
def _analyzer() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()


def _performed(content: DocSpan) -> Act | None:
    """Return what words do by saying so ("we reject the plan"; Austin, How to Do Things with Words, 1962)."""
    verb = content.root
    subject = dependent(verb, "nsubj")
    own = subject is not None and subject.lower_ in FIRST_PERSON_SUBJECTS and verb.tag_ == "VBP"
    if not own or not is_listed(verb) or not verb_group(verb).is_bare:
        return None
    act = lexeme_of(verb).act
    return act if act in _PERFORMED else None


def _intended(content: DocSpan) -> Act | None:
    """Return what words do that tell of what is to come: "it must stop", "it would close the port if ..."."""
    verb = content.root
    group = verb_group(verb)
    # "Must have left" is a guess.
    if verb.pos_ == "VERB" and group.modal == "must" and not (group.perfect or group.negated):
        return "demand"
    if _threatens(content):
        return "threaten"
    return "announce" if _announces(content) else None


def _threatens(content: DocSpan) -> bool:
    """Say whether words tell what harm will come if something is not done."""
    verb = content.root
    conditional = any(
        child.dep_ == "advcl" and {"if", "unless"} & {token.lower_ for token in dependents_before(child)}
        for child in dependents(verb)
    )
    group = verb_group(verb)
    return conditional and _is_coming(group) and not (group.negated or group.passive) and harms(verb)


def _is_coming(group: VerbGroup) -> bool:
    """Say whether what a verb tells is to come: not of "he'd leave", which is left open."""
    return group.is_prospective and not group.is_contracted


def _announces(content: DocSpan) -> bool:
    """Say whether words tell what the speaker will do, or what will be done: "she would stay", "tolls would be cut"."""
    verb = content.root
    group = verb_group(verb)
    if verb.pos_ not in VERBS or not _is_coming(group) or group.negated:
        return False
    subject = next((child for child in dependents_before(verb) if child.dep_ in NOMINAL_SUBJECTS), None)
    if subject is None:
        return False
    if subject.dep_ == "nsubj":
        return subject.lower_ in PERSONAL_SUBJECTS and verb.pos_ == "VERB"
    return subject.pos_ == "NOUN"
