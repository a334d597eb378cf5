"""The user's word holds: for later readings and versions, until it is undone."""

import io
import json
from collections.abc import Callable

import pytest

from onrecord import Ledger, NotFoundError, UsageError
from onrecord.records import Page
from tests.ledger.records import make_page, read, store

URL = "https://herald.example/bridge"
TEXT = (
    "“The bridge is shut until Monday,” Mara Voss said. “It is open,” M. Voss-Lind said. "
    "“Nobody asked us,” Ada Lin said."
)
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


JUDGEMENTS: dict[str, tuple[Judge, dict[str, list[str] | None]]] = {
    "merge": (
        lambda ledger: ledger.merge("Mara Voss", "M. Voss-Lind", note="she married")["id"],
        {"It is open": ["Mara Voss"]},
    ),
    "split": (lambda ledger: ledger.split("Ada Lin", articles=[ledger.articles()[-1]["id"]])["id"], {}),
    "rename": (
        lambda ledger: ledger.rename("Mara Voss", "Mara Voss-Lind")["id"],
        {"The bridge is shut until Monday": ["Mara Voss-Lind"]},
    ),
    "reattribute": (
        lambda ledger: ledger.reattribute(statement(ledger, "asked"), "Mara Voss")["id"],
        {"Nobody asked us": ["Mara Voss"]},
    ),
    "reattribute to somebody new": (
        lambda ledger: ledger.reattribute(statement(ledger, "asked"), "Teo  Brandt")["id"],
        {"Nobody asked us": ["Teo Brandt"]},
    ),
    "dismiss": (
        lambda ledger: ledger.dismiss(statement(ledger, "monday"))["id"],
        {"The bridge is shut until Monday": None},
    ),
}


def entities(ledger: Ledger) -> list[tuple[object, ...]]:
    """The entities as they are given out, apart from where they stand."""
    return sorted((e["id"], e["name"], e["variants"], len(e["appearances"])) for e in ledger.entities())


def changed(words: dict[str, list[str]], old: str, new: str) -> dict[str, list[str]]:
    return {said.replace(old, new): names for said, names in words.items()}


@pytest.mark.parametrize("kind", JUDGEMENTS)
def test_a_judgement_survives_another_reading_and_a_new_version_and_is_undone(
    ledger: Ledger, story: Page, kind: str
) -> None:
    make, differing = JUDGEMENTS[kind]
    before, known = said(ledger), entities(ledger)
    judgement = make(ledger)
    judged, kept = said(ledger), entities(ledger)
    assert judged == {words: names for words, names in (before | differing).items() if names is not None}
    assert (judged, kept) != (before, known)
    # The same again; then a newer model, which begins the quotation a word later.
    assert ledger.add_reading(story, read(story, *QUOTES), reader="r2")
    assert (said(ledger), entities(ledger)) == (judged, kept)
    shorter = [(name, words.removeprefix("The ")) for name, words in QUOTES]
    assert ledger.add_reading(story, read(story, *shorter), reader="r3")
    assert (said(ledger), entities(ledger)) == (changed(judged, "The ", ""), kept)
    # The page is corrected, which moves everything on it.
    newer = make_page("CORRECTED. " + TEXT.replace("Monday", "Tuesday"), url=URL)
    assert ledger.add_page(newer, read(newer, *((n, w.replace("Monday", "Tuesday")) for n, w in QUOTES)), reader="r3")
    assert (said(ledger), entities(ledger)) == (changed(judged, "Monday", "Tuesday"), kept)
    assert list(ledger.check()) == []
    assert ledger.undo(judgement)["undone_at"]
    assert (said(ledger), entities(ledger)) == (changed(before, "Monday", "Tuesday"), known)
    assert list(ledger.check()) == []
    assert [(one["id"], bool(one["undone_at"])) for one in ledger.judgements()] == [(judgement, True)]


def test_undoing_restores_what_was_there_to_the_last_field(ledger: Ledger, story: Page) -> None:
    def everything() -> list[object]:
        return [list(ledger.statements()), list(ledger.entities()), ledger.stats()["speakers"]]

    before = everything()
    for make, _ in JUDGEMENTS.values():
        judgement = make(ledger)
        assert everything() != before
        ledger.undo(judgement)
        assert everything() == before
    with pytest.raises(UsageError, match="undone before"):
        ledger.undo(judgement)


