"""Finding which registered entity each entity of an article is, as the article is written."""

import unicodedata
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any

from sqlalchemy import Connection, select

from onrecord.ledger import traits
from onrecord.ledger.schema import articles, entities, readings, registry
from onrecord.ledger.standing import Printed, Standing, Story
from onrecord.records import Entity, EntityType
from onrecord.registry import SAME, UNSURE, Profile, blocking_keys, compare

# Registered entities that are looked at under one blocking key, the first registered: so that the names everybody has
# do not make an article slower the more of them there are.
_CANDIDATES = 40
# SQLite allows 500 selections in one.
_KEYS = 400
# How much likelier the best candidate must be than the next.
_CLEARLY = 4.0
# Other candidates noted for `review`.
_DOUBTS = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """Which registered entity an appearance is: to the machine, and after the user's splits; and who else it may be."""

    matched: int
    probability: float | None
    registered: int
    doubts: Sequence[tuple[int, float]] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A registered entity that an appearance may be."""

    key: int
    root: int
    articles: int
    profile: Profile


type _Match = tuple[int, float | None]


class Registrar:
    """Places the entities of one reading's articles, one article after the other.

    `replaced` is the reading whose place this one takes: what an earlier reading, or the version before, called by the
    same name stays the same entity. `counted` is False for a reading of an earlier version of a page, of which nothing
    counts.
    """

    def __init__(self, connection: Connection, replaced: int | None, *, counted: bool) -> None:
        self._connection = connection
        self._counted = counted
        self._kept = _matches_of(connection, replaced)
        standing = Standing(connection)
        self._standing = standing if standing.splits else None
        self._touched: set[int] = set()

    def place(self, named: Sequence[Entity], story: Story) -> list[Placed]:
        """Return the place of each of an article's entities, in their order; new ones are registered."""
        profiles = [_profile(entity) for entity in named]
        keys = [blocking_keys(one) if one else frozenset[str]() for one in profiles]
        candidates = self._candidates(frozenset().union(*keys))
        placed: list[Placed] = []
        indexed: set[tuple[str, int]] = set()
        printed: list[tuple[int, str, str]] = []
        for entity, own, under in zip(named, profiles, keys, strict=True):
            found = _scored(own, (c for key in under for c in candidates.get(key, ()))) if own else []
            one = self._one(entity, own, found, story)
            placed.append(one)
            indexed.update((key, one.registered) for key in under)
            printed += [(one.registered, trait, value) for trait, value in _printed(entity)]
        self._index(indexed)
        if self._counted:
            traits.add(self._connection, printed)
        else:
            _mention(self._connection, printed)
        self._touched.update(one.registered for one in placed)
        return placed

    def finish(self, replaced: int | None) -> None:
        """Count the replaced reading no more, and bring up to date what the entities concerned are shown with."""
        if replaced is not None and self._counted:
            self._touched |= traits.take_away(self._connection, replaced)
        if self._touched:
            traits.show(self._connection, self._touched)

    def _one(self, entity: Entity, own: Profile | None, found: list[tuple[_Candidate, float]], story: Story) -> Placed:
        kept = self._kept.get((entity.type, entity.name, entity.named))
        match: _Match | None = kept.popleft() if kept else _best(found)
        if match is None:
            match = (self._new(entity, own), None)
        matched, probability = match
        own_root = next((c.root for c, _ in found if c.key == matched), matched)
        doubts = [(c.key, p) for c, p in found if c.root != own_root and p >= UNSURE][:_DOUBTS]
        registered = matched
        if self._standing:
            registered = self._standing.place(matched, Printed(frozenset(_forms(entity)), story))
        return Placed(matched, probability, registered, doubts)

    def _new(self, entity: Entity, own: Profile | None) -> int:
        if own is None:
            # An unnamed source is nobody else's; it has the id of its article's entity.
            known = self._connection.execute(select(registry.c.key).where(registry.c.id == entity.id)).scalar()
            return known or _insert(self._connection, entity.id, entity.type, entity.name)
        return register(self._connection, entity.type, entity.name)

    def _candidates(self, keys: Collection[str]) -> Mapping[str, list[_Candidate]]:
        """Return the registered entities under each of the keys, with what is known of them."""
        under = [row for some in _portions(sorted(keys)) for row in self._under(some)]
        known = {key for _, key in under}
        if not known:
            return {}
        counted = traits.traits_of(self._connection, known)
        rows = self._connection.execute(
            select(registry.c.key, registry.c.root, registry.c.type).where(registry.c.key.in_(known))
        )
        candidates = {
            row.key: _Candidate(
                row.key,
                row.root,
                max(one.articles for one in counted[row.key]),
                traits.profile(row.type, counted[row.key]),
            )
            for row in rows
            if row.key in counted
        }
        by_key: defaultdict[str, list[_Candidate]] = defaultdict(list)
        for key, registered in under:
            if registered in candidates:
                by_key[key].append(candidates[registered])
        return by_key

    def _under(self, keys: Sequence[str]) -> Iterator[tuple[str, int]]:
        one = f"SELECT * FROM (SELECT key, registered FROM blocking_keys WHERE key = ? LIMIT {_CANDIDATES})"
        for row in self._connection.exec_driver_sql(" UNION ALL ".join([one] * len(keys)), tuple(keys)):
            yield row[0], row[1]

    def _index(self, indexed: Collection[tuple[str, int]]) -> None:
        if indexed:
            self._connection.exec_driver_sql(
                "INSERT OR IGNORE INTO blocking_keys (key, registered) VALUES (?, ?)", sorted(indexed)
            )


