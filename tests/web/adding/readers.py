"""Stand-ins for the process that reads."""

import threading
from collections.abc import Iterator

from onrecord.errors import WorkerError
from onrecord.web.adding import Failure, Given, Progress, ReadArticle

ARTICLE = ReadArticle("0f3c9a2b71de-1", "Bridge closed")
BROKEN = WorkerError("the page", "it broke", "add it again")


class FakeReader:
    """Reads nothing; ends over a page of "end", or over linking one of "end linking", and waits over one of "wait"."""

    def __init__(self) -> None:
        self.read_so_far: list[bytes] = []
        self.ended = threading.Event()
        self.may_go_on = threading.Event()

    def read(self, given: Given) -> Iterator[Progress]:
        self.read_so_far.append(given.body)
        yield Progress("reading")
        if given.body == b"wait":
            self.may_go_on.wait(10)
            if self.ended.is_set():
                raise BROKEN
        if given.body == b"end":
            raise BROKEN
        if given.body == b"fail":
            yield Progress("failed", (), (Failure("the page", "is empty", "leave it out"),))
            return
        yield Progress("linking", (ARTICLE,))
        if given.body == b"end linking":
            raise BROKEN
        yield Progress("done", (ARTICLE,))

    def end(self) -> None:
        self.ended.set()
        self.may_go_on.set()


class Starts:
    """Starts stand-ins, and keeps them."""

    def __init__(self) -> None:
        self.started: list[FakeReader] = []

    def __call__(self) -> FakeReader:
        self.started.append(FakeReader())
        return self.started[-1]
