"""All routes of pages."""

from fastapi import APIRouter

from onrecord.web.views import (
    adding,
    articles,
    correcting,
    home,
    judgements,
    links,
    names,
    reviewing,
    searching,
    sign_in,
    statements,
    threads,
)

view_router = APIRouter(include_in_schema=False)
"""What answers browsers."""

for _part in (
    home,
    articles,
    statements,
    threads,
    searching,
    adding,
    sign_in,
    links,
    correcting,
    judgements,
    reviewing,
    names,
):
    view_router.include_router(_part.router)
