"""Counts, days and intervals of the statements of real pages."""

from typing import Any

import pytest

from benchmarks.real_scores import (
    act_right,
    calibration,
    calibration_errors,
    day_right,
    interval,
    judged_page,
    share,
    targets_named,
)
from corpora.real_pages import RealPage, RealStatement

TEXT = "Ada Orlen said the mill had closed. Ivo Marek blamed the town for it. The bridge is safe, said Orlen."
ADA = {"name": "Ada Orlen", "role": None, "named": True}
IVO = {"name": "Ivo Marek", "role": None, "named": True}


def asked(words: str, speaker: str = "Ada Orlen", **more: Any) -> RealStatement:
    told: dict[str, Any] = {"required": True, "kind": "indirect", "medium": "speech", "act": "assert"} | more
    return RealStatement(((TEXT.index(words), TEXT.index(words) + len(words)),), (speaker,), **told)


def row(words: str, *speakers: dict[str, Any], **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    span = {"start": start, "end": start + len(words), "text": words}
    told = {"confidence": 0.9, "medium": "speech", "act": "assert", "targets": [], "addressees": [], "said_on": None}
    return told | {"content": [span], "speakers": list(speakers)} | more


STATEMENTS = (
    asked("the mill had closed"),
    asked("the town for it", "Ivo Marek", act="accuse", targets=("the town",)),
    asked("The bridge is safe", required=False),
)
PAGE = RealPage("fnc", "a", "wire", "Kestria", TEXT, STATEMENTS)


def test_only_what_is_shown_counts() -> None:
    rows = [
        row("the mill had closed", ADA),
        row("the town for it", IVO, confidence=0.2),
        row("The bridge is safe", ADA, medium="thought"),
    ]
    judged = judged_page(PAGE, rows)
    assert (judged.shown, judged.hidden) == (rows[:1], rows[1:])
    assert judged.counts["right"] == (1, 1)
    assert judged.counts["required, found"] == judged.counts["required, found and right"] == (1, 2)


def test_found_is_also_what_has_a_wrong_speaker() -> None:
    counts = judged_page(PAGE, [row("the mill had closed", IVO), row("said Orlen", ADA)]).counts
    assert (counts["wrong speaker"], counts["junk"], counts["right"]) == ((1, 2), (1, 2), (0, 2))
    assert (counts["required, found"], counts["required, found and right"]) == ((1, 2), (0, 2))


def test_an_act_is_judged_where_onrecord_has_it() -> None:
    assert act_right(STATEMENTS[0], row("said", act="predict"))
    assert act_right(STATEMENTS[1], row("said", act="assert")) is False
    assert act_right(asked("The bridge is safe", act="ask"), row("said")) is None


def test_all_targets_must_be_named_among_targets_or_addressees() -> None:
    town = {"name": "the town", "role": None, "named": False}
    assert targets_named(STATEMENTS[1], row("said", targets=[town]))
    assert targets_named(STATEMENTS[1], row("said", addressees=[IVO, town]))
    assert targets_named(STATEMENTS[1], row("said", targets=[IVO])) is False
    assert targets_named(STATEMENTS[0], row("said", targets=[IVO])) is None


@pytest.mark.parametrize(
    ("printed", "given", "is_right"),
    [
        (None, None, None),
        (None, "2019-11-19", False),
        ("2019-11-19", "2019-11-19", True),
        ("2019-11-19", None, False),
        ("in 2010", "2010", True),
        ("in 2010", None, False),
        ("Tuesday", None, True),
        ("Tuesday", "2019-11-19", True),
        ("Tuesday", "2019-11-20", False),
    ],
)
def test_a_day_is_right_as_far_as_the_page_tells_it(printed: str | None, given: str | None, is_right: bool) -> None:
    told = row("said", said_on=given, said_on_basis="printed" if given else None)
    assert day_right(asked("The bridge is safe", said_on=printed), told) is is_right


def test_the_day_of_publication_is_not_judged_where_the_page_tells_none() -> None:
    told = row("said", said_on="2019-11-19", said_on_basis="published")
    assert day_right(asked("The bridge is safe"), told) is None


def test_a_share_has_the_same_interval_each_time_and_none_if_pages_are_alike() -> None:
    alike = [{"right": (1, 2)}] * 5
    assert interval(share(alike, "right")) == (0.5, 0.5, 0.5)
    value, low, high = interval(share([{"right": (number, 4)} for number in range(5)], "right"))
    assert low < value == 0.5 < high
    assert interval(share([{"right": (number, 4)} for number in range(5)], "right")) == (value, low, high)


def test_the_calibration_error_is_how_far_confidence_is_from_the_share_that_is_right() -> None:
    sure = row("the mill had closed", ADA, confidence=0.96)
    unsure = row("the town for it", ADA, confidence=0.4)
    bands = calibration([judged_page(PAGE, [sure, unsure])])
    assert calibration_errors(bands.sum(0)) == pytest.approx((0.04 + 0.4) / 2)
    assert bands.sum((0, 1)) == pytest.approx([2, 1, 1.36])
