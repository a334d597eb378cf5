"""What changed between the versions of a page: claims, not lines, and whose change each is."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord import ChangeRow, Ledger, NotFoundError, Quantity, Statement, UsageError, VersionRow
from tests.ledger.links_by_hand import link
from tests.ledger.records import make_page, read, span

URL = "https://herald.example/bridge"
type Alter = Callable[[Statement, str], Statement]


def add(ledger: Ledger, text: str, *quotes: tuple[str, str], alter: Alter | None = None, url: str = URL) -> str:
    """Add a version of a page, in which `alter` changes each statement, and return its digest."""
    page = make_page(text, url=url)
    [article] = read(page, *quotes)
    statements = tuple(alter(one, text) if alter else one for one in article.statements)
    assert ledger.add_page(page, [replace(article, statements=statements)], reader="r1")
    return page.sha256


def only(versions: list[VersionRow]) -> ChangeRow:
    [version] = versions
    [change] = version["changes"]
    return change


def test_claims_that_came_and_went_are_told(ledger: Ledger) -> None:
    add(
        ledger,
        "Mara Voss: the bridge is shut. Lin Jäder: ferries run.",
        ("Mara Voss", "the bridge is shut"),
        ("Lin Jäder", "ferries run"),
    )
    later = add(
        ledger,
        "Otto Berlin: nobody asked us about it. Mara Voss: the bridge is shut.",
        ("Otto Berlin", "nobody asked us about it"),
        ("Mara Voss", "the bridge is shut"),
    )
    [version] = ledger.changed(URL)
    assert version["page"]["sha256"] == later
    told = [(change["kind"], change["before"] or change["after"]) for change in version["changes"]]
    assert [(kind, row and row["content"][0]["text"]) for kind, row in told] == [
        ("came", "nobody asked us about it"),
        ("went", "ferries run"),
    ]
    assert all(change["by"] is None for change in version["changes"])


def test_lines_around_a_claim_that_is_told_as_before_are_no_change(ledger: Ledger) -> None:
    add(ledger, "Mara Voss: the bridge is shut. It rained.", ("Mara Voss", "the bridge is shut"))
    add(ledger, "Updated. It rained. Then Mara Voss: The bridge is shut!", ("Mara Voss", "The bridge is shut"))
    assert [version["changes"] for version in ledger.changed(URL)] == [[]]


def test_a_changed_word_is_the_outlets_unless_something_says_otherwise(ledger: Ledger) -> None:
    add(ledger, "Mara Voss: the bridge is shut today.", ("Mara Voss", "the bridge is shut today"))
    add(ledger, "Mara Voss: the bridge is open today.", ("Mara Voss", "the bridge is open today"))
    change = only(ledger.changed(URL))
    assert (change["kind"], change["what"], change["by"], change["reason"]) == ("changed", ["words"], "outlet", None)


def test_another_number_and_another_hedge_are_told(ledger: Ledger) -> None:
    for number, hedge in ((12, ""), (14, "about ")):
        words = f"{hedge}{number} crates were lost"
        page = make_page(f"Mara Voss: {words}.", url=URL)
        [article] = read(page, ("Mara Voss", words))
        [said] = article.statements
        quantity = Quantity(
            f"q{number}", span(page.text, str(number)), number, None, None, None, span(page.text, "crates"),
            span(page.text, "about") if hedge else None, None, None, None, said.speakers[0], False, said.id,
            span(page.text, page.text),
        )  # fmt: skip
        ledger.add_page(page, [replace(article, quantities=(quantity,))], reader="r1")
    assert only(ledger.changed(URL))["what"] == ["words", "number", "hedge"]


def test_another_speaker_of_the_same_words_is_told(ledger: Ledger) -> None:
    add(ledger, "Mara Voss: the bridge is shut today.", ("Mara Voss", "the bridge is shut today"))
    add(ledger, "Lin Jäder: the bridge is shut today.", ("Lin Jäder", "the bridge is shut today"))
    change = only(ledger.changed(URL))
    assert (change["what"], change["by"]) == (["speaker"], "outlet")


def test_what_was_said_on_a_later_day_is_the_speakers_change(ledger: Ledger) -> None:
    for day, word in ((4, "shut"), (5, "open")):
        add(
            ledger, f"Mara Voss: the bridge is {word} today.", ("Mara Voss", f"the bridge is {word} today"),
            alter=lambda one, _, day=day: replace(one, said_on=f"2025-03-0{day}", said_on_basis="printed"),  # type: ignore[misc]
        )  # fmt: skip
    change = only(ledger.changed(URL))
    assert (change["by"], change["reason"]) == ("speaker", "said on 2025-03-05, before on 2025-03-04")


def test_a_cue_such_as_now_makes_it_the_speakers_change(ledger: Ledger) -> None:
    def with_cue(one: Statement, text: str) -> Statement:
        return replace(one, cue=span(text, "says"))

    add(ledger, "Mara Voss says the bridge is shut.", ("Mara Voss", "the bridge is shut"), alter=with_cue)
    add(ledger, "Mara Voss now says the bridge is open.", ("Mara Voss", "the bridge is open"), alter=with_cue)
    change = only(ledger.changed(URL))
    assert (change["by"], change["reason"]) == ("speaker", "it is told with *Mara Voss now says*")


def test_a_statement_that_revises_another_for_certain_is_the_speakers_change(ledger: Ledger) -> None:
    add(ledger, "Mara Voss: the bridge is shut.", ("Mara Voss", "the bridge is shut"), url="https://coast.example/1")
    add(ledger, "Mara Voss: the bridge is shut today.", ("Mara Voss", "the bridge is shut today"))
    add(ledger, "Mara Voss: the bridge is open today.", ("Mara Voss", "the bridge is open today"))
    later, earlier = (ledger.statements(words=f'"{words}"')[0]["id"] for words in ("is open", "is shut"))
    link(ledger, "revises", later, earlier)
    change = only(ledger.changed(URL))
    assert (change["by"], change["reason"]) == ("speaker", "written by hand")


def test_each_version_is_compared_with_the_one_before_it(ledger: Ledger) -> None:
    digests = [
        add(ledger, f"Mara Voss: the bridge is {word} today.", ("Mara Voss", f"the bridge is {word} today"))
        for word in ("shut", "open", "gone")
    ]
    for asked in (URL, digests[0][:8]):
        versions = ledger.changed(asked)
        assert [one["before"]["sha256"] for one in versions] == digests[:2]
        assert [one["page"]["sha256"] for one in versions] == digests[1:]


def test_what_was_read_with_little_confidence_is_no_claim(ledger: Ledger) -> None:
    add(ledger, "Mara Voss: the bridge is shut.", ("Mara Voss", "the bridge is shut"))
    add(
        ledger, "The bridge is what Lin Jäder spoke of.", ("Lin Jäder", "what"),
        alter=lambda one, _: replace(one, confidence=0.1),
    )  # fmt: skip
    assert only(ledger.changed(URL))["kind"] == "went"


def test_a_page_that_is_not_there_or_may_be_several_is_an_error(ledger: Ledger) -> None:
    add(ledger, "Mara Voss: the bridge is shut.", ("Mara Voss", "the bridge is shut"))
    assert ledger.changed(URL) == []
    add(ledger, "Lin Jäder: ferries run.", ("Lin Jäder", "ferries run"), url="https://herald.example/ferry")
    with pytest.raises(UsageError, match="may be several"):
        ledger.changed("a.txt")
    with pytest.raises(NotFoundError):
        ledger.changed("https://herald.example/none")


def test_what_is_longer_than_any_digest_is_none(ledger: Ledger) -> None:
    with pytest.raises(NotFoundError):
        ledger.changed("0" * 60_000)
