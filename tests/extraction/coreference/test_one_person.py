"""PolNeAR dev: a pronoun is one entity in an article, whoever asks, and asking changes nothing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from spacy.tokens import Doc, Token

from onrecord.extraction import Reader, recording
from onrecord.extraction.coreference import Coreference, resolution
from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.proposal import Proposal, Sieve
from onrecord.extraction.coreference.sieves import sieves_for
from onrecord.extraction.entities import Discourse, DiscourseEntity
from onrecord.extraction.events import Arguments, EventClassifier, Statements, code_events
from onrecord.extraction.events.coded_event import CodedEvent
from onrecord.extraction.events.triggers import Trigger
from onrecord.extraction.participants.targets import target_heads
from onrecord.extraction.syntax import GENDERS
from onrecord.extraction.temporal import ResolvedTime
from onrecord.pages import cut, from_text
from onrecord.records import Article
from onrecord.rules import Rule

# So many rows at least rest on pronouns for one person, so many figures on what "he" or "she" says.
_TOLD, _CLAIMED = 350, 20


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of an article on the way to its record."""

    doc: Doc
    statements: Statements
    triggers: Sequence[Trigger]
    coreference: Coreference
    events: Sequence[CodedEvent]


def _state(discourse: Discourse) -> list[object]:
    known = ((m.name, m.type, m.gender, m.country, len(m.mentions), *m.roles) for m in discourse.entities)
    return [*known, len(discourse.by_token)]


def _watched(sieve: Rule[Sieve], changing: set[str]) -> Rule[Sieve]:
    """Return a sieve that notes its identifier if it changes what it looks at."""

    def asked(mention: Mention, context: Context) -> Proposal | None:
        before = _state(context.discourse), dict(context.known), dict(context.subjects)
        proposal = sieve.apply(mention, context)
        if before != (_state(context.discourse), dict(context.known), dict(context.subjects)):
            changing.add(sieve.id)
        return proposal

    return replace(sieve, apply=asked)


@pytest.fixture(scope="module")
def articles(shared: Path) -> list[Article]:
    texts = sorted((shared / "polnear" / "dev" / "text").glob("*.txt"))
    return [article for text in texts for article in cut(from_text(text.read_bytes().decode()))]


@pytest.fixture(scope="module")
def readings(reader: Reader, articles: list[Article]) -> Iterator[list[tuple[Reading, Article]]]:
    made: list[Reading] = []

    def remembered(
        doc: Doc,
        triggers: Sequence[Trigger],
        statements: Statements,
        times: Sequence[ResolvedTime],
        arguments: Arguments,
        classifier: EventClassifier,
    ) -> list[CodedEvent]:
        events = code_events(doc, triggers, statements, times, arguments, classifier)
        made.append(Reading(doc, statements, triggers, arguments.coreference, events))
        return events

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recording, "code_events", remembered)
        read = list(reader.read(articles))
    yield list(zip(made, read, strict=True))


def _is_personal(heads: Sequence[Token]) -> bool:
    return len(heads) == 1 and heads[0].lower_ in GENDERS


def _told(reading: Reading) -> dict[Token, dict[str, set[str]]]:
    """Return for each pronoun for one person who it is, by the names that each kind of row has for it."""
    told: dict[Token, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for number, (one, found) in enumerate(
        zip(reading.statements.attributions, reading.statements.participants, strict=True)
    ):
        source = reading.doc.char_span(*one.source) if one.source else None
        if source is not None and _is_personal(list(source)):
            told[source[0]]["statements"] |= _names(found.speakers)
            for event in reading.events:
                if event.telling == number and one.cue is not None and event.where[0] == one.cue:
                    told[source[0]]["what statements do"] |= _names([entity for entity, _ in event.actors])
        for heads in target_heads(reading.doc, one):
            if _is_personal(heads) and found.targets:
                known = reading.coreference.of(heads[0]).entities
                assert all(m in found.targets or m in found.speakers for m in known), heads[0].sent.text
                told[heads[0]]["targets"] |= _names(known)
    for trigger in reading.triggers:
        for event in (event for event in reading.events if event.where[0].start == trigger.root.idx):
            for heads, parties in ((trigger.actors, event.actors), (trigger.recipients, event.recipients)):
                if _is_personal(heads) and parties:
                    told[heads[0]]["what is done"] |= _names([entity for entity, _ in parties])
    return told


def _names(entities: Sequence[DiscourseEntity]) -> set[str]:
    return {entity.name for entity in entities}


def test_he_is_one_entity_for_statements_targets_and_events(readings: list[tuple[Reading, Article]]) -> None:
    rows = 0
    for reading, _ in readings:
        for pronoun, rooms in _told(reading).items():
            known = _names(reading.coreference.of(pronoun).entities)
            assert all(names <= known for names in rooms.values()), (
                pronoun.sent.text,
                pronoun.text,
                dict(rooms),
                known,
            )
            rows += sum(bool(names) for names in rooms.values())
    assert rows >= _TOLD


def test_a_figure_of_his_is_claimed_by_him(readings: list[tuple[Reading, Article]]) -> None:
    claims = 0
    for _, article in readings:
        his = {one.id: one for one in article.statements if one.source and one.source.text.casefold() in GENDERS}
        for figure in article.quantities:
            if figure.statement in his:
                assert figure.asserted_by in [*his[figure.statement].speakers, None]
                claims += figure.asserted_by is not None
    assert claims >= _CLAIMED


def test_no_sieve_changes_what_it_looks_at(
    reader: Reader, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    changing: set[str] = set()
    monkeypatch.setattr(
        resolution, "sieves_for", lambda mention: tuple(_watched(sieve, changing) for sieve in sieves_for(mention))
    )
    assert len(list(reader.read(articles[:20]))) == 20
    assert changing == set()
