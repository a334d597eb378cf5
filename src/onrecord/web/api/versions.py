"""Pages: what changed between their versions, and how much the ledger holds."""

from typing import Annotated

from fastapi import APIRouter, Query

from onrecord.ledger import Answer, Stats, VersionRow
from onrecord.web.api.asked import Paged
from onrecord.web.api.items import AskedListing, Items
from onrecord.web.api.tagging import TaggedRoute
from onrecord.web.asking import AskedLedger

router = APIRouter(route_class=TaggedRoute, tags=["pages"])


@router.get("/versions/{sha256}")
def changed(
    ledger: AskedLedger, sha256: str, asked: Annotated[Paged, Query()], listing: AskedListing
) -> Items[VersionRow]:
    """What changed between the versions of a page, which is named by the digest of one, the earliest first."""
    found = ledger.changed(sha256)
    return listing.part(Answer(found, len(found)), asked)


@router.get("/stats")
def stats(ledger: AskedLedger) -> Stats:
    """What the ledger holds: pages in their current version, what is read from them, all versions."""
    return ledger.stats()
