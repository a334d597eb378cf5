"""The day of an event, by the clause that tells of it."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.extraction.syntax import VERBS, dependents, dependents_before, has_dependent, verb_group
from onrecord.extraction.temporal import ResolvedTime


def day_of(trigger: Token, times: Sequence[tuple[Token, ResolvedTime]]) -> ResolvedTime | None:
    """Return the time of an event's clause, or of the one it goes on from, else the only one of its sentence.

    Args:
        trigger: the verb or noun that tells of it.
        times: the times of its sentence: the head of the words for each, with the time.
    """
    above: Token | None = trigger
    while above is not None:
        own = [(token, time) for token, time in times if above in _governing(token)]
        if own:
            return _nearest(own, above)
        # "Were killed when a wall fell on Monday."
        beside = {child for child in dependents(above) if child.dep_ == "advcl" and _is_then(child)}
        own = [(token, time) for token, time in times if beside.intersection(_governing(token))]
        if own:
            return _nearest(own, above)
        above = _governing_verb(above)
    return times[0][1] if len(times) == 1 and trigger.dep_ in {"ROOT", "conj"} else None


def _nearest(times: Sequence[tuple[Token, ResolvedTime]], token: Token) -> ResolvedTime:
    return min(times, key=lambda pair: (abs(pair[0].i - token.i), pair[1].period.iso))[1]


def _is_then(verb: Token) -> bool:
    """Say whether a clause tells of the same time as what it hangs from."""
    return any(child.lower_ in {"when", "as", "while"} for child in dependents_before(verb))


def _governing(time: Token) -> Iterator[Token]:
    """Yield what stands between a time and its verb, and that verb."""
    for token in time.ancestors:
        yield token
        if token.pos_ in VERBS:
            return


def _governing_verb(verb: Token) -> Token | None:
    """Return the verb that `verb` is joined to or goes on from ("seized power on Monday, closing the borders")."""
    # What is promised on Monday is not done on Monday.
    going_on = not has_dependent(verb, "mark") and not verb_group(verb).infinitive
    joined = verb.dep_ == "conj" or (verb.dep_ in {"advcl", "xcomp"} and going_on)
    return verb.head if joined and verb.head.pos_ in VERBS else None
