"""Pages for people: each asks the ledger, and fills a template.

rendering (templates), addresses (where each thing is), problems, and one module for each kind of page.
"""

from onrecord.web.views.problems import problem_page
from onrecord.web.views.router import view_router

__all__ = ["problem_page", "view_router"]
