"""Links between statements, and copies of articles, as a person reads them."""

from collections.abc import Iterator, Mapping

from onrecord.cli.render.tables import print_answer, print_rest, print_table
from onrecord.cli.render.terminal import out
from onrecord.cli.render.text import Text
from onrecord.cli.render.wording import differing, words_of
from onrecord.ledger import Copies, CopyRow, Links, StatementRow, day_of, link_text, local_day

_COPIES = ("article", "published", "outlet", "title, page")


def print_links(statement: StatementRow, found: Links, others: Mapping[str, StatementRow]) -> None:
    """Print how a statement belongs to others, which are given by their ids; with `found`, those of what it repeats."""
    if not found:
        return
    rows: list[list[str | Text]] = []
    for how, id in sorted(_told(statement["id"], found), key=lambda told: day_of(others[told[1]])):
        other = others[id]
        said = Text().append(f"{speakers_of(other)}: ", style="bold")
        said.append(differing(statement, other) if how.startswith("repeat") else Text(words_of(other)))
        rows.append([how, id, day_of(other), said])
    out.print()
    print_table(["link", "statement", "day", "said"], rows, flexible="said")
    print_rest(found.at_least - len(found), all_counted=found.all_counted)


def other_ends(statement: str, found: Links) -> set[str]:
    """Return the ids of the statements to which links of a statement, or of what it repeats, lead."""
    return {id for _, id in _told(statement, found)}


def _told(statement: str, found: Links) -> Iterator[tuple[str, str]]:
    """Yield how a statement belongs to each other one, and the id of that; what it repeats stands for it."""
    own = {statement, *(link["to"] for link in found if link["kind"] == "repeats" and link["from"] == statement)}
    for link in found:
        replies = link["from"] == statement or link["to"] not in own
        yield link_text(link, replies=replies), link["to" if replies else "from"]


def print_copies(found: Copies, *, json: bool) -> None:
    """Print an article and its copies as a table, a line each, or as JSON."""
    print_answer(found, _COPIES, _copy, flexible="title, page", json=json)


def speakers_of(statement: StatementRow) -> str:
    """Return the names of the speakers, "?" where nobody is known."""
    return ", ".join(one["name"] for one in statement["speakers"]) or "?"


def _copy(row: CopyRow) -> list[str | Text]:
    article, page, link = row["article"], row["page"], row["link"]
    where = Text(f"{article['title']}  " if article["title"] else "")
    where.append(page["url"] or page["path"] or page["sha256"], style="dim")
    if link is not None and not link["asserted"]:
        where.append(f"  perhaps a copy: {link['reason']}", style="italic")
    return [article["id"], local_day(article["published"]), row["outlet"] or "", where]
