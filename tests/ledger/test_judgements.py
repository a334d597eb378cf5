"""The user's word holds: for later readings and versions, until it is undone."""

from collections.abc import Callable

import pytest

from onrecord import Ledger
from onrecord.records import Page
from tests.ledger.making import make_page, read, store

URL = "https://herald.example/bridge"
TEXT = "“The bridge is shut until Monday,” Mara Voss said. “It is open,” M. Voss-Lind said. “Nobody asked us,” Ada Lin said."
QUOTES = (
    ("Mara Voss", "The bridge is shut until Monday"),
    ("M. Voss-Lind", "It is open"),
    ("Ada Lin", "Nobody asked us"),
)

type Judge = Callable[[Ledger], str]


@pytest.fixture
def story(ledger: Ledger) -> Page:
    # Another article of one of them, so that an entity is of more than one page.
    store(ledger, "“I swim,” Ada Lin said.", ("Ada Lin", "I swim"))
    return store(ledger, TEXT, *QUOTES, url=URL)


def said(ledger: Ledger) -> dict[str, list[str]]:
    return {s["content"][0]["text"]: [one["name"] for one in s["speakers"]] for s in ledger.statements()}


def statement(ledger: Ledger, words: str) -> str:
    [found] = ledger.statements(words=words)
    return found["id"]


JUDGEMENTS: dict[str, tuple[Judge, dict[str, list[str]]]] = {
    "merge": (
        lambda ledger: ledger.merge("Mara Voss", "M. Voss-Lind", note="she married")["id"],
        {"It is open": ["Mara Voss"]},
    ),
    "split": (
        lambda ledger: ledger.split("Ada Lin", articles=[ledger.articles()[-1]["id"]])["id"],
        {},
    ),
    "rename": (lambda ledger: ledger.rename("Mara Voss", "Mara Voss-Lind")["id"], {"bridge": ["Mara Voss-Lind"]}),
    "reattribute": (
        lambda ledger: ledger.reattribute(statement(ledger, "asked"), "Mara Voss")["id"],
        {"Nobody asked us": ["Mara Voss"]},
    ),
    "reattribute to somebody new": (
        lambda ledger: ledger.reattribute(statement(ledger, "asked"), "Teo  Brandt")["id"],
        {"Nobody asked us": ["Teo Brandt"]},
    ),
    "dismiss": (lambda ledger: ledger.dismiss(statement(ledger, "monday"))["id"], {"bridge": []}),
}


def seen(ledger: Ledger) -> object:
    """Everything that answers tell of entities and speakers, apart from where it stands."""
    entities = [
        (
            e["id"],
            e["name"],
            e["variants"],
            [(a["name"], a["page"]["path"], a["page"]["url"]) for a in e["appearances"]],
        )
        for e in ledger.entities()
    ]
    return said(ledger), sorted(entities)


@pytest.mark.parametrize("kind", JUDGEMENTS)
def test_a_judgement_survives_another_reading_and_a_new_version_and_is_undone(
    ledger: Ledger, story: Page, kind: str
) -> None:
    before = seen(ledger)
    judgement = JUDGEMENTS[kind][0](ledger)
    judged = seen(ledger)
    assert judged != before
    # The same spans, and others: a newer model begins the quotation a word later.
    assert ledger.restore(story, read(story, *QUOTES), reader="r2")
    assert seen(ledger) == judged
    shorter = [(name, words.removeprefix("The ")) for name, words in QUOTES]
    assert ledger.restore(story, read(story, *shorter), reader="r3")
    assert said_of(ledger) == {words.removeprefix("The "): names for words, names in judged[0].items()}  # type: ignore[index]
    newer = make_page("CORRECTED. " + TEXT.replace("Monday", "Tuesday"), url=URL)
    changed = [(name, words.replace("Monday", "Tuesday")) for name, words in QUOTES]
    assert ledger.store(newer, read(newer, *changed), reader="r3")
    expected = {words.replace("Monday", "Tuesday"): names for words, names in judged[0].items()}  # type: ignore[index]
    assert (said(ledger), seen(ledger)[1]) == (expected, judged[1])  # type: ignore[index]
    assert list(ledger.check()) == []
    assert ledger.undo(judgement)["undone_at"]
    restored = {words.replace("Monday", "Tuesday"): names for words, names in before[0].items()}  # type: ignore[index]
    assert (said(ledger), seen(ledger)[1]) == (restored, before[1])  # type: ignore[index]
    assert list(ledger.check()) == []
    # What is left of it is that it was made and undone.
    assert [(one["id"], bool(one["undone_at"])) for one in ledger.judgements()] == [(judgement, True)]


def said_of(ledger: Ledger) -> dict[str, list[str]]:
    return said(ledger)
