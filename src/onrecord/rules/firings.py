"""Which rules spoke, and reading without some of them: for the tests of examples and for `benchmarks ablation`."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from onrecord.rules.rule import Rule


class Firing(NamedTuple):
    """That a rule spoke, and of which characters of the document's text (first, last + 1)."""

    rule: str
    start: int
    end: int


_OFF: ContextVar[frozenset[str]] = ContextVar("off", default=frozenset())
_WATCHED: ContextVar[list[Firing] | None] = ContextVar("watched", default=None)


@contextmanager
def without(names: Collection[str]) -> Iterator[None]:
    """Read without the rules with these identifiers, as long as the context lasts."""
    token = _OFF.set(_OFF.get() | frozenset(names))
    try:
        yield
    finally:
        _OFF.reset(token)


@contextmanager
def watching() -> Iterator[list[Firing]]:
    """Give a list to which each firing is added, as long as the context lasts."""
    firings: list[Firing] = []
    token = _WATCHED.set(firings)
    try:
        yield firings
    finally:
        _WATCHED.reset(token)


def active[Apply: Callable[..., object]](rules: tuple[Rule[Apply], ...]) -> tuple[Rule[Apply], ...]:
    """Return those of `rules` that are asked, in order: all of them, but for what `without` takes away."""
    off = _OFF.get()
    return tuple(rule for rule in rules if rule.id not in off) if off else rules


def is_active(rule: Rule[Callable[..., object]]) -> bool:
    """Say whether a rule that stands by itself is asked."""
    return rule.id not in _OFF.get()


def fired(rule: Rule[Callable[..., object]], start: int, end: int) -> None:
    """Note that `rule` spoke of these characters of the document's text, where somebody is watching."""
    watched = _WATCHED.get()
    if watched is not None:
        watched.append(Firing(rule.id, start, end))
