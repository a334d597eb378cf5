"""How many of the links between statements of real news are right, as helpers (language models) judged them.

They judged links, asserted and offered, that onrecord had found in the 3,600 articles of two collections, without
knowing of what kind it took them for (`corpora.linked_news`). The pages of these are added to a ledger and linked; a
link that nobody has judged is not counted. Of the same words in two articles none was judged.
"""

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from corpora.export import exported_rows
from corpora.linked_news import NewsPair, NewsStatement, news_pairs, pages_at
from onrecord import Ledger
from onrecord.linking import RELATIONS

_VERDICTS = ("right", "perhaps", "wrong")


def print_judged(console: Console) -> None:
    """Print how many of the judged links are asserted, and how many offered, and how many of these are right.

    Raises:
        FileNotFoundError: the news are not there.
    """
    judged = {(one.later, one.earlier): one for one in news_pairs() if one.drawn == "links"}
    counted = Counter(_counted(judged))
    heads = [f"{which}: {verdict}" for which in ("asserted", "offered") for verdict in _VERDICTS]
    table = Table("kind", *heads, title="links of real news that were judged")
    for kind in RELATIONS[1:]:
        cells = [counted[kind, asserted, verdict] for asserted in (True, False) for verdict in _VERDICTS]
        table.add_row(kind, *map(str, cells))
    console.print(table)


def _counted(judged: dict[tuple[NewsStatement, NewsStatement], NewsPair]) -> Iterator[tuple[str, bool, str]]:
    """Yield of each link found that was judged its kind, whether it is asserted, and whether it is right."""
    addresses = {end.page for ends in judged for end in ends}
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "pages.jsonl"
        page.write_text("\n".join(pages_at(addresses)) + "\n", encoding="utf-8")
        with Ledger(Path(folder) / "news.ledger") as ledger:
            ledger.add([page])
            ends = {row["id"]: _place(row) for row in exported_rows(ledger, "statements")}
            for link in exported_rows(ledger, "links"):
                if link["from"] not in ends or link["to"] not in ends:
                    continue
                told = judged.get((ends[link["from"]], ends[link["to"]]))
                if told is not None:
                    yield link["kind"], link["asserted"], _verdict(link["kind"], told)


def _place(row: Any) -> NewsStatement:  # noqa: ANN401 -- a row as it is exported
    return NewsStatement(row["page"]["url"], tuple((span["start"], span["end"]) for span in row["content"]))


def _verdict(kind: str, told: NewsPair) -> str:
    if kind not in told.relations:
        return "wrong"
    return "right" if told.sure else "perhaps"
