"""Candidate relations from the parse: what a verb, noun or adjective governs that could be what somebody said.

A frame is the way a cue takes its content; which cues are to be believed in which frames is for `cues` to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from onrecord.reading.attribution.clauses import is_passive, phrase, stretch, subject, subject_phrase, trim, without
from onrecord.reading.attribution.relation import Range

_RIGHT_OBJECTS = {"dobj", "oprd", "attr", "dative"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation that is one if `cue` is a cue in this `frame` ("ccomp", "dobj", "prep:for", ...)."""

    token: Token
    frame: str
    cue: Range
    source: Range | None
    content: tuple[Range, ...]


def candidates(doc: Doc) -> Iterator[Candidate]:
    """Yield the candidates of `doc`, in the order of their cues; one cue may have several."""
    text = doc.text
    for token in doc:
        for raw in _governed(token, text):
            content = tuple(part for part in (_trim_content(text, c) for c in raw.content) if part is not None)
            if content:
                yield replace(raw, source=trim(text, raw.source) if raw.source else None, content=content)


def _governed(token: Token, text: str) -> Iterator[Candidate]:
    pos = token.pos_
    if pos == "VERB" or (pos == "AUX" and token.dep_ == "ROOT"):
        yield from _verb(token, text)
    elif pos == "NOUN":
        yield from _noun(token)
    elif pos == "ADJ":
        yield from _adjective(token)
    if token.lower_ == "according" or token.text == "per":
        yield from _according(token)


def _verb(verb: Token, text: str) -> Iterator[Candidate]:
    passive = is_passive(verb)
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and not any(child.dep_ == "agent" for child in verb.children):
        # "a button labelled ...": nobody is said to have said it.
        return
    source = subject_phrase(verb)
    cue = _verb_cue(verb)
    voice = ":passive" if passive else ""
    objects: list[Token] = []
    for child in verb.children:
        dep = child.dep_
        if dep == "ccomp":
            content = without(phrase(child), _cue_clause(verb, source))
            where = "ccomp:left" if child.i < verb.i else "ccomp"
            if child.i > verb.i and any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children):
                where = "ccomp:to"
            yield Candidate(verb, where + voice, cue, source, content)
        elif dep == "xcomp" and child.i > verb.i:
            kind = "xcomp:ing" if child.tag_ == "VBG" else "xcomp"
            if passive:
                raised = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
                content = (phrase(raised), phrase(child)) if raised is not None else (phrase(child),)
                yield Candidate(verb, kind + voice, cue, source, content)
            else:
                yield Candidate(verb, kind, cue, source, (phrase(child),))
        elif dep == "prep" and child.i > verb.i and not passive:
            inner = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if inner is not None and not objects:
                widened = stretch(verb, child) if child.i == verb.i + 1 else cue
                yield Candidate(verb, f"prep:{child.lower_}", widened, source, (phrase(inner),))
        if dep in _RIGHT_OBJECTS and child.i > verb.i:
            objects.append(child)
    if objects and not passive:
        first = objects[0]
        last = objects[-1]
        yield Candidate(verb, "dobj", cue, source, (stretch(first.left_edge, last.right_edge),))
        after = [c for c in verb.children if c.i > last.i and c.dep_ in {"prep", "xcomp", "oprd", "ccomp"}]
        if after:
            whole = stretch(first.left_edge, after[0].right_edge)
            key = after[0].lower_ if after[0].dep_ == "prep" else after[0].dep_
            yield Candidate(verb, f"dobj+{key}", cue, source, (whole,))
    elif passive:
        raised = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        if raised is not None and source is not None:
            yield Candidate(verb, "nsubj:passive", cue, source, (phrase(raised),))
    elif verb.dep_ in {"parataxis", "ccomp"} and verb.head.i > verb.i - 40 and source is not None:
        # "Her deputy, she conceded, would not resign": the cue hangs on what it reports.
        outer = phrase(verb.head)
        clause = _cue_clause(verb, source)
        if verb.dep_ == "parataxis" or (outer[0] < clause[0] and text[clause[0] - 2 : clause[0]].startswith(",")):
            yield Candidate(verb, "parataxis", cue, source, without(outer, clause))


