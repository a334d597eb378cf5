"""The tables by which rigour tags names: they take long to load, and so are not loaded while others wait for a lock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from rigour.names import NameTypeTag, analyze_names

_ONE_OF_EACH = {NameTypeTag.PER: "Ada Orlen", NameTypeTag.ORG: "Harbour Ministry"}

_loaded: set[NameTypeTag] = set()
_not_here: ContextVar[bool] = ContextVar("_not_here", default=False)


class _NeededError(BaseException):
    """A table is needed where none may be loaded; it ends a transaction and is no fault of anybody's."""

    def __init__(self, kind: NameTypeTag) -> None:
        super().__init__(kind)
        self.kind = kind


def need_table(kind: NameTypeTag) -> None:
    """Say that names are about to be tagged: of persons (7 seconds and 400 MB at first), or of organisations (2)."""
    if kind not in _loaded:
        if _not_here.get():
            raise _NeededError(kind)
        analyze_names(kind, [_ONE_OF_EACH[kind]])
        _loaded.add(kind)


def with_names[T](work: Callable[[], T]) -> T:
    """Return what `work` does; where it needs a table that is not loaded, it is left, and done again with the table.

    For what holds a lock and can be left at any place, such as a transaction: nothing is loaded while it is held, nor
    where nothing is compared.
    """
    while True:
        try:
            with _loading_elsewhere():
                return work()
        except _NeededError as needed:
            need_table(needed.kind)


@contextmanager
def _loading_elsewhere() -> Iterator[None]:
    before = _not_here.set(True)
    try:
        yield
    finally:
        _not_here.reset(before)
