"""Posts of networks that are printed on a page, with the lines of who posted them: "— Ana Gill (@gill) May 4, 2025"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.transcripts.labels import Range
from onrecord.transcripts.speech import is_narrated, sounds_spoken

_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})"
_SIGNATURE = re.compile(rf"[—–-]{{1,2}} ?(?P<name>[^()@\n]{{2,60}}?) \(@\w{{1,30}}\) {_DAY}\W*")
# "The union posted this on its page:" stands before a post, which has no more characters than this.
_BEGINS = re.compile(r"\b(?:[Tt]weet|[Pp]ost|[Tt]hread|(?:wrote|writes) on|Twitter|Facebook|social media)[^.!?]*:\s*$")
_LONGEST = 800
# "The mayor answered within the hour.": so may a short sentence without a colon, if what follows sounds spoken.
_ANSWERS = re.compile(
    r"(?:^|[.!?] )[A-Z][^.!?:]{2,60}? (?:wrote|writes|repl(?:ied|ies)|(?:tweet|post|respond|answer)(?:ed|s))\b"
    r"[^.!?:]{0,60}\.\s*$"
)
# What is quoted is no post.
_QUOTED = re.compile('["“”]|^‘|’$')


@dataclass(frozen=True, slots=True)
class Post:
    """A post.

    Attributes:
        first: the number of the first paragraph with its words.
        last: that of the last one.
        signature: that of the paragraph with its signature.
        speaker: where in that one the name of who posted it stands.
    """

    first: int
    last: int
    signature: int
    speaker: Range


def find_posts(paragraphs: Sequence[str], quotations: Sequence[int] = ()) -> list[Post]:
    """Return the posts among the paragraphs of a page: each signature, with the paragraph before it.

    Of more paragraphs all are taken where it is plain with which the post begins: they stand in one block quotation, or
    the one before tells of it and ends in a colon, or tells that somebody answers and they sound spoken. A name with a
    handle and no day is a reporter's as well.

    Args:
        paragraphs: the paragraphs.
        quotations: for each the number of the block quotation that it stands in, 0 for none; without them none does.
    """
    posts: list[Post] = []
    signed = -1
    for number, text in enumerate(paragraphs):
        signature = _SIGNATURE.fullmatch(text.strip())
        if signature is None:
            continue
        if signed < number - 1:
            quoted = [n for n in range(signed + 1, number) if quotations and quotations[n] == quotations[number] > 0]
            first = quoted[0] if quoted[-1:] == [number - 1] else _first(paragraphs, signed + 1, number - 1)
            posts.append(Post(first, number - 1, number, _shifted(signature.span("name"), text)))
        signed = number
    return posts


def _first(paragraphs: Sequence[str], earliest: int, last: int) -> int:
    """Return with which paragraph the post begins that ends with `last`: with that one where it is not plain."""
    length = 0
    for number in range(last, earliest, -1):
        length += len(paragraphs[number])
        if length > _LONGEST or _QUOTED.search(paragraphs[number].strip()):
            break
        above = paragraphs[number - 1]
        if _BEGINS.search(above) or (_ANSWERS.search(above) and _are_posted(paragraphs[number:last])):
            return number
    return last


def _are_posted(paragraphs: Sequence[str]) -> bool:
    return all(sounds_spoken(text) and not is_narrated(text) for text in paragraphs)


def _shifted(name: Range, paragraph: str) -> Range:
    blank = len(paragraph) - len(paragraph.lstrip())
    return name[0] + blank, name[1] + blank