def _noun(noun: Token) -> Iterator[Candidate]:
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    source: Range | None = phrase(owner) if owner is not None else None
    for child in noun.children:
        if source is None and child.dep_ == "prep" and child.lower_ in {"by", "from", "of"}:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and child.lower_ != "of":
                source = phrase(inner)
    if source is None and noun.dep_ == "dobj" and noun.head.lemma_ in {"make", "have", "issue", "express", "release"}:
        source = subject_phrase(noun.head)
    cue = stretch(noun, noun)
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in {"acl", "ccomp", "relcl"}:
            to = any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
            that = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
            if to or that:
                yield Candidate(noun, "noun:to" if to else "noun:that", cue, source, (phrase(child),))
        elif child.dep_ == "prep" and child.lower_ not in {"by", "from", "in", "at"} and source is not None:
            inner = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if inner is not None:
                yield Candidate(noun, f"noun:{child.lower_}", cue, source, (phrase(inner),))


def _adjective(adjective: Token) -> Iterator[Candidate]:
    copula = adjective.head if adjective.dep_ in {"acomp", "attr"} else None
    if copula is None:
        return
    source = subject_phrase(copula)
    cue = stretch(adjective, adjective)
    for child in adjective.children:
        if child.i > adjective.i and child.dep_ in {"ccomp", "xcomp"}:
            yield Candidate(adjective, f"adj:{child.dep_}", cue, source, (phrase(child),))
        elif child.i > adjective.i and child.dep_ == "prep":
            inner = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if inner is not None:
                yield Candidate(adjective, f"adj:{child.lower_}", cue, source, (phrase(inner),))


def _according(token: Token) -> Iterator[Candidate]:
    """Yield "according to X" and "per X": the content is the rest of the clause it hangs on."""
    to = next((c for c in token.children if c.lower_ == "to"), token)
    inner = next((c for c in to.children if c.dep_ == "pobj"), None)
    if inner is None or (token.lower_ == "per" and inner.pos_ != "PROPN"):
        return
    # After a comma it holds for the whole sentence before it, else for the clause it hangs on.
    clause = token.sent.root if token.i and token.nbor(-1).text == "," else token.head
    while clause.pos_ not in {"VERB", "AUX"} and clause.dep_ != "ROOT":
        clause = clause.head
    own = stretch(token, inner.right_edge)
    content = without(phrase(clause), own)
    # What follows in the sentence after the source belongs to the content only if the phrase opens it.
    if own[0] > phrase(clause)[0]:
        content = content[:1]
    yield Candidate(token, "according", stretch(token, to), phrase(inner), content)


def _verb_cue(verb: Token) -> Range:
    """Return the cue of a verb: with its perfect or passive auxiliaries and particle ("has said", "pointed out")."""
    first = last = verb
    for child in verb.children:
        if child.dep_ in {"aux", "auxpass"} and child.i < first.i and first.i - child.i <= 2:
            first = child
        elif child.dep_ == "prt" and child.i == verb.i + 1:
            last = child
    return stretch(first, last)


def _cue_clause(verb: Token, source: Range | None) -> Range:
    """Return the characters from the subject to the verb, or the reverse, with what stands between."""
    start, end = _verb_cue(verb)
    head = subject(verb)
    if source is not None and head is not None and abs(head.i - verb.i) < 40:
        start, end = min(start, source[0]), max(end, source[1])
    return start, end


def _trim_content(text: str, where: Range) -> Range | None:
    """Return `where` without commas and white space at its edges; quote marks stay."""
    start, end = where
    while start < end and text[start] in " ,;:—–-\n":
        start += 1
    while end > start and text[end - 1] in " ,;:—–-\n":
        end -= 1
    return (start, end) if start < end else None
