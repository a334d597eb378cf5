"""Frames of verbs: the ways a verb takes what somebody said, as a clause, an infinitive, an object or around itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

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
from onrecord.rules import Rule

# A subject farther from its verb than this, in tokens, is a slip of the parser.
_FARTHEST = 40


@dataclass(frozen=True, slots=True)
class GoverningVerb:
    """A verb that may be a cue, with what each frame asks of it."""

    token: Token
    text: str
    passive: bool
    source: CharRange | None
    cue: CharRange
    objects: tuple[Token, ...]

    @classmethod
    def of(cls, verb: Token, text: str) -> "GoverningVerb | None":
        """Return the verb, None for one of which nobody is said to have said it ("a button labelled ...")."""
        if verb.tag_ == "VBN" and verb.dep_ == "acl" and dependent(verb, "agent") is None:
            return None
        objects = tuple(c for c in dependents_behind(verb) if c.dep_ in NOMINAL_COMPLEMENTS)
        return cls(
            verb, text, is_passive(verb), subject_phrase(verb), _cue(verb), objects if verb.dep_ != "acl" else ()
        )

    def candidate(self, frame: str, *content: CharRange, cue: CharRange | None = None) -> Candidate:
        """Return the candidate of which the verb is the cue in `frame`."""
        return Candidate(self.token, frame, cue or self.cue, self.source, content)


def _claimed_number(verb: GoverningVerb) -> Iterator[Candidate]:
    theirs = claimed_number(verb.token)
    if theirs is not None:
        yield verb.candidate("acl:number", stretch(theirs.left_edge, theirs))


def _clause(verb: GoverningVerb) -> Iterator[Candidate]:
    for frame, content in _clauses(verb.token, verb.source):
        yield verb.candidate(f"{frame}:passive" if verb.passive else frame, *content)


def _raised_clause(verb: GoverningVerb) -> Iterator[Candidate]:
    """Yield the infinitives of a passive: "the quay is expected to close"."""
    if not verb.passive:
        return
    raised = dependent(verb.token, "nsubjpass")
    for child in dependents_behind(verb.token):
        if child.dep_ == "xcomp":
            frame = "xcomp:ing:passive" if child.tag_ == "VBG" else "xcomp:passive"
            yield verb.candidate(frame, *((phrase(child),) if raised is None else (phrase(raised), phrase(child))))


def _passive_number(verb: GoverningVerb) -> Iterator[Candidate]:
    raised = dependent(verb.token, "nsubjpass") if verb.passive and verb.source is not None else None
    number = estimate(verb.token) if raised is not None else None
    if raised is not None and number is not None:
        yield verb.candidate("nsubj+at:number", phrase(raised), _at(verb.token, number))


def _infinitive(verb: GoverningVerb) -> Iterator[Candidate]:
    for child in dependents_behind(verb.token) if not verb.passive else ():
        if child.dep_ == "xcomp":
            yield verb.candidate("xcomp:ing" if child.tag_ == "VBG" else "xcomp", phrase(child))


def _preposition(verb: GoverningVerb) -> Iterator[Candidate]:
    """Yield the candidates of what stands behind prepositions in front of the object."""
    token = verb.token
    for child in dependents_behind(token) if not verb.passive else ():
        inner = dependent(child, "pobj", "pcomp") if child.dep_ == "prep" else None
        if inner is not None and (not verb.objects or child.i < verb.objects[0].i):
            counted = ":number" if child.lower_ == "of" and estimate(token) is not None else ""
            widened = stretch(token, child) if child.i == token.i + 1 else verb.cue
            yield verb.candidate(f"prep:{child.lower_}{counted}", phrase(inner), cue=widened)


def _object(verb: GoverningVerb) -> Iterator[Candidate]:
    if verb.objects and not verb.passive:
        for frame, end in _objects(verb.token, verb.objects[-1]):
            yield verb.candidate(frame, stretch(verb.objects[0].left_edge, end))


def _around(verb: GoverningVerb) -> Iterator[Candidate]:
    """Yield the clause that a verb hangs on: "Her deputy, she conceded, would not resign"."""
    token = verb.token
    inside = token.dep_ in {"parataxis", "ccomp"} and token.head.i > token.i - _FARTHEST and verb.source is not None
    if not inside or verb.objects or verb.passive:
        return
    outer, clause = phrase(token.head), _cue_clause(token, verb.source)
    amid = outer.start < clause.start and verb.text[clause.start - 2 : clause.start].startswith(",")
    if token.dep_ == "parataxis" or amid:
        yield verb.candidate("parataxis", *without(outer, clause))


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


type VerbFrame = Callable[[GoverningVerb], Iterator[Candidate]]
"""Gives the candidates of a verb in one way to take what is said."""

VERB_FRAMES: tuple[Rule[VerbFrame], ...] = (
    Rule("candidate/claimed-number", _claimed_number),
    Rule("candidate/clause", _clause),
    Rule("candidate/raised-clause", _raised_clause),
    Rule("candidate/passive-number", _passive_number),
    Rule("candidate/infinitive", _infinitive),
    Rule("candidate/preposition", _preposition),
    Rule("candidate/object", _object),
    Rule("candidate/around", _around),
)
"""The frames of verbs, in order: of two that are believed alike the first is taken."""
