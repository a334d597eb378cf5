"""The tables of a ledger: keys, references, indices, and what is not a field of the rows that leave it.

Fields that are columns as they are come from the shapes of rows (`stored`). A change of columns needs a revision in
`migrations/versions`; a test holds the two together.
"""

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

from onrecord.ledger.rows import ArticleRow, EventRow, QuantityRow, StatementRow
from onrecord.ledger.store.columns import key, owned_by, stored

REVISION = "0016"
"""The revision this program writes; the newest in `migrations/versions`."""

APPLICATION_ID = 0x6F6E7263
"""SQLite's application id of a ledger ("onrc"), by which it is told from other databases."""

metadata = MetaData()


pages = Table(
    "pages",
    metadata,
    key(),
    Column("sha256", String, nullable=False, unique=True),
    Column("media_type", String, nullable=False),
    Column("path", String, index=True),
    # Where it was got, and the address that the page itself claims, which decides nothing.
    Column("url", String, index=True),
    Column("canonical", String),
    # What its versions share and no other page has: the url, the path or the sha256 of the first of them.
    Column("identity", String, nullable=False, index=True, server_default=""),
    Column("fetched_at", DateTime),
    # The date the user gave for a page that prints none.
    Column("given", Date),
    # Zstandard-compressed, as all blobs here.
    Column("body", LargeBinary, nullable=False),
    # The version of this page (same identity, other bytes) that came before it, and whether it is the newest.
    Column("previous", Integer, ForeignKey("pages.key")),
    Column("current", Boolean, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    key(),
    Column("page", Integer, owned_by("pages"), nullable=False, index=True),
    Column("reader", String, nullable=False),
    Column("read_at", DateTime, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("text_sha256", String, nullable=False),
    Column("current", Boolean, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    key(),
    Column("reading", Integer, owned_by("readings"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    *stored(ArticleRow),
    Column("title", String),
    Column("byline", String),
    Column("outlet", String),
    # The local day, by which all is sorted and chosen, and the time of day with its zone, where that is known.
    Column("published", Date, index=True),
    Column("published_time", String),
    Column("published_basis", String, nullable=False),
    Column("updated", Date),
    Column("updated_time", String),
    UniqueConstraint("reading", "number"),
)

# An entity as one article shows it: an appearance of a registered entity.
entities = Table(
    "entities",
    metadata,
    key(),
    Column("article", Integer, owned_by("articles"), nullable=False, index=True),
    Column("id", String, nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("type", String, nullable=False),
    Column("country", String),
    Column("role", String),
    Column("gender", String),
    # False for a source that is described and not named.
    Column("named", Boolean, nullable=False, server_default="1"),
    # The registered entity the machine found it to be, how probable that is (NULL where it is the first of its kind),
    # and the one it is after the user's splits; merges are told by `registry.root`.
    Column("matched", Integer, ForeignKey("registry.key"), index=True),
    Column("probability", Float),
    Column("registered", Integer, ForeignKey("registry.key"), index=True),
)

# Who or what is known across articles. A row never goes, since judgements and other people's notes name its id.
registry = Table(
    "registry",
    metadata,
    key(),
    Column("id", String, nullable=False, unique=True),
    Column("type", String, nullable=False),
    # The name and country it is shown with, and the name the user gave it.
    Column("name", String, nullable=False),
    Column("country", String),
    Column("renamed", String),
    Column("wikidata", String),
    # The entity that the user's merges make it part of; itself where there are none.
    Column("root", Integer, ForeignKey("registry.key"), nullable=False, index=True),
    # How many current appearances it and all merged into it have; 0 of one that is merged into another.
    Column("appearances", Integer, nullable=False, server_default="0", index=True),
)

# What current articles print of a registered entity: each name, role, country and gender, and in how many articles; and
# how many appearances it has ("appearance", whose value is empty).
# All of it that comparing needs, so that it need not look at every appearance. One with no articles left stays, as what
# is known of an entity that is named no more.
traits = Table(
    "traits",
    metadata,
    Column("registered", Integer, owned_by("registry"), primary_key=True),
    Column("trait", String, primary_key=True),
    Column("value", String, primary_key=True),
    Column("articles", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Under which keys a registered entity is looked up when an article names somebody.
blocking_keys = Table(
    "blocking_keys",
    metadata,
    Column("key", String, primary_key=True),
    Column("registered", Integer, owned_by("registry"), primary_key=True),
    sqlite_with_rowid=False,
)

# Whom an appearance may be as well, in the machine's eyes: what `review` asks about.
doubts = Table(
    "doubts",
    metadata,
    Column("entity", Integer, owned_by("entities"), primary_key=True),
    Column("registered", Integer, owned_by("registry"), primary_key=True),
    Column("probability", Float, nullable=False),
    sqlite_with_rowid=False,
)

# The user's word, in the order it was given: applied on top of what the machine reads, never instead of it.
judgements = Table(
    "judgements",
    metadata,
    key(),
    Column("kind", String, nullable=False, index=True),
    # JSON: the registered ids, names and anchors it speaks of.
    Column("says", String, nullable=False),
    # Of a judgement on a statement: the `identity` of its page.
    Column("page", String, index=True),
    Column("note", String),
    Column("made_at", DateTime, nullable=False),
    Column("undone_at", DateTime),
)

# Which standing judgement holds for which statement, of each kind the newest; `speaker` is whom the user named.
judged = Table(
    "judged",
    metadata,
    Column("statement", Integer, owned_by("statements"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("judgement", Integer, owned_by("judgements"), nullable=False, index=True),
    Column("speaker", Integer, ForeignKey("registry.key"), index=True),
    sqlite_with_rowid=False,
)

statements = Table(
    "statements",
    metadata,
    key(),
    Column("article", Integer, owned_by("articles"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    *stored(StatementRow),
    # When it was said, or else published: what searches order and filter by, the newest first.
    Column("day", String),
    # Why it is read as it is, in compact form; see `onrecord.ledger.rows.reasons`.
    Column("reasons", String),
)
Index("statements_newest_first", statements.c.day.desc())
Index("statements_by_act", statements.c.act, statements.c.day.desc())
Index("statements_by_confidence", statements.c.confidence)
Index("entities_by_probability", entities.c.probability, sqlite_where=entities.c.probability.is_not(None))
Index("doubts_by_probability", doubts.c.probability, doubts.c.entity)

# Who takes part in a statement: speakers, addressees, targets, and whom it is made on behalf of.
parties = Table(
    "parties",
    metadata,
    Column("statement", Integer, owned_by("statements"), primary_key=True),
    Column("part", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("entity", Integer, owned_by("entities"), nullable=False),
    Index("parties_by_entity", "entity", "part"),
)

# A quantity as claimed. Whose claim it is is told by its statement, as the user has judged that; without one it is the
# narrator's.
quantities = Table(
    "quantities",
    metadata,
    key(),
    Column("article", Integer, owned_by("articles"), nullable=False, index=True),
    Column("statement", Integer, owned_by("statements"), index=True),
    Column("number", Integer, nullable=False),
    *stored(QuantityRow),
    # For when it holds, or else when it was published: what searches order and filter by.
    Column("day", String),
)

# Who did what to whom. `statement` is the one that is the event, or that tells of it; `asserting` the one whose
# speaker, as the user has judged that, asserts it. Without one it is the narrator's.
events = Table(
    "events",
    metadata,
    key(),
    Column("article", Integer, owned_by("articles"), nullable=False, index=True),
    Column("statement", Integer, owned_by("statements"), index=True),
    Column("asserting", Integer, owned_by("statements"), index=True),
    Column("number", Integer, nullable=False),
    *stored(EventRow),
    # The first day of its date, or else when it was published: what searches order and filter by.
    Column("day", String, index=True),
    Index("events_by_type", "type", "day"),
)

# Who acts in an event and who is acted upon ("actor", "recipient"), with the sector that the article shows them in.
participants = Table(
    "participants",
    metadata,
    Column("event", Integer, owned_by("events"), primary_key=True),
    Column("part", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("entity", Integer, owned_by("entities"), nullable=False),
    Column("sector", String),
    Index("participants_by_entity", "entity", "part"),
    sqlite_with_rowid=False,
)

# In which statements and events a registered entity takes part, in the order in which they are asked for: as a
# "speaker" or, of what mentions, addresses or is against it, "about", the newest first, as an "actor" or "recipient"
# the oldest first. `rank` is made of the day and the key of the statement or event; see `onrecord.ledger.rows.ranks`.
# All of it follows from `parties`, `participants` and the `spans` of contents and mentions.
involved = Table(
    "involved",
    metadata,
    Column("registered", Integer, owned_by("registry"), primary_key=True),
    Column("part", String, primary_key=True),
    Column("rank", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

# The outlets of articles, as their pages label them, or else the host that they were got from; by `spelling` a label is
# looked up, since several may be one outlet. `articles` and `statements` are how many of both are current.
outlets = Table(
    "outlets",
    metadata,
    key(),
    Column("label", String, nullable=False, unique=True),
    Column("spelling", String, nullable=False, index=True),
    Column("articles", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
)

# Which statements are in articles of an outlet, the newest first, by rank as in `involved`.
carried = Table(
    "carried",
    metadata,
    Column("outlet", Integer, owned_by("outlets"), primary_key=True),
    Column("rank", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

# Every stretch of page text that any record points to, so that one pass can check them all. `part` says what it is to
# its owner: the statement, the entity, the quantity, the event, or else the article itself.
spans = Table(
    "spans",
    metadata,
    key(),
    Column("article", Integer, owned_by("articles"), nullable=False, index=True),
    Column("statement", Integer, owned_by("statements"), index=True),
    Column("entity", Integer, owned_by("entities"), index=True),
    Column("quantity", Integer, owned_by("quantities"), index=True),
    Column("event", Integer, owned_by("events"), index=True),
    Column("part", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", String, nullable=False),
    # Of a caption: its date.
    Column("date", Date),
)

# What the times an article tells of stand for; the span of the same article and number with the part "time" is where.
times = Table(
    "times",
    metadata,
    Column("article", Integer, owned_by("articles"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("value", String, nullable=False),
    Column("basis", String, nullable=False),
    sqlite_with_rowid=False,
)

# Which articles linking has compared with those before them, and where each stands in the order in which they are
# compared (its day, then its id). `copied_from` is the likeliest that it was copied from, with which it has `shared` in
# common, `original` the earliest printing of that, if it is a copy for certain; `source` says whether later ones may be
# copies of it. All of it, and of the five tables below, follows from what is read, and is made anew by
# `onrecord.ledger.linking`.
linked = Table(
    "linked",
    metadata,
    Column("article", Integer, owned_by("articles"), primary_key=True),
    Column("position", String, nullable=False, index=True),
    Column("copied_from", Integer, ForeignKey("articles.key"), index=True),
    Column("shared", Float),
    Column("original", Integer, ForeignKey("articles.key"), index=True),
    Column("source", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

# Which articles are to be compared, for the first time or anew, or to be taken away since they are no longer current.
due = Table(
    "due",
    metadata,
    Column("article", Integer, owned_by("articles"), primary_key=True, autoincrement=False),
)

# The hashes of the shingles of each article that was compared: 32 bits each, little-endian, in rising order.
shingles = Table(
    "shingles",
    metadata,
    Column("article", Integer, owned_by("articles"), primary_key=True, autoincrement=False),
    Column("hashes", LargeBinary, nullable=False),
)

# By which shingles an article is found again as the original or the copy of another, with what `linked` says of it.
fingerprints = Table(
    "fingerprints",
    metadata,
    Column("fingerprint", Integer, primary_key=True),
    Column("source", Boolean, primary_key=True),
    Column("position", String, primary_key=True),
    Column("article", Integer, owned_by("articles"), primary_key=True),
    # How many shingles the article has.
    Column("size", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# The characteristic words of an article that is no copy, as numbers, by which articles on one affair are found; `day`
# counts from year 1, 0 for none.
matters = Table(
    "matters",
    metadata,
    Column("word", Integer, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("article", Integer, owned_by("articles"), primary_key=True),
    Index("matters_by_article", "article"),
    sqlite_with_rowid=False,
)

# How two statements, or articles that are copies, belong together; `later` and `earlier` are keys of statements, and
# `found_with` is that of the two articles that was compared with the other.
links = Table(
    "links",
    metadata,
    key(),
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False, index=True),
    Column("found_with", Integer, owned_by("articles"), nullable=False, index=True),
    Column("later_article", Integer, owned_by("articles"), nullable=False, index=True),
    Column("earlier_article", Integer, owned_by("articles"), nullable=False, index=True),
    Column("later", Integer, owned_by("statements"), index=True),
    Column("earlier", Integer, owned_by("statements"), index=True),
    Column("confidence", Float, nullable=False),
    Column("asserted", Boolean, nullable=False),
    # JSON: pairs of a statement's key and a range of its page.
    Column("evidence", String, nullable=False),
    Column("reason", String, nullable=False),
    # Whether the user confirmed or rejected it, which decides `asserted`, and what linking had made of it; NULL of one
    # that nobody judged, `found` also of one that linking does not find and the user confirmed.
    Column("confirmed", Boolean),
    Column("found", Boolean),
    # Of a link between statements: made of the day of the later one and its own key, the newest first.
    Column("rank", Integer),
    Index("links_by_confidence", "asserted", "confidence"),
    # All that is asked of links in this order; with the rank in front it serves nothing else.
    Index("links_newest_first", "rank", "kind", "asserted"),
)

# For which link each standing judgement on one holds, now: between which current articles and statements, and with
# which evidence. NULL where an end is not found any more, or a newer judgement is on the same link.
judged_links = Table(
    "judged_links",
    metadata,
    Column("judgement", Integer, owned_by("judgements"), primary_key=True),
    # The `identity` of the pages of its ends.
    Column("later_page", String, nullable=False, index=True),
    Column("earlier_page", String, nullable=False, index=True),
    Column("link", String, unique=True),
    Column("later_article", Integer, owned_by("articles"), index=True),
    Column("earlier_article", Integer, owned_by("articles"), index=True),
    Column("later", Integer, owned_by("statements")),
    Column("earlier", Integer, owned_by("statements")),
    Column("evidence", String),
)

# Of each part of a reading (its page, its statements, ...) the digest of all its rows, and a checksum of each.
digests = Table(
    "digests",
    metadata,
    Column("reading", Integer, ForeignKey("readings.key"), primary_key=True),
    Column("part", String, primary_key=True),
    Column("digest", String, nullable=False),
    Column("rows", LargeBinary, nullable=False),
)

# Each reading, judgement and undoing ("reading", "judgement", "undo"; `row` is its key) linked to those before it.
chain = Table(
    "chain",
    metadata,
    key(),
    Column("kind", String, nullable=False),
    Column("row", Integer, nullable=False),
    Column("digest", String, nullable=False),
)

FULL_TEXT = {
    "said": ("words", "porter unicode61 remove_diacritics 2"),
    "named": ("names", "unicode61 remove_diacritics 2"),
    "counted": ("words", "porter unicode61 remove_diacritics 2"),
    "titled": ("title", "unicode61 remove_diacritics 2"),
}
"""The column and the tokenizer of each full-text table (FTS5), which stand beside `metadata`.

`said` holds the words of statements, `named` the names of registered entities, a line each, the one they are shown with
first, `counted` the unit of quantities, what they count and the sentence they stand in, `titled` the titles of
articles, folded. Their `rowid` is the rank of the statement (the newest first) or of the quantity (the oldest first),
and the key of the registered entity or of the article.
"""
