"""The page that tells what went wrong."""

from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.problems import Problem
from onrecord.web.views.rendering import render


def problem_page(request: Request, problem: Problem) -> Response:
    """Return the page that tells of a problem, with its status."""
    return render(request, "problem.html", problem["status"], problem=problem)
