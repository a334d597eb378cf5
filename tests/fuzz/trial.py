"""What is done with a batch of inputs: each is loaded, cut and read, then all go into a ledger, which is checked."""

import faulthandler
import resource
import signal
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Literal

from onrecord import Ledger, PageError
from onrecord.extraction import load_reader
from onrecord.pages import cut, find, load
from tests.fuzz.mutation import Input

type Fault = Literal["broke", "over time", "over memory", "not clean", "differs"]

MOST_SECONDS = 20.0
"""The most processor time that an input may take: it has at most some ten thousand characters."""

MOST_MEGABYTES = 1_500
"""The most memory that a process may take."""

# Where nothing else helps: an input that hangs in Python is broken off (after seconds of the processor), one that hangs
# in C ends the process (after seconds of a clock, which other work on the machine makes more).
_HANGS = 60
_FAR_TOO_LONG = 1_200


@dataclass(frozen=True, slots=True)
class Finding:
    """An input that did what none may: its name (of a whole batch, those of all), which fault, and what was seen."""

    name: str
    fault: Fault
    seen: str


@dataclass(slots=True)
class Outcome:
    """What came of a batch."""

    inputs: int = 0
    characters: list[int] = field(default_factory=list)
    read: int = 0
    refused: int = 0
    seconds: float = 0.0
    """Processor time of all of it, the ledger too."""
    slowest: float = 0.0
    megabytes: int = 0
    findings: list[Finding] = field(default_factory=list)


class _HangsError(BaseException):
    """An input takes longer than anything; no `except Exception` keeps it."""


def try_batch(batch: Sequence[Input], folder: Path) -> Outcome:
    """Put a batch through the whole way, in an empty folder, in this process.

    Each input is loaded, cut and read by itself, where only a PageError may be raised. Then a ledger is made of all of
    them, which must refuse the same, and be clean.
    """
    outcome = Outcome(inputs=len(batch))
    began = time.process_time()
    refused: set[str] = set()
    for one in batch:
        path = folder / one.name
        path.write_bytes(one.body)
        outcome.characters.append(len(one.body))
        started = time.process_time()
        try:
            with _broken_off():
                errors = list(_read(path))
        except Exception:
            outcome.findings.append(Finding(one.name, "broke", traceback.format_exc(limit=-12)))
            errors = []
        except _HangsError:
            outcome.findings.append(Finding(one.name, "over time", traceback.format_exc(limit=-12)))
            path.unlink()
            continue
        seconds = time.process_time() - started
        outcome.slowest = max(outcome.slowest, seconds)
        outcome.refused += bool(errors)
        outcome.read += not errors
        refused |= errors_of(errors)
        if seconds > MOST_SECONDS:
            outcome.findings.append(Finding(one.name, "over time", f"{seconds:.1f} s"))
    broken = {finding.name for finding in outcome.findings if finding.fault == "broke"}
    outcome.findings += _of_ledger(folder, [one.name for one in batch if (folder / one.name).exists()], refused, broken)
    outcome.seconds = time.process_time() - began
    outcome.megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if outcome.megabytes > MOST_MEGABYTES:
        outcome.findings.append(Finding(_names(batch), "over memory", f"{outcome.megabytes:,} MB"))
    return outcome


def errors_of(errors: Sequence[PageError]) -> set[str]:
    """Return the pages (with their lines) that errors are of."""
    return {Path(error.subject).name for error in errors}


def _read(path: Path) -> Iterator[PageError]:
    """Yield the errors of the pages of a file, reading the others to their end."""
    files, missing = find([path])
    yield from missing
    for file in files:
        for page in load(file):
            if isinstance(page, PageError):
                yield page
                continue
            try:
                articles = cut(page)
            except PageError as error:
                yield error
                continue
            try:
                for article in load_reader().read(articles):
                    assert article.page is page
            except PageError as error:
                yield error


def _of_ledger(folder: Path, names: Sequence[str], refused: set[str], broken: set[str]) -> Iterator[Finding]:
    whole = " ".join(names)
    try:
        with _broken_off(len(names)), Ledger(folder / "fuzz.ledger") as ledger:
            added = ledger.add([folder / name for name in names], processes=1)
            problems = list(ledger.check())
    except Exception:
        yield Finding(whole, "broke", traceback.format_exc(limit=-12))
        return
    except _HangsError:
        yield Finding(whole, "over time", traceback.format_exc(limit=-12))
        return
    for error in added.failures:
        name = Path(error.subject).name
        if name not in refused and name.partition("#")[0] not in broken:
            yield Finding(name.partition("#")[0], "differs", str(error))
    for problem in problems:
        yield Finding(whole, "not clean", str(problem))


@contextmanager
def _broken_off(times: int = 1) -> Iterator[None]:
    """Break the block off where it takes too long."""

    def stop(signum: int, frame: FrameType | None) -> None:
        raise _HangsError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, _HANGS * times)
    faulthandler.dump_traceback_later(_FAR_TOO_LONG * times, exit=True)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()
        signal.signal(signal.SIGPROF, before)


def _names(batch: Sequence[Input]) -> str:
    return " ".join(one.name for one in batch)
