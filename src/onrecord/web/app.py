"""The reading room as an ASGI application: pages for people, and the same as JSON for programs."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from functools import partial
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match
from starlette.staticfiles import StaticFiles

from onrecord.errors import OnrecordError
from onrecord.ledger import Ledger
from onrecord.web.adding import Intake, ReadingProcess
from onrecord.web.api import api_router
from onrecord.web.guarding import HeadAnswers, HostGuard, SafeHeaders, SizeGuard, Visitors
from onrecord.web.problems import RefusedError, is_for_programs, problem_answer, problem_of
from onrecord.web.settings import Settings
from onrecord.web.static import STATIC
from onrecord.web.views import problem_page, view_router


def make_app(settings: Settings) -> FastAPI:
    """Return the reading room of a ledger.

    Raises:
        LedgerError: there is no ledger, or it is of another version.
    """
    ledger = Ledger(settings.ledger, create=False)

    @asynccontextmanager
    async def open_while_serving(app: FastAPI) -> AsyncIterator[None]:
        yield
        app.state.intake.close()
        ledger.close()

    # The API describes itself, with the fields as they are documented.
    app = FastAPI(openapi_url=None, lifespan=open_while_serving)
    app.state.settings = settings
    app.state.ledger = ledger
    app.state.visitors = Visitors(settings)
    app.state.intake = Intake(partial(ReadingProcess, settings.ledger))
    app.include_router(api_router)
    app.include_router(view_router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for kind in (OnrecordError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, _answer)
    # The last that is added is the first that is asked.
    app.add_middleware(HeadAnswers)
    app.add_middleware(SizeGuard)
    app.add_middleware(HostGuard, settings=settings)
    app.add_middleware(SafeHeaders)
    return app


def _answer(request: Request, error: Exception) -> Response:
    to_programs = is_for_programs(request.url.path)
    problem = problem_of(error, to_programs=to_programs)
    answer = problem_answer(problem) if to_programs else problem_page(request, problem)
    if problem["status"] == HTTPStatus.METHOD_NOT_ALLOWED:
        answer.headers["Allow"] = ", ".join(_allowed(request))
    if isinstance(error, RefusedError) and error.retry_after is not None:
        answer.headers["Retry-After"] = str(error.retry_after)
    return answer


def _allowed(request: Request) -> Iterator[str]:
    """Yield the methods that an address answers: Starlette tells only those of the first route that has it."""
    for method in ("DELETE", "GET", "POST"):
        scope = {**request.scope, "method": method}
        if any(route.matches(scope)[0] is Match.FULL for route in request.app.routes):
            yield method
            if method == "GET":
                yield "HEAD"