def test_judgements_in_a_row_are_undone_in_any_order(ledger: Ledger, story: Page) -> None:
    before = said(ledger), entities(ledger)
    made = [make(ledger) for make, _ in JUDGEMENTS.values()]
    assert list(ledger.check()) == []
    for judgement in (made[2], made[0], *made[3:], made[1]):
        ledger.undo(judgement)
        assert list(ledger.check()) == []
    assert (said(ledger), entities(ledger)) == before


def test_the_newest_of_two_judgements_holds_and_undoing_it_restores_the_other(ledger: Ledger, story: Page) -> None:
    asked = statement(ledger, "asked")
    ledger.reattribute(asked, "Mara Voss")
    second = ledger.reattribute(asked, "M. Voss-Lind")["id"]
    assert said(ledger)["Nobody asked us"] == ["M. Voss-Lind"]
    ledger.undo(second)
    assert said(ledger)["Nobody asked us"] == ["Mara Voss"]


def test_merged_entities_are_found_by_any_of_their_names(ledger: Ledger, story: Page) -> None:
    made = ledger.merge("Mara Voss", "M. Voss-Lind", note="she married")
    assert (made["kind"], made["note"]) == ("merge", "she married")
    for name in ("mara", "Voss-Lind"):
        assert {s["content"][0]["text"] for s in ledger.statements(speaker=name)} == {
            "The bridge is shut until Monday",
            "It is open",
        }
    assert ledger.entity("M. Voss-Lind")["id"] == ledger.entity("Mara Voss")["id"]
    assert ledger.entity("Mara Voss")["variants"] == ["M. Voss-Lind"]
    with pytest.raises(UsageError, match="is Mara Voss already"):
        ledger.merge("Mara Voss", "M. Voss-Lind")


def test_a_split_by_name_holds_for_articles_to_come(ledger: Ledger) -> None:
    store(ledger, "“The bridge is shut,” John Orn said.", ("John Orn", "The bridge is shut"))
    store(ledger, "“The ferry is late,” J. Orn said.", ("J. Orn", "The ferry is late"))
    assert len(ledger.entity("John Orn")["appearances"]) == 2
    made = ledger.split("John Orn", called=["J. Orn"])
    store(ledger, "“It is shut still,” J. Orn said.", ("J. Orn", "It is shut still"))
    assert said(ledger)["It is shut still"] == ["J. Orn"]
    assert len(ledger.entity(made["says"]["other"])["appearances"]) == 2
    ledger.undo(made["id"])
    assert len(ledger.entity("John Orn")["appearances"]) == 3
    assert list(ledger.check()) == []


def test_a_statement_given_to_somebody_is_theirs_in_every_answer(ledger: Ledger, story: Page) -> None:
    ledger.reattribute(statement(ledger, "asked"), "Teo Brandt")
    [found] = ledger.statements(speaker="Brandt")
    assert [(one["name"], one["type"]) for one in found["speakers"]] == [("Teo Brandt", "person")]
    assert [s["content"][0]["text"] for s in ledger.statements(speaker="Ada Lin")] == ["I swim"]
    assert ledger.entity("Teo Brandt")["appearances"] == []
    assert "Teo Brandt" in [one["name"] for one in ledger.entities()]


def test_what_was_dismissed_is_only_in_the_export_of_all_versions(ledger: Ledger, story: Page) -> None:
    ledger.dismiss(statement(ledger, "asked"))
    for versions, expected in ((False, []), (True, [True])):
        stream = io.BytesIO()
        ledger.export("statements", "jsonl", stream, versions=versions)
        rows = [json.loads(line) for line in stream.getvalue().splitlines()]
        asked = [row for row in rows if "asked" in row["content"][0]["text"]]
        assert [row["dismissed"] for row in asked] == expected


