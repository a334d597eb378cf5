"""The user's merges and splits, gone through in the order they were made: which registered entity is which."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from onrecord.ledger.store import judgements, registry


@dataclass(frozen=True, slots=True)
class ArticleAnchor:
    """What an article is found by again, in another reading or version of its page."""

    page: str
    number: int
    title: str | None


@dataclass(frozen=True, slots=True)
class Appearance:
    """An appearance as a split sees it: the forms of its name, and the article it stands in."""

    forms: frozenset[str]
    place: ArticleAnchor


class MergesAndSplits:
    """What the merges and splits that were made come to; those undone count for nothing.

    A merge joins what was one of either entity when it was made. A split takes appearances out of what was one of its
    entity then; once it is undone, the entity it made stands for the one it was made of.
    """

    def __init__(self, connection: Connection) -> None:
        chosen = select(judgements).where(judgements.c.kind.in_(("merge", "split"))).order_by(judgements.c.key)
        found = [(row.kind, json.loads(row.says), row.undone_at is None) for row in connection.execute(chosen)]
        self._keys = _keys(connection, {says[end] for _, says, _ in found for end in ("one", "other")})
        self._made = [(kind, self._keys[says["one"]], self._keys[says["other"]], says, on) for kind, says, on in found]

    @property
    def splits(self) -> bool:
        """Whether any split stands."""
        return any(kind == "split" and on for kind, *_, on in self._made)

    def splittable(self) -> set[int]:
        """Return every entity whose appearances a split, also one undone, may have given to another."""
        return {key for kind, one, *_ in self._made if kind == "split" for key in self.concerned(one)}

    def place(self, matched: int, appearance: Appearance) -> int:
        """Return which registered entity an appearance is, that the machine found to be the one with key `matched`."""
        groups, key = _Groups(), matched
        for kind, one, other, says, on in self._made:
            if (kind == "merge" and on) or (kind == "split" and not on):
                groups.join(one, other)
            elif kind == "split" and groups.root(key) == groups.root(one) and is_split_off(says, appearance):
                key = other
        return key

    def roots(self) -> dict[int, int]:
        """Return, for every entity that a merge or split speaks of, the one that it is part of."""
        groups = _Groups()
        for kind, one, other, _, on in self._made:
            if on is (kind == "merge"):
                groups.join(one, other)
        return {key: groups.root(key) for key in self._keys.values()}

    def concerned(self, key: int) -> set[int]:
        """Return every entity that merges and splits, also those undone, connect with the one of this key."""
        groups = _Groups()
        for _, one, other, *_ in self._made:
            groups.join(one, other)
        root = groups.root(key)
        return {key, *(one for one in self._keys.values() if groups.root(one) == root)}


class _Groups:
    """Keys joined into groups; the root of a group is that of the first of the two that were joined."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    def root(self, key: int) -> int:
        while key in self._parents:
            key = self._parents[key]
        return key

    def join(self, one: int, other: int) -> None:
        root, joined = self.root(one), self.root(other)
        if root != joined:
            self._parents[joined] = root


def is_split_off(says: dict[str, Any], appearance: Appearance) -> bool:
    """Say whether a split takes an appearance: by a form of its name, or by the article it stands in."""
    if appearance.forms.intersection(says["called"]):
        return True
    own = appearance.place
    return any(
        place["page"] == own.page
        # A new version of a page may give its article another place or another title, seldom both.
        and (place["number"] == own.number or (place["title"] is not None and place["title"] == own.title))
        for place in says["articles"]
    )


def _keys(connection: Connection, ids: Collection[str]) -> dict[str, int]:
    chosen = select(registry.c.id, registry.c.key).where(registry.c.id.in_(ids))
    return {row.id: row.key for row in connection.execute(chosen)}


def appearances_of(connection: Connection, keys: Collection[int]) -> Iterator[tuple[int, int, int, Appearance]]:
    """Yield each appearance that the machine found to be one of these entities, or that is one now.

    Its key, what the machine found it to be, what it is, and as what it is printed.
    """
    marks = ", ".join(map(str, sorted(keys)))
    forms: defaultdict[int, set[str]] = defaultdict(set)
    where = f"entities.matched IN ({marks}) OR entities.registered IN ({marks})"
    for key, text in connection.exec_driver_sql(
        f"SELECT entities.key, spans.text FROM entities JOIN spans ON spans.entity = entities.key WHERE {where}"
    ):
        forms[key].add(text)
    for row in connection.exec_driver_sql(
        f"""
        SELECT entities.key, matched, registered, entities.name, pages.identity, articles.number, articles.title
        FROM entities JOIN articles ON articles.key = entities.article
        JOIN readings ON readings.key = articles.reading JOIN pages ON pages.key = readings.page
        WHERE {where}
        """
    ):
        place = ArticleAnchor(row.identity, row.number, row.title)
        yield row.key, row.matched, row.registered, Appearance(frozenset(forms[row.key] | {row.name}), place)
