"""Who said what on 49 real news pages, by hand: our own annotation (`benchmarks/data/real`), without the pages' words.

The annotation has places in texts; these are in `../shared/news`, of which each is known by its name there and its
checksum. "open": 37 pages that may be looked at. "sealed": 12 that nobody looks at: only totals of them are printed.
Licence: the annotation as the project's; the texts are news, for measurement only.
"""

import gzip
import hashlib
import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from corpora.location import OWN, located
from corpora.polnear import Range

type Part = Literal["open", "training", "sealed"]

ANYBODY = "?"
"""The speaker of a statement of which its page does not tell whose it is."""


class RealPageError(ValueError):
    """A text is not the one that was annotated."""


@dataclass(frozen=True, slots=True)
class RealStatement:
    """What somebody is told to have said or written.

    Attributes:
        content: where what is said stands, without "that", the cue and the source.
        speakers: the fullest name that the page prints of each, or their description if it names nobody; `ANYBODY`
            if the page does not tell.
        required: whether a list of what was said on the page must have it; if not, it may.
        kind: "direct", "indirect" or "mixed".
        medium: "speech" or "writing".
        act: one of onrecord's but "predict", or "ask" or "other".
        targets: who is accused, criticised, praised, answered or asked, where that is plain.
        said_on: the day, or the words that tell it, as printed; None if nothing does.
        cue: where the words of saying stand, if there are any.
        source: where the words for the speaker next to the cue stand, if there are any.
    """

    content: tuple[Range, ...]
    speakers: tuple[str, ...]
    required: bool
    kind: str
    medium: str
    act: str
    targets: tuple[str, ...] = ()
    said_on: str | None = None
    cue: Range | None = None
    source: Range | None = None


@dataclass(frozen=True, slots=True)
class RealPage:
    """A page with its statements, in the order of the annotation.

    Attributes:
        corpus: the collection that it is in, one of those below `../shared/news`.
        name: what it is called there.
        genre: "wire", "feature", "court", ...
        country: where it is published or what it is about.
        text: its text, which the places of the statements are in.
        statements: what is said on it.
    """

    corpus: str
    name: str
    genre: str
    country: str
    text: str
    statements: tuple[RealStatement, ...]


def real_pages(part: Part) -> Iterator[RealPage]:
    """Yield the pages of one part, in the order of its file.

    Raises:
        FileNotFoundError: a collection that one is in is not there.
        RealPageError: a text is not there, or is not the one that was annotated.
    """
    for told in tomllib.loads((OWN / "real" / f"{part}.toml").read_text(encoding="utf-8"))["page"]:
        yield read_page(told)


def names_of(part: Part) -> set[tuple[str, str]]:
    """Return the collection and the name there of each page of one part, which needs no texts."""
    told = tomllib.loads((OWN / "real" / f"{part}.toml").read_text(encoding="utf-8"))["page"]
    return {(page["corpus"], page["name"]) for page in told}


def read_page(told: Mapping[str, Any]) -> RealPage:
    """Return a page as its annotation tells of it, with its text.

    Raises:
        FileNotFoundError: the collection that it is in is not there.
        RealPageError: its text is not there, or is not the one that was annotated.
    """
    corpus, name = told["corpus"], told["name"]
    text = _TEXTS[corpus](name)
    if text is None or hashlib.sha256(text.encode()).hexdigest() != told["sha256"]:
        why = "is not there" if text is None else "has not the checksum of the text that was annotated"
        remedy = "put the file whose checksum is in benchmarks/data/manifest.toml there"
        raise RealPageError(f"../shared/news, {corpus}: the page {name} {why}; {remedy}")
    statements = tuple(_statement(one) for one in told["statements"])
    return RealPage(corpus, name, told["genre"], told["country"], text, statements)


def _statement(told: Mapping[str, Any]) -> RealStatement:
    places = {field: (told[field][0], told[field][1]) for field in ("cue", "source") if field in told}
    content = tuple((start, end) for start, end in told["content"])
    names = {field: tuple(told.get(field, ())) for field in ("speakers", "targets")}
    return RealStatement(**{**told, **places, **names, "content": content})


@cache
def _lines(file: Path, key: str, value: str) -> dict[str, str]:
    """Return the texts of a file of JSON lines by the last part of what each is known by."""
    lines = gzip.decompress(file.read_bytes()).splitlines()
    return {line[key].rpartition("/")[2]: line[value] for line in map(json.loads, lines)}


def _fnc(name: str) -> str | None:
    return _lines(located("news/fnc.jsonl.gz"), "url", "text").get(name.removeprefix("fnc_"))


def _worldwide(name: str) -> str | None:
    return _lines(located("news/worldwide.jsonl.gz"), "url", "text").get(name)


def _body(name: str) -> str | None:
    return _lines(located("news/pages-bodies.jsonl.gz"), "file", "body").get(name)


def _transcript(name: str) -> str | None:
    file = located("news/transcripts") / name
    return gzip.decompress(file.read_bytes()).decode() if file.exists() else None


_TEXTS: Mapping[str, Callable[[str], str | None]] = {
    "fnc": _fnc,
    "worldwide": _worldwide,
    "pages-bodies": _body,
    "transcripts": _transcript,
}
