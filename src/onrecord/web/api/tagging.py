"""What all routes of the API have in common: who writes may, and who asks again learns that nothing has changed."""

from collections.abc import Callable, Coroutine
from hashlib import sha256
from typing import Any

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.guarding import check_writing

# Characters of a digest: 128 bits, so that no two answers have the same by chance.
_DIGITS = 32


class TaggedRoute(APIRoute):
    """A route that only who may write writes by, and of which each answer to GET has an entity tag.

    That is the digest of its body, as its `ETag`; 304 answers who has that.

    The digest is made of what is answered and not of the state of the ledger, whose `root` leaves out links: it takes
    less than a thousandth of the time of the question, and changes only where the answer does.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers, with tags."""
        answer = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            if request.method != "GET":
                # Before what is sent is taken: who may not write is not waited for.
                check_writing(request)
                return await answer(request)
            return _tagged(request, await answer(request))

        return tagged


def _tagged(request: Request, response: Response) -> Response:
    tag = f'"{sha256(response.body).hexdigest()[:_DIGITS]}"'
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "no-cache"
    if not {tag, "*"} & _known(request):
        return response
    kept = ("etag", "cache-control", "link")
    return Response(
        status_code=304, headers={name: response.headers[name] for name in kept if name in response.headers}
    )


def _known(request: Request) -> set[str]:
    """Return the tags of what whoever asks has already; weak ones are as good (RFC 9110, 13.1.2)."""
    listed = ",".join(request.headers.getlist("if-none-match")).split(",")
    return {one.strip().removeprefix("W/") for one in listed}
