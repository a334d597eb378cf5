"""Estimates: verbs that say a number of something, "the union put the crowd at 4,000", "police put it nearer half"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading.attribution.rules.clauses import is_passive

_VERBS = {"put", "place", "estimate", "reckon"}
_PUTTING = {"put", "place"}
# So many words behind "at" a number stands.
_SOON = 6
_COUNTING = {"count", "tally"}
_GIVING = {"cite", "give", "issue", "offer", "quote", "release", "report", "supply"}
_FIGURES = {"count", "estimate", "figure", "number", "tally", "toll", "total"}
_PREPOSITIONS = {"at", "near", "nearer", "around", "above", "below", "over", "under", "to", "than", "between"}
_COMPARED = {"close", "closer", "near", "nearer", "high", "higher", "low", "lower", "more", "less"}
_NUMBERS = {"half", "%", "percent", "cent", "third", "quarter", "fifth", "sixth", "eighth", "tenth", "dozen", "dozens", "hundreds", "thousands", "millions"}
_OPEN = {"anything", "anywhere", "somewhere"}
_MEASURED = {"PERCENT", "MONEY", "QUANTITY"}


def estimate(verb: Token) -> Token | None:
    """Return the last word of what `verb` estimates, number and all, None where it is no estimate."""
    things = [child for child in verb.rights if child.dep_ == "dobj"]
    if verb.lemma_.casefold() in _COUNTING:
        # "A medic counted seventeen wounded".
        counted = (thing for thing in things if any(_is_number(token) for token in (thing, *thing.lefts)))
        return next((thing.right_edge for thing in counted), None)
    if verb.lemma_.casefold() in _GIVING:
        # "The ministry gave a toll of 12 dead".
        return next((thing.right_edge for thing in things if figure(thing) is not None), None)
    if verb.lemma_.casefold() not in _VERBS:
        return None
    if is_passive(verb):
        # "The crowd was put at 4,000 by the union".
        at = next((child for child in verb.rights if child.lower_ == "at"), None)
        return at.right_edge if at is not None and any(map(_is_number, at.subtree)) else None
    if not things or any(child.dep_ == "prt" for child in verb.rights):
        return None
    if verb.lemma_.casefold() in _PUTTING and (at := _at_number(verb, things[0])) is not None:
        return at.right_edge
    for child in (*things[1:], *things[0].rights, *(child for child in verb.rights if child.i > things[0].i)):
        if any(_is_number(token) for token in _number_of(child)):
            return child.right_edge
        if child.dep_ == "prep" and child.head == verb:
            # "Put the cup on the table at 9."
            return None
    return None


def figure(noun: Token) -> Token | None:
    """Return the number, with what is counted, of a noun for one ("the union's figure of 4,000"), else None."""
    if noun.lemma_.casefold() not in _FIGURES:
        return None
    of = next((child for child in noun.rights if child.lower_ == "of"), None)
    numbers = (child for child in of.children if child.dep_ == "pobj") if of is not None else ()
    return next((number for number in numbers if any(map(_is_number, number.subtree))), None)


def _at_number(verb: Token, thing: Token) -> Token | None:
    """Return the "at" behind what is put somewhere, if a number follows ("the crowd that marched at 4,000")."""
    at = next((token for token in verb.subtree if token.i > thing.i and token.lower_ == "at"), None)
    if at is None or any(thing.i < child.i < at.i for child in verb.rights if child.dep_ == "prep"):
        return None
    follows = any(_is_number(token) for token in at.doc[at.i + 1 : at.i + 1 + _SOON] if token.i <= at.right_edge.i)
    return at if follows else None


def _number_of(child: Token) -> Iterator[Token]:
    """Yield what may be the number of a verb's dependent: itself, or what its preposition governs."""
    if child.dep_ == "dobj":
        yield child
    elif child.lower_ in _PREPOSITIONS:
        for inner in child.children:
            if inner.dep_ == "pobj":
                # "At anything from 40 to 60".
                yield from inner.subtree if inner.lower_ in _OPEN else (inner,)
    elif child.lower_ in _COMPARED:
        for inner in child.children:
            yield from _number_of(inner)


def _is_number(token: Token) -> bool:
    return token.pos_ == "NUM" or token.lower_ in _NUMBERS or token.ent_type_ in _MEASURED
