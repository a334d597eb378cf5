"""Labels of a transcript or an interview ("GEN. MAREK:", "Q:"), which are names as such and no part of a sentence."""

import re

from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.extraction.coreference.chairs import holder_of
from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.examination import Examination, is_called, name_in, without_titles
from onrecord.extraction.coreference.interviews import interview
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.coreference.weight_tables import worth
from onrecord.extraction.entities import TYPE_OF_NOUN, DiscourseEntity, is_title, role_heads, role_words
from onrecord.folding import fold
from onrecord.transcripts import ANSWER, QUESTION, is_role

_SAID = {"said", "says"}
_INITIALS = range(2, 4)
_GIVEN_NAMES, _SURNAMES = lexicons.mapping("given_names.tsv"), range(1, 3)
# Of who leads a chat ("<@anna>").
_RANKS = "@+%"
_WITNESS = "witness"
# Who is no more, or not quite, what a label says.
_NOT_NOW = {"former", "ex", "late", "vice", "deputy", "acting", "assistant", "designate", "elect"}
# "Spokesman", "The Chairman".
_ROLE_WORDS = 2


def who_asks_or_answers(mention: Mention, context: Context) -> Proposal | None:
    """Of "Q" and "A": who asks and who answers by the words before; in an examination, who examines and the witness.

    Whoever asks in a room full of reporters is described by the label alone.
    """
    label = mention.span
    if _words(label) not in {QUESTION, ANSWER}:
        return None
    examination = Examination(context)
    asking, answering = interview(context.discourse, context.doc[: examination.start])
    if _words(label) == QUESTION:
        found = asking or examination.examiner(label.start)
    else:
        found = answering or examination.witness(label.start)
    if found is not None:
        return Proposal((found,), worth(who_asks_or_answers))
    return _known_as(label, context)


def person_with_initials(mention: Mention, context: Context) -> Proposal | None:
    """The one person with the initials that are the label ("AO:" in an interview of Ada Orlen)."""
    label = mention.span.text
    if not label.isupper() or len(label) not in _INITIALS:
        return None
    persons = [entity for entity in context.discourse.entities if entity.type == "person" and entity.named]
    found = [one for one in persons if label in {_initials(one.name, r"[\s-]+"), _initials(one.name, r"\s+")}]
    return Proposal((found[0],)) if len(found) == 1 else None


def _initials(name: str, between: str) -> str:
    return "".join(word[:1] for word in re.split(between, name)).upper()


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
    if is_role(span.text):
        return None
    label = name_in(context.doc, span)
    printed = fold(span.text)
    for entity in context.discourse.entities:
        if entity.type == "organisation" and fold(entity.name) == printed:
            return Proposal((entity,))
        if entity.type == "person" and is_called(entity, label):
            elsewhere = any(not span.start <= one.start < span.end for one in entity.mentions)
            if elsewhere:
                return Proposal((entity,), name=_fuller_name(entity, without_titles(context.doc, span)))
    return None


def _fuller_name(entity: DiscourseEntity, label: DocSpan) -> str | None:
    """Return the name in a label of somebody who is but called by one word ("Dana, who was there?"), else None.

    A given name begins it, and nothing else is in it: "Orlen on the Quay: A Life" is a title.
    """
    given, *others = label.text.split()
    told = fold(given) in _GIVEN_NAMES and len(others) in _SURNAMES and all(word[0].isupper() for word in others)
    return label.text if told and " " not in entity.name else None


def label_without_name(mention: Mention, context: Context) -> Proposal | None:
    """Whoever the words describe, where they are no name ("VOTERS:", "The newspaper:")."""
    span = mention.span
    if is_role(span.text):
        return _holder(mention, context) or _known_as(span, context)
    described = span[-1].lower_ in TYPE_OF_NOUN or span[-1].tag_ == "NNS"
    if not described and not (len(span) > 1 and not name_in(context.doc, span).words):
        return None
    return Proposal(same_as=(Mention(mention.head, span, "source"),), sureness=None)


def person_in_label(mention: Mention, context: Context) -> Proposal | None:
    """The one person named in words that are more than a label ("A lesson from Ada Orlen: ...", "Said Orlen: ...")."""
    span = mention.span
    in_it = {m for m in map(context.discourse.by_token.get, range(span.start, span.end)) if m and m.type == "person"}
    worded = any(token.pos_ in {"ADP", "DET"} or token.lower_ in _SAID for token in span)
    return Proposal((*in_it,)) if len(in_it) == 1 and worded else None


def person_of_label(mention: Mention, context: Context) -> Proposal:
    """A person of that name, who is known by the label alone; what else the tagger saw in it is superseded."""
    start, end = mention.span.start, mention.span.end
    while start < end - 1 and (is_title(context.doc[start].text) or context.doc[start].is_punct):
        start += 1
    name = DocSpan(context.doc, start, end, label="PERSON")
    words = name.text.lstrip(_RANKS)
    seen = context.discourse.by_token.get(start)
    if seen is not None and seen.type == "person" and seen.name == words:
        return Proposal((seen,))
    return Proposal((DiscourseEntity("person", words),), mention=name)


def _holder(mention: Mention, context: Context) -> Proposal | None:
    """Return the witness of an examination, whom brackets name, or the one named before with the role and no label."""
    span, examination = mention.span, Examination(context)
    found = [examination.witness(span.start) if span[-1].lower_ == _WITNESS else holder_of(span, context)]
    if found == [None] and len(span) <= _ROLE_WORDS:
        role = fold(span[-1].text)
        holders = (one for one in context.discourse.spoken_of(role, role_words) if role in role_heads(one))
        found = [
            one
            for one in holders
            if one.named
            and one.before(span.start)
            and _NOT_NOW.isdisjoint(role_words(one))
            # "President of the bank" is not the president.
            and not any(f"{role} of " in fold(held) for held in one.roles)
            and not examination.has_label(one)
        ]
    return Proposal((found[0],), worth(who_asks_or_answers)) if len(found) == 1 and found[0] is not None else None
