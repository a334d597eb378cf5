"""The reading room as an ASGI application: pages for people, and the same as JSON for programs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from onrecord.errors import OnrecordError
from onrecord.ledger import Ledger
from onrecord.web.adding import Intake, ReadingProcess
from onrecord.web.api import API_PATH, api_router
from onrecord.web.guarding import HostGuard, SafeHeaders, SizeGuard
from onrecord.web.problems import RefusedError, problem_of
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

    app = FastAPI(
        title="onrecord",
        description="Who said what: the rows of a ledger, with the names they have in Python and in exports.",
        version="1",
        openapi_url=f"{API_PATH}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=open_while_serving,
    )
    app.state.settings = settings
    app.state.ledger = ledger
    app.state.intake = Intake(partial(ReadingProcess, settings.ledger))
    app.include_router(api_router)
    app.include_router(view_router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for kind in (OnrecordError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, _answer)
    # The last that is added is the first that is asked.
    app.add_middleware(SizeGuard)
    app.add_middleware(HostGuard, settings=settings)
    app.add_middleware(SafeHeaders)
    return app


def _answer(request: Request, error: Exception) -> Response:
    problem = problem_of(error)
    if request.url.path.startswith(API_PATH):
        answer: Response = JSONResponse(problem, problem["status"], media_type="application/problem+json")
    else:
        answer = problem_page(request, problem)
    if isinstance(error, RefusedError) and error.retry_after is not None:
        answer.headers["Retry-After"] = str(error.retry_after)
    return answer
