"""Where each thing is: the addresses of pages, which do not change."""

from urllib.parse import urlencode

__all__ = [
    "address_of_article",
    "address_of_copies",
    "address_of_dispute",
    "address_of_download",
    "address_of_entity",
    "address_of_page_added",
    "address_of_search",
    "address_of_statement",
    "address_of_thread",
    "address_of_timeline",
    "address_of_twin",
    "address_of_versions",
    "place_of_mention",
    "place_of_statement",
]


def address_of_article(id: str) -> str:
    """Return where an article is read."""
    return f"/articles/{id}"


def place_of_statement(article: str, statement: str) -> str:
    """Return where in its article a statement is read."""
    return f"/articles/{article}#{statement}"


def place_of_mention(article: str, start: int, end: int) -> str:
    """Return where in its article a mention is read: a range of its page."""
    return f"/articles/{article}?mention={start}-{end}#mention"


def address_of_copies(article: str) -> str:
    """Return where an article is shown with its copies."""
    return f"/copies/{article}"


def address_of_statement(id: str) -> str:
    """Return where all is told that is known of a statement."""
    return f"/statements/{id}"


def address_of_entity(id: str) -> str:
    """Return where a person or body is shown."""
    return f"/entities/{id}"


def address_of_thread(statement: str) -> str:
    """Return where the argument is laid out that a statement is part of."""
    return f"/threads/{statement}"


def address_of_versions(sha256: str) -> str:
    """Return where the versions of a page are compared, by the digest of one."""
    return f"/versions/{sha256}"


def address_of_timeline(about: str) -> str:
    """Return where the statements and events of an entity, or with some words, are shown by day."""
    return f"/timeline?{urlencode({'about': about})}"


def address_of_dispute(words: str) -> str:
    """Return where the claims of figures of something are shown."""
    return f"/figures?{urlencode({'words': words})}"


def address_of_page_added(id: str) -> str:
    """Return where it is told how far a page is that was added."""
    return f"/add/{id}"


def address_of_download(table: str, format: str, **asked: str) -> str:
    """Return where all that a view shows is a file, by what is asked for there: `address_of_download("links", ...)`."""
    return f"/download/{table}.{format}" + (f"?{urlencode(asked)}" if asked else "")


def address_of_search(asked: str) -> str:
    """Return where the statements are shown that fit what is asked, as a person types it."""
    return f"/search?{urlencode({'q': asked})}"


def address_of_twin(path: str, **asked: object) -> str:
    """Return where the API gives what a page shows: `address_of_twin("events", type="AID")`, without what is empty."""
    given = {name: str(value).lower() if value is True else value for name, value in asked.items() if value}
    return f"/api/v1/{path}" + (f"?{urlencode(given)}" if given else "")
