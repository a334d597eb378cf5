"""Pages keep what identifies them; the address that a page claims is told from where it was got."""

import json
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
import zstandard
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns. What was one page before by its url stays one, so that judgements hold as they did."""
    op.add_column("pages", sa.Column("canonical", sa.String(), nullable=True))
    op.add_column("pages", sa.Column("identity", sa.String(), server_default="", nullable=False))
    connection = op.get_bind()
    shared = _identify(connection)
    op.create_index(op.f("ix_pages_path"), "pages", ["path"], unique=False)
    op.create_index(op.f("ix_pages_identity"), "pages", ["identity"], unique=False)
    if shared:
        _part_judgements(connection, shared)
        _part_splits(connection, shared)
    # The url of an HTML page came from the page itself, and so did that of a JSON line which has none.
    connection.exec_driver_sql("UPDATE pages SET canonical = url, url = NULL WHERE media_type = 'text/html'")
    chosen = "SELECT key, url FROM pages WHERE media_type = 'application/json' AND url IS NOT NULL"
    for key, url in connection.exec_driver_sql(chosen).all():
        body = connection.exec_driver_sql("SELECT body FROM pages WHERE key = ?", (key,)).scalar_one()
        if not _is_given(url, body):
            connection.exec_driver_sql("UPDATE pages SET canonical = url, url = NULL WHERE key = ?", (key,))
    for column in ("url", "canonical"):
        no_link = f"{column} NOT LIKE 'http://_%' AND {column} NOT LIKE 'https://_%'"
        connection.exec_driver_sql(f"UPDATE pages SET {column} = NULL WHERE {no_link}")


def _identify(connection: sa.Connection) -> set[str]:
    """Give each page its url, else its path, or the digest where another has that; return the paths of several."""
    found = connection.exec_driver_sql("SELECT key, path, url, sha256 FROM pages ORDER BY key").all()
    taken = {url for _, _, url, _ in found if url}
    shared: set[str] = set()
    for key, path, url, sha256 in found:
        identity = url or (path if path and path != "-" else sha256)
        if not url and identity in taken:
            shared.add(identity)
            identity = sha256
        taken.add(identity)
        connection.exec_driver_sql("UPDATE pages SET identity = ? WHERE key = ?", (identity, key))
    return shared


def _is_given(url: str, body: bytes) -> bool:
    try:
        fields = json.loads(zstandard.decompress(body))
    except (ValueError, RecursionError, zstandard.ZstdError):
        # Damaged, or in another encoding: nothing says that the line has it.
        return False
    given = fields.get("url") if isinstance(fields, dict) else None
    return isinstance(given, str) and " ".join(given.split()) == url


def _part_judgements(connection: sa.Connection, shared: Iterable[str]) -> None:
    """Let judgements on statements of pages that had one path hold for their own page.

    On other pages of that path for whose statements they hold as well, a copy of them does.
    """
    for path in shared:
        made = connection.exec_driver_sql("SELECT key, says FROM judgements WHERE page = ?", (path,)).all()
        for key, says in made:
            own = _page_of(connection, "statements", json.loads(says)["statement"])
            if own is not None:
                connection.exec_driver_sql("UPDATE judgements SET page = ? WHERE key = ?", (own, key))
    for key, identity in connection.exec_driver_sql(_ELSEWHERE).all():
        connection.exec_driver_sql(_COPY, (identity, key))
        connection.exec_driver_sql(_HELD_BY_COPY, (identity, key))


_OF_STATEMENT = """
    statements JOIN articles ON articles.key = statements.article
    JOIN readings ON readings.key = articles.reading JOIN pages ON pages.key = readings.page
"""
_ELSEWHERE = f"""
    SELECT DISTINCT judgements.key, pages.identity
    FROM judged JOIN judgements ON judgements.key = judged.judgement JOIN {_OF_STATEMENT}
    WHERE statements.key = judged.statement AND pages.identity != judgements.page
    ORDER BY judgements.key, pages.key
"""
_COPY = """
    INSERT INTO judgements (kind, says, page, note, made_at, undone_at)
    SELECT kind, says, ?, note, made_at, undone_at FROM judgements WHERE key = ?
"""
_HELD_BY_COPY = f"""
    UPDATE judged SET judgement = (SELECT max(key) FROM judgements)
    WHERE statement IN (SELECT statements.key FROM {_OF_STATEMENT} WHERE pages.identity = ?) AND judgement = ?
"""


def _part_splits(connection: sa.Connection, shared: set[str]) -> None:
    """Let splits name the page of their own articles."""
    for key, written in connection.exec_driver_sql("SELECT key, says FROM judgements WHERE kind = 'split'").all():
        says: dict[str, Any] = json.loads(written)
        for place in says["articles"]:
            if place["page"] in shared:
                place["page"] = _page_of(connection, "articles", place["article"]) or place["page"]
        told = json.dumps(says, ensure_ascii=False)
        if told != written:
            connection.exec_driver_sql("UPDATE judgements SET says = ? WHERE key = ?", (told, key))


def _page_of(connection: sa.Connection, table: str, identifier: str) -> str | None:
    """Return the identity of the page that a statement or an article of an id is on."""
    joined = f"SELECT pages.identity FROM {_OF_STATEMENT} WHERE statements.id = ?"
    if table == "articles":
        joined = (
            "SELECT pages.identity FROM articles JOIN readings ON readings.key = articles.reading "
            "JOIN pages ON pages.key = readings.page WHERE articles.id = ?"
        )
    found: str | None = connection.exec_driver_sql(joined, (identifier,)).scalar()
    return found
