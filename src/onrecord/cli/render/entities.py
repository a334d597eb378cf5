"""Entities as a person reads them."""

from rich.text import Text

from onrecord.cli.render.tables import print_answer
from onrecord.ledger import Entities, EntityRow

_COLUMNS = ("entity", "name", "type", "articles", "known as")
# Roles of an entity that are shown in a table.
_ROLES = 3


def print_entities(found: Entities, *, json: bool) -> None:
    """Print entities as a table, a line each, or as JSON."""
    print_answer(found, _COLUMNS, _row, flexible="known as", json=json)


def _row(entity: EntityRow) -> list[str | Text]:
    return [entity["id"], entity["name"], entity["type"], f"{len(entity['appearances']):,}", _known(entity)]


def _known(entity: EntityRow) -> str:
    """Return what else than its name tells who an entity is."""
    roles = [role["role"] for role in entity["roles"][:_ROLES]]
    known = [*roles, *([entity["country"]] if entity["country"] else []), *entity["variants"][:_ROLES]]
    return ", ".join(dict.fromkeys(known))
