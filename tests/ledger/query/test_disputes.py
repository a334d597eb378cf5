"""Figures in dispute: who claims how many of one thing, when, and against whom."""

import datetime

import pytest

from onrecord import ClaimRow, DisputeRow, Ledger, UsageError
from onrecord.ledger.query import disputes
from tests.ledger.claims import FIRST, claim
from tests.ledger.links_by_hand import link


def told(dispute: DisputeRow) -> list[float | None]:
    return [one["quantity"]["value"] for one in dispute["claims"]]


@pytest.fixture
def crates(ledger: Ledger) -> dict[str, str]:
    """Three who do not agree on how many crates, one of whom is printed twice, and one who revises."""
    ids = {
        "voss": claim(ledger, "Mara Voss", 12, "crates", 1),
        "again": claim(ledger, "Mara Voss", 12, "crates", 2, host="coast"),
        "jaeder": claim(ledger, "Lin Jäder", 40, "crates", 3, hedge="about"),
        "revised": claim(ledger, "Mara Voss", 14, "crates", 4),
    }
    link(ledger, "repeats", ids["again"], ids["voss"])
    link(ledger, "contradicts", ids["jaeder"], ids["voss"])
    link(ledger, "revises", ids["revised"], ids["voss"])
    return ids


def test_claims_of_one_thing_are_gathered_by_day_each_once(ledger: Ledger, crates: dict[str, str]) -> None:
    [dispute] = ledger.dispute("crates")
    assert (dispute["unit"], dispute["counted"]) == (None, "crates")
    assert told(dispute) == [12, 40, 14]
    first = dispute["claims"][0]
    assert (first["printings"], first["outlets"]) == (2, ["herald.example", "coast.example"])
    assert [one["day"] for one in dispute["claims"]] == ["2031-03-02", "2031-03-04", "2031-03-05"]


def test_who_contradicts_and_who_revises_is_told(ledger: Ledger, crates: dict[str, str]) -> None:
    [dispute] = ledger.dispute("crates")
    first, *others = dispute["claims"]

    def against(one: ClaimRow) -> list[tuple[str, str]]:
        return [(link["kind"], link["to"]) for link in one["links"]]

    assert first["links"] == []
    assert [against(one) for one in others] == [
        [("contradicts", first["quantity"]["id"])],
        [("revises", first["quantity"]["id"])],
    ]


def test_a_link_that_is_only_offered_is_told_if_asked_for(ledger: Ledger, crates: dict[str, str]) -> None:
    link(ledger, "rejects", crates["revised"], crates["jaeder"], sure=False)
    kinds = [one["kind"] for one in ledger.dispute("crates")[0]["claims"][2]["links"]]
    offered = [one["kind"] for one in ledger.dispute("crates", offered=True)[0]["claims"][2]["links"]]
    assert (kinds, sorted(offered)) == (["revises"], ["rejects", "revises"])


def test_figures_of_another_affair_or_another_thing_are_apart(ledger: Ledger, crates: dict[str, str]) -> None:
    claim(ledger, "Otto Berlin", 99, "crates", 5, affair=(2, 3))
    claim(ledger, "Otto Berlin", 98, "crates", 200)
    claim(ledger, "Otto Berlin", 7, "barrels", 5)
    assert [told(one) for one in ledger.dispute("lost")] == [[12, 40, 14]]


def test_what_statements_link_is_one_affair(ledger: Ledger, crates: dict[str, str]) -> None:
    other = claim(ledger, "Otto Berlin", 99, "crates", 5, affair=(8, 9))
    link(ledger, "denies", other, crates["voss"])
    assert told(ledger.dispute("crates")[0]) == [12, 40, 14, 99]


def test_things_that_are_told_apart_are_two(ledger: Ledger) -> None:
    for number, thing in ((12, "crates of wheat"), (14, "crates of wheat"), (3, "crates of rifles"), (9, "crates")):
        claim(ledger, "Mara Voss", number, thing, number)
    assert [told(one) for one in ledger.dispute("crates")] == [[12, 14]]


def test_figures_on_which_all_agree_are_left_out(ledger: Ledger) -> None:
    claim(ledger, "Mara Voss", 40, "crates", 1)
    claim(ledger, "Lin Jäder", 41, "crates", 2, hedge="about")
    assert list(ledger.dispute("crates")) == []


def test_what_the_narrator_of_an_article_tells_is_a_claim_too(ledger: Ledger) -> None:
    claim(ledger, "Mara Voss", 12, "crates", 1)
    claim(ledger, "Otto Berlin", 15, "crates", 2, narrated=True)
    [dispute] = ledger.dispute("crates")
    assert [one["quantity"]["narrated"] for one in dispute["claims"]] == [False, True]


def test_the_days_and_how_many_can_be_chosen(ledger: Ledger, crates: dict[str, str]) -> None:
    claim(ledger, "Mara Voss", 5, "barrels", 1)
    claim(ledger, "Lin Jäder", 6, "barrels", 2)
    found = ledger.dispute("lost", limit=1)
    assert (told(found[0]), found.total) == ([12, 40, 14], 2)
    assert told(ledger.dispute("crates", since=FIRST + datetime.timedelta(days=3))[0]) == [40, 14]
    with pytest.raises(UsageError):
        ledger.dispute("...")


def test_an_answer_of_limited_length_compares_the_newest(
    ledger: Ledger, crates: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ledger.dispute("crates", limit=5)
    assert ([told(one) for one in found], found.all_counted, found.total) == ([[12, 40, 14]], True, 1)
    monkeypatch.setattr(disputes, "_COMPARED", 2)
    found = ledger.dispute("crates", limit=5)
    assert ([told(one) for one in found], found.all_counted) == ([[40, 14]], False)
    assert found.total == 1
    assert [told(one) for one in ledger.dispute("crates")] == [[12, 40, 14]]


def test_what_has_no_day_is_left_out_first(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    claim(ledger, "Mara Voss", 12, "crates", None)
    claim(ledger, "Lin Jäder", 40, "crates", 3)
    claim(ledger, "Otto Berlin", 14, "crates", 4)
    monkeypatch.setattr(disputes, "_COMPARED", 2)
    [dispute] = ledger.dispute("crates", limit=5)
    assert told(dispute) == [40, 14]
