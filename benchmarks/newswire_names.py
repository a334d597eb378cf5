"""Names against gold, in news of 60 countries outside the West: en-worldwide-newswire (Shan et al., EMNLP 2023).

The gold has no licence: it is measured on, and nothing is learnt from it. The encoder has read the texts, with the
pipeline's names and without the gold, but for one article in twenty; these are scored apart too. A name is right if
both its ends and its kind are.
"""

import gzip
import json
import tarfile
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path

from rich.table import Table

from benchmarks.language_passes import LanguagePass, lines
from benchmarks.polnear import ROOT
from onrecord import pages
from onrecord.errors import PageError

_TEXTS = ROOT.parent / "news" / "worldwide.jsonl.gz"
_GOLD = ROOT.parent / "news" / "worldwide-ner.tar.gz"

# The gold's kinds that are scored, and the pipeline's that are the same. Its other kinds (product, miscellaneous) have
# no one counterpart.
_KINDS = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Location",
    "LOC": "Location",
    "NORP": "NORP",
    "DATE": "Date",
    "MONEY": "Money",
    "FAC": "Facility",
}
# Every so many articles, as reading cuts them, the last is held out of training: training/encoder/corpus.py.
_HELD_OUT = 20
# A token of the gold that does not follow in the text within so many characters belongs to another text.
_FARTHEST = 200

type Name = tuple[int, int, str]
"""First character, last + 1, kind."""


def names(passes: Mapping[str, LanguagePass]) -> list[Table]:
    """Return the tables of all documents and of those held out of training, a column for each of `passes`."""
    counts: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in passes}
    held_counts: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in passes}
    documents, held_documents = 0, 0
    held_out = set(_held_out())
    for url, text, gold in _documents():
        documents += 1
        held_documents += url in held_out
        for name, one in passes.items():
            found = _found(one, text)
            counted = Counter(
                (kind, part)
                for part, which in (("gold", gold), ("found", found), ("both", gold & found))
                for _, _, kind in which
            )
            counts[name].update(counted)
            if url in held_out:
                held_counts[name].update(counted)
    return [
        _table(f"Names in worldwide newswire, {documents} documents: F1", counts),
        _table(f"The {held_documents} of them held out of training: F1", held_counts),
    ]


def _table(title: str, counts: Mapping[str, Counter[tuple[str, str]]]) -> Table:
    table = Table(title=title)
    for column in ("", "number", *counts):
        table.add_column(column, justify="right" if column else "left")
    kinds = sorted(set(_KINDS.values()))
    for label, which in (("all", kinds), *((kind, [kind]) for kind in kinds)):
        number = sum(next(iter(counts.values()))[kind, "gold"] for kind in which)
        table.add_row(label, f"{number:,}", *(f"{_f1(counted, which):.3f}" for counted in counts.values()))
    return table


def _f1(counts: Counter[tuple[str, str]], kinds: Collection[str]) -> float:
    gold, found, both = (sum(counts[kind, part] for kind in kinds) for part in ("gold", "found", "both"))
    return 2 * both / max(gold + found, 1)


def _documents() -> Iterator[tuple[str, str, set[Name]]]:
    """Yield url, text and names of each document whose gold fits its text."""
    with tarfile.open(_GOLD) as archive:
        members = {Path(member.name).name: member for member in archive.getmembers()}
        for line in gzip.decompress(_TEXTS.read_bytes()).splitlines():
            document = json.loads(line)
            member = members.get(f"{document['url'].rpartition('/')[2]}.txt.tsv")
            stream = archive.extractfile(member) if member else None
            if stream is None:
                continue
            rows = stream.read().decode("utf-8", "replace").splitlines()
            gold = _gold(document["text"], rows)
            if rows and gold is not None:
                yield document["url"], document["text"], gold


def _gold(text: str, rows: list[str]) -> set[Name] | None:
    """Return the names of a document with a token and its class (BIOES) on each row; None if they do not fit `text`."""
    found: list[tuple[int, int, str]] = []
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
    return {name for name in found if name[2] in _KINDS.values()}


def _found(one: LanguagePass, text: str) -> set[Name]:
    """Return the names that a language pass finds in `text`, each of whose lines is a paragraph."""
    document = lines(text)
    doc = one.annotated(document.tokenize(one.language))
    named = ((document.to_span((ent.start_char, ent.end_char)), _KINDS.get(ent.label_)) for ent in doc.ents)
    return {(span.start, span.end, kind) for span, kind in named if span and kind}


def _held_out() -> Iterator[str]:
    """Yield the url of each page that is held out whole."""
    held: dict[str, list[bool]] = defaultdict(list)
    sources, _ = pages.find([_TEXTS])
    number = 0
    for page in chain.from_iterable(pages.load(source) for source in sources):
        if not isinstance(page, PageError):
            # A page that is not in English is refused.
            with suppress(PageError):
                for article in pages.cut(page):
                    number += 1
                    held[str(article.page.metadata.url)].append(number % _HELD_OUT == 0)
    yield from (url for url, articles in held.items() if all(articles))
