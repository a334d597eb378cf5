"""What a short text gives, as lines that the examples of rules name parts of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from onrecord.extraction import Document, Reader, find_quotations
from onrecord.extraction.attribution import Attribution
from onrecord.extraction.attribution.candidates import rule_relations
from onrecord.extraction.encoder import Encoder
from onrecord.records import Article, Entity, Event, Participant, Published, Quantity, Span, Statement
from tests.documents import article_of

PUBLISHED = date(2025, 3, 12)
_TITLE = "# "


def article_from(text: str) -> Article:
    """Return the article of an example: a blank line parts its paragraphs, the first is the title behind "# "."""
    blocks = text.split("\n\n")
    title = blocks.pop(0).removeprefix(_TITLE) if blocks[0].startswith(_TITLE) else None
    return replace(article_of(*blocks, title=title), published=Published(PUBLISHED, "given"))


def outcome(reader: Reader, encoder: Encoder, text: str) -> list[str]:
    """Return what a text gives, a line for each thing:

    - `hint: SOURCE | CUE | CONTENT`, a relation that the rules alone find;
    - `said: SPEAKERS > TARGETS | SOURCE | CUE | CONTENT | ACT MODALITY DAY
      CONFIDENCE MEDIUM`, a statement;
    - `event: TYPE MODALITY ACTORS > RECIPIENTS | WORDS`;
    - `quantity: WORDS = VALUE UNIT COUNTED`;
    - `entity: NAME TYPE`, who is named or speaks.

    What is not there is "-"; several are joined by "+", parts of a content by "/".
    """
    article = article_from(text)
    [found] = reader.read([article])
    lines = [_hint(document, one) for document, one in _hints(encoder, article)]
    lines += map(_statement, found.statements)
    lines += map(_event, found.events)
    lines += map(_quantity, found.quantities)
    return [*lines, *(f"entity: {one.name} {one.type}" for one in found.entities)]


def _hints(encoder: Encoder, article: Article) -> list[tuple[Document, Attribution]]:
    document = Document(article)
    doc = document.tokenize(encoder.language)
    encoder.annotate(doc, encoder.encode(encoder.split(doc, find_quotations(doc))))
    return [(document, one) for one in rule_relations(doc)]


def _hint(document: Document, one: Attribution) -> str:
    def printed(spans: Sequence[Span]) -> str:
        return "/".join(span.text for span in spans) or "-"

    parts = ([one.source] if one.source else [], [one.cue] if one.cue else [], one.content)
    return "hint: " + " | ".join(printed(document.to_page(part)) for part in parts)


def _statement(one: Statement) -> str:
    who = _names(one.speakers) + (f" > {_names(one.targets)}" if one.targets else "")
    words = (one.source.text if one.source else "-", one.cue.text if one.cue else "-")
    content = "/".join(span.text for span in one.content)
    told = f"{one.act} {one.modality} {one.said_on or '-'} {one.confidence:.2f} {one.medium}"
    return f"said: {who} | {words[0]} | {words[1]} | {content} | {told}"


def _event(one: Event) -> str:
    words = "/".join(span.text for span in one.spans)
    return f"event: {one.type} {one.modality} {_taking_part(one.actors)} > {_taking_part(one.recipients)} | {words}"


def _quantity(one: Quantity) -> str:
    value = one.value if one.value is not None else f"{one.low}..{one.high}"
    return f"quantity: {one.span.text} = {value} {one.unit or '-'} {one.counted.text if one.counted else '-'}"


def _taking_part(participants: Iterable[Participant]) -> str:
    return _names(one.entity for one in participants)


def _names(entities: Iterable[Entity]) -> str:
    return "+".join(entity.name for entity in entities) or "-"
