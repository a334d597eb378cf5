"""Who is meant by each noun phrase and pronoun in the news part of GUM: its annotation of entities and coreference.

Zeldes, "The GUM corpus", LRE 2017. Looked for in `../shared/treebanks`, as gzipped CoNLL-U with the field `Entity`
(`gum_news.conllu.gz`; licence CC BY). See `treebanks` for its trees.
"""

import gzip
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from corpora.location import located

_NEW = "# newdoc id = "
_EDGE = re.compile(r"\(([^()-]+)(?:-[^()]*)?(\)?)|([^()-]+)(?:-[^()]*)?\)")


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    # The number of the word it hangs on, None for the root of a sentence.
    head: int | None


@dataclass
class ChainedArticle:
    """A text with the entities that are mentioned in it.

    Attributes:
        name: of the document.
        text: its title on the first line, paragraphs with a blank line between two.
        headed: the entity whose mention has its head at a character; of several the longest.
        joined: the entities that one stands for together ("they").
    """

    name: str
    text: str = ""
    headed: dict[int, str] = field(default_factory=dict)
    joined: Mapping[str, set[str]] = field(default_factory=dict)
    _words: list[_Word] = field(default_factory=list)

    def entity(self, start: int, end: int) -> str | None:
        """Return the entity of the mention that covers the characters from `start` to before `end` by its head."""
        first = bisect_left(self._words, start, key=lambda word: word.start)
        last = bisect_left(self._words, end, key=lambda word: word.start)
        for word in self._words[first:last]:
            if (word.head is None or not first <= word.head < last) and word.start in self.headed:
                return self.headed[word.start]
        return None


def chained_articles() -> Iterator[ChainedArticle]:
    """Yield each document of GUM's news.

    Raises:
        FileNotFoundError: the treebank is not there.
    """
    documents = gzip.decompress(located("treebanks/gum_news.conllu.gz").read_bytes()).decode("utf-8").split(_NEW)
    yield from (_article(document) for document in documents[1:])


def _article(document: str) -> ChainedArticle:
    name, *lines = document.splitlines()
    article = ChainedArticle(name.strip())
    opened: list[tuple[str, int]] = []
    mentions: list[tuple[int, int, str]] = []
    joined: dict[str, set[str]] = defaultdict(set)
    words: list[_Word] = []
    first, inside, at = 0, 0, 0
    for line in lines:
        if line.startswith("# newpar") and not line.startswith("# newpar_") and article.text:
            article.text = article.text.rstrip() + "\n\n"
        elif not line:
            first = len(words)
        row = line.split("\t")
        if line.startswith("#") or not line or "." in row[0]:
            continue
        printed = row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        number, dash, last = row[0].partition("-")
        if dash:
            # What is printed as one word ("don't") stands once in the text, its parts share its place.
            inside, at = int(last), len(article.text)
            article.text += printed
            continue
        start = at if int(number) <= inside else len(article.text)
        if int(number) <= inside:
            at += len(row[1])
        else:
            article.text += printed
        inside = 0 if int(number) >= inside else inside
        told = dict(one.partition("=")[::2] for one in row[9].split("|"))
        for pair in told.get("SplitAnte", "").split(","):
            member, mark, whole = pair.partition("<")
            if mark:
                joined[whole].add(member)
        _note(told.get("Entity", ""), len(words), opened, mentions)
        words.append(_Word(start, start + len(row[1]), first + int(row[6]) - 1 if row[6] != "0" else None))
    article.text, article.joined, article._words = article.text.strip(), dict(joined), words
    for low, high, entity in sorted(mentions, key=lambda mention: mention[1] - mention[0]):
        heads = (word for word in words[low : high + 1] if word.head is None or not low <= word.head <= high)
        if (head := next(heads, None)) is not None:
            article.headed[head.start] = entity
    return article


def _note(brackets: str, word: int, opened: list[tuple[str, int]], mentions: list[tuple[int, int, str]]) -> None:
    """Note which mentions the brackets at a word open and close."""
    for begun, whole, closed in _EDGE.findall(brackets):
        if whole:
            mentions.append((word, word, begun))
        elif begun:
            opened.append((begun, word))
        else:
            number = next((n for n in reversed(range(len(opened))) if opened[n][0] == closed), None)
            if number is not None:
                mentions.append((opened.pop(number)[1], word, closed))
