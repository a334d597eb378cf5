import csv
import datetime
import io
import json
import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from onrecord import Article, Entity, Label, Ledger, LedgerError, Metadata, Page, Published, Span, Statement, UsageError
from onrecord.ledger import FORMATS, TABLES

DAY = datetime.date(2025, 3, 4)


def make_page(text: str, *, url: str | None = None) -> Page:
    body = text.encode()
    return Page(sha256(body).hexdigest(), "text/plain", body, text, (), path="a.txt", metadata=Metadata(url=url))


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part), part)


def read(page: Page, *quotes: tuple[str, str], day: datetime.date | None = DAY) -> tuple[Article, ...]:
    """An article with a direct statement for each (speaker, words)."""
    text = page.text
    entities, statements = [], []
    for number, (name, words) in enumerate(quotes):
        place = span(text, name)
        entity = Entity(f"e{page.sha256[:6]}{number}", name, "person", role="mayor", mentions=(place,))
        entities.append(entity)
        content = (span(text, words),)
        identifier = f"s{page.sha256[:6]}{number}"
        statements.append(Statement(identifier, "direct", "speech", "assert", content, None, place, (entity,), 0.9))
    return (
        Article(
            f"{page.sha256[:12]}-1",
            page,
            1,
            title=Label("Bridge closed"),
            published=Published(day, "metadata" if day else "unknown"),
            paragraphs=(Span(0, len(text), text),),
            statements=tuple(statements),
            entities=tuple(entities),
        ),
    )


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "a.ledger") as opened:
        yield opened


def store(ledger: Ledger, text: str, *quotes: tuple[str, str], url: str | None = None, **options: object) -> Page:
    page = make_page(text, url=url)
    assert ledger.store(page, read(page, *quotes, **options), reader="r1")  # type: ignore[arg-type]
    return page


def test_storing_a_page_twice_changes_nothing(ledger: Ledger) -> None:
    page = store(ledger, "“The bridge is shut,” Mara Voss said.", ("Mara Voss", "The bridge is shut"))
    before = ledger.stats()
    assert not ledger.store(page, read(page), reader="r2")
    assert ledger.stats() == before


def test_another_text_at_the_same_url_is_a_new_version_and_both_are_kept(ledger: Ledger) -> None:
    url = "https://herald.example/bridge"
    store(ledger, "“The bridge is shut,” Mara Voss said.", ("Mara Voss", "The bridge is shut"), url=url)
    store(ledger, "“The bridge is open,” Mara Voss said.", ("Mara Voss", "The bridge is open"), url=url)
    assert [s["content"][0]["text"] for s in ledger.statements(speaker="Voss")] == ["The bridge is open"]
    assert (ledger.stats()["pages"], ledger.stats()["versions"]) == (1, 2)
    stream = io.BytesIO()
    ledger.export("statements", "jsonl", stream, versions=True)
    assert len(stream.getvalue().splitlines()) == 2


def test_a_new_reading_stands_beside_the_old_one(ledger: Ledger) -> None:
    page = store(ledger, "“The bridge is shut,” Mara Voss said.", ("Mara Voss", "The bridge"))
    again = read(page, ("Mara Voss", "The bridge is shut"))
    assert ledger.restore(page, again, reader="r2")
    assert not ledger.restore(page, again, reader="r2")
    assert [s["content"][0]["text"] for s in ledger.statements()] == ["The bridge is shut"]
    stream = io.BytesIO()
    ledger.export("statements", "jsonl", stream, versions=True)
    readers = [json.loads(line)["reading"]["reader"] for line in stream.getvalue().splitlines()]
    assert readers == ["r1", "r2"]
    assert list(ledger.check()) == []


@pytest.fixture
def three(ledger: Ledger) -> Ledger:
    store(ledger, "“The bridge is shut,” Lin Jäder said.", ("Lin Jäder", "The bridge is shut"))
    day = datetime.date(2025, 3, 6)
    store(
        ledger,
        "“Berlin bridges were closing,” Otto Berlin said.",
        ("Otto Berlin", "Berlin bridges were closing"),
        day=day,
    )
    store(ledger, "“No comment on ferries,” Ada Lin said.", ("Ada Lin", "No comment on ferries"), day=None)
    return ledger


