"""All routes of pages."""

from fastapi import APIRouter

from onrecord.web.views import (
    adding,
    articles,
    copies,
    entities,
    events,
    figures,
    home,
    sign_in,
    statements,
    threads,
    timelines,
    versions,
)

view_router = APIRouter(include_in_schema=False)
"""What answers browsers."""

for _part in (
    home,
    articles,
    statements,
    entities,
    events,
    figures,
    threads,
    timelines,
    versions,
    copies,
    adding,
    sign_in,
):
    view_router.include_router(_part.router)
