"""The JSON API: the rows of a ledger for programs, with the names they have in Python and in exports."""

from onrecord.web.api.router import API_PATH, api_router

__all__ = ["API_PATH", "api_router"]
