"""What was found opens in a spreadsheet: a flat table, of which nothing is computed."""

import csv
import io
from dataclasses import replace

from onrecord import Ledger, Quantity
from onrecord.ledger import write_sheet
from tests.ledger.records import make_page, read, span, store
from tests.ledger.ship import ship, ship_page


def lines(found: object) -> list[dict[str, str]]:
    stream = io.BytesIO()
    write_sheet(found, stream)  # type: ignore[arg-type]
    assert stream.getvalue().startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))


def test_a_statement_has_its_speaker_words_and_place_in_columns_of_their_own(ledger: Ledger) -> None:
    text = "“The bridge\nis shut,” Lin Jäder said."
    page = store(ledger, text, ("Lin Jäder", "The bridge\nis shut"))
    [line] = lines(ledger.statements())
    assert (line["speaker"], line["role"], line["source"]) == ("Lin Jäder", "mayor", "Lin Jäder")
    assert (line["said"], line["act"], line["kind"]) == ("The bridge is shut", "assert", "direct")
    assert (line["day"], line["published"]) == ("", "2025-03-04")
    assert page.text[int(line["start"]) : int(line["end"])] == "The bridge\nis shut"
    assert line["id"] == ledger.statements()[0]["id"]


def test_nothing_is_computed(ledger: Ledger) -> None:
    store(ledger, "“=1+1” Lin Jäder said.", ("Lin Jäder", "=1+1"))
    [line] = lines(ledger.statements())
    assert line["said"] == "'=1+1"


def test_several_speakers_stand_in_one_cell_and_the_parts_of_a_content_too(ledger: Ledger) -> None:
    page = make_page("“It rains,” Ada Lin and Bo Orn said. “It snows.”")
    [article] = read(page, ("Ada Lin", "It rains"), ("Bo Orn", "It snows"))
    one, other = article.statements
    both = replace(one, speakers=(*one.speakers, *other.speakers), content=(*one.content, *other.content))
    ledger.add_page(page, [replace(article, statements=(both,))], reader="r1")
    [line] = lines(ledger.statements())
    assert (line["speaker"], line["said"]) == ("Ada Lin; Bo Orn", "It rains ... It snows")
    assert page.text[int(line["start"]) : int(line["end"])] == "It rains,” Ada Lin and Bo Orn said. “It snows"


def test_quantities_and_events_have_whose_word_they_are(ledger: Ledger) -> None:
    page = ship_page()
    ferry = span(page.text, "a ferry")
    counted = Quantity("q1", ferry, 1.0, None, None, None, ferry, None, None, None, None, None, True, None, ferry)
    ledger.add_page(page, [replace(ship(page), quantities=(counted,))], reader="r1")
    [quantity] = lines(ledger.quantities("ferry"))
    assert (quantity["value"], quantity["counted"], quantity["who"]) == ("1", "a ferry", "narrator")
    events = lines(ledger.events())
    assert [event["type"] for event in events] == [event["type"] for event in ledger.events()]
    assert all(event["actors"] or event["recipients"] for event in events)
