"""Articles as a person reads them."""

from collections.abc import Sequence

from onrecord.cli.render.tables import print_rest, print_table
from onrecord.ledger import ArticleRow


def print_articles(shown: Sequence[ArticleRow], *, total: int) -> None:
    """Print articles as a table, a line each, and say how many of `total` are not shown."""
    rows = [
        [a["id"], a["published"] or "", a["title"]["text"] if a["title"] else "", a["page"]["path"] or ""]
        for a in shown
    ]
    print_table(["article", "published", "title", "page"], rows, flexible="title")
    print_rest(total - len(shown))
