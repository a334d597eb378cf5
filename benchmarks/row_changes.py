"""Rows that the commit before and this version export differently, of the same pages, counted by kind with examples.

The pages are the bodies of the golden master (`corpora.page_bodies`) and news that no rule was tuned to. Rows are the
same if they have the same id, which is made of the page and the place. Entities within them are compared by name and
sector: with another id alone they are the same.
"""

import json
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import body_exports, earlier_versions
from corpora.page_bodies import UNSEEN
from onrecord import Span, pages
from onrecord.errors import PageError

type Row = Mapping[str, Any]

NEW, GONE = "new", "gone"

# What tells where a row is, and not what it says.
_PLACE = ("schema_version", "id", "page", "article")
# Fields with the words that a row is read from, by table, the ones that an example begins with first.
_ANCHORS: Mapping[str, Sequence[str]] = {
    "statements": ("source", "cue", "content"),
    "quantities": ("span",),
    "events": ("spans",),
    "articles": ("paragraphs",),
}
_AROUND = 160
_LONGEST = 300
_SEED = 18


@dataclass(frozen=True, slots=True)
class Change:
    """A row that is not what it was.

    Attributes:
        table: the exported table it is in.
        kind: the field that differs; NEW if it was not there before, GONE if it is not there now.
        before: the row as it was, None if it is new.
        after: the row as it is, None if it is gone.
    """

    table: str
    kind: str
    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The row as it is now, or as it was last."""
        return self.after or self.before or {}

    @property
    def same_entities(self) -> bool:
        """Whether a field has the same entities, by id, which are called something else or have another sector."""
        if self.before is None or self.after is None:
            return False
        was, now = (_ids(row[self.kind]) for row in (self.before, self.after))
        return bool(was) and was == now


def main(before: str, examples: int) -> None:
    """Print how many rows of each table and field the commit `before` and this version export differently, and some.

    Args:
        before: the commit.
        examples: how many changes of each kind are printed, drawn at random but always the same.
    """
    with tempfile.TemporaryDirectory() as temporary:
        then, now = Path(temporary) / "then", Path(temporary) / "now"
        with earlier_versions.sources(before) as sources:
            body_exports.in_process(sources, then)
        body_exports.in_process(earlier_versions.ROOT / "src", now)
        _print(before, then, now, examples)


def _print(before: str, then: Path, now: Path, examples: int) -> None:
    """Print what differs between the exports in the folders `then`, by the commit `before`, and `now`."""
    counts: Counter[tuple[bool, str, str]] = Counter()
    found: defaultdict[tuple[str, str], list[tuple[Path, Change]]] = defaultdict(list)
    for body in sorted(now.iterdir()):
        for export in sorted(body.glob("*.jsonl")):
            was, rows = _rows(then / body.name / export.name), _rows(export)
            for (table, kind), of in compared(export.stem, was, rows).items():
                counts[body.name == UNSEEN, table, kind] += of
            for change in changes(export.stem, was, rows):
                found[change.table, change.kind].append((body, change))
    console = Console(width=120)
    console.print(_table(before, counts, found))
    same = sorted(f"{table}.{kind}" for table, kind in {key[1:] for key in counts} - found.keys())
    console.print("The same in all rows:", ", ".join(same), highlight=False)
    for (table, kind), those in sorted(found.items()):
        console.print(f"\n{table}.{kind}: {min(len(those), examples)} of {len(those)}\n", style="bold")
        for body, change in drawn(those, examples):
            console.print("\n".join(_lines(body, change)), "", sep="\n", markup=False, highlight=False, soft_wrap=True)


def changes(table: str, before: Sequence[Row], after: Sequence[Row]) -> Iterator[Change]:
    """Yield what differs between two exports of a table: each field of the rows in both, then rows new and gone."""
    was, now = ({row["id"]: row for row in rows} for rows in (before, after))
    for id_, row in now.items():
        if id_ in was:
            for kind in _fields(row, was[id_]):
                if plain(was[id_].get(kind)) != plain(row.get(kind)):
                    yield Change(table, kind, was[id_], row)
        else:
            yield Change(table, NEW, None, row)
    yield from (Change(table, GONE, row, None) for id_, row in was.items() if id_ not in now)


def compared(table: str, before: Sequence[Row], after: Sequence[Row]) -> Counter[tuple[str, str]]:
    """Return of how many rows each kind of change is counted, by table and kind.

    A field is compared in the rows that are in both exports; of those after some are new, of those before some gone.
    """
    was = {row["id"]: row for row in before}
    fields = (kind for row in after if row["id"] in was for kind in _fields(row, was[row["id"]]))
    return Counter({(table, NEW): len(after), (table, GONE): len(before)}) + Counter((table, kind) for kind in fields)


def plain(value: Any) -> Any:  # noqa: ANN401 -- any part of a row
    """Return a part of a row as it is compared: an entity by its name and sector, all else by all that it says.

    Two entities of the same name are the same ("Ines Roth", "e1" and "Ines Roth", "e2"); a person who is shown in
    another sector is not ("Ines Roth/GOV" and "Ines Roth/CVL").
    """
    if isinstance(value, list):
        return [plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    if "named" not in value:
        return {kind: plain(part) for kind, part in value.items() if kind not in _PLACE}
    return "/".join(filter(None, (value["name"], value.get("sector"))))


def told(change: Change, when: tuple[str, str] = ("before", "now")) -> Iterator[str]:
    """Yield the lines of what was there and what is: of a row that is new or gone one line, else one each.

    Args:
        change: what differs.
        when: what the two are called.
    """
    if change.kind in {NEW, GONE}:
        yield f"{change.kind:>7} {_brief(_told(change.row))}"
    else:
        rows = zip(when, (change.before, change.after), strict=True)
        yield from (f"{one:>7} {_brief(plain((row or {})[change.kind]))}" for one, row in rows)


def anchors_of(change: Change) -> list[Span]:
    """Return where the row of a change was read from on its page, its beginning first; of an entity one mention."""
    if change.table == "entities":
        parts = change.row["appearances"][0]["mentions"][:1]
    else:
        parts = [change.row.get(field) for field in _ANCHORS.get(change.table, ())]
    flat = [one for part in parts for one in (part if isinstance(part, list) else [part]) if one is not None]
    return [Span(one["start"], one["end"], one["text"]) for one in flat]


def drawn[T](those: Sequence[T], number: int) -> list[T]:
    """Return so many of `those`, or all, drawn at random but always the same, in their order."""
    chosen = random.Random(_SEED).sample(range(len(those)), min(number, len(those)))
    return [those[place] for place in sorted(chosen)]


def _fields(*rows: Row) -> list[str]:
    return [kind for kind in dict.fromkeys(kind for row in rows for kind in row) if kind not in _PLACE]


def _ids(value: Any) -> list[str]:  # noqa: ANN401 -- any field of a row
    """Return the ids of the entities of a field."""
    values = value if isinstance(value, list) else [value]
    return [one["id"] for one in values if isinstance(one, dict) and "named" in one]


def _rows(export: Path) -> list[Row]:
    # As bytes, since a text may have separators within its lines that `str.splitlines` takes for their ends.
    return [json.loads(line) for line in export.read_bytes().splitlines()]


def _table(
    before: str,
    counts: Mapping[tuple[bool, str, str], int],
    found: Mapping[tuple[str, str], Sequence[tuple[Path, Change]]],
) -> Table:
    table = Table(title=f"Rows that {before} and this version export differently")
    table.add_column("table and field")
    for column in ("golden master", "of", f"{UNSEEN} news", "of", "the same entities"):
        table.add_column(column, justify="right")
    for name, kind in sorted(found):
        those, cells = found[name, kind], []
        for unseen in (False, True):
            cells.append(f"{sum((body.name == UNSEEN) == unseen for body, _ in those):,}")
            cells.append(f"{counts.get((unseen, name, kind), 0):,}")
        same = sum(change.same_entities for _, change in those)
        table.add_row(f"{name}.{kind}", *cells, f"{same:,}" if same else "")
    return table


def _lines(body: Path, change: Change) -> Iterator[str]:
    """Yield the lines of an example: the place, what was there and what is, the words around."""
    yield from told(change)
    anchors = anchors_of(change)
    page = (change.row["appearances"][0] if change.table == "entities" else change.row)["page"]
    text = _text(body, page) if anchors else None
    if text is None:
        yield f"{'at':>7} {body.name} {page['path']}"
    else:
        yield f"{'in':>7} {words_around(text, anchors)}"
        yield f"{'at':>7} {body.name} {page['path']} {anchors[0].start}"


def _told(row: Row) -> dict[str, Any]:
    """Return what a row tells, without the ids and without what is empty."""
    return {kind: plain(row[kind]) for kind in _fields(row) if kind != "appearances" and row[kind] not in (None, [])}


def _brief(value: Any) -> str:  # noqa: ANN401 -- any part of a row
    line = _line(value)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _line(value: Any) -> str:  # noqa: ANN401 -- any part of a row
    """Return a part of a row in words: of a span what it says and where it begins."""
    if isinstance(value, list):
        return ", ".join(map(_line, value)) or "nobody, nothing"
    if isinstance(value, dict):
        is_span = value.keys() == {"start", "end", "text"}
        said = (f"{kind} {_line(part)}" for kind, part in value.items() if part not in (None, []))
        return f"{value['text']} ({value['start']})" if is_span else "; ".join(said)
    return "nobody, nothing" if value is None else str(value)


def words_around(text: str, anchors: Sequence[Span]) -> str:
    """Return the first of `anchors` in brackets with the words around it, on one line."""
    first = anchors[0]
    start, end = max(0, first.start - _AROUND), first.end + _AROUND
    parts = (text[start : first.start], f"[{first.text}]", text[first.end : end])
    line = " ".join("".join(parts).split())
    return f"{'…' if start else ''}{line}{'…' if end < len(text) else ''}"


def _text(body: Path, page: Row) -> str | None:
    """Return the text of a page that was added from the folder `body`."""
    files, _ = pages.find([body / page["path"]])
    loaded: Iterable[Any] = (one for file in files for one in pages.load(file))
    return next((one.text for one in loaded if not isinstance(one, PageError) and one.sha256 == page["sha256"]), None)
