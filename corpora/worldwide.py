"""News of 60 countries outside the West with the names in it: en-worldwide-newswire (Shan et al., EMNLP 2023).

Looked for in `../shared/news`: `worldwide.jsonl.gz` has the texts and `worldwide-ner.tar.gz` the gold, a token and its
class (BIOES) on each row. Licence: none is stated for the gold: it is measured on, and nothing is learnt from it. Of
the texts the encoder has read all but what `corpora.news` holds out.
"""

import gzip
import json
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.location import located

# A token of the gold that does not follow in the text within so many characters belongs to another text.
_FARTHEST = 200

type Name = tuple[int, int, str]
"""First character, last + 1, kind."""


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text with the names in it."""

    url: str
    text: str
    names: frozenset[Name]


def named_texts() -> Iterator[NamedText]:
    """Yield each text that its gold fits.

    Raises:
        FileNotFoundError: texts or gold are not there.
    """
    texts, gold = located("news/worldwide.jsonl.gz"), located("news/worldwide-ner.tar.gz")
    with tarfile.open(gold) as archive:
        members = {Path(member.name).name: member for member in archive.getmembers()}
        for line in gzip.decompress(texts.read_bytes()).splitlines():
            document = json.loads(line)
            member = members.get(f"{document['url'].rpartition('/')[2]}.txt.tsv")
            stream = archive.extractfile(member) if member else None
            if stream is None:
                continue
            rows = stream.read().decode("utf-8", "replace").splitlines()
            names = _names(document["text"], rows)
            if rows and names is not None:
                yield NamedText(document["url"], document["text"], names)


def _names(text: str, rows: Sequence[str]) -> frozenset[Name] | None:
    """Return the names that the rows of a gold file tell of; None if these do not fit `text`."""
    found: list[Name] = []
    at, is_open = 0, False
    for row in rows:
        token, label = (column.strip() for column in row.partition("\t")[::2])
        if not token:
            continue
        start = text.find(token, at)
        if start < 0 or start - at > _FARTHEST:
            return None
        at = start + len(token)
        place, _, kind = label.partition("-")
        if not kind:
            is_open = False
        elif place in "BS" or not is_open:
            found.append((start, at, kind))
            is_open = place != "S"
        else:
            first, _, begun = found[-1]
            found[-1] = first, at, begun
            is_open = place != "E"
    return frozenset(found)
