"""Articles as a person reads them."""

from collections.abc import Sequence

from onrecord.cli.render.tables import print_rest, print_table
from onrecord.cli.render.terminal import err
from onrecord.cli.render.text import Text
from onrecord.ledger import ArticleRow


def print_articles(shown: Sequence[ArticleRow], *, total: int) -> None:
    """Print articles as a table, a line each, and say how many of `total` are not shown."""
    if not shown:
        err.print("Nothing found.")
        return
    rows: list[list[str | Text]] = [[one["id"], one["published"] or "", _title(one)] for one in shown]
    print_table(["article", "published", "title, page"], rows, flexible="title, page")
    print_rest(total - len(shown))


def _title(article: ArticleRow) -> Text:
    """Return the title of an article and the page it is on."""
    title, page = article["title"], article["page"]
    where = page["url"] or page["path"] or page["sha256"]
    return Text(f"{title['text']}  " if title else "").append(where, style="dim")
