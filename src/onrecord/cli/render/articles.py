"""Articles as a person reads them."""

from onrecord.cli.render.tables import print_answer
from onrecord.cli.render.text import Text
from onrecord.ledger import ArticleRow, Articles

_COLUMNS = ("article", "published", "title, page")


def print_articles(found: Articles, *, json: bool) -> None:
    """Print articles as a table, a line each, or as JSON."""
    print_answer(found, _COLUMNS, _row, flexible="title, page", json=json)


def _row(article: ArticleRow) -> list[str | Text]:
    return [article["id"], article["published"] or "", _title(article)]


def _title(article: ArticleRow) -> Text:
    """Return the title of an article and the page it is on."""
    title, page = article["title"], article["page"]
    where = page["url"] or page["path"] or page["sha256"]
    return Text(f"{title['text']}  " if title else "").append(where, style="dim")
