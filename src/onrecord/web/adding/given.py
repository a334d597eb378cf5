"""A page as it comes."""

import datetime
import re
from dataclasses import dataclass
from typing import Self

from onrecord.errors import UsageError
from onrecord.web_address import web_address

# Of a file's name, what stands behind its folders; more characters than any file system takes are cut off.
_FOLDERS = re.compile(r".*[/\\]", re.DOTALL)
_LONGEST = 255


@dataclass(frozen=True, slots=True)
class Given:
    """A page, or JSON Lines with several, as somebody gives it.

    Attributes:
        body: its bytes.
        name: what the file is called for whoever gives it; nothing is opened by it. Empty of what was pasted.
        url: where it was got, as they say; it is not fetched.
        published: when it was published, if it does not print that.
    """

    body: bytes
    name: str = ""
    url: str | None = None
    published: datetime.date | None = None

    @classmethod
    def of(cls, body: bytes, name: str, url: str, published: str) -> Self:
        """Return what was typed into a form; the last two may be empty.

        Raises:
            UsageError: there are no bytes, the address is none, or the day.
        """
        if not body.strip():
            raise UsageError("the page", "is empty", "paste a text, or choose a file")
        if url and web_address(url) != url:
            raise UsageError(
                f"url {url!r}", "is no address with http or https", "give the one that the page was got at"
            )
        try:
            day = datetime.date.fromisoformat(published) if published else None
        except ValueError as error:
            raise UsageError(f"published {published!r}", "is no day", "write it as 2025-03-09") from error
        return cls(body, _FOLDERS.sub("", name)[:_LONGEST], url or None, day)
