"""When articles were published and changed: a day or a time with zone in rows, the local day wherever days count."""

import csv
import datetime
import io
import json
from dataclasses import replace

import pyarrow.parquet as pq
import pytest

from onrecord import Ledger, Moment, Published
from onrecord.ledger import write_sheet
from tests.ledger.records import exported, make_page, read
from tests.ledger.ship import ship, ship_page

ZONE = datetime.timezone(datetime.timedelta(hours=2))
DAY, NEXT = datetime.date(2031, 3, 7), datetime.date(2031, 3, 8)
LATE, EARLY = datetime.time(23, 40, tzinfo=ZONE), datetime.time(0, 5, tzinfo=ZONE)
PUBLISHED, UPDATED = "2031-03-07T23:40:00+02:00", "2031-03-08T00:05:00+02:00"


@pytest.fixture
def timed(ledger: Ledger) -> Ledger:
    """A ledger with an article of one evening, which was changed after midnight."""
    page = ship_page()
    published = Published(DAY, "metadata", time=LATE)
    assert ledger.add_page(page, [replace(ship(page), published=published, updated=Moment(NEXT, EARLY))], reader="r1")
    return ledger


def test_an_article_and_all_that_it_tells_have_the_time(timed: Ledger) -> None:
    [row] = timed.articles()
    assert (row["published"], row["published_basis"], row["updated"]) == (PUBLISHED, "metadata", UPDATED)
    refs = [one["article"] for ask in (timed.statements, timed.events) for one in ask()]
    refs += [one["article"] for entity in timed.entities() for one in entity["appearances"]]
    assert {one["published"] for one in refs} == {PUBLISHED}
    assert list(timed.check()) == []


def test_every_format_has_the_time(timed: Ledger) -> None:
    [line] = csv.DictReader(io.StringIO(exported(timed, "articles", "csv").decode()))
    [column] = pq.read_table(io.BytesIO(exported(timed, "articles", "parquet"))).to_pylist()
    for row in (json.loads(exported(timed, "articles", "jsonl")), line, column):
        assert (row["published"], row["updated"]) == (PUBLISHED, UPDATED)
    [node] = json.loads(exported(timed, "articles", "jsonld"))["@graph"]
    assert (node["datePublished"], node["dateModified"]) == (PUBLISHED, UPDATED)


def test_what_counts_days_has_the_local_day(timed: Ledger) -> None:
    stats = timed.stats()
    assert (stats["first_published"], stats["last_published"]) == ("2031-03-07", "2031-03-07")
    assert {(role["first"], role["last"]) for one in timed.entities() for role in one["roles"]} == {
        ("2031-03-07", "2031-03-07")
    }
    stream = io.BytesIO()
    write_sheet(timed.events(), stream)
    sheet = list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))
    assert {line["published"] for line in sheet} == {"2031-03-07"}
    lines = list(csv.DictReader(io.StringIO(exported(timed, "events", "csv").decode())))
    assert {line["Publication Date"] for line in lines} == {"2031-03-07"}


def test_what_has_no_day_of_its_own_is_found_by_the_local_one(ledger: Ledger) -> None:
    for number, (day, time) in enumerate([(DAY, LATE), (DAY, None), (NEXT, EARLY)]):
        page = make_page(f"“It rains {number},” Ada Lin said.")
        [article] = read(page, ("Ada Lin", f"It rains {number}"))
        assert ledger.add_page(page, [replace(article, published=Published(day, "metadata", time=time))], reader="r1")
    published = [row["article"]["published"] for row in ledger.statements()]
    assert published == [UPDATED, PUBLISHED, "2031-03-07"]
    assert len(ledger.statements(since=NEXT)) == 1
    assert len(ledger.statements(until=DAY)) == 2
