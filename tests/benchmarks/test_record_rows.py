"""Records of an article as the rows that scorers read."""

from dataclasses import replace

from benchmarks.record_rows import rows
from onrecord.records import Entity, Event, Participant, Reason, Span, Statement
from tests.documents import article_of

TEXT = "Ada Orlen praised Ivo Marek."
ADA, IVO = Entity("e1", "Ada Orlen", "person"), Entity("e2", "Ivo Marek", "person", variants=("Marek",))


def test_a_statement_has_its_spans_and_its_speakers_by_name() -> None:
    content, cue = Span(18, 27, "Ivo Marek"), Span(10, 17, "praised")
    said = Statement(
        "s1", "indirect", "speech", "praise", (content,), cue, None, (ADA,), 0.5, reasons=(Reason("act", "score/cue"),)
    )
    [row] = rows([replace(article_of(TEXT), statements=(said,))])["statements"]
    assert row["content"] == [{"start": 18, "end": 27, "text": "Ivo Marek"}]
    assert row["cue"] == {"start": 10, "end": 17, "text": "praised"}
    assert row["source"] is None
    assert row["speakers"] == [{"id": "e1", "name": "Ada Orlen", "named": True, "role": None}]
    assert "reasons" not in row


def test_who_takes_part_in_an_event_is_an_entity_with_its_sector() -> None:
    event = Event(
        "v1", "SUPPORT", (Span(10, 17, "praised"),), (Participant(ADA, "GOV"),), (Participant(IVO),), None, None, None,
        "happened", None, True, None, 0.9,
    )  # fmt: skip
    [row] = rows([replace(article_of(TEXT), events=(event,))])["events"]
    assert row["actors"] == [{"id": "e1", "name": "Ada Orlen", "named": True, "role": None, "sector": "GOV"}]
    assert [one["name"] for one in row["recipients"]] == ["Ivo Marek"]
