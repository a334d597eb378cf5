"""The tables of a ledger. A change here needs a revision in `migrations/versions`; a test holds the two together."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

REVISION = "0001"
"""The revision this program writes; the newest in `migrations/versions`."""

APPLICATION_ID = 0x6F6E7263
"""SQLite's application id of a ledger ("onrc"), by which it is told from other databases."""

metadata = MetaData()


def _key() -> Column[int]:
    return Column("key", Integer, primary_key=True)


def _owned_by(table: str) -> ForeignKey:
    return ForeignKey(f"{table}.key", ondelete="CASCADE")


pages = Table(
    "pages",
    metadata,
    _key(),
    Column("sha256", String, nullable=False, unique=True),
    Column("media_type", String, nullable=False),
    Column("path", String),
    Column("url", String, index=True),
    Column("fetched_at", DateTime),
    # The date the user gave for a page that prints none.
    Column("given", Date),
    # Zstandard-compressed, as all blobs here.
    Column("body", LargeBinary, nullable=False),
    # The version of this page (same url, other bytes) that came before it, and whether it is the newest.
    Column("previous", Integer, ForeignKey("pages.key")),
    Column("current", Boolean, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    _key(),
    Column("page", Integer, _owned_by("pages"), nullable=False, index=True),
    Column("reader", String, nullable=False),
    Column("read_at", DateTime, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("text_sha256", String, nullable=False),
    Column("current", Boolean, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    _key(),
    Column("reading", Integer, _owned_by("readings"), nullable=False, index=True),
    Column("id", String, nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("title", String),
    Column("byline", String),
    Column("outlet", String),
    Column("published", Date, index=True),
    Column("published_basis", String, nullable=False),
    UniqueConstraint("reading", "number"),
)

entities = Table(
    "entities",
    metadata,
    _key(),
    Column("article", Integer, _owned_by("articles"), nullable=False, index=True),
    Column("id", String, nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("type", String, nullable=False),
    Column("country", String),
    Column("role", String),
)

statements = Table(
    "statements",
    metadata,
    _key(),
    Column("article", Integer, _owned_by("articles"), nullable=False, index=True),
    Column("id", String, nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("medium", String, nullable=False),
    Column("act", String, nullable=False),
    Column("said_on", String),
    Column("said_on_basis", String),
    # When it was said, or else published: what searches order and filter by.
    Column("day", String, index=True),
    Column("nested_in", String),
    Column("confidence", Float, nullable=False),
)

# Who takes part in a statement: speakers, addressees, targets, and whom it is made on behalf of.
parties = Table(
    "parties",
    metadata,
    Column("statement", Integer, _owned_by("statements"), primary_key=True),
    Column("part", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("entity", Integer, _owned_by("entities"), nullable=False),
    Index("parties_by_entity", "entity", "part"),
)

# Every stretch of page text that any record points to, so that one pass can check them all. `part` says what it is to
# its owner: the statement, the entity, or else the article itself.
spans = Table(
    "spans",
    metadata,
    _key(),
    Column("article", Integer, _owned_by("articles"), nullable=False, index=True),
    Column("statement", Integer, _owned_by("statements"), index=True),
    Column("entity", Integer, _owned_by("entities"), index=True),
    Column("part", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", String, nullable=False),
    # Of a caption: its date.
    Column("date", Date),
)

FULL_TEXT = {
    "said": ("words", "porter unicode61 remove_diacritics 2"),
    "named": ("names", "unicode61 remove_diacritics 2"),
}
"""The column and the tokenizer of each full-text table (FTS5), which stand beside `metadata`.

`said` holds the words of statements, `named` the names and variants of entities, a line each; their `rowid` is the key
of the statement or entity.
"""
