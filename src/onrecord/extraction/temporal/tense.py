"""Where a time lies from the day of speaking, as far as the verb around it tells."""

from spacy.tokens import Token

from onrecord.extraction.temporal.grammar import Direction

_COMING = {"will", "would", "shall", "'ll", "’ll", "wo", "should", "must", "may", "might", "could", "can"}
# What is to be done lies ahead; with other verbs the time is theirs ("met to discuss").
_PLANNING = {
    "plan", "expect", "schedule", "set", "slate", "want", "hope", "vow", "promise", "agree", "prepare", "intend", "aim",
    "decide", "order", "ask", "urge", "call", "need", "invite", "pledge", "due", "likely", "ready", "have",
}  # fmt: skip
_AHEAD = {"until", "till", "ahead", "upcoming", "coming"}
_PRESENT, _BE = {"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"}, {"was", "were"}


def direction(time: Token, *, title: bool) -> Direction:
    """Return where the time at `time` lies: "near" where no verb tells.

    Args:
        time: the head of the words for the time.
        title: in titles the present tense tells of what has happened.
    """
    if any(token.lower_ in _AHEAD for token in (*time.ancestors, *time.lefts, *time.head.lefts)):
        return "future"
    verb = next((token for token in time.ancestors if token.pos_ in {"VERB", "AUX"}), None)
    return _tense(verb, title=title) if verb is not None else "near"


def _tense(verb: Token, *, title: bool) -> Direction:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if auxiliaries & {"have", "has", "had", "having", "'ve", "’ve"}:
        return "past"
    if auxiliaries & _COMING:
        return "future"
    if "to" in auxiliaries:
        return _infinitive(verb, title=title)
    if verb.tag_ == "VBG":
        going = bool(auxiliaries & _PRESENT)
        return "future" if going else "past" if auxiliaries & _BE or verb.head == verb else _above(verb, title=title)
    if verb.tag_ == "VBD" or auxiliaries & _BE:
        return "past"
    if verb.tag_ == "VBN":
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
    above = next((token for token in verb.ancestors if token.pos_ in {"VERB", "AUX"}), None)
    return _tense(above, title=title) if above is not None else "near"
