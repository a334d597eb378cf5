import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, time
from importlib.resources import files
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from onrecord import Label, Ledger, LedgerError, Moment, Quantity, upgrade
from onrecord.ledger.store import REVISION, metadata
from tests.ledger.linking.printing import print_page, rows, text
from tests.ledger.records import make_page, read, store
from tests.ledger.ship import ship, ship_page
from tests.ledger.store.older import FULL_TEXT, earlier, indexed, without_outlets

FOLDER = Path(str(files("onrecord.ledger.store"))) / "migrations"


def test_the_migrations_make_the_schema(tmp_path: Path) -> None:
    Ledger(tmp_path / "a.ledger").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'a.ledger'}")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or not name.startswith(tuple(FULL_TEXT))},
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_program_writes_the_newest_revision() -> None:
    assert ScriptDirectory(str(FOLDER)).get_current_head() == REVISION


def test_a_new_ledger_is_at_the_revision_with_its_write_ahead_log(tmp_path: Path) -> None:
    Ledger(tmp_path / "a.ledger").close()
    connection = sqlite3.connect(tmp_path / "a.ledger")
    [version] = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    [mode] = connection.execute("PRAGMA journal_mode").fetchone()
    connection.close()
    assert (version, mode) == (REVISION, "wal")


NEXT = '''
"""A revision that is not written yet."""

from alembic import op

revision = "9002"
down_revision = "{before}"


def upgrade() -> None:
    op.execute("ALTER TABLE pages ADD COLUMN note VARCHAR")
    {then}
'''


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger of this revision with a page in it, and a program that knows one more, which fails if told so."""
    path = tmp_path / "a.ledger"
    with Ledger(path) as opened:
        store(opened, "“The bridge is shut,” Mara Voss said.", ("Mara Voss", "The bridge is shut"))
    folder = tmp_path / "migrations"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9002_next.py").write_text(NEXT.format(before=REVISION, then=""))
    monkeypatch.setattr("onrecord.ledger.store.upgrading.MIGRATIONS", str(folder))
    monkeypatch.setattr("onrecord.ledger.store.upgrading.REVISION", "9002")
    return path


def columns(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    names = {row[1] for row in connection.execute("PRAGMA table_info(pages)")}
    connection.close()
    return names


def said(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    words = [row[0] for row in connection.execute("SELECT text FROM spans WHERE part = 'content'")]
    connection.close()
    return words


@pytest.mark.parametrize("create", [True, False])
def test_an_older_ledger_is_not_changed_by_opening_it(older: Path, create: bool) -> None:
    before = {path: path.read_bytes() for path in older.parent.glob("a.ledger*")}
    with pytest.raises(LedgerError, match=f"older version.*onrecord upgrade {older}"):
        Ledger(older, create=create)
    assert {path: path.read_bytes() for path in older.parent.glob("a.ledger*")} == before


def test_an_older_ledger_is_brought_up_to_date_with_what_it_holds(older: Path) -> None:
    assert upgrade(older) == older.with_name(f"a.ledger.r{REVISION}.bak")
    assert upgrade(older) is None
    with Ledger(older, create=False) as opened:
        assert [s["content"][0]["text"] for s in opened.statements()] == ["The bridge is shut"]
        assert list(opened.check()) == []
    assert "note" in columns(older)


def test_the_copy_has_what_was_in_the_log_and_replaces_no_other(older: Path) -> None:
    first = older.with_name(f"a.ledger.r{REVISION}.bak")
    first.write_text("an earlier copy")
    writer = sqlite3.connect(older, isolation_level=None)
    writer.execute("PRAGMA wal_autocheckpoint = 0")
    writer.execute("UPDATE spans SET text = 'The bridge is open' WHERE part = 'content'")
    kept = upgrade(older)
    writer.close()
    assert kept == older.with_name(f"a.ledger.r{REVISION}.2.bak")
    assert kept is not None
    assert said(kept) == ["The bridge is open"]
    assert "note" not in columns(kept)
    assert first.read_text() == "an earlier copy"


def test_two_that_upgrade_at_once_keep_one_copy(older: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        kept = [copy for copy in pool.map(upgrade, [older] * 4) if copy]
    assert len(kept) == 1
    assert list(older.parent.glob("*.bak")) == kept
    assert "note" in columns(older)


def test_an_upgrade_that_fails_leaves_the_ledger_as_it_was(older: Path, tmp_path: Path) -> None:
    revision = tmp_path / "migrations" / "versions" / "9002_next.py"
    revision.write_text(NEXT.format(before=REVISION, then='op.execute("INSERT INTO nowhere VALUES (1)")'))
    with pytest.raises(LedgerError, match="no such table"):
        upgrade(older)
    assert "note" not in columns(older)
    assert list(older.parent.glob("*.bak")) == []


@pytest.fixture
def first(tmp_path: Path, three: Ledger) -> Path:
    """A ledger of the first revision, from before there was a registry."""
    return earlier(
        tmp_path,
        "0001",
        *indexed("said"),
        "INSERT INTO main.named (rowid, names) SELECT key, name FROM main.entities",
    )


def test_the_entities_of_a_ledger_from_before_the_registry_are_registered(first: Path, three: Ledger) -> None:
    with Ledger(first, create=False) as opened:
        assert list(opened.check()) == []
        assert list(opened.entities()) == list(three.entities())
        assert list(opened.statements(speaker="berlin")) == list(three.statements(speaker="berlin"))


def test_the_statements_of_a_ledger_from_before_modality_count_as_said(tmp_path: Path, ledger: Ledger) -> None:
    page = make_page("Mara Voss denied that the bridge is shut. Lin Jäder said the ferry runs.")
    [article] = read(page, ("Mara Voss", "the bridge is shut"), ("Lin Jäder", "the ferry runs"))
    denial, other = article.statements
    ledger.add_page(page, [replace(article, statements=(replace(denial, act="deny"), other))], reader="r1")
    path = earlier(
        tmp_path,
        "0005",
        *indexed("said", "named"),
    )
    with Ledger(path, create=False) as opened:
        assert list(opened.check()) == []
        rows = {row["act"]: (row["modality"], row["polarity"]) for row in opened.statements()}
    assert rows == {"deny": ("said", "negative"), "assert": ("said", "positive")}


def test_a_ledger_from_before_events_keeps_its_figures_and_takes_events(tmp_path: Path, ledger: Ledger) -> None:
    page = ship_page()
    article = ship(page)
    [ferry] = article.events[1].spans
    figure = Quantity(
        "q1", ferry, 1.0, None, None, None, None, None, None, None, None, None, True, None, article.paragraphs[0]
    )
    before = replace(article, quantities=(figure,), events=())
    ledger.add_page(page, [before], reader="r1")
    path = earlier(
        tmp_path,
        "0004",
        *indexed("said", "named", "counted"),
    )
    with Ledger(path, create=False) as opened:
        assert list(opened.check()) == []
        assert list(opened.quantities("ferry")) == list(ledger.quantities("ferry"))
        assert list(opened.articles()) == list(ledger.articles())
        assert list(opened.events()) == []
        assert opened.add_reading(page, [article], reader="r2")
        assert [row["id"] for row in opened.events()] == ["v3", "v2", "v1"]
        assert list(opened.check()) == []


def test_the_links_of_a_ledger_from_before_they_were_judgements_can_be_undone(tmp_path: Path, ledger: Ledger) -> None:
    store(ledger, "“I swim,” Ada Lin said.", ("Ada Lin", "I swim"))
    [made] = ledger.link_wikidata({"Ada Lin": "Q42"})
    path = earlier(
        tmp_path,
        "0006",
        "DELETE FROM main.judgements",
        *indexed("said", "named", "counted"),
    )
    with Ledger(path, create=False) as opened:
        assert list(opened.check()) == []
        [kept] = opened.judgements()
        assert (kept["kind"], kept["says"], kept["undone_at"]) == ("link", made["says"], None)
        assert opened.entity("Ada Lin")["wikidata"] == "Q42"
        opened.undo(kept["id"])
        assert opened.entity("Ada Lin")["wikidata"] is None


def test_the_months_of_an_older_ledger_are_found_by_their_first_day(tmp_path: Path, ledger: Ledger) -> None:
    page = make_page("“I swim,” Ada Lin said.")
    [article] = read(page, ("Ada Lin", "I swim"))
    years = tuple(replace(one, said_on="1990/1999", said_on_basis="printed") for one in article.statements)
    ledger.add_page(page, [replace(article, statements=years)], reader="r1")
    path = earlier(
        tmp_path,
        "0006",
        *indexed("said", "named", "counted"),
        "UPDATE main.statements SET day = said_on",
    )
    with Ledger(path, create=False) as opened:
        assert len(opened.statements(since=date(1990, 1, 1), until=date(1990, 1, 1))) == 1


def test_a_ledger_from_before_outlets_knows_who_printed_what_and_about_whom(tmp_path: Path, ledger: Ledger) -> None:
    page = ship_page()
    ledger.add_page(page, [replace(ship(page), outlet=Label("Orlen Herald"))], reader="r1")
    store(ledger, "“It is shut,” Lin Jäder said.", ("Lin Jäder", "It is shut"), url="https://gazette.example/a")
    store(ledger, "“It is open,” Lin Jäder said.", ("Lin Jäder", "It is open"), url="https://gazette.example/a")
    path = tmp_path / "older.ledger"
    with closing(sqlite3.connect(tmp_path / "a.ledger")) as today, closing(sqlite3.connect(path)) as older:
        today.backup(older)
        without_outlets(older)
        older.commit()
    upgrade(path)
    with Ledger(path, create=False) as opened:
        assert list(opened.check()) == []
        assert list(opened.outlets()) == list(ledger.outlets()) != []
        assert list(opened.statements(about="Kestria")) == list(ledger.statements(about="Kestria")) != []
        assert [one["content"][0]["text"] for one in opened.statements(outlet="gazette.example")] == ["It is open"]


def test_a_question_does_not_change_the_journal_of_an_older_ledger(older: Path) -> None:
    connection = sqlite3.connect(older)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    before = older.read_bytes()
    with pytest.raises(LedgerError, match="older version"):
        Ledger(older, create=False)
    assert older.read_bytes() == before
    assert list(older.parent.glob("a.ledger-*")) == []


def test_the_articles_of_a_ledger_from_before_times_keep_their_days(tmp_path: Path, ledger: Ledger) -> None:
    page = make_page("“I swim,” Ada Lin said.")
    [article] = read(page, ("Ada Lin", "I swim"))
    later = replace(article, updated=Moment(date(2025, 3, 5), time(8, 30, tzinfo=UTC)))
    ledger.add_page(page, [later], reader="r1")
    with Ledger(earlier(tmp_path, "0007", *indexed("said", "named", "counted")), create=False) as opened:
        assert list(opened.check()) == []
        [row] = opened.articles()
        assert (row["published"], row["updated"]) == ("2025-03-04", "2025-03-05")
        assert [one["article"]["published"] for one in opened.statements()] == ["2025-03-04"]
        assert opened.add_reading(page, [later], reader="r2")
        [row] = opened.articles()
        assert (row["published"], row["updated"]) == ("2025-03-04", "2025-03-05T08:30:00+00:00")
        assert list(opened.check()) == []


def test_what_was_linked_before_there_was_a_queue_is_linked_anew_and_kept_until_then(
    tmp_path: Path, ledger: Ledger
) -> None:
    for name in "ab":
        print_page(ledger, f"{name}.example/1", text(*range(8)))
    ledger.link()
    before = rows(ledger)
    assert len(before) == 1
    with Ledger(earlier(tmp_path, "0014"), create=False) as opened:
        assert rows(opened) == before
        assert opened.link() == 2
        assert rows(opened) == before
        assert opened.link() == 0
