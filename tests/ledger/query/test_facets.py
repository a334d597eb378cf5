"""Facets count what the same question finds."""

import datetime
import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from benchmarks.invented_articles import FIRST_DAY, articles, outlet, word
from onrecord import Ledger, UsageError
from onrecord.ledger.query import facets, search


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger in which two people are merged, a statement is given to another and one is dismissed."""
    with Ledger(tmp_path_factory.mktemp("facets") / "a.ledger") as ledger:
        for article in itertools.islice(articles(people=20), 0, 1_200, 80):
            ledger.add_page(article.page, [article], reader="r1")
        known = [one["id"] for one in ledger.entity_list()]
        ledger.merge(known[0], known[5])
        first = ledger.statements()
        ledger.dismiss(first[3]["id"])
        ledger.reattribute(first[4]["id"], known[2])
        yield ledger


def in_order(counts: Counter[Any]) -> list[tuple[Any, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"media": None, "confidence": 0},
        {"words": word(0)},
        {"outlet": outlet(0)},
        {"speaker": 0},
        {"about": 2, "media": None, "confidence": 0},
        {"since": FIRST_DAY + datetime.timedelta(days=3), "kind": "direct"},
    ],
)
def test_each_value_is_counted_as_often_as_it_is_found(filled: Ledger, asked: dict[str, Any]) -> None:
    known = filled.entity_list()
    asked = asked | {part: known[asked[part]]["id"] for part in ("speaker", "about") if part in asked}
    found = filled.statements(**asked)
    row = filled.facets(**asked)
    assert (row["counted"], row["all_counted"]) == (len(found), True)
    assert len(found) > 1
    for facet, field in (("acts", "act"), ("kinds", "kind"), ("media", "medium")):
        assert list(row[facet].items()) == in_order(Counter(one[field] for one in found))  # type: ignore[literal-required]
    speakers = Counter((one["id"], one["name"]) for said in found for one in said["speakers"])
    assert [((one["id"], one["name"]), one["count"]) for one in row["speakers"]] == in_order(speakers)[:10]
    outlets = {one["id"]: one["outlet"] for one in filled.articles()}
    names = Counter(label["text"] for said in found if (label := outlets[said["article"]["id"]]))
    assert list(row["outlets"].items()) == in_order(names)[:10]
    years = Counter(said["article"]["published"][:4] for said in found if said["article"]["published"])
    assert list(row["years"].items()) == sorted(years.items(), reverse=True)


def test_the_newest_are_counted_and_the_row_says_so(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "NEWEST", 7)
    for asked in ({}, {"words": word(0)}):
        newest = filled.statements(**asked, limit=7)  # type: ignore[arg-type]
        row = filled.facets(**asked)  # type: ignore[arg-type]
        assert (row["counted"], row["all_counted"]) == (7, False)
        assert row["acts"] == Counter(one["act"] for one in newest)


def test_where_few_fit_not_all_are_looked_at(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    denials = filled.statements(words=word(0), act="deny")
    monkeypatch.setattr(facets, "NEWEST", 7)
    monkeypatch.setattr(search, "_LOOKED_AT_FOR_EACH", 1)
    row = filled.facets(words=word(0), act="deny")
    assert 0 < row["counted"] < min(7, len(denials))
    assert row["acts"] == {"deny": row["counted"]}
    assert not row["all_counted"]


def test_what_cannot_be_asked_for_is_wrong_usage(filled: Ledger) -> None:
    with pytest.raises(UsageError, match=r"act asert.*did you mean assert"):
        filled.facets(act="asert")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="article nowhere"):
        filled.facets(article="nowhere")
