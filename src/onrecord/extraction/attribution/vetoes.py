"""What the model takes for statements and is none: words not said, signs and instruments, words held at a distance."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.attribution.decoding import DecodedRelation
from onrecord.extraction.attribution.modality import is_refused
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.attribution.rules import is_listed
from onrecord.extraction.event_lexicon import word_for
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.ranges import within
from onrecord.extraction.syntax import NOUNS, VERBS, dependents_before, dependents_behind, has_dependent

# What has words or figures on it and says nothing.
_THINGS = {
    "barometer", "clock", "dial", "display", "gauge", "label", "meter", "monitor", "placard", "plaque", "scale", "sign",
    "signpost", "sticker", "thermometer",
}  # fmt: skip


# A thing that another word than one for saying is about ("ended their quarrel over tuna") must be so likely. Of 65 on
# PolNeAR dev that were less so, 20 were statements; of 22 that were more so, 20.
_LIKELY = 0.8

_CALLED = {"election", "meeting", "session", "strike", "summit", "vote"}
# What somebody says who says nothing.
_NOTHING = {"little", "no more", "nothing more", "little more"}


def is_statement(
    doc: Doc, found: DecodedRelation, relation: Attribution, head: Token, quotes: Iterable[Quotation]
) -> bool:
    """Say whether a relation that the model found is a statement.

    Args:
        doc: the document.
        found: the relation, with its cue.
        relation: the same by characters, with its medium.
        head: the word of its cue that tells what kind it is.
        quotes: the quotations of `doc`.
    """
    start, end = relation.content[0].start, relation.content[-1].end
    near = (quote for quote in quotes if start <= quote.start and quote.end <= end)
    inside = [quote for quote in near if any(within(quote.where, own) for own in relation.content)]
    if relation.medium != "thought" and is_refused(head) and not _is_quoted(relation, inside):
        return False
    if found.source is not None and doc[slice(*found.source)].root.lemma_ in _THINGS:
        return False
    words = doc[found.content[0].start : found.content[-1].end]
    if not inside and _is_thing(head, words) and relation.confidence < _LIKELY:
        return False
    unsaid = words.root.lower_ == "nothing" or words.text.casefold() in _NOTHING
    if _is_called(head) or (
        not inside
        and (unsaid or _is_supposed(head) or _is_summons(head) or _is_done(head, words) or _is_count(head, words))
    ):
        return False
    return not _is_distanced(doc[found.content[0].start : found.content[-1].end], inside)


def _is_called(head: Token) -> bool:
    """Say whether a cue only gives somebody's other name ("known on the docks as ...")."""
    return (
        head.lemma_ == "know" and head.tag_ == "VBN" and any(child.lower_ == "as" for child in dependents_behind(head))
    )


def _is_supposed(head: Token) -> bool:
    """Say whether a cue only supposes or goes on from something ("let's say it rains", "having said that")."""
    if head.lemma_ != "say":
        return False
    supposing = head.dep_ == "ccomp" and head.head.lemma_ == "let"
    bare = head.tag_ == "VB" and head.i == head.sent.start
    behind = head.nbor().lower_ if head.i + 1 < len(head.doc) else ""
    return (
        supposing or bare or (behind == "that" and any(child.lower_ == "having" for child in dependents_before(head)))
    )


def _is_summons(head: Token) -> bool:
    """Say whether a cue tells of a call by telephone or to a meeting ("called into a show", "called a session")."""
    if head.lemma_ != "call":
        return False
    behind = [child.lower_ for child in dependents_behind(head) if child.dep_ in {"prt", "prep"}]
    things = {child.lemma_ for child in dependents_behind(head) if child.dep_ == "dobj"}
    return behind[:1] in (["in"], ["into"]) or bool(things & _CALLED)


def _is_count(head: Token, words: DocSpan) -> bool:
    """Say whether a cue only tells how many voted for something ("voted seven to three")."""
    return head.lemma_ == "vote" and words[0].like_num


def _is_done(head: Token, words: DocSpan) -> bool:
    """Say whether a cue tells of an event, and of no saying, with a thing for its object ("imposed sanctions")."""
    bare = words.root.dep_ == "dobj" and words.root.head == head and words.root.pos_ in NOUNS
    done = head.pos_ == "VERB" and word_for(head) is not None and not has_dependent(head, "prt")
    return bare and done and not is_listed(head)


def _is_thing(head: Token, words: DocSpan) -> bool:
    """Say whether a content has no verb and its cue is no word that introduces what is said."""
    return not is_listed(head) and not any(token.pos_ in VERBS for token in words)


def _is_quoted(relation: Attribution, inside: Iterable[Quotation]) -> bool:
    """Say whether all of the content stands in quote marks: the parser loses its way in quotations."""
    return all(any(quote.where == own for quote in inside) for own in relation.content)


def _is_distanced(span: DocSpan, inside: Iterable[Quotation]) -> bool:
    """Say whether a content is a thing with its name in quote marks: `proposed a "reset" with the neighbours`."""
    if span[0].pos_ != "DET" or any(token.pos_ in VERBS and token.lower_ != "called" for token in span):
        return False
    # Not of the whole document, which spaCy puts together anew each time.
    text = span.text
    for quote in inside:
        opened, ended = quote.start - span.start_char, quote.end - span.start_char
        before = text[:opened].split()
        one_word = len(before) == 1 and len(text[opened:ended].split()) == 1
        if one_word or (before and before[-1].casefold() == "so-called"):
            return True
    return False
