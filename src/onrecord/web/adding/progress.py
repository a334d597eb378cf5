"""How far a page is that is added."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, Self

from onrecord.errors import OnrecordError

type State = Literal["waiting", "reading", "linking", "done", "failed"]


class ReadArticle(NamedTuple):
    """An article of a page that was added."""

    id: str
    title: str | None


class Failure(NamedTuple):
    """Which page of those given could not be added, why, and what can be done about it."""

    page: str
    reason: str
    remedy: str

    @classmethod
    def of(cls, error: OnrecordError) -> Self:
        """Return what is told of an error of a page that came in no file, or from a line of such."""
        subject = error.subject
        if subject.startswith("-#"):
            subject = f"line {subject[2:]}"
        elif subject.startswith("-"):
            subject = f"the page{subject[1:]}"
        return cls(subject, error.reason, error.remedy)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a page is.

    Attributes:
        articles: those that are in the ledger, also where they were there before.
        failures: what could not be added, with `done` too: of several pages some may be.
    """

    state: State
    articles: tuple[ReadArticle, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether it will not change."""
        return self.state in {"done", "failed"}
