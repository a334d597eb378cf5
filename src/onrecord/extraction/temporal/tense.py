"""Where a time lies from the day of speaking, as far as the verb around it tells."""

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.syntax import governing_verb, verb_group
from onrecord.extraction.temporal.grammar import Direction

# What is to be done lies ahead; with other verbs the time is theirs ("met to discuss").
_PLANNING = lexicons.words("time_contexts.tsv", "planning")
_AHEAD = {"until", "till", "ahead", "upcoming", "coming"}


def direction(time: Token, *, title: bool) -> Direction:
    """Return where the time at `time` lies: "near" where no verb tells.

    Args:
        time: the head of the words for the time.
        title: in titles the present tense tells of what has happened.
    """
    if any(token.lower_ in _AHEAD for token in (*time.ancestors, *time.lefts, *time.head.lefts)):
        return "future"
    verb = governing_verb(time)
    return _tense(verb, title=title) if verb is not None else "near"


def _tense(verb: Token, *, title: bool) -> Direction:
    group = verb_group(verb)
    if group.perfect or (group.tense == "past" and group.form != "VBG"):
        return "past"
    if group.modal is not None:
        return "future"
    if group.infinitive:
        return _infinitive(verb, title=title)
    if group.form == "VBG":
        if group.progressive and group.tense is not None:
            return "future" if group.tense == "present" else "past"
        return "past" if verb.head == verb else _above(verb, title=title)
    if group.form == "VBN":
        return "future" if verb.lemma_ in _PLANNING else "past"
    return "past" if title else "future"


def _infinitive(verb: Token, *, title: bool) -> Direction:
    head = verb.head
    if head == verb or head.lemma_ == "be":
        return "past" if head.tag_ == "VBD" else "future"
    if head.lemma_.casefold() in _PLANNING or head.pos_ in {"NOUN", "ADJ"}:
        return "future"
    return _above(verb, title=title)


def _above(verb: Token, *, title: bool) -> Direction:
    above = governing_verb(verb)
    return _tense(above, title=title) if above is not None else "near"
