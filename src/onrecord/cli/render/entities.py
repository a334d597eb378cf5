"""Entities as a person reads them."""

from onrecord.cli.render.tables import print_answer, print_table
from onrecord.cli.render.terminal import err, out
from onrecord.cli.render.text import Text
from onrecord.ledger import EntityLine, EntityList, EntityRow, Ledger, local_day

_COLUMNS = ("entity", "name", "type", "articles", "known as")
# Roles of an entity that are shown in a table.
_ROLES = 3
# Articles that are listed of an entity.
_APPEARANCES = 50


def print_entities(found: EntityList) -> None:
    """Print entities as a table, a line each."""
    print_answer(found, _COLUMNS, _row, flexible="known as", json=False)


def print_entity(entity: EntityRow, first: str) -> None:
    """Print all that is known of an entity, a line for each field, and the first articles it appears in.

    `first` is the line of text in which it is first named, by which two of the same name are told apart.
    """
    roles = [f"{role['role']} ({_days(role['first'], role['last'])})" for role in entity["roles"]]
    fields = {
        "name": entity["name"],
        "also": ", ".join(entity["variants"]),
        "type": entity["type"],
        "country": entity["country"] or "",
        "roles": "; ".join(roles),
        "Wikidata": entity["wikidata"] or "",
        "first named": first,
    }
    rows = [[field, value] for field, value in fields.items() if value]
    print_table(["entity", entity["id"]], rows, flexible=entity["id"])
    out.print()
    appearances = [
        [one["article"]["id"], local_day(one["article"]["published"]), one["name"], one["article"]["title"] or ""]
        for one in entity["appearances"][:_APPEARANCES]
    ]
    print_table(["article", "published", "called", "title"], appearances, flexible="title")
    if left := len(entity["appearances"]) - len(appearances):
        err.print(f"... and {left:,} more articles: take all with --json.")


def suggest_names(ledger: Ledger, asked: str) -> None:
    """Say on standard error which entities have names like what was asked for, if none has that name."""
    if ledger.entity_list(asked, limit=1):
        return
    near = ledger.names_like(asked)
    if near:
        err.print(Text(f"Did you mean {' or '.join(near)}?"), soft_wrap=True)


def _days(first: str | None, last: str | None) -> str:
    return (first or "no date") if first == last else f"{first} to {last}"


def _row(entity: EntityLine) -> list[str | Text]:
    return [entity["id"], entity["name"], entity["type"], f"{entity['appearances']:,}", _known(entity)]


def _known(entity: EntityLine) -> str:
    """Return what else than its name tells who an entity is."""
    known = [
        *entity["roles"][:_ROLES],
        *([entity["country"]] if entity["country"] else []),
        *entity["variants"][:_ROLES],
    ]
    return ", ".join(dict.fromkeys(known))
