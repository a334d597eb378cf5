"""The JSON API: the rows of a ledger for programs, with the names they have in Python and in exports.

asked (query parameters), items (lists of rows, a part at a time), tagging (what all routes have), judging (bodies of
judgements), one module for each kind of row, description (OpenAPI), router.
"""

from onrecord.web.api.router import API_PATH, api_router, openapi

__all__ = ["API_PATH", "api_router", "openapi"]
