"""Names against gold, in news of 60 countries outside the West (`corpora.worldwide`).

The encoder has read the texts, with the pipeline's names and without the gold, but for one article in twenty; these are
scored apart too. A name is right if both its ends and its kind are.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping

from rich.table import Table

from benchmarks.language_passes import LanguagePass
from corpora.articles import of_lines
from corpora.news import articles, is_held_out
from corpora.worldwide import Name, named_texts
from onrecord.extraction import CharRange, Document

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


def name_scores(passes: Mapping[str, LanguagePass]) -> list[Table]:
    """Return the tables of all documents and of those held out of training, a column for each of `passes`."""
    counts: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in passes}
    held_counts: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in passes}
    documents, held_documents = 0, 0
    held_out = set(_held_out())
    for document in named_texts():
        documents += 1
        held_documents += document.url in held_out
        gold = {name for name in document.names if name[2] in _KINDS.values()}
        for name, one in passes.items():
            found = _found(one, document.text)
            counted = Counter(
                (kind, part)
                for part, which in (("gold", gold), ("found", found), ("both", gold & found))
                for _, _, kind in which
            )
            counts[name].update(counted)
            if document.url in held_out:
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


def _found(one: LanguagePass, text: str) -> set[Name]:
    """Return the names that a language pass finds in `text`, each of whose lines is a paragraph."""
    document = Document(of_lines(text))
    doc = one.annotated(document.tokenize(one.language))
    named = ((document.to_span(CharRange(ent.start_char, ent.end_char)), _KINDS.get(ent.label_)) for ent in doc.ents)
    return {(span.start, span.end, kind) for span, kind in named if span and kind}


def _held_out() -> Iterator[str]:
    """Yield the url of each page that is held out whole."""
    held: dict[str, list[bool]] = defaultdict(list)
    for number, article in enumerate(articles("worldwide")):
        held[str(article.page.metadata.url)].append(is_held_out(number))
    yield from (url for url, which in held.items() if all(which))
