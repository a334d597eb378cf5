"""All routes of pages."""

from fastapi import APIRouter

from onrecord.web.views import (
    adding,
    altered,
    arguments,
    articles,
    copies,
    correcting,
    downloads,
    entities,
    events,
    figures,
    home,
    judgements,
    links,
    names,
    reviewing,
    searching,
    sign_in,
    statements,
    threads,
    timelines,
    versions,
)

view_router = APIRouter(include_in_schema=False)
"""What answers browsers."""

for _part in (
    adding,
    altered,
    arguments,
    articles,
    copies,
    correcting,
    downloads,
    entities,
    events,
    figures,
    home,
    judgements,
    links,
    names,
    reviewing,
    searching,
    sign_in,
    statements,
    threads,
    timelines,
    versions,
):
    view_router.include_router(_part.router)
