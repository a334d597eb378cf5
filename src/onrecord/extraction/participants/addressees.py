"""To whom something is said: the hearers that a cue names, and who asks and who answers in an interview."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.attribution import Attribution
from onrecord.extraction.entities import Discourse, DiscourseEntity
from onrecord.extraction.participants.venues import is_venue
from onrecord.extraction.ranges import CharRange

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


def interview(discourse: Discourse, lead: DocSpan) -> tuple[DiscourseEntity | None, DiscourseEntity | None]:
    """Return who asks and who answers, as far as `lead`, the words before an interview, tell; None for who is not told.

    "Rivas spoke to Marek": Rivas asks. "Rivas was interviewed by Marek" is left open.
    """
    for verb in lead:
        if verb.lemma_ not in _INTERVIEWING or any(child.dep_ == "auxpass" for child in verb.children):
            continue
        asking = [child for child in verb.lefts if child.dep_ == "nsubj"]
        answering = [child for child in verb.rights if child.dep_ == "dobj"]
        answering += [t for t in verb.subtree if t.dep_ == "pobj" and t.i > verb.i and t.head.lower_ in {"to", "with"}]
        pair = [_person_at(discourse, heads) for heads in (asking, answering)]
        if all(pair):
            return pair[0], pair[1]
    return None, None


def _person_at(discourse: Discourse, heads: Sequence[Token]) -> DiscourseEntity | None:
    entities = (discourse.by_token.get(head.i) for head in heads)
    return next((entity for entity in entities if entity is not None and entity.type == "person"), None)


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


def _persons(heads: list[Token], content: Sequence[CharRange]) -> Iterator[Token]:
    for head in heads:
        for token in (head, *head.conjuncts):
            # "told patients to come back": the hearers are the subject of what is said.
            inside = any(start < token.left_edge.idx < end for start, end in content)
            if token.pos_ in _NOMINAL and not inside and token.lower_ not in _NOBODY and not is_venue(token):
                yield token
