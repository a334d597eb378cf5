"""What went wrong with a request: the status of each error, and how it is told (RFC 9457)."""

from http import HTTPStatus
from typing import TypedDict

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from onrecord.errors import LedgerError, NotFoundError, OnrecordError, PageError, UsageError


class RefusedError(OnrecordError):
    """A request is not carried out for who makes it, or when.

    `status` is what it is answered with, `retry_after` the seconds after which it may be made again, if so.
    """

    def __init__(self, status: int, reason: str, remedy: str, *, retry_after: int | None = None) -> None:
        super().__init__("request", reason, remedy)
        self.status, self.retry_after = status, retry_after


class Problem(TypedDict):
    """A problem as RFC 9457 has it (`application/problem+json`), with the remedy beside it."""

    type: str
    title: str
    status: int
    detail: str
    remedy: str


_STATUSES: tuple[tuple[type[Exception], int], ...] = (
    (NotFoundError, 404),
    (UsageError, 422),
    (PageError, 422),
    (LedgerError, 503),
)


def problem_of(error: Exception) -> Problem:
    """Return how an error is told; of one that nobody expected nothing but that it happened."""
    if isinstance(error, RefusedError):
        return _problem(error.status, f"{error.reason}.", error.remedy)
    if isinstance(error, OnrecordError):
        status = next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)
        return _problem(status, f"{error.subject}: {error.reason}.", error.remedy)
    if isinstance(error, RequestValidationError):
        said = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        return _problem(422, f"{said}.", "see the description of the API")
    if isinstance(error, HTTPException):
        return _problem(error.status_code, error.detail, "")
    return _problem(500, "Something broke that should not.", "report it, with what the server printed")


def _problem(status: int, detail: str, remedy: str) -> Problem:
    return Problem(type="about:blank", title=HTTPStatus(status).phrase, status=status, detail=detail, remedy=remedy)
