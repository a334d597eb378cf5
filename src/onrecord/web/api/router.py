"""All routes of the API."""

from fastapi import APIRouter

from onrecord.web.api import pages

API_PATH = "/api/v1"
"""Where the API is; its number is raised when a field is renamed, taken away or means something else."""

api_router = APIRouter(prefix=API_PATH)
"""What answers below `API_PATH`."""

for _part in (pages,):
    api_router.include_router(_part.router)
