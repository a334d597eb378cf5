"""Whatever is asked for together is found as one after the other: the same rows, in the same order."""

import datetime
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.invented_articles import FIRST_DAY, articles, outlet, word
from onrecord import Ledger
from onrecord.ledger.query import candidates, search

ALL: dict[str, Any] = {"media": None, "confidence": 0}
SPEAKERS = 12


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of 60 articles in which a statement is given to another, one is dismissed and two people are merged."""
    with Ledger(tmp_path_factory.mktemp("search") / "a.ledger") as ledger:
        for number, article in enumerate(itertools.islice(articles(people=40), 60)):
            ledger.add_page(article.page, [article], reader="r1")
            if number % 20 == 0:
                ledger.add_reading(article.page, [article], reader="r2")
        known = [one["id"] for one in ledger.entity_list() if " " in one["name"]]
        ledger.merge(known[0], known[7])
        first = ledger.statements(**ALL)
        ledger.dismiss(first[5]["id"])
        ledger.reattribute(first[9]["id"], known[3])
        ledger.reattribute(first[11]["id"], "Somebody Unheard")
        assert list(ledger.check()) == []
        yield ledger


@pytest.fixture(scope="module")
def names(filled: Ledger) -> list[str]:
    listed = filled.entity_list(limit=SPEAKERS)
    return [*(one["id"] for one in listed), "Somebody Unheard", *(one["name"].split()[0] for one in listed)]


@pytest.fixture(params=[(2_000, 100, 100), (1, 0, 2), (1, 1_000, 1)], ids=["as it is", "looked up", "gone through"])
def small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go each of the ways that depend on how many candidates there are."""
    few, lookup, first = request.param
    monkeypatch.setattr(candidates, "_FEW", few)
    monkeypatch.setattr(candidates, "_LOOKUP", lookup)
    monkeypatch.setattr(search, "_FIRST", first)


days = st.integers(0, 2).map(lambda days: FIRST_DAY + datetime.timedelta(days=days))
parts = st.fixed_dictionaries(
    {},
    optional={
        "words": st.integers(0, 30).map(word) | st.just(f"{word(0)} {word(1)}") | st.just(f"{word(2)[:3]}*"),
        "speaker": st.integers(0, 2 * SPEAKERS),
        "about": st.integers(0, 2 * SPEAKERS),
        "outlet": st.integers(0, 3).map(outlet) | st.just(outlet(0).upper()),
        "since": days,
        "until": days,
        "kind": st.sampled_from(("direct", "indirect", "mixed")),
        "act": st.sampled_from(("assert", "deny", "accuse")),
        "confidence": st.sampled_from((0, 0.3, 0.8)),
        "media": st.sampled_from((None, ("speech",), ("writing", "thought"))),
    },
)


@pytest.mark.usefixtures("small")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=parts, limit=st.integers(1, 60))
def test_what_fits_all_that_is_asked_is_found_in_the_order_of_time(
    filled: Ledger, names: list[str], asked: dict[str, Any], limit: int
) -> None:
    asked |= {part: names[asked[part]] for part in ("speaker", "about") if part in asked}
    expected = list(filled.statements(**ALL))
    for part, value in asked.items():
        fitting = {one["id"] for one in filled.statements(**(ALL | {part: value}))}
        expected = [one for one in expected if one["id"] in fitting]
    found = filled.statements(**(ALL | asked))
    assert list(found) == expected
    page = filled.statements(**(ALL | asked), limit=limit)
    assert (list(page), page.total) == (expected[:limit], len(expected))


def test_the_newest_come_first_and_those_without_a_day_last(filled: Ledger) -> None:
    printed = [one["article"]["published"] for one in filled.statements(**ALL)]
    dated = [day for day in printed if day]
    assert dated == sorted(dated, reverse=True)
    assert printed[len(dated) :] == [None] * (len(printed) - len(dated))


def test_no_more_are_counted_than_a_page_needs_until_they_are_asked_for(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = len(filled.statements(**ALL))
    monkeypatch.setattr("onrecord.ledger.query.queries.BEYOND", 20)
    for asked in ({}, {"words": word(0)}):
        found = filled.statements(**(ALL | asked), limit=10)
        assert (found.at_least, found.all_counted) == (30, False)
        assert found.total == len(filled.statements(**(ALL | asked)))
        assert (found.at_least, found.all_counted) == (found.total, True)
    monkeypatch.setattr(search, "_LOOKED_AT", 30)
    few = filled.statements(words=word(0), act="deny", limit=3)
    assert 3 <= few.at_least < 23
    assert not few.all_counted
    assert few.total == len(filled.statements(words=word(0), act="deny"))
    last = filled.statements(**ALL, limit=whole - 5)
    assert (last.at_least, last.all_counted, last.total) == (whole, True, whole)


@settings(max_examples=20, deadline=None)
@given(
    asked=st.fixed_dictionaries(
        {}, optional={"actor": st.integers(0, 9), "recipient": st.integers(0, 9), "since": days}
    )
)
def test_events_are_those_of_both_who_are_asked_for(filled: Ledger, names: list[str], asked: dict[str, Any]) -> None:
    asked = {part: names[value] if isinstance(value, int) else value for part, value in asked.items()}
    expected = list(filled.events())
    for part, value in asked.items():
        fitting = {one["id"] for one in filled.events(**{part: value})}
        expected = [one for one in expected if one["id"] in fitting]
    assert list(filled.events(**asked)) == expected


def test_quantities_come_in_the_order_of_their_days(filled: Ledger) -> None:
    found = filled.quantities("came")
    printed = [one["article"]["published"] or "9999" for one in found]
    assert len(found) > 100
    assert printed == sorted(printed)
    day = FIRST_DAY + datetime.timedelta(days=1)
    later = [one for one in found if (one["article"]["published"] or "") >= day.isoformat()]
    assert list(filled.quantities("came", since=day)) == later


def test_a_list_of_entities_tells_what_their_rows_do(filled: Ledger) -> None:
    lines, rows = filled.entity_list(), filled.entities()
    assert [line["id"] for line in lines] == [row["id"] for row in rows]
    for line, row in zip(lines, rows, strict=True):
        assert line["appearances"] == len(row["appearances"])
        assert set(line["variants"]) == set(row["variants"])
        assert set(line["roles"]) == {role["role"] for role in row["roles"]}
    assert [line["id"] for line in filled.entity_list(limit=3)] == [line["id"] for line in lines[:3]]


def test_an_article_is_found_by_words_of_its_title(filled: Ledger, tmp_path: Path) -> None:
    for article in filled.articles(limit=5):
        title = article["title"]
        assert title is not None
        assert filled.article(title["text"].upper())["id"] == article["id"]
        assert filled.article(" ".join(title["text"].split()[2:]))["id"] == article["id"]
