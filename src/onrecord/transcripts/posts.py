"""Posts of networks that are printed on a page, with the lines of who posted them: "— Ana Gill (@gill) May 4, 2025"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.transcripts.labels import Range

_SIGNATURE = re.compile(r"[—–-]{1,2} ?(?P<name>[^()@\n]{2,60}?) \(@\w{1,30}\) [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\W*")


@dataclass(frozen=True, slots=True)
class Post:
    """A post.

    Attributes:
        words: the number of the paragraph with its words.
        signature: that of the paragraph with its signature.
        speaker: where in that one the name of who posted it stands.
    """

    words: int
    signature: int
    speaker: Range


def find_posts(paragraphs: Sequence[str]) -> list[Post]:
    """Return the posts among the paragraphs of a page: each signature, with the paragraph before it.

    A name with a handle and no day is a reporter's as well.
    """
    found = [(number, _SIGNATURE.fullmatch(text.strip())) for number, text in enumerate(paragraphs)]
    signed = {number for number, signature in found if signature is not None}
    return [
        Post(number - 1, number, _shifted(signature.span("name"), paragraphs[number]))
        for number, signature in found
        if signature is not None and number > 0 and number - 1 not in signed
    ]


def _shifted(name: Range, paragraph: str) -> Range:
    blank = len(paragraph) - len(paragraph.lstrip())
    return name[0] + blank, name[1] + blank
