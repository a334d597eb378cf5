"""Whether an event was done, is being done, is planned, threatened or only alleged, by the words around it."""

from spacy.tokens import Token

from onrecord.extraction.syntax import (
    NONFINITE_COMPLEMENTS,
    VerbGroup,
    dependents,
    dependents_before,
    governing_verb,
    has_dependent,
    verb_group,
)
from onrecord.vocabulary import Act, EventModality

_PLANNING = {
    "plan", "vow", "promise", "pledge", "intend", "agree", "decide", "prepare", "want", "seek", "aim", "expect", "set",
    "hope", "go", "offer", "propose", "ready", "schedule", "due", "poise", "mean", "consider", "resolve", "determine",
}  # fmt: skip
_THREATENING = {"threaten", "warn"}
_ASKING = {"call", "demand", "petition", "plea", "appeal", "request", "pressure", "refusal", "failure"}
_WANTING = {
    "ask", "bet", "call", "campaign", "hope", "insist", "negotiate", "plead", "press", "push", "vote", "wait",
}  # fmt: skip
_DOING = {"begin", "start", "continue", "keep", "help", "manage", "rush", "proceed", "resume"}
_ALLEGED = {"allegedly", "reportedly", "purportedly", "supposedly", "apparently", "alleged", "suspected", "reported"}
_ALLEGING = {"accuse", "suspect", "blame", "charge", "allege", "claim", "say", "report", "believe", "think", "rumour"}
_UNCERTAIN = {"if", "unless", "whether", "lest"}
_NOT_YET = {"possible", "potential", "likely", "further", "threatened", "new"}
_PLANNED = {"planned", "proposed", "upcoming", "scheduled", "future"}
_PREVENTING = {"avoid", "prevent", "avert", "fear", "oppose", "rule", "deny", "lack", "demand", "urge", "seek", "want"}


def factuality(trigger: Token, *, title: bool, reported: bool) -> EventModality | None:
    """Return how an event is told of in its own sentence, None where it is negated, asked for, supposed or impossible.

    Args:
        trigger: the verb or noun that tells of it.
        title: it stands in a title, where the present tense tells of what has happened.
        reported: it is told of in a statement, where "would" may be "will".
    """
    if any(
        token.lower_ in _UNCERTAIN and token.dep_ == "mark"
        for above in (trigger, *trigger.ancestors)
        for token in dependents_before(above)
    ):
        return None
    if trigger.sent[-1].text.startswith("?"):
        return None
    group = verb_group(trigger)
    if reported and group.modal == "would":
        return None if group.perfect or group.negated else "planned"
    own = _of_noun(trigger) if trigger.pos_ == "NOUN" else _of_verb(trigger, title=title)
    alleged = any(child.lower_ in _ALLEGED for child in dependents(trigger))
    return "alleged" if alleged and own in {"happened", "ongoing"} else own


def as_reported(own: EventModality, act: Act) -> EventModality | None:
    """Return what an event told of in a statement is, None where the statement only asks for it.

    Args:
        own: how the words of the statement tell of it.
        act: what the statement does.
    """
    if act in {"deny", "reject"}:
        return "denied"
    if act in {"demand", "propose"} and own == "planned":
        return None
    if act == "threaten":
        return "threatened"
    return "alleged" if own in {"happened", "ongoing"} else own


def _of_verb(verb: Token, *, title: bool) -> EventModality | None:
    group = verb_group(verb)
    if group.is_future:
        return "planned"
    if group.perfect:
        return "ongoing" if group.form == "VBG" else "happened"
    if group.modal is not None:
        return None
    if group.infinitive:
        return _infinitive(verb, title=title)
    if group.form == "VBD":
        return "happened"
    if group.form == "VBG":
        return _participle(verb, group, title=title)
    if group.form == "VBN":
        return "ongoing" if group.progressive or (group.tense == "present" and not title) else "happened"
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ == "VB":
        return _of_verb(verb.head, title=title)
    # "Demands that they resign" has no other form than "they resign".
    asked = verb.tag_ in {"VB", "VBP"} and verb.dep_ == "ccomp" and verb.head.lemma_.casefold() in _PREVENTING
    if asked or (verb.tag_ == "VB" and not title):
        return None
    return "happened" if title else "ongoing"


def _infinitive(verb: Token, *, title: bool) -> EventModality | None:
    above = verb.head
    lemma = above.lemma_.casefold()
    if has_dependent(above, "neg"):
        return None
    if lemma in _THREATENING or lemma == "threat":
        return "threatened"
    if above.pos_ == "NOUN" and lemma in _ASKING:
        return None
    if lemma in _PLANNING or above.pos_ in {"NOUN", "ADJ"} or (title and verb.dep_ == "ROOT"):
        return "planned"
    if above.lemma_ == "be":
        return "planned"
    return _of_verb(above, title=title) if lemma in _DOING and above.pos_ == "VERB" else None


def _participle(verb: Token, group: VerbGroup, *, title: bool) -> EventModality | None:
    if group.auxiliaries:
        return "ongoing" if group.progressive and group.tense == "present" else "happened"
    above = governing_verb(verb)
    lemma = above.lemma_.casefold() if above is not None else ""
    if lemma in _ALLEGING and verb.dep_ in NONFINITE_COMPLEMENTS:
        return "alleged"
    if lemma in _THREATENING:
        return "threatened"
    if lemma == "deny" and verb.dep_ in NONFINITE_COMPLEMENTS:
        return "denied"
    if lemma in _PREVENTING and verb.dep_ in NONFINITE_COMPLEMENTS:
        return None
    # "Has not considered resigning."
    if above is not None and verb.dep_ in NONFINITE_COMPLEMENTS and has_dependent(above, "neg"):
        return None
    if above is None:
        return "ongoing" if verb.dep_ in {"acl", "ROOT"} else None
    return _of_verb(above, title=title)


def _is_wanted(noun: Token) -> bool:
    """Say whether somebody only wants an event done ("called for the release of two men")."""
    head = noun.head
    return head.lower_ in {"for", "on"} and head.dep_ == "prep" and head.head.lemma_.casefold() in _WANTING | _ASKING


def _of_noun(noun: Token) -> EventModality | None:
    words = {child.lower_ for child in dependents(noun)}
    if words & {"no", "any"}:
        return None
    if words & _PLANNED:
        return "planned"
    if words & _NOT_YET or _is_wanted(noun):
        return None
    verb = governing_verb(noun)
    if verb is not None and verb.lemma_.casefold() in _PREVENTING:
        return None
    if verb is not None and verb.lemma_.casefold() in _THREATENING | _PLANNING:
        return "threatened" if verb.lemma_.casefold() in _THREATENING else "planned"
    return "happened"
