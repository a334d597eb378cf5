"""Finding which registered entity each entity of an article is, as the article is written."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2s
from itertools import batched
from typing import Any

from sqlalchemy import Connection, select

from onrecord.entity_linking import SAME, UNSURE, Profile, blocking_keys, compare
from onrecord.folding import fold
from onrecord.ledger import traits
from onrecord.ledger.known import Candidate, Known
from onrecord.ledger.schema import articles, entities, readings, registry
from onrecord.ledger.standing import Printed, Standing, Story
from onrecord.records import Entity, EntityType

# Registered entities that are looked up under one blocking key, the first registered, and those of them that an
# appearance is compared with, which share most keys with it: so that the names that everybody has, and those that sound
# like them, do not make an article slower the more of them there are.
_UNDER_A_KEY = 50
_COMPARED = 20
# How much of the keys that the nearest shares another must share, to be compared.
_ENOUGH = 0.2
# SQLite allows 500 selections in one.
_KEYS = 400
# How much likelier the best candidate must be than the next.
_CLEARLY = 4.0
# Comparisons remembered: articles print the same names of the same entities again and again.
_REMEMBERED = 100_000
# Other candidates noted for `review`.
_DOUBTS = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """Which registered entity an appearance is: to the machine, and after the user's splits; and who else it may be."""

    matched: int
    probability: float | None
    registered: int
    doubts: Sequence[tuple[int, float]] = ()


type _Match = tuple[int, float | None]


class Registrar:
    """Places the entities of one reading's articles, one article after the other.

    `replaced` is the reading whose place this one takes: what an earlier reading, or the version before, called by the
    same name stays the same entity. `counted` is False for a reading of an earlier version of a page, of which nothing
    counts.
    """

    def __init__(self, connection: Connection, known: Known, replaced: int | None, *, counted: bool) -> None:
        self._connection = connection
        self._known = known
        self._counted = counted
        self._kept = _matches_of(connection, replaced)
        standing = Standing(connection)
        self._standing = standing if standing.splits else None
        self._touched: set[int] = set()

    def place(self, named: Sequence[Entity], story: Story) -> list[Placed]:
        """Return the place of each of an article's entities, in their order; new ones are registered."""
        profiles = [_profile(entity) for entity in named]
        keys = [blocking_keys(one) if one else frozenset[str]() for one in profiles]
        under = self._under(frozenset().union(*keys))
        sharing = [_sharing(own, under) for own in keys]
        known = self._known.of(self._connection, {key for own in sharing for key in own})
        placed: list[Placed] = []
        indexed: set[tuple[str, int]] = set()
        printed: list[tuple[int, str, str]] = []
        for entity, own, own_keys, shared in zip(named, profiles, keys, sharing, strict=True):
            found = _scored(own, [known[key] for key in shared if key in known]) if own else []
            one = self._one(entity, own, found, story)
            placed.append(one)
            if own and (one.probability is not None or not _alone(own)):
                indexed.update((key, one.registered) for key in own_keys if one.registered not in under.get(key, ()))
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
        self._known.forget(self._touched)

    def _one(self, entity: Entity, own: Profile | None, found: list[tuple[Candidate, float]], story: Story) -> Placed:
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
        if own is None or _alone(own):
            # An unnamed source is nobody else's, nor is a single name that is not surely somebody's: they have the id
            # of their article's entity.
            known = self._connection.execute(select(registry.c.key).where(registry.c.id == entity.id)).scalar()
            return known or _insert(self._connection, entity.id, entity.type, entity.name)
        return register(self._connection, entity.type, entity.name)

    def _under(self, keys: Collection[str]) -> Mapping[str, set[int]]:
        """Return the registered entities under each of the keys."""
        one = f"SELECT * FROM (SELECT key, registered FROM blocking_keys WHERE key = ? LIMIT {_UNDER_A_KEY})"
        found: defaultdict[str, set[int]] = defaultdict(set)
        for some in batched(sorted(keys), _KEYS):
            for key, registered in self._connection.exec_driver_sql(" UNION ALL ".join([one] * len(some)), some):
                found[key].add(registered)
        return found

    def _index(self, indexed: Collection[tuple[str, int]]) -> None:
        if indexed:
            self._connection.exec_driver_sql(
                "INSERT OR IGNORE INTO blocking_keys (key, registered) VALUES (?, ?)", sorted(indexed)
            )


def register(connection: Connection, kind: EntityType, name: str) -> int:
    """Register a new entity first seen by this name, and return its key.

    Its id is made of its type and name, and a number where others were registered by the same.
    """
    stem = "e" + blake2s(f"{kind}\x1f{fold(name)}".encode(), digest_size=6).hexdigest()
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


def _alone(own: Profile) -> bool:
    """Say whether a person is known by a single name only, which too many have."""
    return own.type == "person" and all(len(name.split()) == 1 for name in own.names)


def _sharing(keys: Collection[str], under: Mapping[str, Collection[int]]) -> list[int]:
    """Return the registered entities that share most of the keys, those known longest first among equals.

    A key tells the more the fewer have it: under that of a frequent surname not all who have it are looked up, so that
    whoever shares the given name too must come first. Those that share little beside another only sound like it.
    """
    shared: defaultdict[int, float] = defaultdict(float)
    # In one order, since sums of fractions depend on it, and the same pages must give the same entities.
    for key in sorted(keys):
        having = under.get(key, ())
        for registered in having:
            shared[registered] += 1 / len(having)
    enough = max(shared.values(), default=0.0) * _ENOUGH
    near = [registered for registered, much in shared.items() if much >= enough]
    return sorted(near, key=lambda registered: (-shared[registered], registered))[:_COMPARED]


def _scored(own: Profile, candidates: Iterable[Candidate]) -> list[tuple[Candidate, float]]:
    """Return the candidates with how probably each is the same as `own`, the most probable and best known first."""
    scored = [(c, _probability(own, c.profile)) for c in candidates]
    return sorted(scored, key=lambda one: (-one[1], -one[0].articles, one[0].key))


@lru_cache(maxsize=_REMEMBERED)
def _probability(one: Profile, other: Profile) -> float:
    return compare(one, other).probability


def _best(scored: Sequence[tuple[Candidate, float]]) -> _Match | None:
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
        if all(other.root == one.root or _probability(one.profile, other.profile) >= SAME for other in tied):
            return one.key, next(p for c, p in fit if c is one)
    return None


def _odds(probability: float) -> float:
    return probability / max(1.0 - probability, 1e-9)
