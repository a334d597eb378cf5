"""Frames of verbs: the ways a verb takes what somebody said, as a clause, an infinitive, an object or around itself."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.extraction.attribution.candidates.candidate import Candidate
from onrecord.extraction.attribution.candidates.estimates import claimed_number, estimate
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax import (
    NOMINAL_COMPLEMENTS,
    NOMINAL_SUBJECTS,
    clause_beside,
    dependent,
    dependents,
    dependents_behind,
    has_dependent,
    is_passive,
    phrase,
    split_subject,
    stretch,
    subject,
    subject_phrase,
    verb_group,
    with_auxiliaries,
    without,
)

# A subject farther from its verb than this, in tokens, is a slip of the parser.
_FARTHEST = 40


def of_verb(verb: Token, text: str) -> Iterator[Candidate]:
    """Yield the candidates of which `verb` is the cue."""
    passive = is_passive(verb)
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and dependent(verb, "agent") is None:
        # "a button labelled ...": nobody is said to have said it.
        return
    source = subject_phrase(verb)
    cue = _cue(verb)
    theirs = claimed_number(verb)
    if theirs is not None:
        yield Candidate(verb, "acl:number", cue, source, (stretch(theirs.left_edge, theirs),))
    objects = [c for c in dependents_behind(verb) if c.dep_ in NOMINAL_COMPLEMENTS] if verb.dep_ != "acl" else []
    for frame, content in _clauses(verb, source):
        yield Candidate(verb, f"{frame}:passive" if passive else frame, cue, source, content)
    if passive:
        yield from _raised(verb, cue, source)
        return
    yield from _infinitives_and_prepositions(verb, cue, source, next(iter(objects), None))
    if objects:
        for frame, end in _objects(verb, objects[-1]):
            yield Candidate(verb, frame, cue, source, (stretch(objects[0].left_edge, end),))
    elif (number := estimate(verb)) is not None and not passive and number.i == verb.i + 1:
        yield Candidate(verb, "dobj+at:number", cue, source, (stretch(number.left_edge, number),))
    elif verb.dep_ in {"parataxis", "ccomp"} and verb.head.i > verb.i - _FARTHEST and source is not None:
        # "Her deputy, she conceded, would not resign": the cue hangs on what it reports.
        outer = phrase(verb.head)
        clause = _cue_clause(verb, source)
        if verb.dep_ == "parataxis" or (
            outer.start < clause.start and text[clause.start - 2 : clause.start].startswith(",")
        ):
            yield Candidate(verb, "parataxis", cue, source, without(outer, clause))


def _infinitives_and_prepositions(
    verb: Token, cue: CharRange, source: CharRange | None, first: Token | None
) -> Iterator[Candidate]:
    """Yield the candidates of infinitives, and of what stands behind prepositions before the object `first`."""
    for child in dependents_behind(verb):
        inner = dependent(child, "pobj", "pcomp") if child.dep_ == "prep" else None
        if child.dep_ == "xcomp":
            frame = "xcomp:ing" if child.tag_ == "VBG" else "xcomp"
            yield Candidate(verb, frame, cue, source, (phrase(child),))
        elif inner is not None and (first is None or child.i < first.i):
            counted = ":number" if child.lower_ == "of" and estimate(verb) is not None else ""
            widened = stretch(verb, child) if child.i == verb.i + 1 else cue
            yield Candidate(verb, f"prep:{child.lower_}{counted}", widened, source, (phrase(inner),))


def _clauses(verb: Token, source: CharRange | None) -> Iterator[tuple[str, tuple[CharRange, ...]]]:
    """Yield the clauses `verb` governs with their frames."""
    claim = next((c for c in dependents_behind(verb) if clause_beside(c) is not None), None)
    split = split_subject(verb)
    for child in dependents(verb):
        if child.dep_ != "ccomp" or (claim is not None and child.i > claim.i):
            continue
        content = without(phrase(child), _cue_clause(verb, source))
        if child.i < verb.i:
            yield "ccomp:left", content
            continue
        further = _further(verb, child)
        if further is not None and content:
            content = (*content[:-1], CharRange(content[-1].start, phrase(further).end))
        if split is not None:
            content = (phrase(split), *content)
        yield "ccomp:to" if verb_group(child).infinitive else "ccomp", content


def _further(verb: Token, clause: Token) -> Token | None:
    """Return the last clause after `clause` that `verb` also governs, where the parser hangs it beside or cuts it off.

    "She said the pond was safe, but that it would be drained": `that`, or a tense that only reported words have.
    """
    found, end = None, clause.right_edge.i
    for child in dependents_behind(verb):
        if child.i <= clause.i:
            continue
        if child.dep_ == "ccomp" and child.left_edge.i == end + 1:
            found, end = child, child.right_edge.i
        elif child.dep_ == "conj":
            that = any(c.dep_ == "mark" and c.lower_ == "that" for c in dependents(child))
            shifted = verb.tag_ == "VBD" and verb_group(child).is_shifted
            if that or (shifted and has_dependent(child, *NOMINAL_SUBJECTS)):
                found, end = child, child.right_edge.i
    return found


def _objects(verb: Token, last: Token) -> Iterator[tuple[str, Token]]:
    """Yield the frames of a verb with objects, of which `last` is the last, and where their content ends."""
    guessed = estimate(verb)
    if guessed is not None:
        yield "dobj+at:number", guessed
        return
    beside = clause_beside(last)
    end = (beside or last).right_edge
    yield "dobj", end
    own = next((c for c in dependents(last) if c.dep_ == "prep" and has_dependent(c, "pcomp")), None)
    if own is not None:
        # "accused the union of lying": of whichever word the parser hangs it on.
        yield f"dobj+{own.lower_}", end
    after = next(
        (c for c in dependents_behind(verb) if c.i > last.i and c.dep_ in {"prep", "xcomp", "oprd", "ccomp"}), None
    )
    if after is None or beside is not None:
        return
    yield f"dobj+{after.lower_ if after.dep_ == 'prep' else after.dep_}", after.right_edge


def _raised(verb: Token, cue: CharRange, source: CharRange | None) -> Iterator[Candidate]:
    """Yield the candidates of a passive: "the quay is expected to close", "the quay was called a ruin by Marek"."""
    raised = dependent(verb, "nsubjpass")
    for child in dependents_behind(verb):
        if child.dep_ == "xcomp":
            frame = "xcomp:ing:passive" if child.tag_ == "VBG" else "xcomp:passive"
            content = (phrase(child),) if raised is None else (phrase(raised), phrase(child))
            yield Candidate(verb, frame, cue, source, content)
    if raised is not None and source is not None:
        number = estimate(verb)
        if number is not None:
            yield Candidate(verb, "nsubj+at:number", cue, source, (phrase(raised), _at(verb, number)))
        yield Candidate(verb, "nsubj:passive", cue, source, (phrase(raised),))


def _at(verb: Token, number: Token) -> CharRange:
    """Return the words from "at" to the number, those of the number where the parse hangs "at" elsewhere."""
    at = next((child for child in dependents_behind(verb) if child.lower_ == "at"), number)
    agent = dependent(verb, "agent")
    end = agent.nbor(-1) if agent is not None and at.i < agent.i <= number.i else number
    return stretch(at, end)


def _cue(verb: Token) -> CharRange:
    """Return the cue of a verb: with its auxiliaries and particle ("has said", "pointed out")."""
    start, end = with_auxiliaries(verb)
    particle = dependent(verb, "prt")
    end = particle.idx + len(particle) if particle is not None and particle.i == verb.i + 1 else end
    return CharRange(start, end)


def _cue_clause(verb: Token, source: CharRange | None) -> CharRange:
    """Return the characters from the subject to the verb, or the reverse, with what stands between."""
    start, end = _cue(verb)
    head = subject(verb)
    if source is not None and head is not None and abs(head.i - verb.i) < _FARTHEST:
        start, end = min(start, source.start), max(end, source.end)
    return CharRange(start, end)