@pytest.mark.parametrize(
    ("asked", "speakers"),
    [
        ({"speaker": "lin"}, ["Lin Jäder", "Ada Lin"]),
        ({"speaker": "LIN jader"}, ["Lin Jäder"]),
        ({"speaker": "berl*"}, ["Otto Berlin"]),
        ({"words": "bridge closed"}, ["Otto Berlin"]),
        ({"words": '"the bridge"'}, ["Lin Jäder"]),
        ({"words": "ferr*"}, ["Ada Lin"]),
        ({"words": 'bridge" AND (NOT'}, []),
        ({"since": datetime.date(2025, 3, 5)}, ["Otto Berlin"]),
        ({"until": datetime.date(2025, 3, 5)}, ["Lin Jäder"]),
        ({"kind": "direct"}, ["Otto Berlin", "Lin Jäder", "Ada Lin"]),
        ({"kind": "mixed"}, []),
    ],
)
def test_asking(three: Ledger, asked: dict[str, object], speakers: list[str]) -> None:
    found = three.statements(**asked)  # type: ignore[arg-type]
    assert [s["speakers"][0]["name"] for s in found] == speakers


def test_a_limit_still_tells_how_many_there_are(three: Ledger) -> None:
    found = three.statements(limit=1)
    assert (len(found), found.total) == (1, 3)
    assert found.to_pandas().iloc[0]["kind"] == "direct"


def test_nothing_to_look_for_is_wrong_usage(three: Ledger) -> None:
    with pytest.raises(UsageError, match="no word"):
        three.statements(words="?!")


def test_ids_may_be_shortened_and_unknown_ones_are_named(three: Ledger) -> None:
    full = three.statements(speaker="Berlin")[0]["id"]
    assert three.statement(full[:5])["id"] == full
    with pytest.raises(UsageError, match="may be several"):
        three.statement("s")
    with pytest.raises(UsageError, match="s0nothing"):
        three.statement("s0nothing")
    assert three.article(three.articles()[0]["id"])["title"] == {"text": "Bridge closed", "start": None, "end": None}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("format_", FORMATS)
def test_every_table_in_every_format(three: Ledger, table: str, format_: str) -> None:
    stream = io.BytesIO()
    three.export(table, format_, stream)
    expected = 3 if table in {"statements", "articles", "entities"} else 0
    data = stream.getvalue()
    if format_ == "jsonl":
        rows = [json.loads(line) for line in data.splitlines()]
    elif format_ == "csv":
        rows = list(csv.DictReader(io.StringIO(data.decode())))
    elif format_ == "parquet":
        rows = pq.read_table(io.BytesIO(data)).to_pylist()
    else:
        rows = json.loads(data)["@graph"]
    assert len(rows) == expected
    assert len(three.to_pandas(table)) == expected


def test_all_formats_tell_the_same(three: Ledger) -> None:
    exported = {}
    for format_ in FORMATS:
        stream = io.BytesIO()
        three.export("statements", format_, stream)
        exported[format_] = stream.getvalue()
    plain = [json.loads(line) for line in exported["jsonl"].splitlines()]
    assert pq.read_table(io.BytesIO(exported["parquet"])).to_pylist() == plain
    lines = list(csv.DictReader(io.StringIO(exported["csv"].decode())))
    assert [json.loads(line["content"]) for line in lines] == [row["content"] for row in plain]
    for node, row in zip(json.loads(exported["jsonld"])["@graph"], plain, strict=True):
        assert node["@type"] == "Quotation"
        position, quote = node["oa:hasTarget"]["oa:hasSelector"]
        assert (position["oa:start"], position["oa:end"]) == (row["content"][0]["start"], row["content"][0]["end"])
        assert quote["oa:exact"] == row["content"][0]["text"]
        assert quote["oa:prefix"].endswith("“")


