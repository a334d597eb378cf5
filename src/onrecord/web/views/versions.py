"""The versions of a page side by side: which claims came, went or are told otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import ChangeRow
from onrecord.web.asking import AskedLedger
from onrecord.web.marking import Run, differences, runs_of, text_runs, words_of
from onrecord.web.views.rendering import render

router = APIRouter()

# A page that changes by the minute has hundreds.
_SHOWN, _MOST = 20, 1_000_000


@dataclass(frozen=True, slots=True)
class Change:
    """A change with the words before and after in runs, those marked that differ."""

    row: ChangeRow
    before: Sequence[Run]
    after: Sequence[Run]


@router.get("/versions/{sha256}")
def versions(
    request: Request, ledger: AskedLedger, sha256: str, cursor: Annotated[int, Query(ge=0, le=_MOST)] = 0
) -> Response:
    """Return what changed between the versions of a page, by the digest of one; also that there is but one.

    They come some at once, and `cursor` is how many come before, as the API has it.
    """
    found = ledger.changed(sha256)
    shown = found[cursor : cursor + _SHOWN]
    return render(
        request,
        "versions.html",
        asked=sha256,
        page=found[-1]["page"] if found else None,
        total=len(found) + 1,
        before=cursor,
        next=cursor + _SHOWN if len(found) > cursor + _SHOWN else None,
        versions=shown,
        changes=[[_change(row) for row in version["changes"]] for version in shown],
    )


def _change(row: ChangeRow) -> Change:
    before, after = row["before"], row["after"]
    if before is None or after is None:
        return Change(row, runs_of(before) if before else (), runs_of(after) if after else ())
    one, other = words_of(before), words_of(after)
    found = differences(one, other)
    if found is None:
        return Change(row, runs_of(before), runs_of(after))
    return Change(row, text_runs(one, changed=found.one), text_runs(other, changed=found.other))
