"""Copies in a ledger: what points where, whatever comes first, and what goes with what it was found by."""

import pytest

from onrecord import Ledger
from onrecord.ledger.linking import fingerprint_index
from tests.ledger.linking.printing import DAY, EARLIER, LATER, copied, print_page, rows, sentence, text

WHOLE = text(*range(8))
OTHER = text(*range(20, 28))


def test_copies_point_at_the_earliest(ledger: Ledger) -> None:
    later = print_page(ledger, "c.example/1", WHOLE, LATER)
    first = print_page(ledger, "a.example/1", WHOLE, EARLIER)
    cut = print_page(ledger, "b.example/1", text(*range(4)), DAY)
    print_page(ledger, "d.example/1", OTHER, LATER)
    ledger.link()
    assert copied(ledger) == {later: first, cut: first}


def test_a_copy_says_how_likely_it_is_one_and_why(ledger: Ledger) -> None:
    first = print_page(ledger, "a.example/1", WHOLE, EARLIER)
    copy = print_page(ledger, "b.example/1", WHOLE)
    ledger.link()
    (row,) = rows(ledger)
    assert (row["from"], row["to"], row["kind"]) == (copy, first, "copy")
    assert row["confidence"] == 0.99
    assert row["reason"] == "100% of the narration of the shorter one stands in the other"


def test_a_part_that_comes_first_is_the_earliest_printing_of_the_whole_and_of_its_other_part(ledger: Ledger) -> None:
    part = print_page(ledger, "a.example/1", text(*range(4)), EARLIER)
    whole = print_page(ledger, "b.example/1", WHOLE, DAY)
    rest = print_page(ledger, "c.example/1", text(*range(4, 8)), LATER)
    ledger.link()
    assert copied(ledger) == {whole: part, rest: part}
    assert any(f", {whole}, a copy of this" in row["reason"] for row in rows(ledger))


def test_an_earlier_original_that_comes_last_takes_all_copies(ledger: Ledger) -> None:
    days = (LATER, DAY, None)
    printings = [print_page(ledger, f"{name}.example/1", WHOLE, day) for name, day in zip("abc", days, strict=True)]
    ledger.link()
    assert copied(ledger) == dict.fromkeys((printings[0], printings[2]), printings[1])
    first = print_page(ledger, "d.example/1", WHOLE, EARLIER)
    ledger.link()
    assert copied(ledger) == dict.fromkeys(printings, first)


def test_a_clock_that_runs_backwards_changes_nothing(ledger: Ledger) -> None:
    ids = []
    for day in range(6, 0, -1):
        ids.append(print_page(ledger, f"a{day}.example/1", WHOLE, DAY.replace(day=day)))
        ledger.link()
    assert copied(ledger) == dict.fromkeys(ids[:-1], ids[-1])


def test_a_version_that_takes_the_place_of_a_copy_ends_its_link(ledger: Ledger) -> None:
    first = print_page(ledger, "a.example/1", WHOLE, EARLIER)
    copy = print_page(ledger, "b.example/1", WHOLE)
    ledger.link()
    assert copied(ledger) == {copy: first}
    print_page(ledger, "b.example/1", OTHER)
    ledger.link()
    assert rows(ledger) == []


def test_a_version_that_takes_the_place_of_the_original_leaves_its_copies_to_the_next(ledger: Ledger) -> None:
    print_page(ledger, "a.example/1", WHOLE, EARLIER)
    second = print_page(ledger, "b.example/1", WHOLE)
    third = print_page(ledger, "c.example/1", text(*range(6)), LATER)
    ledger.link()
    print_page(ledger, "a.example/1", OTHER, EARLIER)
    ledger.link()
    assert copied(ledger) == {third: second}


def test_versions_that_replace_an_original_and_its_copy_at_once(ledger: Ledger) -> None:
    for url, day in (("a.example/1", EARLIER), ("b.example/1", DAY)):
        print_page(ledger, url, WHOLE, day)
    ledger.link()
    for url, day, told in (("a.example/1", EARLIER, OTHER), ("b.example/1", DAY, text(*range(40, 48)))):
        print_page(ledger, url, told, day)
    ledger.link()
    assert rows(ledger) == []


def test_a_later_version_is_no_copy_of_the_one_it_replaces(ledger: Ledger) -> None:
    print_page(ledger, "a.example/1", WHOLE)
    ledger.link()
    print_page(ledger, "a.example/1", f"{WHOLE}\n{sentence(9)}")
    ledger.link()
    assert rows(ledger) == []


def test_the_same_page_under_two_addresses_is_a_copy(ledger: Ledger) -> None:
    ids = sorted(print_page(ledger, f"a.example/{number}", WHOLE) for number in (1, 2))
    ledger.link()
    assert copied(ledger) == {ids[1]: ids[0]}


def test_an_article_of_one_sentence_is_a_copy_of_the_same_sentence_alone(ledger: Ledger) -> None:
    first = print_page(ledger, "a.example/1", sentence(1), EARLIER)
    copy = print_page(ledger, "b.example/1", sentence(1))
    print_page(ledger, "c.example/1", sentence(2))
    print_page(ledger, "d.example/1", "No.")
    print_page(ledger, "e.example/1", "No.")
    ledger.link()
    assert copied(ledger) == {copy: first}


def test_articles_without_a_day_stand_behind_all_others(ledger: Ledger) -> None:
    undated = [print_page(ledger, f"{name}.example/1", WHOLE, None) for name in "ab"]
    dated = print_page(ledger, "c.example/1", WHOLE, LATER)
    ledger.link()
    assert copied(ledger) == dict.fromkeys(undated, dated)


def test_a_line_below_many_articles_hides_no_copy(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint_index, "_NEAREST", 2)
    stories = [text(*range(number * 10, number * 10 + 5), 999) for number in range(6)]
    ids = [print_page(ledger, f"a.example/{number}", told) for number, told in enumerate(stories)]
    copies = [print_page(ledger, f"b.example/{number}", told, LATER) for number, told in enumerate(stories)]
    ledger.link()
    assert copied(ledger) == dict(zip(copies, ids, strict=True))
