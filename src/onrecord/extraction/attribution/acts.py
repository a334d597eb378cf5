"""What a statement does beyond what its cue tells: "called the cut reckless" criticises, "told him to go" asks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from onrecord import lexicons
from onrecord.extraction.attribution.candidates import CueLexeme, lexeme_of
from onrecord.extraction.attribution.performative import performed_verb
from onrecord.extraction.event_lexicon import harms
from onrecord.extraction.syntax import (
    FINITE_VERBS,
    NOMINAL_SUBJECTS,
    PERSONAL_SUBJECTS,
    VERBS,
    VerbGroup,
    dependent,
    dependents,
    dependents_before,
    verb_group,
)
from onrecord.rules import Rule, active, fired
from onrecord.vocabulary import Act

# Cues that say what somebody or something is.
_JUDGING = lexicons.words("statement_contexts.tsv", "judging")
_UPON = {"on", "upon", "for"}
_ASKING = {"must", "should"}
_NOBODY = {"it", "there"}
# So many words behind "pleaded" tell the plea.
_PLEA = 3
# From so far from neutral on (-1 to 1) words are a judgement.
_JUDGED = 0.3


@dataclass(frozen=True, slots=True)
class Words:
    """What a statement is made of, for telling what it does.

    Attributes:
        word: the word of its cue that tells what kind it is.
        cue: what the lexicon has of that word.
        content: its words, from the first to the last.
    """

    word: Token
    cue: CueLexeme
    content: DocSpan

    @property
    def is_judging(self) -> bool:
        """Whether its cue says what somebody or something is ("called the cut reckless")."""
        return self.word.lemma_ in _JUDGING

    @property
    def is_plain(self) -> bool:
        """Whether its cue only asserts, so that the content may tell more."""
        return not self.is_judging and self.cue.act == "assert"


type ActRule = Callable[[Words], Act | None]
"""Gives what a statement does, None where the rule does not know."""


def act_of(word: Token, cue: CueLexeme, content: DocSpan) -> tuple[Act, str]:
    """Return what a statement does, and the rule that tells; see `Words` for what is looked at."""
    words = Words(word, cue, content)
    for rule in active(ACTS):
        act = rule.apply(words)
        if act is not None:
            fired(rule, content.start_char, content.end_char)
            return act, rule.id
    return cue.act, "score/lexicon"


def _told_to(words: Words) -> Act | None:
    told = words.word.lemma_ == "tell" and any(t.lower_ == "to" for t in dependents_before(words.content.root))
    return "demand" if told else None


def _pleaded(words: Words) -> Act | None:
    if words.word.lemma_ != "plead":
        return None
    pleas = [token.lower_ for token in words.word.sent if token.i > words.word.i][:_PLEA]
    if "guilty" not in pleas:
        return None
    return "deny" if "not" in pleas else "agree"


def _suggested_fact(words: Words) -> Act | None:
    # "Suggested that the town close the quay" asks for it.
    return "assert" if words.word.lemma_ == "suggest" and _is_told_as_fact(words.content) else None


def _reported_fact(words: Words) -> Act | None:
    return "assert" if words.word.lemma_ == "report" and _is_told_as_fact(words.content) else None


def _is_told_as_fact(content: DocSpan) -> bool:
    """Say whether words are a clause in the indicative ("that the quay is shut")."""
    verb = content.root
    group = verb_group(verb)
    finite = verb.tag_ in FINITE_VERBS or any(child.tag_ in FINITE_VERBS for child in dependents_before(verb))
    return verb.pos_ in VERBS and finite and group.modal != "should"


def _warned_of_harm(words: Words) -> Act | None:
    return "threaten" if words.word.lemma_ == "warn" and _threatens(words.content) else None


def _called_upon(words: Words) -> Act | None:
    word = words.word
    upon = word.lemma_ == "call" and word.i + 1 < len(word.doc) and word.nbor().lower_ in _UPON
    return "demand" if upon else None


def _judged(words: Words) -> Act | None:
    return _judgement(words.content) if words.is_judging else None


def _performed(words: Words) -> Act | None:
    verb = performed_verb(words.content) if words.is_plain else None
    return None if verb is None else lexeme_of(verb).act


def _must(words: Words) -> Act | None:
    verb = words.content.root
    group = verb_group(verb)
    # "Must have left" is a guess.
    must = verb.pos_ == "VERB" and group.modal in _ASKING and not (group.perfect or group.negated)
    subject = dependent(verb, *NOMINAL_SUBJECTS)
    # "It must rain", "it should be noted": nobody is asked.
    asks = subject is None or subject.lower_ not in _NOBODY
    return "demand" if words.is_plain and must and asks else None


def _harm_to_come(words: Words) -> Act | None:
    return "threaten" if words.is_plain and _threatens(words.content) else None


def _own_plan(words: Words) -> Act | None:
    return "announce" if words.is_plain and _announces(words.content) else None


def _judgement(content: DocSpan) -> Act | None:
    """Return whether what something is called praises or criticises it (VADER; Hutto and Gilbert, ICWSM 2014)."""
    behind = next((token.i + 1 for token in content if token.lower_ == "as"), content.start)
    # "The greatest fraud ever" is no praise: the superlative only tells how much.
    words = (token.text_with_ws for token in content.doc[behind : content.end] if not _is_degree(token))
    worth = _analyzer().polarity_scores("".join(words))["compound"]
    if abs(worth) < _JUDGED:
        return None
    return "praise" if worth > 0 else "criticise"


def _is_degree(token: Token) -> bool:
    return token.tag_ == "JJS" and token.dep_ == "amod" and token.head.i > token.i


@cache
def _analyzer() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()


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


ACTS: tuple[Rule[ActRule], ...] = (
    Rule("decision/act-told-to", _told_to),
    Rule("decision/act-pleaded", _pleaded),
    Rule("decision/act-suggested-fact", _suggested_fact),
    Rule("decision/act-reported-fact", _reported_fact),
    Rule("decision/act-warned-of-harm", _warned_of_harm),
    Rule("decision/act-called-upon", _called_upon),
    Rule("decision/act-judged", _judged),
    Rule("decision/act-performed", _performed),
    Rule("decision/act-must", _must),
    Rule("decision/act-harm-to-come", _harm_to_come),
    Rule("decision/act-own-plan", _own_plan),
)
"""The decision table of acts, in order: the first row that knows decides; where none does, the lexicon of cues."""