@pytest.mark.parametrize(
    ("make", "sign"),
    [
        (lambda ledger: ledger.merge("Mara Voss", "Nobody"), "entity Nobody: is not in the ledger"),
        (lambda ledger: ledger.merge("Voss", "Ada Lin"), "entity Voss: may be several"),
        (lambda ledger: ledger.split("Ada Lin"), "nothing to be split by"),
        (lambda ledger: ledger.split("Ada Lin", called=["Ada Lin"]), "no appearance left"),
        (lambda ledger: ledger.split("Ada Lin", called=["Adam"]), "no appearance that is called so"),
        (lambda ledger: ledger.rename("Ada Lin", "?!"), "is no name"),
        (lambda ledger: ledger.dismiss("s0"), "statement s0: is not in the ledger"),
        (lambda ledger: ledger.undo("j7"), "judgement j7: is not in the ledger"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_kept(
    ledger: Ledger, story: Page, make: Callable[[Ledger], object], sign: str
) -> None:
    with pytest.raises(UsageError, match=sign):
        make(ledger)
    assert ledger.judgements() == []


def test_the_last_wikidata_id_that_was_not_undone_is_shown(ledger: Ledger) -> None:
    store(ledger, "“I swim,” Ada Lin said.", ("Ada Lin", "I swim"))
    [first] = ledger.link_wikidata({"Ada Lin": "Q1"}, note="by hand")
    [second] = ledger.link_wikidata({"Ada Lin": "Q2"})
    assert (first["kind"], first["note"], first["says"]["wikidata"]) == ("link", "by hand", "Q1")
    assert ledger.entity("Ada Lin")["wikidata"] == "Q2"
    ledger.undo(second["id"])
    assert ledger.entity("Ada Lin")["wikidata"] == "Q1"
    ledger.undo(first["id"])
    assert ledger.entity("Ada Lin")["wikidata"] is None


def test_if_one_of_several_links_is_of_nobody_none_is_noted(ledger: Ledger) -> None:
    store(ledger, "“I swim,” Ada Lin said.", ("Ada Lin", "I swim"))
    with pytest.raises(UsageError, match="Bo Orn"):
        ledger.link_wikidata({"Ada Lin": "Q1", "Bo Orn": "Q2"})
    assert ledger.entity("Ada Lin")["wikidata"] is None
    assert ledger.judgements() == []


@pytest.mark.parametrize("wikidata", ["foo", "Q0", "42", "Q٤٢"])
def test_what_is_no_wikidata_id_is_not_noted(ledger: Ledger, wikidata: str) -> None:
    store(ledger, "“I swim,” Ada Lin said.", ("Ada Lin", "I swim"))
    with pytest.raises(UsageError, match="write one as Q42"):
        ledger.link_wikidata({"Ada Lin": wikidata})
    assert ledger.judgements() == []


def test_a_statement_is_not_given_to_an_id_that_nobody_has(ledger: Ledger) -> None:
    store(ledger, "“I swim,” Ada Lin said.", ("Ada Lin", "I swim"))
    with pytest.raises(UsageError, match="entity e123456789abc"):
        ledger.reattribute(statement(ledger, "swim"), "e123456789abc")
    assert [one["name"] for one in ledger.entities()] == ["Ada Lin"]


@pytest.mark.parametrize("text", ["a\ud800b", "a\0b"])
def test_whatever_characters_a_user_gives_are_kept(ledger: Ledger, story: Page, text: str) -> None:
    ledger.confirm_name("Ada Lin", text, note=text)
    ledger.rename("Ada Lin", text)
    ledger.reattribute(statement(ledger, "asked"), text)
    assert [one["kind"] for one in ledger.judgements()] == ["confirm_name", "rename", "reattribute"]
    for one in ledger.judgements():
        ledger.undo(one["id"])
    assert list(ledger.check()) == []


def test_a_text_of_a_page_is_no_name(ledger: Ledger, story: Page) -> None:
    with pytest.raises(UsageError, match="at most 500"):
        ledger.rename("Ada Lin", "Lin" * 200)


def test_a_judgement_that_is_not_there_is_not_undone(ledger: Ledger) -> None:
    with pytest.raises(NotFoundError):
        ledger.undo("j7")
