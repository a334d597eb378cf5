"""Articles as a person reads them."""

from collections.abc import Mapping, Sequence

from onrecord.cli.render.tables import print_answer, print_table
from onrecord.cli.render.text import Text
from onrecord.ledger import ArticleRow, Articles, local_day

_COLUMNS = ("article", "published", "title, page")


def print_articles(found: Articles, *, json: bool) -> None:
    """Print articles as a table, a line each, or as JSON."""
    print_answer(found, _COLUMNS, _row, flexible="title, page", json=json)


def print_debris(debris: Sequence[Mapping[str, object]]) -> None:
    """Print what was set aside of a page: where it stands, why, and its words."""
    rows = [(str(one["start"]), str(one["why"]), " ".join(str(one["text"]).split())) for one in debris]
    print_table(("at", "why", "text"), rows, flexible="text")


def _row(article: ArticleRow) -> list[str | Text]:
    return [article["id"], local_day(article["published"]), _title(article)]


def _title(article: ArticleRow) -> Text:
    """Return the title of an article and the page it is on."""
    title, page = article["title"], article["page"]
    where = page["url"] or page["path"] or page["sha256"]
    return Text(f"{title['text']}  " if title else "").append(where, style="dim")
