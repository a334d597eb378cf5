"""The command about entities: entities."""

import csv
import re
from pathlib import Path
from typing import Annotated, get_args

import typer

from onrecord.cli.ledger_file import open_to_read, open_to_write
from onrecord.cli.options import DEFAULT_LEDGER, Json, LedgerFile, Limit, limited, one_of
from onrecord.cli.render import err, print_entities, print_json, suggest_names
from onrecord.errors import UsageError
from onrecord.vocabulary import EntityType

_TYPES: tuple[EntityType, ...] = get_args(EntityType.__value__)


def entities(
    words: Annotated[str | None, typer.Argument(metavar="WORDS", help="Words of a name: whole words.")] = None,
    type: Annotated[
        EntityType | None,
        typer.Option(parser=one_of(_TYPES), metavar="TYPE", help=f"One of {', '.join(_TYPES)}."),
    ] = None,
    link: Annotated[
        Path | None,
        typer.Option(metavar="FILE.csv", help="Note Wikidata ids: a table with the columns name (or id) and wikidata."),
    ] = None,
    limit: Limit = None,
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """List the persons, organisations and states of all articles, those named most often first."""
    with open_to_read(path) if link is None else open_to_write(path) as ledger:
        if link is not None:
            linked = ledger.link_wikidata(_links(link))
            err.print(f"{len(linked):,} linked to Wikidata; `onrecord judgements` lists them, to undo.")
        if json:
            print_json(ledger.entities(words, type=type, limit=limit))
            return
        found = ledger.entity_list(words, type=type, limit=limited(limit, whole=json))
        print_entities(found)
        if not found and words is not None:
            suggest_names(ledger, words)


def _links(path: Path) -> dict[str, str]:
    """Read the Wikidata ids of a table, by the id or name of the entity.

    Raises:
        UsageError: it cannot be read, lacks a column, or has what is no Wikidata id.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(str(path), f"cannot be read ({error})", "give a CSV file in UTF-8") from error
    links = {}
    for line, row in enumerate(rows, start=2):
        asked, wikidata = row.get("id") or row.get("name"), (row.get("wikidata") or "").strip()
        if not asked:
            raise UsageError(f"{path}:{line}", "names no entity", "give it a column id or name")
        if not re.fullmatch("Q[1-9][0-9]*", wikidata):
            raise UsageError(f"{path}:{line}", f"has {wikidata!r} for a Wikidata id", "write one as Q42")
        links[asked] = wikidata
    return links
