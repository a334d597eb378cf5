"""All routes of the API."""

from functools import cache
from typing import Any

from fastapi import APIRouter

from onrecord.web.api import articles, entities, events, figures, judgements, links, pages, search, statements, versions
from onrecord.web.api.description import PROBLEMS, described
from onrecord.web.api.tagging import TaggedRoute

API_PATH = "/api/v1"
"""Where the API is; its number is raised when a field is renamed, taken away or means something else."""

api_router = APIRouter(
    prefix=API_PATH,
    route_class=TaggedRoute,
    responses=PROBLEMS,
    generate_unique_id_function=lambda route: route.name,
)
"""What answers below `API_PATH`."""

for _part in (statements, articles, entities, links, figures, events, versions, judgements, pages, search):
    api_router.include_router(_part.router)


@api_router.get("/openapi.json", include_in_schema=False)
@cache
def openapi() -> dict[str, Any]:
    """Return how the API describes itself: an OpenAPI document."""
    return described(api_router.routes)
