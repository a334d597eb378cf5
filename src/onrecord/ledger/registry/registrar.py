"""Finding which registered entity each entity of an article is, as the article is written."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import batched

from sqlalchemy import Connection, select

from onrecord.entity_linking import UNSURE, Profile, blocking_keys
from onrecord.ledger.registry.cache import RegistryCache
from onrecord.ledger.registry.candidates import LinkCandidate, Match, best, nearest, scored
from onrecord.ledger.registry.display_names import refresh_display_names
from onrecord.ledger.registry.entries import insert_entity, register
from onrecord.ledger.registry.merges_and_splits import Appearance, ArticleAnchor, MergesAndSplits
from onrecord.ledger.registry.printed_counts import count_printed, fullest_first, note_printed, take_away_reading
from onrecord.ledger.store import articles, entities, registry
from onrecord.records import Entity

# Registered entities that are looked up under one blocking key, the first registered: so that the names that everybody
# has, and those that sound like them, do not make an article slower the more of them there are.
_UNDER_A_KEY = 50
# SQLite allows 500 selections in one.
_KEYS = 400
# Other candidates noted for `review`.
_DOUBTS = 3


@dataclass(frozen=True, slots=True)
class Placement:
    """Which registered entity an appearance is: to the machine, and after the user's splits; and who else it may be."""

    matched: int
    probability: float | None
    registered: int
    doubts: Sequence[tuple[int, float]] = ()


class Registrar:
    """Places the entities of one reading's articles, one article after the other.

    `replaced` is the reading whose place this one takes: what an earlier reading, or the version before, called by the
    same name stays the same entity. `current` is False for a reading of an earlier version of a page, of which nothing
    counts.
    """

    def __init__(self, connection: Connection, cache: RegistryCache, replaced: int | None, *, current: bool) -> None:
        self._connection = connection
        self._cache = cache
        self._current = current
        self._kept = _matches_of(connection, replaced)
        decided = MergesAndSplits(connection)
        self._decided = decided if decided.splits else None
        self._touched: set[int] = set()

    def place(self, named: Sequence[Entity], article: ArticleAnchor) -> list[Placement]:
        """Return the place of each of an article's entities, in their order; new ones are registered."""
        profiles = [_profile(entity) for entity in named]
        keys = [blocking_keys(one) if one else frozenset[str]() for one in profiles]
        under = self._under(frozenset().union(*keys))
        sharing = [nearest(own, under) for own in keys]
        known = self._cache.of(self._connection, {key for own in sharing for key in own})
        placed: list[Placement] = []
        indexed: set[tuple[str, int]] = set()
        printed: list[tuple[int, str, str]] = []
        for entity, own, own_keys, shared in zip(named, profiles, keys, sharing, strict=True):
            found = scored(own, [known[key] for key in shared if key in known]) if own else []
            one = self._one(entity, own, found, article)
            placed.append(one)
            if own and (one.probability is not None or not _alone(own)):
                indexed.update((key, one.registered) for key in own_keys if one.registered not in under.get(key, ()))
            printed += [(one.registered, trait, value) for trait, value in _printed(entity)]
        self._index(indexed)
        if self._current:
            count_printed(self._connection, printed)
        else:
            note_printed(self._connection, printed)
        self._touched.update(one.registered for one in placed)
        return placed

    def finish(self, replaced: int | None) -> None:
        """Count the replaced reading no more, and bring up to date what the entities concerned are shown with."""
        if replaced is not None and self._current:
            self._touched |= take_away_reading(self._connection, replaced)
        if self._touched:
            refresh_display_names(self._connection, self._touched)
        self._cache.forget(self._touched)

    def _one(
        self, entity: Entity, own: Profile | None, found: list[tuple[LinkCandidate, float]], article: ArticleAnchor
    ) -> Placement:
        kept = self._kept.get((entity.type, entity.name, entity.named))
        match: Match | None = kept.popleft() if kept else best(found)
        if match is None:
            match = (self._new(entity, own), None)
        matched, probability = match
        own_root = next((c.root for c, _ in found if c.key == matched), matched)
        doubts = [(c.key, p) for c, p in found if c.root != own_root and p >= UNSURE][:_DOUBTS]
        registered = matched
        if self._decided:
            registered = self._decided.place(matched, Appearance(frozenset(_forms(entity)), article))
        return Placement(matched, probability, registered, doubts)

    def _new(self, entity: Entity, own: Profile | None) -> int:
        if own is None or _alone(own):
            # An unnamed source is nobody else's, nor is a single name that is not surely somebody's: they have the id
            # of their article's entity.
            known = self._connection.execute(select(registry.c.key).where(registry.c.id == entity.id)).scalar()
            return known or insert_entity(self._connection, entity.id, entity.type, entity.name)
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


def _matches_of(connection: Connection, reading: int | None) -> dict[tuple[str, str, bool], deque[Match]]:
    """Return what the machine found the entities of a reading to be, by type, name and being named, in page order."""
    kept: defaultdict[tuple[str, str, bool], deque[Match]] = defaultdict(deque)
    if reading is not None:
        chosen = select(entities).join(articles, entities.c.article == articles.c.key)
        chosen = chosen.where(articles.c.reading == reading).order_by(articles.c.number, entities.c.number)
        for row in connection.execute(chosen):
            kept[row.type, row.name, row.named].append((row.matched, row.probability))
    return kept


def _profile(entity: Entity) -> Profile | None:
    """Return what comparing needs to know of an article's entity, None of one that is not to be compared."""
    if not entity.named:
        return None
    roles = (entity.role,) if entity.role else ()
    return Profile(entity.type, fullest_first(_forms(entity)), entity.country, roles, entity.gender)


def _forms(entity: Entity) -> dict[str, None]:
    return dict.fromkeys((entity.name, *(mention.text for mention in entity.mentions)))


def _printed(entity: Entity) -> Iterator[tuple[str, str]]:
    """Yield the traits an article prints of an entity, and that it appears there."""
    yield "appearance", ""
    for form in _forms(entity):
        yield "name", form
    for trait in ("role", "country", "gender"):
        value = getattr(entity, trait)
        if value is not None:
            yield trait, value


def _alone(own: Profile) -> bool:
    """Say whether a person is known by a single name only, which too many have."""
    return own.type == "person" and all(len(name.split()) == 1 for name in own.names)
