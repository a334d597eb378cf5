"""Subjects, complements and their stretches of text, read off the dependency parse (ClearNLP labels, as spaCy's)."""

from spacy.tokens import Token

from onrecord.extraction.ranges import CharRange, overlap

_SUBJECTS = {"nsubj", "csubj"}
_DOCUMENTS = {
    "announcement", "article", "comment", "communique", "email", "letter", "memo", "message", "note", "post",
    "release", "report", "speech", "statement", "tweet", "video",
}  # fmt: skip
_CLAIMS = {
    "accusation", "allegation", "assertion", "charge", "claim", "idea", "notion", "report", "rumor", "rumour",
    "suggestion", "theory",
}  # fmt: skip
_REFUSALS = {"decline", "refuse", "fail"}
_SAYINGS = {
    "answer", "comment", "confirm", "disclose", "discuss", "elaborate", "explain", "reply", "respond", "say", "tell",
}  # fmt: skip
_NEITHER = {"neither", "nor"}
_NOBODY = {"none", "nobody", "neither"}
_NO = {"no", "neither"}
_NO_SUBJECTS = {"there", "it"}
# Verbs without a subject of their own share that of the verb they hang on by these relations.
_SHARING = {"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "aux", "dep", "advmod"}
_DEPTH = 6
_EDGES = set(",;:.-–—\"“”'‘’()[] ")


def stretch(first: Token, last: Token) -> CharRange:
    """Return the characters from token `first` to token `last`, both included."""
    return CharRange(first.idx, last.idx + len(last))


def phrase(token: Token) -> CharRange:
    """Return the characters of everything that hangs on `token`."""
    return stretch(token.left_edge, token.right_edge)


def trim(text: str, where: CharRange) -> CharRange | None:
    """Return the range `where` of `text` without punctuation and white space at its edges, None if nothing is left."""
    start, end = where
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return CharRange(start, end) if start < end else None


def dependent(token: Token, *relations: str) -> Token | None:
    """Return the first word that hangs on `token` by one of the `relations`."""
    return next((child for child in token.children if child.dep_ in relations), None)


def belongs_to(token: Token, verb: Token) -> bool:
    """Say whether `token` is below `verb`, and below no other verb between them."""
    for above in token.ancestors:
        if above.i == verb.i:
            return True
        if above.pos_ in {"VERB", "AUX"}:
            return False
    return False


def is_passive(verb: Token) -> bool:
    """Say whether `verb` is a passive with its auxiliary ("is expected")."""
    return dependent(verb, "auxpass") is not None


def is_negated(verb: Token) -> bool:
    """Say whether `verb` is negated ("has not said"), or nobody does it ("none of them said", "neither man would say").

    Of "would neither confirm nor deny" both verbs are.
    """
    for child in verb.lefts:
        if child.dep_ == "neg" or child.lower_ in _NEITHER:
            return True
        if child.dep_ in _SUBJECTS and (child.lower_ in _NOBODY or any(t.lower_ in _NO for t in child.lefts)):
            return True
    return verb.dep_ == "conj" and any(child.lower_ == "nor" for child in verb.head.children)


def is_unsaid(verb: Token) -> bool:
    """Say whether `verb` tells of something not said, or not yet said."""
    return is_refused(verb) or is_expected(verb)


def is_expected(verb: Token) -> bool:
    """Say whether what `verb` tells of is yet to be said, or would or could be."""
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in {"will", "would", "could", "might", "may", "should", "’ll", "'ll"}:
            return True
        # "If the union says so, ...": it has not yet.
        if child.dep_ == "mark" and child.lower_ in {"if", "unless"} and verb.tag_ in {"VBZ", "VBP"}:
            return True
    # "plans to congratulate", "ready to talk about": meant to be said.
    return verb.tag_ == "VB" and (verb.dep_ in {"acl", "relcl"} or (verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ"))


def is_refused(verb: Token) -> bool:
    """Say whether `verb` tells of something that was not said: negated, declined, avoided."""
    if is_negated(verb):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ in {"from", "without"}:
        # "stepped back from accusing ...", "without saying ..."
        return True
    if verb.lemma_ in _REFUSALS and any(child.dep_ == "xcomp" and child.lemma_ in _SAYINGS for child in verb.children):
        return True
    refused = verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ in _REFUSALS
    return refused or verb.lemma_ == "decline"


def subject(verb: Token) -> Token | None:
    """Return the head of the subject of `verb`: its own, its agent's, or that of the verb or noun it hangs on."""
    if verb.tag_ == "VBG" and verb.i and verb.nbor(-1).text == ",":
        trailing = _main_subject(verb)
        if trailing is not None:
            return trailing
    if split_subject(verb) is not None:
        return next(child for child in verb.children if child.dep_ in _SUBJECTS and child.i > verb.i)
    if (behind := _inverted_subject(verb)) is not None:
        return behind
    found = _shared_subject(verb)
    if found is not None or is_passive(verb) or dependent(verb, "agent") is not None:
        return found
    if verb.tag_ in {"VBD", "VBZ"} and verb.dep_ != "ROOT":
        # The parser lost the subject of a coordinated verb: it is that of the sentence.
        return next((child for child in verb.sent.root.children if child.dep_ in _SUBJECTS and child.i < verb.i), None)
    return _cut_off_subject(verb)


def _shared_subject(verb: Token) -> Token | None:
    """Return the subject or agent of a verb, or the subject that it shares with a verb or noun it hangs on."""
    token = verb
    for _ in range(_DEPTH):
        passive = is_passive(token)
        for child in token.children:
            if child.dep_ in _SUBJECTS and not passive and child.lower_ not in _NO_SUBJECTS:
                return child
            if child.dep_ == "agent" and token is verb:
                return dependent(child, "pobj")
        if passive and token is verb:
            return None
        if token.dep_ in {"acl", "relcl"} and token.head.pos_ in {"NOUN", "PROPN", "PRON"} and token.tag_ != "VBN":
            return _author(token.head) or token.head
        if passive and (suffering := dependent(token, "nsubjpass")) is not None:
            return suffering
        if token.dep_ == "pcomp" and token.head.lower_ == "as":
            # "quoted an official as saying"
            quoted = dependent(token.head.head, "dobj")
            if quoted is not None:
                return quoted
        if token.dep_ not in _SHARING:
            break
        token = token.head
    return None


def _inverted_subject(verb: Token) -> Token | None:
    """Return the noun that closes a clause right behind its verb after a comma: "Fire traps 40, says union; ...".

    Headlines leave the article out, and the parser takes the noun for an object.
    """
    if verb.tag_ not in {"VBD", "VBZ"} or not verb.i or verb.nbor(-1).text != "," or dependent(verb, *_SUBJECTS):
        return None
    noun = dependent(verb, "dobj")
    if noun is None or noun.left_edge.i != verb.i + 1 or noun.tag_ not in {"NN", "NNP", "NNS", "NNPS"}:
        return None
    last = noun.right_edge.i + 1
    return noun if last == len(verb.doc) or verb.doc[last].is_punct or verb.doc[last].is_space else None


def _cut_off_subject(verb: Token) -> Token | None:
    """Return the noun just before the sentence of `verb` if the parser took it for a sentence without a stop."""
    start = verb.sent.start
    if verb.dep_ != "ROOT" or start == 0:
        return None
    before = verb.doc[start - 1]
    if before.is_punct or before.is_space or before.sent.root.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    return before.sent.root


def split_subject(verb: Token) -> Token | None:
    """Return the subject of the reported clause where `verb` stands inside it: "The glacier, said Marek, is leaving".

    The parser gives the verb two subjects, of which the one before it is that of the clause.
    """
    if not verb.i or verb.nbor(-1).text != ",":
        return None
    before = [child for child in verb.children if child.dep_ in _SUBJECTS and child.i < verb.i]
    after = any(child.dep_ in _SUBJECTS and child.i > verb.i for child in verb.children)
    return before[0] if before and after else None


def _main_subject(participle: Token) -> Token | None:
    """Return the subject of the main clause that a participle after a comma goes on from.

    "The palace reacted after the vote was won, saying ...": who reacted says, whatever stands nearest.
    """
    for token in participle.ancestors:
        if token.dep_ in {"ROOT", "conj", "parataxis"} and token.i < participle.i:
            for child in token.children:
                if child.dep_ in _SUBJECTS | {"nsubjpass"} and child.i < participle.i:
                    return child
    return None


def _author(noun: Token) -> Token | None:
    """Return who puts out the document `noun` names: "his office issued a statement saying ..."."""
    if noun.lemma_ not in _DOCUMENTS:
        return None
    owner = dependent(noun, "poss")
    if owner is not None:
        return owner
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head if noun.dep_ == "pobj" else None
    if verb is None or verb.pos_ != "VERB" or (noun.dep_ == "pobj" and noun.head.lower_ not in {"in", "with", "on"}):
        return None
    return dependent(verb, *_SUBJECTS)


def clause_beside(noun: Token) -> Token | None:
    """Return the clause with `that` after a noun and its attributes, which the parser hangs on the noun's verb.

    "rejected claims by villagers that the pond had leaked": the claims say so, not who rejects them.
    """
    if noun.dep_ != "dobj" or noun.lemma_ not in _CLAIMS:
        return None
    for child in noun.head.children:
        if child.dep_ == "ccomp" and child.left_edge.i == noun.right_edge.i + 1 and child.left_edge.lower_ == "that":
            return child
    return None


def subject_phrase(verb: Token) -> CharRange | None:
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


def with_auxiliaries(verb: Token) -> CharRange:
    """Return the characters of `verb` with the perfect or passive auxiliaries right before it ("has said")."""
    first = verb
    for child in verb.lefts:
        if child.dep_ in {"aux", "auxpass"} and verb.i - child.i <= 2 and child.i < first.i:
            first = child
    return stretch(first, verb)


def without(outer: CharRange, inner: CharRange) -> tuple[CharRange, ...]:
    """Return what of `outer` is left when `inner` is taken out of it."""
    if not overlap(outer, inner):
        return (outer,)
    parts = (CharRange(outer.start, inner.start), CharRange(inner.end, outer.end))
    return tuple(part for part in parts if part.start < part.end)
