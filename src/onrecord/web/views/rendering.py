"""Templates: how they are filled, and what they may call."""

import re
from collections.abc import Mapping
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from onrecord.errors import OnrecordError
from onrecord.ledger import (
    JudgementRow,
    SpanRow,
    day_of,
    first_day,
    judgement_text,
    link_text,
    local_day,
    question_text,
    value_text,
    who_asserts,
)
from onrecord.web.asking import ledger_of
from onrecord.web.guarding import has_access
from onrecord.web.views import addresses
from onrecord.web.views.titles import title_of

# What a browser shows of these may be nothing, or turn the letters beside them round.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def render(request: Request, template: str, status: int = 200, **given: Any) -> HTMLResponse:  # noqa: ANN401
    """Return a page: a template of the folder `templates`, filled with what is given.

    Beside that a template knows `request`, `may_write`, `settings`, `done` (the judgement that has led here), the
    functions of `addresses`, what tells rows in words (`day_of`, `first_day`, `judgement_text`, `link_text`,
    `question_text`, `title_of`, `value_text`, `who_asserts`), and the filters `words` (of spans), `day` (of a time)
    and `percent`.
    """
    values = {
        "request": request,
        "settings": request.app.state.settings,
        "may_write": has_access(request),
        "done": _done(request),
        **given,
    }
    return HTMLResponse(_TEMPLATES.get_template(template).render(values), status)


def render_part(request: Request, page: str, part: str, status: int = 200, **given: Any) -> HTMLResponse:  # noqa: ANN401
    """Return a page or, where htmx asks for what of it changes, that part alone.

    htmx does not exchange a part for one with the status of an error, which therefore is said in the part only. Either
    template knows as `alone` whether it is the part: then it brings what stands elsewhere on the page and changes too.
    """
    wanted = "hx-request" in request.headers and "hx-history-restore-request" not in request.headers
    answer = (
        render(request, part, alone=True, **given) if wanted else render(request, page, status, alone=False, **given)
    )
    # The same address has two answers, which a browser would else take for each other.
    answer.headers["Vary"] = "HX-Request, HX-History-Restore-Request"
    return answer


def _done(request: Request) -> JudgementRow | None:
    """Return the judgement that somebody has just made or undone, if that has led here."""
    id = request.query_params.get("done")
    if id is None:
        return None
    # What is wrong with the ledger is told by the page, and is no reason to tell nothing.
    with suppress(OnrecordError):
        return next((one for one in ledger_of(request).judgements() if one["id"] == id), None)
    return None


def _seen(value: object) -> object:
    """Return what a template prints, with characters that nobody would see, or that turn others round, as U+FFFD."""
    return _UNSEEN.sub("\ufffd", value) if type(value) is str and not value.isprintable() else value


def _words(spans: list[SpanRow] | SpanRow | None) -> str:
    """Return the characters of spans on one line, " ... " between two."""
    if spans is None:
        return ""
    several = spans if isinstance(spans, list) else [spans]
    return " ... ".join(" ".join(span["text"].split()) for span in several)


def _percent(share: float) -> str:
    return f"{share:.0%}"


def _functions() -> Mapping[str, object]:
    public = {name: getattr(addresses, name) for name in addresses.__all__}
    return public | {
        "version": metadata.version("onrecord"),
        "day_of": day_of,
        "first_day": first_day,
        "judgement_text": judgement_text,
        "link_text": link_text,
        "question_text": question_text,
        "title_of": title_of,
        "value_text": value_text,
        "who_asserts": who_asserts,
    }


_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent.parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_seen,
)
_TEMPLATES.globals.update(_functions())
_TEMPLATES.filters.update(words=_words, day=local_day, percent=_percent)
