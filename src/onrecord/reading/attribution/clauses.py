"""Subjects, complements and their stretches of text, read off the dependency parse (ClearNLP labels, as spaCy's)."""

from spacy.tokens import Token

from onrecord.reading.attribution.relation import Range

_SUBJECTS = {"nsubj", "csubj"}
_NO_SUBJECTS = {"there", "it"}
# Verbs without a subject of their own share that of the verb they hang on by these relations.
_SHARING = {"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "aux", "dep", "advmod"}
_DEPTH = 6
_EDGES = set(",;:.-–—\"“”'‘’()[] ")


def stretch(first: Token, last: Token) -> Range:
    """Return the characters from token `first` to token `last`, both included."""
    return first.idx, last.idx + len(last)


def phrase(token: Token) -> Range:
    """Return the characters of everything that hangs on `token`."""
    return stretch(token.left_edge, token.right_edge)


def trim(text: str, where: Range) -> Range | None:
    """Return the range `where` of `text` without punctuation and white space at its edges, None if nothing is left."""
    start, end = where
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return (start, end) if start < end else None


def is_passive(verb: Token) -> bool:
    """Say whether `verb` is a passive with its auxiliary ("is expected")."""
    return any(child.dep_ == "auxpass" for child in verb.children)


def is_negated(verb: Token) -> bool:
    """Say whether `verb` is negated ("has not said"), or nobody does it ("none of them said")."""
    return any(
        child.dep_ == "neg" or (child.dep_ in _SUBJECTS and child.lower_ in {"none", "nobody", "neither"})
        for child in verb.children
    )


def is_unsaid(verb: Token) -> bool:
    """Say whether `verb` tells of something not said, or not yet said: negated, declined, future or conditional."""
    if is_negated(verb):
        return True
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in {"will", "would", "could", "might", "may", "should", "’ll", "'ll"}:
            return True
    if verb.tag_ == "VB" and (verb.dep_ in {"acl", "relcl"} or (verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ")):
        # "plans to congratulate", "ready to talk about": meant to be said.
        return True
    refused = verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ in {"decline", "refuse", "fail"}
    return refused or verb.lemma_ == "decline"


def subject(verb: Token) -> Token | None:
    """Return the head of the subject of `verb`: its own, its agent's, or that of the verb or noun it hangs on."""
    token = verb
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i and verb.nbor(-1).text == ",":
        # "The palace reacted after the vote was won, saying ...": who reacted says, whatever stands nearest.
        while token.dep_ == "advcl" and token.head.dep_ == "advcl" and token.head.i < verb.i:
            token = token.head
        if token.i != verb.i:
            token = token.head
    for _ in range(_DEPTH):
        passive = is_passive(token)
        for child in token.children:
            if child.dep_ in _SUBJECTS and not passive and child.lower_ not in _NO_SUBJECTS:
                return child
            if child.dep_ == "agent":
                return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
        if passive and token is verb:
            return None
        if token.dep_ in {"acl", "relcl"} and token.head.pos_ in {"NOUN", "PROPN", "PRON"} and token.tag_ != "VBN":
            return token.head
        if passive:
            return next((child for child in token.children if child.dep_ == "nsubjpass"), None)
        if token.dep_ == "pcomp" and token.head.lower_ == "as":
            # "quoted an official as saying"
            quoted = next((child for child in token.head.head.children if child.dep_ == "dobj"), None)
            if quoted is not None:
                return quoted
        if token.dep_ not in _SHARING:
            break
        token = token.head
    if verb.tag_ in {"VBD", "VBZ"} and verb.dep_ != "ROOT":
        # The parser lost the subject of a coordinated verb: it is that of the sentence.
        return next((child for child in verb.sent.root.children if child.dep_ in _SUBJECTS and child.i < verb.i), None)
    return _cut_off_subject(verb)


def _cut_off_subject(verb: Token) -> Token | None:
    """Return the noun just before the sentence of `verb` if the parser took it for a sentence without a stop."""
    start = verb.sent.start
    if verb.dep_ != "ROOT" or start == 0:
        return None
    before = verb.doc[start - 1]
    if before.is_punct or before.is_space or before.sent.root.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    return before.sent.root


def subject_phrase(verb: Token) -> Range | None:
    """Return the characters of the whole subject of `verb`: titles, appositions and relative clauses included."""
    head = subject(verb)
    if head is None:
        return None
    first, last = head.left_edge, head.right_edge
    if first.i <= verb.i <= last.i:
        # The verb hangs on its own subject ("a statement saying ..."): only what stands before it.
        last = verb.nbor(-1) if verb.i > head.i else head
        first = first if first.i <= last.i else head
    while first.i < last.i and (first.is_punct or first.is_space):
        first = first.nbor()
    while last.i > first.i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    return stretch(first, last)


def without(outer: Range, inner: Range) -> tuple[Range, ...]:
    """Return what of `outer` is left when `inner` is taken out of it."""
    if inner[1] <= outer[0] or outer[1] <= inner[0]:
        return (outer,)
    parts = ((outer[0], inner[0]), (inner[1], outer[1]))
    return tuple(part for part in parts if part[0] < part[1])
