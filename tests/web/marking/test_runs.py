"""The words of a statement in runs."""

from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger import SpanRow, StatementRow
from onrecord.web.marking import Run, differences, runs_of, text_runs


def span(start: int, text: str) -> SpanRow:
    return {"start": start, "end": start + len(text), "text": text}


def statement(*spans: SpanRow) -> StatementRow:
    return cast("StatementRow", {"content": list(spans)})


def test_evidence_is_marked_in_each_span_and_left_out_beside_them() -> None:
    row = statement(span(10, "no rifles"), span(40, "on that ship"))
    runs = runs_of(row, evidence=[span(13, "rifles"), span(43, "that"), span(0, "has denied")])
    assert runs == [
        Run("no "),
        Run("rifles", ("evidence",)),
        Run(" ... on "),
        Run("that", ("evidence",)),
        Run(" ship"),
    ]


def test_what_differs_is_marked_with_what_stood_there() -> None:
    one, other = "We lost forty boats", "We lost fourteen boats there"
    found = differences(one, other)
    assert found is not None
    assert [one[slice(*place)] for place in found.one] == ["forty", ""]
    runs = runs_of(statement(span(0, other)), other=statement(span(0, one)))
    assert [(run.text, run.kinds) for run in runs] == [
        ("We lost ", ()),
        ("forty", ("missing",)),
        ("fourteen", ("changed",)),
        (" boats ", ()),
        ("there", ("changed",)),
    ]


def test_what_is_left_out_at_the_end_is_told_there() -> None:
    one, other = statement(span(0, "We lost the boats then")), statement(span(0, "We lost the boats"))
    assert runs_of(other, other=one)[-1] == Run("then", ("missing",))


def test_other_words_are_not_compared() -> None:
    assert differences("The bridge is shut for good", "Nobody asked us") is None
    one, other = statement(span(0, "The bridge is shut for good")), statement(span(0, "Nobody asked us"))
    assert runs_of(other, other=one) == [Run("Nobody asked us")]


@given(
    st.text(min_size=1),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))),
)
def test_the_runs_joined_are_the_words(
    text: str, changed: list[tuple[int, int]], evidence: list[tuple[int, int]]
) -> None:
    def inside(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(min(low, len(text)), min(high, len(text))) for low, high in ranges]

    runs = text_runs(text, evidence=inside(evidence), changed=inside(changed))
    assert "".join(run.text for run in runs) == text
