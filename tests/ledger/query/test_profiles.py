"""A profile tells what an entity says and what is said about it, in figures."""

import datetime
from dataclasses import replace

import pytest

from onrecord import Ledger, UsageError
from onrecord.ledger.query import profiles
from tests.ledger.links_by_hand import link
from tests.ledger.records import make_page, read, span, store

DAYS = [datetime.date(2031, 3, day) for day in range(1, 9)]
TEXT = "“Halla Brenning lied,” Teodor Vash said. “She must go,” Vash added. “I never lied,” Halla Brenning said."


@pytest.fixture
def told(ledger: Ledger) -> dict[str, str]:
    """Vash accuses Brenning twice, who denies it; he says something that two outlets print, and hopes."""
    page = make_page(TEXT, url="https://herald.example/1")
    [article] = read(
        page,
        ("Teodor Vash", "Halla Brenning lied"),
        ("Vash", "She must go"),
        ("Halla Brenning said", "I never lied"),
        day=DAYS[0],
    )
    vash, _, brenning = article.entities
    vash = replace(vash, mentions=(*vash.mentions, span(TEXT, "Vash added")))
    brenning = replace(brenning, name="Halla Brenning", mentions=(span(TEXT, "Halla Brenning"),))
    first, second, third = article.statements
    said = (
        replace(first, act="accuse", speakers=(vash,), targets=(brenning,)),
        replace(second, act="accuse", speakers=(vash,), targets=(brenning,)),
        replace(third, act="deny", speakers=(brenning,)),
    )
    ledger.add_page(page, [replace(article, entities=(vash, brenning), statements=said)], reader="r1")
    for number, host in enumerate(("coast", "herald"), start=1):
        quote = ("Teodor Vash", "The ferry sails")
        store(
            ledger,
            f"“The ferry sails,” Teodor Vash said. {number}",
            quote,
            url=f"https://{host}.example/f",
            day=DAYS[number],
        )
    page = make_page("Teodor Vash hopes it rains.")
    [article] = read(page, ("Teodor Vash", "it rains"), day=DAYS[3])
    thought = replace(article.statements[0], medium="thought")
    ledger.add_page(page, [replace(article, statements=(thought,))], reader="r1")
    ids = {one["content"][0]["text"]: one["id"] for one in ledger.statements()}
    link(ledger, "repeats", ledger.statements(words="ferry")[0]["id"], ids["The ferry sails"])
    link(ledger, "denies", ids["I never lied"], ids["Halla Brenning lied"])
    link(ledger, "contradicts", ids["I never lied"], ids["She must go"], sure=False)
    return ids


def test_a_profile_tells_what_somebody_says(ledger: Ledger, told: dict[str, str]) -> None:
    vash, brenning = ledger.entity("Teodor Vash"), ledger.entity("Halla Brenning")
    row = ledger.profile("Teodor Vash")
    assert (row["entity"]["id"], row["entity"]["name"]) == (vash["id"], "Teodor Vash")
    # The hope is not shown unless it is asked for.
    assert row["by"] == {"counted": 4, "all_counted": True}
    assert row["about"] == {"counted": 0, "all_counted": True}
    assert row["acts"] == {"accuse": 2, "assert": 2}
    assert row["targets"] == [{"id": brenning["id"], "name": "Halla Brenning", "count": 2, "act": "accuse"}]
    assert row["replies"] == [{"id": brenning["id"], "name": "Halla Brenning", "count": 1, "kind": "denies"}]
    assert row["outlets"] == {"herald.example": 3, "coast.example": 1}
    assert row["spellings"] == {"Teodor Vash": 4, "Vash added": 1}
    assert row["roles"] == [{"role": "mayor", "first": "2031-03-01", "last": "2031-03-04"}]
    [repeated] = row["repeated"]
    assert repeated["statement"]["id"] == told["The ferry sails"]
    assert (repeated["printings"], repeated["outlets"]) == (2, ["coast.example", "herald.example"])
    other = ledger.profile(brenning["id"])
    assert (other["by"]["counted"], other["about"]["counted"]) == (1, 2)
    assert (other["targets"], other["replies"], other["repeated"]) == ([], [], [])


def test_a_profile_follows_what_the_user_decides(ledger: Ledger, told: dict[str, str]) -> None:
    ledger.reattribute(told["She must go"], "Halla Brenning")
    assert ledger.profile("Teodor Vash")["acts"] == {"assert": 2, "accuse": 1}
    assert ledger.profile("Halla Brenning")["targets"][0]["count"] == 1
    ledger.merge("Teodor Vash", "Halla Brenning")
    row = ledger.profile("Teodor Vash")
    assert (row["by"]["counted"], row["about"]["counted"]) == (5, 2)
    assert [one["name"] for one in row["replies"]] == ["Teodor Vash"]
    ledger.dismiss(told["I never lied"])
    assert ledger.profile("Teodor Vash")["replies"] == []


def test_the_newest_are_counted_and_the_row_says_so(
    ledger: Ledger, told: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profiles, "NEWEST", 2)
    row = ledger.profile("Teodor Vash")
    assert row["by"] == {"counted": 2, "all_counted": False}
    assert row["acts"] == {"assert": 2}


def test_an_entity_that_is_nobody_is_named(ledger: Ledger, told: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=r"did you mean Teodor Vash\?"):
        ledger.profile("Teodor Vahs")
