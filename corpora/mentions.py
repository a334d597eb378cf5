"""Who is meant by pronouns and descriptions in 34 news articles, by hand: our own annotation (mentions.toml).

In `benchmarks/data`, which tells how it was made; the texts are those of `corpora.news`, beside the project.
Licence: as the project's.
"""

import gzip
import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpora.location import OWN, located
from corpora.news import COLLECTIONS

_FILE = OWN / "mentions.toml"


@dataclass(frozen=True, slots=True)
class MentionedArticle:
    """A text, and who is meant by words in it.

    `meant` has, by the character at which a mention begins, the fullest names of those who are meant: "~" before a
    description of somebody without a name, nothing where nobody is meant, "?" alone where nobody can tell.
    """

    name: str
    text: str
    meant: Mapping[int, tuple[str, ...]]


def mentioned_articles() -> Iterator[MentionedArticle]:
    """Yield each article of mentions.toml.

    Raises:
        FileNotFoundError: the corpora with the texts are not there.
        ValueError: the text of an article is another than the one that was annotated.
    """
    for collection, articles in tomllib.loads(_FILE.read_text(encoding="utf-8")).items():
        texts = _texts(collection)
        for name, told in articles.items():
            text = texts[name]
            if hashlib.sha256(text.encode()).hexdigest() != told["sha256"]:
                raise ValueError(f"{name} of {collection}: the text is not the one that was annotated")
            yield MentionedArticle(name, text, {int(at): tuple(names) for at, names in told["mentions"].items()})


def _texts(collection: str) -> dict[str, str]:
    """Return the texts of a collection by the last part of their addresses, "fnc_" before its numbers."""
    lines = gzip.decompress(located(COLLECTIONS[collection]).read_bytes()).splitlines()
    documents = (json.loads(line) for line in lines)
    prefix = "fnc_" if collection == "fnc" else ""
    return {prefix + one["url"].rpartition("/")[2]: one["text"] for one in documents}
