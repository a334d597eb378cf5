"""Events as CSV: the columns of POLECAT."""

import csv
import io
from dataclasses import replace

from onrecord import Event, Ledger
from tests.ledger.records import exported
from tests.ledger.ship import ship, ship_page

HEADER = (
    "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,"
    "Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,"
    "Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,"
    "Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,"
    "Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,Language,Version"
)


def test_csv_has_the_columns_of_polecat_and_a_line_for_each_pair(told: Ledger) -> None:
    told.rename("Kestria", "Republic of Kestria")
    data = exported(told, "events", "csv").decode()
    assert data.splitlines()[0] == HEADER
    lines = list(csv.DictReader(io.StringIO(data)))
    assert [(line["Event ID"], line["Actor Name"], line["Recipient Name"]) for line in lines] == [
        ("v1", "Halla Brenning", "Republic of Kestria"),
        ("v2", "Republic of Kestria", ""),
        ("v3", "Republic of Kestria", "Velmora"),
        ("v3", "Sailors of Kestria", "Velmora"),
    ]
    filled = {name: value for name, value in lines[0].items() if value}
    assert filled == {
        "Event ID": "v1",
        "Event Date": "2025-03-07",
        "Event Type": "ACCUSE",
        "Event Mode": "happened",
        "Quad Code": "VERBAL CONFLICT",
        "Actor Name": "Halla Brenning",
        "Actor Country": "VLM",
        "Primary Actor Sector": "GOV",
        "Actor Sectors": "GOV",
        "Actor Title": "Minister",
        "Actor Name Raw": "Halla Brenning",
        "Recipient Name": "Republic of Kestria",
        "Recipient Country": "KES",
        "Recipient Name Raw": "Kestria",
        "Source": "https://herald.example/ship",
        "Publication Date": "2025-03-07",
        "Story People": "Halla Brenning",
        "Story Locations": "Kestria; Velmora",
        "Language": "en",
        "Version": "r1",
    }
    assert [line["Event Date"] for line in lines[1:]] == ["2025-03-02", "2025-03-01", "2025-03-01"]
    assert [line["Raw Placename"] for line in lines] == ["", "Ostrel", "", ""]
    assert [line["Quad Code"] for line in lines[1:3]] == ["MATERIAL CONFLICT", "MATERIAL CONFLICT"]


def test_every_root_has_its_quad_code(ledger: Ledger) -> None:
    from typing import get_args

    from onrecord.vocabulary import EventType

    page = ship_page()
    article = ship(page)
    told: list[Event] = [replace(article.events[0], id=f"v{root}", type=root) for root in get_args(EventType.__value__)]
    ledger.add_page(page, [replace(article, events=tuple(told))], reader="r1")
    codes = [line["Quad Code"] for line in csv.DictReader(io.StringIO(exported(ledger, "events", "csv").decode()))]
    assert {code: codes.count(code) for code in codes} == {
        "VERBAL COOPERATION": 4, "MATERIAL COOPERATION": 3, "VERBAL CONFLICT": 4, "MATERIAL CONFLICT": 5,
    }  # fmt: skip