def test_the_fields_other_programs_rely_on(three: Ledger) -> None:
    [row] = three.statements(speaker="Berlin")
    assert list(row) == [
        "id", "page", "article", "kind", "medium", "act", "content", "cue", "source", "speakers", "on_behalf_of",
        "addressees", "targets", "venue", "said_on", "said_on_basis", "nested_in", "confidence",
    ]  # fmt: skip
    assert list(row["page"]) == ["sha256", "path", "url"]
    assert list(row["article"]) == ["id", "title", "published"]
    assert list(row["speakers"][0]) == ["id", "name", "type", "country", "role"]
    assert row["cue"] is None


TAMPERINGS = {
    "span": "UPDATE spans SET text = 'The bridge is shot' WHERE text = 'The bridge is shut'",
    "place": 'UPDATE spans SET start = start + 1, "end" = "end" + 1 WHERE text = \'The bridge is shut\'',
    "index": "UPDATE said SET words = 'The bridge is open' WHERE words = 'The bridge is shut'",
    "digest": "UPDATE pages SET sha256 = replace(sha256, substr(sha256, 1, 1), 'g')",
    "lost": "DELETE FROM said",
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_a_row_that_was_altered_is_found(three: Ledger, tmp_path: Path, what: str) -> None:
    assert list(three.check()) == []
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    connection.execute(TAMPERINGS[what])
    connection.close()
    assert list(three.check())


@pytest.mark.parametrize("column", ["text", "body"])
def test_one_altered_character_of_the_stored_page_is_found(three: Ledger, tmp_path: Path, column: str) -> None:
    import zstandard

    table = "readings" if column == "text" else "pages"
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    [blob] = connection.execute(f"SELECT {column} FROM {table} WHERE key = 1").fetchone()
    altered = zstandard.decompress(blob).replace(b"said.", b"sang.")
    connection.execute(f"UPDATE {table} SET {column} = ? WHERE key = 1", [zstandard.compress(altered)])
    connection.close()
    assert {problem.page for problem in three.check()} == {"a.txt"}


def test_a_file_that_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    text, other = tmp_path / "text.ledger", tmp_path / "other.ledger"
    text.write_text("this is no database, only a text that is long enough to be read as one\n" * 20)
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE things (name)")
    connection.commit()
    connection.close()
    before = {path: path.read_bytes() for path in (text, other)}
    for path, content in before.items():
        with pytest.raises(LedgerError, match="is not a ledger"):
            Ledger(path)
        assert path.read_bytes() == content


def test_a_newer_ledger_asks_for_a_newer_program(ledger: Ledger, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(LedgerError, match="newer version"):
        Ledger(tmp_path / "a.ledger")


def test_a_missing_ledger_is_made_only_when_it_is_written(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such ledger"):
        Ledger(tmp_path / "none.ledger", create=False)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(LedgerError, match="folder"):
        Ledger(tmp_path / "none" / "a.ledger")


def test_an_empty_file_is_a_ledger_that_was_never_finished(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    path.touch()
    with Ledger(path) as ledger:
        assert ledger.stats()["pages"] == 0


def test_a_ledger_that_another_process_keeps_locked(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.ledger.opening._BUSY", 0.1)
    other = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    page = make_page("“Shut,” Mara Voss said.")
    with Ledger(tmp_path / "a.ledger") as second, pytest.raises(LedgerError, match="another process"):
        second.store(page, read(page), reader="r1")
    assert len(ledger.statements()) == 0
    other.close()


def test_a_full_disk_is_said_and_leaves_no_half_page(ledger: Ledger, tmp_path: Path) -> None:
    # SQLite's own limit of pages fails just as a full disk does.
    from sqlalchemy import event

    event.listen(ledger._engine, "begin", lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 60"))
    filler = "".join(chr(0x4E00 + number % 20_000) for number in range(300_000))
    page = make_page("“Shut,” Mara Voss said. " + filler)
    with pytest.raises(LedgerError, match="disk is full"):
        ledger.store(page, read(page, ("Mara Voss", "Shut")), reader="r1")
    with Ledger(tmp_path / "a.ledger") as again:
        assert again.stats()["pages"] == 0
        assert list(again.check()) == []
