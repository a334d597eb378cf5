"""Counts are those of the rows that questions give, whatever is old, dismissed or printed again."""

import io
import itertools
from collections import Counter

from benchmarks.invented_articles import articles
from onrecord import Ledger
from tests.ledger.links_by_hand import link
from tests.ledger.records import store

URL = "https://herald.example/crates"


def test_what_is_counted_is_what_is_found(ledger: Ledger) -> None:
    for article in itertools.islice(articles(people=9), 12):
        ledger.add_page(article.page, [article], reader="r1")
    for words in ("We lost 14 crates", "We lost 12 crates"):
        store(ledger, f"“{words},” Mara Voss said.", ("Mara Voss", words), url=URL)
    store(ledger, "“We lost 12 crates,” Mara Voss told us.", ("Mara Voss", "We lost 12 crates"))
    later, earlier = (one["id"] for one in ledger.statements(speaker="Voss", media=None, confidence=0))
    link(ledger, "repeats", later, earlier)
    ledger.dismiss(ledger.statements(media=None, confidence=0)[3]["id"])
    quantities = io.BytesIO()
    ledger.export("quantities", "jsonl", quantities)

    stats = ledger.stats()
    found = ledger.statements(media=None, confidence=0)
    speakers = {one["id"] for row in found for one in row["speakers"]}
    days = sorted(str(row["published"])[:10] for row in ledger.articles() if row["published"])
    assert (stats["pages"], stats["versions"], stats["articles"]) == (14, 15, len(ledger.articles()))
    assert stats["statements"] == len(found)
    assert stats["kinds"] == Counter(row["kind"] for row in found)
    assert stats["utterances"] == len(found) - 1
    assert stats["quantities"] == len(quantities.getvalue().splitlines())
    assert stats["events"] == len(ledger.events())
    assert stats["speakers"] == len(speakers)
    assert (stats["first_published"], stats["last_published"]) == (days[0], days[-1])


def test_a_repetition_that_is_dismissed_is_no_printing(ledger: Ledger) -> None:
    for day in ("first", "second"):
        store(ledger, f"“We lost crates,” Mara Voss said on the {day}.", ("Mara Voss", "We lost crates"))
    later, earlier = (one["id"] for one in ledger.statements(media=None, confidence=0))
    link(ledger, "repeats", later, earlier)
    assert (ledger.stats()["statements"], ledger.stats()["utterances"]) == (2, 1)
    ledger.dismiss(later)
    assert (ledger.stats()["statements"], ledger.stats()["utterances"]) == (1, 1)


def test_an_empty_ledger_has_nothing_to_count(ledger: Ledger) -> None:
    stats = ledger.stats()
    assert (stats["statements"], stats["utterances"], stats["kinds"], stats["first_published"]) == (0, 0, {}, None)
