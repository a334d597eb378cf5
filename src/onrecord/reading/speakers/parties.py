"""For whom somebody speaks, and to whom: other parties of a statement than its speaker."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.reading.attribution import Attribution
from onrecord.reading.cast import Cast, Member
from onrecord.reading.speakers.venues import is_venue

_OFFICES = {"spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokeswomen", "spokespeople"}
_BEFORE = {"compound", "poss", "nmod"}
_PRESS = {"press", "media", "communications", "public"}
_FOR = {"for", "of", "at", "with"}
# What is told takes its hearer as an object; what is said, behind "to".
_TOLD = {
    "tell", "inform", "ask", "urge", "remind", "assure", "warn", "advise", "notify", "brief", "order", "instruct",
    "reassure", "beg", "implore", "invite", "promise", "write", "text", "email", "answer", "lecture",
}  # fmt: skip
_TO = {
    "say", "speak", "write", "explain", "complain", "announce", "confess", "admit", "suggest", "repeat", "address",
    "talk", "tweet",
}  # fmt: skip
_INTERVIEWING = {"speak", "talk", "interview"}
_NOMINAL, _NOBODY = {"PROPN", "PRON", "NOUN"}, {"it", "that", "this", "what"}
# How many sentences before a nameless "spokeswoman Ada Orlen said" her organisation may be named.
_SENTENCES = 2


def represented(span: DocSpan) -> Token | None:
    """Return the head of what the source at `span` speaks for ("Lanta Fund spokesman", "a spokesman for the fund")."""
    for office in span.doc[max(span.start - 1, 0) : span.end]:
        if not _is_office(office):
            continue
        for child in office.children:
            if child.lower_ in _FOR:
                return next((token for token in child.children if token.dep_ == "pobj"), None)
            if child.dep_ in _BEFORE and child.ent_type_ and child.i < office.i:
                return child
        # "Lanta Fund spokesman Ivo Marek": all hang from the name.
        if office.dep_ == "compound":
            before = [c for c in office.head.children if c.dep_ in {"compound", "poss"} and c.i < office.i]
            return next((child for child in reversed(before) if child.ent_type_ not in {"", "PERSON"}), None)
    return None


def bare_office(cast: Cast, span: DocSpan) -> Member | None:
    """Return whom a bare office at `span` ("spokeswoman Ada Orlen") speaks for: the organisation mentioned last."""
    doc = span.doc
    if not any(_is_office(token) for token in span):
        return None
    sentences = 0
    for i in range(span.start - 1, -1, -1):
        member = cast.by_token.get(i)
        if member is not None and member.named and member.type in {"organisation", "state"}:
            return member
        sentences += bool(doc[i].is_sent_start)
        if sentences > _SENTENCES:
            return None
    return None


def interview(cast: Cast, lead: DocSpan) -> tuple[Member | None, Member | None]:
    """Return who asks and who answers, as far as `lead`, the words before an interview, tell; None for who is not told.

    "Rivas spoke to Marek": Rivas asks. "Rivas was interviewed by Marek" is left open.
    """
    for verb in lead:
        if verb.lemma_ not in _INTERVIEWING or any(child.dep_ == "auxpass" for child in verb.children):
            continue
        asking = [child for child in verb.lefts if child.dep_ == "nsubj"]
        answering = [child for child in verb.rights if child.dep_ == "dobj"]
        answering += [t for t in verb.subtree if t.dep_ == "pobj" and t.i > verb.i and t.head.lower_ in {"to", "with"}]
        pair = [_person_at(cast, heads) for heads in (asking, answering)]
        if all(pair):
            return pair[0], pair[1]
    return None, None


def _person_at(cast: Cast, heads: Sequence[Token]) -> Member | None:
    members = (cast.by_token.get(head.i) for head in heads)
    return next((member for member in members if member is not None and member.type == "person"), None)


def addressed(doc: Doc, attribution: Attribution) -> Iterator[Token]:
    """Yield the heads of those to whom an attribution's cue says its words are said ("told reporters")."""
    if attribution.cue is None:
        return
    cue = doc.char_span(*attribution.cue, alignment_mode="expand")
    if cue is None:
        return
    verb, content = cue.root, attribution.content
    doing = verb.lemma_.casefold()
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"} and doing in _TOLD and child.pos_ != "ADP":
            yield from _persons([child], content)
        elif child.lower_ == "to" and doing in _TO | _TOLD:
            yield from _persons([token for token in child.children if token.dep_ == "pobj"], content)
    if doing in _TOLD and not any(child.dep_ in {"dobj", "dative"} for child in verb.children):
        # "told Channel 12 she would follow": the parser makes the hearer a subject of the clause.
        after = doc[cue.end] if cue.end < len(doc) else None
        if after is not None and after.dep_ == "nsubj" and after.head.i != verb.i and after.pos_ in _NOMINAL:
            yield from _persons([after], content)


def _persons(heads: list[Token], content: Sequence[tuple[int, int]]) -> Iterator[Token]:
    for head in heads:
        for token in (head, *head.conjuncts):
            # "told patients to come back": the hearers are the subject of what is said.
            inside = any(start < token.left_edge.idx < end for start, end in content)
            if token.pos_ in _NOMINAL and not inside and token.lower_ not in _NOBODY and not is_venue(token):
                yield token


def _is_office(token: Token) -> bool:
    """Say whether `token` is an office that speaks for somebody else."""
    if token.lower_ == "secretary":
        return any(child.lower_ in _PRESS for child in token.children)
    return token.lower_ in _OFFICES
