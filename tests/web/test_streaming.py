import threading
from typing import IO

import pytest

from onrecord.web.streaming import streamed


def test_what_is_written_is_sent_in_parts() -> None:
    def write(stream: IO[bytes]) -> None:
        for number in range(100_000):
            stream.write(b"%06d\n" % number)

    parts = list(streamed(write))
    assert b"".join(parts) == b"".join(b"%06d\n" % number for number in range(100_000))
    assert max(map(len, parts)) <= 64 * 1024


def test_no_more_is_written_than_is_taken() -> None:
    written = 0

    def write(stream: IO[bytes]) -> None:
        nonlocal written
        for _ in range(100):
            stream.write(bytes(64 * 1024))
            written += 1

    parts = streamed(write)
    next(parts)
    assert written < 10
    assert sum(map(len, parts)) == 99 * 64 * 1024


def test_what_breaks_at_once_is_raised_at_once() -> None:
    def write(stream: IO[bytes]) -> None:
        stream.write(b"header\n")
        raise ValueError("no such thing")

    with pytest.raises(ValueError, match="no such thing"):
        streamed(write)


def test_what_breaks_later_breaks_what_is_sent() -> None:
    def write(stream: IO[bytes]) -> None:
        stream.write(bytes(200_000))
        raise ValueError("no such thing")

    parts = streamed(write)
    with pytest.raises(ValueError, match="no such thing"):
        list(parts)


def test_where_nobody_wants_the_rest_writing_ends() -> None:
    ended = threading.Event()

    def write(stream: IO[bytes]) -> None:
        try:
            while True:
                stream.write(bytes(64 * 1024))
        finally:
            ended.set()

    parts = streamed(write)
    next(parts)
    del parts
    assert ended.wait(10)


def test_nothing_written_is_nothing_sent() -> None:
    assert b"".join(streamed(lambda stream: None)) == b""