def register(connection: Connection, kind: EntityType, name: str) -> int:
    """Register a new entity first seen by this name, and return its key.

    Its id is made of its type and name, and a number where others were registered by the same.
    """
    stem = "e" + blake2s(f"{kind}\x1f{folded(name)}".encode(), digest_size=6).hexdigest()
    alike = connection.exec_driver_sql(
        "SELECT count(*) FROM registry WHERE id = ? OR (id >= ? AND id < ?)", (stem, f"{stem}-", f"{stem}.")
    ).scalar_one()
    return _insert(connection, f"{stem}-{alike + 1}" if alike else stem, kind, name)


def introduce(connection: Connection, kind: EntityType, name: str) -> int:
    """Register an entity that the user names and no article needs to, and return its key."""
    key = register(connection, kind, name)
    _mention(connection, [(key, "name", name)])
    index_anew(connection, {key})
    traits.show(connection, {key})
    return key


def index_anew(connection: Connection, keys: Collection[int]) -> None:
    """Look the registered entities with these keys up under what is known of them now."""
    counted = traits.traits_of(connection, keys)
    for row in connection.execute(select(registry.c.key, registry.c.type).where(registry.c.key.in_(keys))):
        under = blocking_keys(traits.profile(row.type, counted.get(row.key, ())))
        connection.exec_driver_sql("DELETE FROM blocking_keys WHERE registered = ?", (row.key,))
        if under:
            connection.exec_driver_sql(
                "INSERT INTO blocking_keys (key, registered) VALUES (?, ?)", [(key, row.key) for key in sorted(under)]
            )


def _insert(connection: Connection, identifier: str, kind: str, name: str) -> int:
    key = connection.exec_driver_sql("SELECT coalesce(max(key), 0) + 1 FROM registry").scalar_one()
    connection.exec_driver_sql(
        "INSERT INTO registry (key, id, type, name, root) VALUES (?, ?, ?, ?, ?)", (key, identifier, kind, name, key)
    )
    return int(key)


def _mention(connection: Connection, printed: Iterable[tuple[int, str, str]]) -> None:
    """Note how an entity is printed in a reading that does not count, so that it is known if nothing else names it."""
    rows = list(printed)
    if rows:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO traits (registered, trait, value, articles) VALUES (?, ?, ?, 0)", rows
        )


def _matches_of(connection: Connection, reading: int | None) -> dict[tuple[str, str, bool], deque[_Match]]:
    """Return what the machine found the entities of a reading to be, by type, name and being named, in page order."""
    kept: defaultdict[tuple[str, str, bool], deque[_Match]] = defaultdict(deque)
    if reading is not None:
        chosen = select(entities).join(articles, entities.c.article == articles.c.key)
        chosen = chosen.where(articles.c.reading == reading).order_by(articles.c.number, entities.c.number)
        for row in connection.execute(chosen):
            kept[row.type, row.name, row.named].append((row.matched, row.probability))
    return kept


def replaced_by(connection: Connection, page: Any) -> int | None:  # noqa: ANN401 -- a row of `pages`
    """Return the current reading that a new reading of a page replaces: of the page, or of the version before it."""
    for key in (page.key, page.previous if page.current else None):
        chosen = select(readings.c.key).where(readings.c.page == key, readings.c.current)
        found: int | None = connection.execute(chosen).scalar()
        if found is not None:
            return found
    return None


def _profile(entity: Entity) -> Profile | None:
    """Return what comparing needs to know of an article's entity, None of one that is not to be compared."""
    if not entity.named:
        return None
    roles = (entity.role,) if entity.role else ()
    return Profile(entity.type, traits.fullest_first(_forms(entity)), entity.country, roles, entity.gender)


def _forms(entity: Entity) -> dict[str, None]:
    return dict.fromkeys((entity.name, *(mention.text for mention in entity.mentions)))


def _printed(entity: Entity) -> Iterator[tuple[str, str]]:
    """Yield the traits an article prints of an entity."""
    for form in _forms(entity):
        yield "name", form
    for trait in ("role", "country", "gender"):
        value = getattr(entity, trait)
        if value is not None:
            yield trait, value


def _scored(own: Profile, candidates: Iterable[_Candidate]) -> list[tuple[_Candidate, float]]:
    """Return the candidates with how probably each is the same as `own`, the most probable and best known first."""
    scored = [(c, compare(own, c.profile).probability) for c in {c.key: c for c in candidates}.values()]
    return sorted(scored, key=lambda one: (-one[1], -one[0].articles, one[0].key))


def _best(scored: Sequence[tuple[_Candidate, float]]) -> _Match | None:
    """Return the candidate that an appearance is, None if that is none or not clear.

    Where several are as probable, it is one that cannot be told from any of the others, if there is one: who is only
    named stays together, apart from those of the name who are told apart by more.
    """
    fit = [(c, p) for c, p in scored if p >= SAME]
    if not fit:
        return None
    best, probability = fit[0]
    rivals = [c for c, p in fit[1:] if c.root != best.root and _odds(p) * _CLEARLY > _odds(probability)]
    if not rivals:
        return best.key, probability
    tied = [best, *rivals]
    for one in tied:
        if all(other.root == one.root or compare(one.profile, other.profile).probability >= SAME for other in tied):
            return one.key, next(p for c, p in fit if c is one)
    return None


def _odds(probability: float) -> float:
    return probability / max(1.0 - probability, 1e-9)


def _portions(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(keys), _KEYS):
        yield keys[at : at + _KEYS]


def folded(name: str) -> str:
    """Return a name without case and diacritics, in single spaces."""
    bare = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join("".join(bare).casefold().split())
