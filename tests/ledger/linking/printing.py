"""Pages with invented stories, and the links that are exported of them."""

import datetime
import json
from hashlib import sha256
from typing import Any

from onrecord import Ledger, Metadata, Page
from tests.ledger.records import exported, read

DAY = datetime.date(2025, 3, 4)
LATER, EARLIER = DAY + datetime.timedelta(days=1), DAY - datetime.timedelta(days=1)


def sentence(number: int) -> str:
    """A sentence of twelve words that no other number has a run of four words of."""
    return " ".join(f"w{number}x{place}" for place in range(12)) + "."


def text(*numbers: int) -> str:
    """A text of the sentences of these numbers, a paragraph each."""
    return "\n".join(map(sentence, numbers))


def print_page(ledger: Ledger, url: str, told: str, day: datetime.date | None = DAY) -> str:
    """Add a page that an outlet printed; return the id of its article. Where it is says which page it is."""
    body = f"{url} {told}".encode()
    page = Page(sha256(body).hexdigest(), "text/plain", body, told, (), metadata=Metadata(url=f"https://{url}"))
    articles = read(page, day=day)
    assert ledger.add_page(page, articles, reader="r1")
    return articles[0].id


def rows(ledger: Ledger) -> list[dict[str, Any]]:
    """The links as they are exported."""
    return [json.loads(line) for line in exported(ledger, "links", "jsonl").splitlines()]


def copied(ledger: Ledger) -> dict[str, str]:
    """Which articles are surely copies, of which."""
    return {row["from"]: row["to"] for row in rows(ledger) if row["kind"] == "copy" and row["asserted"]}
