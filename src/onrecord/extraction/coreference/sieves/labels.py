"""Labels of a transcript or an interview ("GEN. MAREK:", "Q:"), which are names as such and no part of a sentence."""

from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.interviews import interview
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.coreference.weight_tables import worth
from onrecord.extraction.document import PARTS
from onrecord.extraction.entities import TYPE_OF_NOUN, DiscourseEntity, PersonName, is_title
from onrecord.folding import fold
from onrecord.transcripts import ANSWER, QUESTION, is_role

_SAID = {"said", "says"}


def who_asks_or_answers(mention: Mention, context: Context) -> Proposal | None:
    """Of "Q" and "A": who asks and who answers by the words before the interview; else who is named most answers.

    Whoever asks in a room full of reporters is described by the label alone.
    """
    label = mention.span
    if _words(label) not in {QUESTION, ANSWER}:
        return None
    first = next((i for i in _questions_and_answers(context.doc) if i < label.start), label.start)
    asking, answering = interview(context.discourse, context.doc[:first])
    if _words(label) == QUESTION:
        return _known_as(label, context) if asking is None else Proposal((asking,), worth(who_asks_or_answers))
    persons = [m for m in context.discourse.entities if m.type == "person" and m.named and m.before(first)]
    answering = answering or max(persons, key=lambda entity: len(entity.mentions), default=None)
    return Proposal((answering,) if answering is not None else (), worth(who_asks_or_answers))


def _questions_and_answers(doc: Doc) -> Iterator[int]:
    """Yield the tokens that are "Q" or "A" as a label; "A harbour in trouble" begins no interview."""
    for part in doc.spans[PARTS]:
        opening = doc[part.start : part.start + 2].text
        if opening.startswith(QUESTION) or opening in {f"{ANSWER}:", f"{ANSWER}."}:
            yield part.start


def _known_as(label: DocSpan, context: Context) -> Proposal:
    """Return whoever is described by this label already, else somebody new who is."""
    known = [entity for entity in context.discourse.all_named(_words(label)) if not entity.named]
    if known:
        return Proposal((known[0],), mention=label)
    return Proposal((DiscourseEntity("person", _words(label), [label], named=False),))


def _words(label: DocSpan) -> str:
    """Return the words of a label; "Q." is one token, though its stop closes it."""
    return label.text.rstrip(".") if label.text[:-1] in {QUESTION, ANSWER} else label.text


def bearer_of_label(mention: Mention, context: Context) -> Proposal | None:
    """The organisation of that name, or the person whose name elsewhere has the label's words, or fewer of them."""
    span = mention.span
    label = _name_in(context.doc, span)
    printed = fold(span.text)
    for entity in context.discourse.entities:
        if entity.type == "organisation" and fold(entity.name) == printed:
            return Proposal((entity,))
        if entity.type == "person" and _is_called(entity, label):
            elsewhere = any(not span.start <= one.start < span.end for one in entity.mentions)
            if elsewhere:
                return Proposal((entity,))
    return None


def label_without_name(mention: Mention, context: Context) -> Proposal | None:
    """Whoever the words describe, where they are no name ("VOTERS:", "The newspaper:")."""
    span = mention.span
    if is_role(span.text):
        return _known_as(span, context)
    described = span[-1].lower_ in TYPE_OF_NOUN or span[-1].tag_ == "NNS"
    if not described and not (len(span) > 1 and not _name_in(context.doc, span).words):
        return None
    return Proposal(same_as=(Mention(mention.head, span, "source"),), sureness=None)


def person_in_label(mention: Mention, context: Context) -> Proposal | None:
    """The one person named in words that are more than a label ("A lesson from Ada Orlen: ...", "Said Orlen: ...")."""
    span = mention.span
    in_it = {m for m in map(context.discourse.by_token.get, range(span.start, span.end)) if m and m.type == "person"}
    worded = any(token.pos_ in {"ADP", "DET"} or token.lower_ in _SAID for token in span)
    return Proposal((*in_it,)) if len(in_it) == 1 and worded else None


def person_of_label(mention: Mention, context: Context) -> Proposal:
    """A person of that name, who is known by the label alone; what the tagger saw in it is superseded."""
    start, end = mention.span.start, mention.span.end
    while start < end - 1 and (is_title(context.doc[start].text) or context.doc[start].is_punct):
        start += 1
    name = DocSpan(context.doc, start, end, label="PERSON")
    return Proposal((DiscourseEntity("person", name.text),), mention=name)


def _is_called(person: DiscourseEntity, name: PersonName) -> bool:
    known = PersonName.parse(person.name)
    return known.extends(name) or name.extends(known)


def _name_in(doc: Doc, span: DocSpan) -> PersonName:
    """Return the name behind the titles of a label."""
    titles = [token.i for token in span[:-1] if is_title(token.text)]
    return PersonName.parse(doc[titles[-1] + 1 if titles else span.start : span.end].text)
