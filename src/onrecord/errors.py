"""What can go wrong, said once: which page or file, where in it, why, and what to do about it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

# Characters of what a library says of an error, of which some print all that they were given.
_LONGEST = 160


class OnrecordError(Exception):
    """Base of every error this package raises on purpose.

    `subject` names the page, file or ledger concerned (with its line where there is one), `reason` says what is
    wrong with it and `remedy` what the user can do. `str(error)` is the one line a person reads.
    """

    def __init__(self, subject: str, reason: str, remedy: str) -> None:
        super().__init__(subject, reason, remedy)
        self.subject = subject
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.subject}: {self.reason}; {self.remedy}"


class PageError(OnrecordError):
    """One page cannot be read. The other pages of the run are not affected."""

    @classmethod
    def of(cls, error: Exception, subject: str, doing: str) -> Self:
        """Return what is told of a page where `doing` something with it ("reading") raised an error nobody expected.

        A PageError is told as it is, of anything else its name and the beginning of what it says.
        """
        if isinstance(error, cls):
            return error
        if isinstance(error, MemoryError):
            return cls(subject, f"{doing} it takes more memory than there is", "split it into its pages")
        if isinstance(error, RecursionError):
            return cls(subject, f"{doing} it broke: it is nested too deep", "leave it out, or save it as text")
        said = " ".join(str(error).split())[:_LONGEST]
        what = f"{type(error).__name__}: {said}" if said else type(error).__name__
        return cls(subject, f"{doing} it broke ({what})", "report it together with the page")


class LedgerError(OnrecordError):
    """The ledger file cannot be opened, written or trusted. The run ends; what was committed stays."""


class WorkerError(OnrecordError):
    """A process that read beside this one has ended before its time. The run ends; what was committed stays."""


class UsageError(OnrecordError):
    """What was asked for cannot be meant: an unknown name, an impossible date, an option out of place."""


class NotFoundError(UsageError):
    """What was asked for is not in the ledger."""


@contextmanager
def page_errors(subject: str, doing: str) -> Iterator[None]:
    """Turn whatever breaks into the PageError of `subject`, while the block is `doing` something with that page only.

    What this package raises on purpose passes as it is: a LedgerError is the run's, whatever the page.
    """
    try:
        yield
    except OnrecordError:
        raise
    except Exception as error:
        raise PageError.of(error, subject, doing) from error
