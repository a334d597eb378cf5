"""Where or through what something is said: a briefing, an interview, Telegram."""

from spacy.tokens import Doc, Token

from onrecord import lexicons
from onrecord.extraction.attribution import Attribution
from onrecord.extraction.ranges import CharRange, overlap
from onrecord.extraction.syntax import NOUN_MODIFIERS, OBJECTS, VERBS, belongs_to, dependents_before, dependents_behind
from onrecord.folding import fold

_VENUES = {row[0] for row in lexicons.rows("venues.tsv")}
_OWN = {"account", "channel", "feed", "page", "profile"}
_PLACING = {"in", "at", "on", "during", "via", "through", "by", "to", "over", "from"}


def venue(doc: Doc, attribution: Attribution) -> CharRange | None:
    """Return the words for the venue or channel of a statement, as printed ("a daily briefing"), None if none is.

    They hang from the cue by a preposition, with what tells more of them ("an interview with the Lanta Post").
    """
    cue = attribution.cue_in(doc)
    if cue is None:
        return None
    for token in cue.root.subtree:
        placed = token.dep_ == "pobj" and token.head.lower_ in _PLACING
        # "Told a daily briefing": who is told is where.
        placed = placed or (token.dep_ in OBJECTS and token.head.i == cue.root.i and cue.root.lemma_ == "tell")
        if placed and is_venue(token) and belongs_to(token, cue.root):
            where = CharRange(doc[token.left_edge.i].idx, _end(token))
            if not any(overlap(where, part) for part in attribution.content):
                return where
    return None


def is_venue(token: Token) -> bool:
    """Say whether `token` is a noun for where something is said ("briefing"), or somebody's channel there."""
    if fold(token.lemma_) in _OWN:
        # "His Telegram account".
        return any(fold(child.text) in _VENUES for child in dependents_before(token) if child.dep_ in NOUN_MODIFIERS)
    # A channel's name is a proper noun; a cross in the text is none.
    return fold(token.lemma_) in _VENUES and (token.text != "x") and token.tag_ != "NNS"


def _end(token: Token) -> int:
    """Return where the noun phrase ends: with "with" or "of" and what follows, without a clause."""
    last = token
    for child in dependents_behind(token):
        if child.dep_ != "prep" or child.lower_ not in {"with", "of", "to", "on"} or child.i != last.i + 1:
            break
        last = child.right_edge
        if any(below.pos_ in VERBS for below in child.subtree):
            last = token
            break
    return int(last.idx + len(last))
