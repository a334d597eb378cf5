"""Estimates: verbs that say a number of something, "the union put the crowd at 4,000", "the 70 that police claim"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.syntax import (
    dependents,
    dependents_before,
    dependents_behind,
    has_dependent,
    is_passive,
)

_VERBS = {"put", "place", "estimate", "reckon"}
_PUTTING = {"put", "place"}
# So many words behind "at" a number stands.
_SOON = 6
_COUNTING = {"count", "tally"}
_BIDDING = {"bid", "demand", "offer", "pledge", "propose", "seek"}
_GIVING = _BIDDING | {"cite", "give", "issue", "quote", "release", "report", "supply"}
_SPEAKING = {"speak", "talk"}
_CLAIMING = {"claim", "count", "estimate", "register", "report"}
_FIGURES = {"count", "estimate", "figure", "number", "tally", "toll", "total"}
_PREPOSITIONS = {"at", "near", "nearer", "around", "above", "below", "over", "under", "to", "than", "between"}
_COMPARED = {"close", "closer", "near", "nearer", "high", "higher", "low", "lower", "more", "less"}
_NUMBERS = lexicons.words("statement_contexts.tsv", "amount")
_OPEN = {"anything", "anywhere", "somewhere"}
_MEASURED = {"PERCENT", "MONEY", "QUANTITY"}


_NUMBERING = _COUNTING | _GIVING | _SPEAKING | _VERBS | _CLAIMING | _FIGURES


def may_number(token: Token) -> bool:
    """Say whether the word of `token` is one for saying or claiming a number, or for a number."""
    return token.lemma_.casefold() in _NUMBERING


def estimate(verb: Token) -> Token | None:
    """Return the last word of what `verb` estimates, number and all, None where it is no estimate."""
    things = [child for child in dependents_behind(verb) if child.dep_ == "dobj"]
    if verb.lemma_.casefold() in _COUNTING:
        return _counted(verb, things)
    if verb.lemma_.casefold() in _GIVING:
        # "The ministry gave a toll of 12 dead", "she offered 90".
        bid = [thing for thing in things if verb.lemma_.casefold() in _BIDDING and _is_number(thing)]
        return next((thing.right_edge for thing in things if thing in bid or number_of(thing) is not None), None)
    if verb.lemma_.casefold() in _SPEAKING:
        of = next((child for child in dependents_behind(verb) if child.lower_ == "of"), None)
        spoken = (child for child in dependents(of) if child.dep_ == "pobj") if of is not None else ()
        return next(
            (thing.right_edge for thing in spoken if any(map(_is_number, (thing, *dependents_before(thing))))), None
        )
    if verb.lemma_.casefold() not in _VERBS:
        return None
    if is_passive(verb):
        # "The crowd was put at 4,000 by the union".
        at = next((child for child in dependents_behind(verb) if child.lower_ == "at"), None)
        return at.right_edge if at is not None and any(map(_is_number, at.subtree)) else None
    if not things or has_dependent(verb, "prt"):
        return None
    if verb.lemma_.casefold() in _PUTTING and (at := _at_number(verb, things[0])) is not None:
        return at.right_edge
    for child in (
        *things[1:],
        *dependents_behind(things[0]),
        *(child for child in dependents_behind(verb) if child.i > things[0].i),
    ):
        if any(_is_number(token) for token in _number_of(child)):
            return child.right_edge
        if child.right_edge.lower_ in _OPEN and (end := _end_of_range(verb, child.right_edge)) is not None:
            return end
        if child.dep_ == "prep" and child.head == verb:
            # "Put the cup on the table at 9."
            return None
    return None


def _counted(verb: Token, things: Sequence[Token]) -> Token | None:
    """Return the last word of what somebody has counted; "counts 900 works" only tells how many there are."""
    if verb.tag_ in {"VBZ", "VBP"}:
        return None
    # The parser may take the number for how often ("counted seventeen wounded").
    often = [child for child in dependents_behind(verb) if child.dep_ == "npadvmod" and child.i == verb.i + 1]
    numbered = (thing for thing in (*things, *often) if any(map(_is_number, (thing, *dependents_before(thing)))))
    return next((thing.right_edge for thing in numbered), None)


def number_of(noun: Token) -> Token | None:
    """Return the number, with what is counted, of a noun for one ("the union's figure of 4,000"), else None."""
    if noun.lemma_.casefold() not in _FIGURES:
        return None
    of = next((child for child in dependents_behind(noun) if child.lower_ == "of"), None)
    numbers = [child for child in dependents(of) if child.dep_ == "pobj"] if of is not None else []
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        # "The union's own figure is 214".
        numbers += [child for child in dependents_behind(noun.head) if child.dep_ == "attr"]
    return next((number for number in numbers if any(map(_is_number, number.subtree))), None)


def claimed_number(participle: Token) -> Token | None:
    """Return the number that somebody claims, by a participle behind it ("the 70 claimed by the union"), else None."""
    number = participle.head
    fits = participle.tag_ == "VBN" and participle.dep_ == "acl" and participle.lemma_ in _CLAIMING
    return number if fits and _is_number(number) else None


def _at_number(verb: Token, thing: Token) -> Token | None:
    """Return the "at" behind what is put somewhere, if a number follows ("the crowd that marched at 4,000")."""
    at = next((token for token in verb.subtree if token.i > thing.i and token.lower_ == "at"), None)
    if at is None or any(thing.i < child.i < at.i for child in dependents_behind(verb) if child.dep_ == "prep"):
        return None
    follows = any(_is_number(token) for token in at.doc[at.i + 1 : at.i + 1 + _SOON] if token.i <= at.right_edge.i)
    return at if follows else None


def _end_of_range(verb: Token, opening: Token) -> Token | None:
    """Return the end of a range behind "anything", whose ends the parser hangs from the verb ("from 40 to 60")."""
    end = opening
    for child in dependents_behind(verb):
        if child.left_edge.i == end.i + 1 and child.dep_ == "prep" and any(map(_is_number, child.subtree)):
            end = child.right_edge
    return end if end is not opening else None


def _number_of(child: Token) -> Iterator[Token]:
    """Yield what may be the number of a verb's dependent: itself, or what its preposition governs."""
    if child.dep_ == "dobj":
        yield child
    elif child.lower_ in _PREPOSITIONS:
        for inner in dependents(child):
            if inner.dep_ == "pobj":
                # "At anything from 40 to 60".
                yield from inner.subtree if inner.lower_ in _OPEN else (inner,)
    elif child.lower_ in _COMPARED:
        for inner in dependents(child):
            yield from _number_of(inner)


def _is_number(token: Token) -> bool:
    return token.pos_ == "NUM" or token.lower_ in _NUMBERS or token.ent_type_ in _MEASURED
