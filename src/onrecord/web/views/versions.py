"""The versions of a page side by side: which claims came, went or are told otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import ChangeRow
from onrecord.web.asking import AskedLedger
from onrecord.web.marking import Run, differences, runs_of, text_runs, words_of
from onrecord.web.views.rendering import render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Change:
    """A change with the words before and after in runs, those marked that differ."""

    row: ChangeRow
    before: Sequence[Run]
    after: Sequence[Run]


@router.get("/versions/{sha256}")
def versions(request: Request, ledger: AskedLedger, sha256: str) -> Response:
    """Return what changed between the versions of a page, by the digest of one; also that there is but one."""
    found = ledger.changed(sha256)
    changes = [[_change(row) for row in version["changes"]] for version in found]
    return render(request, "versions.html", asked=sha256, versions=found, changes=changes)


def _change(row: ChangeRow) -> Change:
    before, after = row["before"], row["after"]
    if before is None or after is None:
        return Change(row, runs_of(before) if before else (), runs_of(after) if after else ())
    one, other = words_of(before), words_of(after)
    found = differences(one, other)
    if found is None:
        return Change(row, runs_of(before), runs_of(after))
    return Change(row, text_runs(one, changed=found.one), text_runs(other, changed=found.other))
