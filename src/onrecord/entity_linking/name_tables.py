"""The tables by which rigour tags the names of organisations: they are not loaded while others wait for a lock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from rigour.names import NameTypeTag, analyze_names

_not_here: ContextVar[bool] = ContextVar("_not_here", default=False)


class _NeededError(BaseException):
    """The tables are needed where none may be loaded; it ends a transaction and is no fault of anybody's."""


def need_tables() -> None:
    """Say that names of organisations are about to be tagged; at first that takes a fifth of a second."""
    if not _load.cache_info().currsize:
        if _not_here.get():
            raise _NeededError
        _load()


@cache
def _load() -> None:
    analyze_names(NameTypeTag.ORG, ["Harbour Ministry"])


def with_names[T](work: Callable[[], T]) -> T:
    """Return what `work` does; where it needs tables that are not loaded, it is left, and done again with them.

    For what holds a lock and can be left at any place, such as a transaction: nothing is loaded while it is held, nor
    where nothing is compared.
    """
    try:
        with _loading_elsewhere():
            return work()
    except _NeededError:
        _load()
        return work()


@contextmanager
def _loading_elsewhere() -> Iterator[None]:
    before = _not_here.set(True)
    try:
        yield
    finally:
        _not_here.reset(before)
