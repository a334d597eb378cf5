"""The reading room: a ledger in a browser, with a JSON API; the extra `web` has what it needs.

settings, problems (errors as answers), rate (how often something may be done), guarding (who may ask and write), asking
(the ledger of a request), marking (text cut where marks begin and end), queries (what a person types into the search),
streaming (files sent while they are written), adding (pages that are read in a process of its own), api (rows for
programs), views (pages for people), static, templates, app, serving.
"""

from onrecord.web.app import make_app
from onrecord.web.serving import serve
from onrecord.web.settings import Settings

__all__ = ["Settings", "make_app", "serve"]
