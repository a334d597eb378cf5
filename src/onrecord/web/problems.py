"""What went wrong with a request: the status of each error, and how it is told (RFC 9457)."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated, TypedDict

from fastapi.exceptions import RequestValidationError
from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response

from onrecord.errors import LedgerError, NotFoundError, OnrecordError, PageError, UsageError


class RefusedError(OnrecordError):
    """A request is not carried out for who makes it, or when.

    `status` is what it is answered with, `retry_after` the seconds after which it may be made again, if so.
    """

    def __init__(self, status: int, reason: str, remedy: str, *, retry_after: int | None = None) -> None:
        super().__init__("request", reason, remedy)
        self.status, self.retry_after = status, retry_after


PROBLEM_TYPE = "application/problem+json"
"""The media type of a problem."""


class Problem(TypedDict):
    """A problem as RFC 9457 has it (`application/problem+json`), with the remedy beside it."""

    type: Annotated[str, Field(description="about:blank: the status tells what kind of problem it is")]
    title: Annotated[str, Field(description="the name of the status")]
    status: Annotated[int, Field(description="the status of the answer")]
    detail: Annotated[str, Field(description="what is wrong, and with what")]
    remedy: Annotated[str, Field(description="what to do about it; empty where nothing is known")]


_STATUSES: tuple[tuple[type[Exception], int], ...] = (
    (NotFoundError, 404),
    (UsageError, 422),
    (PageError, 422),
    (LedgerError, 503),
)


def problem_of(error: Exception, *, to_programs: bool = True) -> Problem:
    """Return how an error is told; of one that nobody expected nothing but that it happened.

    A person is told of fields as a form has them, a program as the description of the API has them.
    """
    if isinstance(error, RefusedError):
        return _problem(error.status, f"{error.reason}.", error.remedy)
    if isinstance(error, OnrecordError):
        status = next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)
        # Where the file is concerns nobody who asks from elsewhere.
        subject = "the ledger" if isinstance(error, LedgerError) else error.subject
        return _problem(status, f"{subject}: {error.reason}.", error.remedy)
    if isinstance(error, RequestValidationError):
        first, remedy = (0, "see the description of the API") if to_programs else (1, "go back, and change it")
        said = "; ".join(f"{'.'.join(map(str, one['loc'][first:]))}: {one['msg']}" for one in error.errors())
        return _problem(422, f"{said}.", remedy)
    if isinstance(error, HTTPException):
        return _problem(error.status_code, error.detail, "")
    return _problem(500, "Something broke that should not.", "report it, with what the server printed")


def is_for_programs(path: str) -> bool:
    """Return whether a path is one of the API, whose errors are told as JSON."""
    return path == "/api" or path.startswith("/api/")


def problem_answer(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Return the answer that tells a program of a problem."""
    # A name that a request gave may hold half of a surrogate pair, which JSON can hold as an escape.
    told = json.dumps(problem, ensure_ascii=False).encode("utf-8", "backslashreplace")
    answer = Response(told, problem["status"], headers, PROBLEM_TYPE)
    answer.headers["Cache-Control"] = "no-store"
    if problem["status"] == HTTPStatus.UNAUTHORIZED:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def refusal(path: str, status: int, detail: str, remedy: str) -> Response:
    """Return the answer to a request that is refused before anything is known of it but its path."""
    if is_for_programs(path):
        return problem_answer(_problem(status, detail, remedy))
    return PlainTextResponse(f"{detail} Remedy: {remedy}.\n", status)


def _problem(status: int, detail: str, remedy: str) -> Problem:
    return Problem(type="about:blank", title=HTTPStatus(status).phrase, status=status, detail=detail, remedy=remedy)
