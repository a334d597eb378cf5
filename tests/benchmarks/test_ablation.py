"""Rules left out in turn on two invented articles: how often each fires, and what changes without it."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from benchmarks import ablation, gold_tallies
from benchmarks.ablation import Ablation, ablated, reached, shown_firings, table
from benchmarks.gold_tallies import Figure, GoldPage
from benchmarks.record_rows import Rows
from benchmarks.rereading import Rereader
from onrecord.errors import UsageError
from onrecord.extraction import RULES
from tests.documents import article_of

REFUSED = "The minister declined to say whether the port would close. Ada Orlen said that the ferry had left."
SAID = "Ada Orlen said that the ferry had left."


def statements(rows: Rows) -> Counter[str]:
    """Count statements, of which those with somebody who speaks."""
    said = rows["statements"]
    return Counter({"all": len(said), "spoken": sum(bool(row["speakers"]) for row in said)})


FIGURES = (
    Figure("invented", "noise", lambda counts: counts["all"], more_is_better=False),
    Figure("invented", "spoken", lambda counts: counts["spoken"] / max(counts["all"], 1)),
)


@pytest.fixture(scope="module")
def rereader() -> Rereader:
    return Rereader()


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[GoldPage]:
    """Two articles, the first of which says what was not said."""
    monkeypatch.setattr(ablation, "FIGURES", FIGURES)
    return [GoldPage(text, [article_of(text)], [statements]) for text in (REFUSED, SAID)]


@pytest.mark.model
def test_a_rule_that_fires_once_changes_the_figures_of_its_page_only(rereader: Rereader, pages: list[GoldPage]) -> None:
    whole, [found] = ablated(["veto/not-said"], pages, rereader)
    assert {figure.name: value for figure, value in whole.items()} == {"noise": 2, "spoken": 1}
    assert (found.firings, found.pages) == (1, 1)
    assert {figure.name: change for figure, change in found.changes.items()} == {"noise": 1}
    assert found.verdict(fires_in_news=False) == "helps"


@pytest.mark.model
def test_a_rule_that_fires_nowhere_changes_nothing(rereader: Rereader, pages: list[GoldPage]) -> None:
    _, [found] = ablated(["veto/scare-quotes"], pages, rereader)
    assert found == Ablation("veto/scare-quotes", 0, 0, {})
    assert found.verdict(fires_in_news=True) == "changes no gold"
    assert found.verdict(fires_in_news=False) == "never fires"


@pytest.mark.model
def test_an_article_is_encoded_once_and_read_the_same_as_by_a_reader(rereader: Rereader) -> None:
    article = article_of(SAID)
    [first], [again] = rereader.read([article]), rereader.read([article])
    assert first == again
    assert [one.cue.text for one in first.article.statements if one.cue] == ["said"]


@pytest.mark.model
def test_rules_that_keep_silent_change_nothing(rereader: Rereader) -> None:
    """Which is why articles in which a rule did not fire are not read without it."""
    failed = []
    for entry in RULES:
        article = article_of(*entry.examples[0].text.split("\n\n"))
        [read] = rereader.read([article])
        silent = {rule.id for rule in RULES} - {firing.rule for firing in read.firings}
        if rereader.read([article], silent)[0].article != read.article:
            failed.append(entry.id)
    assert failed == []


@pytest.mark.model
def test_a_firing_is_shown_with_its_words_and_what_changes_without_the_rule(rereader: Rereader) -> None:
    article = article_of(REFUSED)
    named = replace(article, page=replace(article.page, path="quay.txt"))
    lines = list(shown_firings("veto/not-said", [named, article_of(SAID)], rereader))
    assert lines[0] == "veto/not-said: 1 of 1 firings in 2 articles"
    assert lines[2].startswith("quay.txt The minister declined [to say whether the port would close]")
    assert [line for line in lines if line.strip().startswith("statements:    gone")]


def test_the_table_has_a_line_for_each_rule_by_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ablation, "FIGURES", FIGURES)
    noise, spoken = FIGURES
    found = [
        Ablation("veto/a", 1200, 3, {noise: -0.01, spoken: -0.002}),
        Ablation("candidate/b", 2, 1, {spoken: 0.5}),
        Ablation("veto/c", 0, 0, {}),
    ]
    assert list(table(found, {"veto/a": 2.25})) == [
        "| rule | fires on gold | in 100 news | invented | verdict |",
        "|---|--:|--:|---|---|",
        "| candidate/b | 2 | 0.0 | spoken +50.00 | harms |",
        "| veto/a | 1,200 | 2.2 | noise −1.00, spoken −0.20 | both |",
        "| veto/c | 0 | 0.0 |  | never fires |",
    ]


def test_what_all_rules_reach_has_a_line_for_each_set() -> None:
    noise, spoken = FIGURES
    assert list(reached({noise: 2.0, spoken: 0.5}))[2:] == ["| invented | noise 2.000, spoken 0.500 |"]


def test_each_figure_has_a_name_of_its_own() -> None:
    names = [(figure.set, figure.name) for figure in gold_tallies.FIGURES]
    assert len(set(names)) == len(names)


def test_a_rule_that_is_not_known_is_an_error() -> None:
    with pytest.raises(UsageError, match=re.escape("veto/weather")):
        ablation.asked_rules(["veto/weather"])
