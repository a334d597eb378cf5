"""What each rule is worth: how often it fires, and how each figure of each set with gold changes without it.

Each article with gold is read by all rules, and once more without each rule that fired in it; where a rule does not
fire it changes nothing. In news without gold it is counted how often each rule fires. With `--shown` ten of these
firings are printed instead, drawn at random but always the same, with what the articles say by and without the rule.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.gold_tallies import FIGURES, Figure, GoldPage, gold_pages
from benchmarks.record_rows import rows
from benchmarks.rereading import Reading, Rereader
from benchmarks.row_changes import anchors_of, changes, told, words_around
from corpora import news
from onrecord import Span
from onrecord.errors import PageError, UsageError
from onrecord.extraction import RULES, CharRange, Document
from onrecord.records import Article
from onrecord.rules import KINDS, Rule

ARTICLES = 600
"""News articles without gold that are read, unless told otherwise."""

_SEED = 21
_EXAMPLES = 10
# A change so many characters from a firing, or nearer, is shown with it.
_NEAR = 300
# Changes that are no more than a rounding of sums.
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Ablation:
    """What a rule does on the pages with gold.

    Attributes:
        rule: its identifier.
        firings: how often it fires there.
        pages: on how many of them.
        changes: of each figure that is another without it, by how much it rises (falls, if below 0).
    """

    rule: str
    firings: int
    pages: int
    changes: Mapping[Figure, float]

    def verdict(self, fires_in_news: bool) -> str:
        """Say in a word or two what the rule is worth by the gold."""
        if not self.changes:
            return "changes no gold" if self.firings or fires_in_news else "never fires"
        worse = [(change < 0) == figure.more_is_better for figure, change in self.changes.items()]
        return "helps" if all(worse) else "both" if any(worse) else "harms"


def main(names: Collection[str] | None, articles: int, shown: str | None) -> None:
    """Print the table of rules, or, if `shown` names one, some of its firings in the news.

    Args:
        names: the rules that are asked, all where it is None.
        articles: how many pages of news are read.
        shown: a rule.

    Raises:
        UsageError: there is no such rule.
    """
    asked = asked_rules([shown] if shown else names)
    rereader = Rereader()
    if shown:
        for line in shown_firings(shown, list(news.sampled(articles, _SEED)), rereader):
            print(line)
        return
    begun = time.perf_counter()
    in_news, read = _in_news(articles, rereader)
    rereader.forget()
    whole, found = ablated([rule.id for rule in asked], gold_pages(), rereader)
    print("\n".join(reached(whole)), end="\n\n")
    print("\n".join(table(found, {name: 100 * count / max(read, 1) for name, count in in_news.items()})))
    _tell(f"{len(asked)} rules, {read} articles of news, {time.perf_counter() - begun:.0f} s in all")


def ablated(
    names: Sequence[str], pages: Iterable[GoldPage], rereader: Rereader
) -> tuple[Mapping[Figure, float], list[Ablation]]:
    """Return the figures that all rules together reach on `pages`, and what each of the rules `names` does there."""
    begun = time.perf_counter()
    read = [(page, rereader.read(page.articles)) for page in pages]
    before = [_counted(page, readings) for page, readings in read]
    _tell(f"{len(read)} pages with gold read in {time.perf_counter() - begun:.0f} s")
    whole = sum(before, Counter[str]())
    figures = {figure: figure.of(whole) for figure in FIGURES}
    found = []
    for number, name in enumerate(names, start=1):
        begun = time.perf_counter()
        places = [place for place, (_, readings) in enumerate(read) if _times(name, readings)]
        sums = Counter(whole)
        for place in places:
            page = read[place][0]
            sums.subtract(before[place])
            sums.update(_counted(page, rereader.read(page.articles, [name])))
        firings = sum(_times(name, readings) for _, readings in read)
        changed = {figure: figure.of(sums) - value for figure, value in figures.items()}
        real = {figure: change for figure, change in changed.items() if abs(change) > _NOTHING}
        found.append(Ablation(name, firings, len(places), real))
        seconds = time.perf_counter() - begun
        _tell(f"{number} of {len(names)}: {name}, {len(places)} pages again in {seconds:.0f} s")
    return figures, found


def reached(figures: Mapping[Figure, float]) -> Iterator[str]:
    """Yield the lines of the table (Markdown) of the figures that all rules together reach."""
    yield from ("| set | figures by all rules |", "|---|---|")
    for set_ in dict.fromkeys(figure.set for figure in figures):
        own = (f"{figure.name} {value:.3f}" for figure, value in figures.items() if figure.set == set_)
        yield f"| {set_} | {', '.join(own)} |"


def table(found: Sequence[Ablation], in_news: Mapping[str, float]) -> Iterator[str]:
    """Yield the lines of the table (Markdown): by kind of rule, in the order of the rules.

    Args:
        found: what each rule does on the gold.
        in_news: of each rule its firings in a hundred articles of news.
    """
    sets = list(dict.fromkeys(figure.set for figure in FIGURES))
    yield f"| rule | fires on gold | in 100 news | {' | '.join(sets)} | verdict |"
    yield f"|---|--:|--:|{'---|' * len(sets)}---|"
    for one in sorted(found, key=lambda one: KINDS.index(one.rule.partition("/")[0])):
        cells = (", ".join(_cell(one, set_)) for set_ in sets)
        times = in_news.get(one.rule, 0.0)
        verdict = one.verdict(times > 0)
        yield f"| {one.rule} | {one.firings:,} | {times:.1f} | {' | '.join(cells)} | {verdict} |"


def shown_firings(name: str, articles: Sequence[Article], rereader: Rereader) -> Iterator[str]:
    """Yield lines that show some firings of the rule `name` in `articles`: the words, and what changes without it."""
    there = []
    for article in articles:
        for reading in _read(rereader, article):
            there += [(article, reading, firing) for firing in reading.firings if firing.rule == name]
        rereader.forget()
    yield f"{name}: {min(len(there), _EXAMPLES)} of {len(there)} firings in {len(articles)} articles"
    for article, reading, firing in random.Random(_SEED).sample(there, min(_EXAMPLES, len(there))):
        spans = Document(article).to_page([CharRange(firing.start, firing.end)])
        yield ""
        yield f"{article.page.path} {words_around(article.page.text, spans)}"
        yield from _without(name, article, reading, spans, rereader)


def asked_rules(names: Collection[str] | None) -> list[Rule[Any]]:
    """Return the rules called `names`, in their order; all where that is None.

    Raises:
        UsageError: there is no such rule.
    """
    known = {rule.id: rule for rule in RULES}
    if unknown := sorted(set(names or ()) - known.keys()):
        raise UsageError(f"rule {unknown[0]}", "is not known", "docs/reference/rules.md has them all")
    return [rule for name, rule in known.items() if names is None or name in names]


def _without(name: str, article: Article, reading: Reading, spans: Sequence[Span], rereader: Rereader) -> Iterator[str]:
    """Yield what the rows around `spans` say by the rule `name`, and without it."""
    low, high = spans[0].start - _NEAR, spans[-1].end + _NEAR
    other = rereader.read([article], [name])[0].article
    before, after = rows([other]), rows([reading.article])
    nothing = True
    for kind in before:
        for change in changes(kind, before[kind], after[kind]):
            anchors = anchors_of(change)
            if any(one.start < high and low < one.end for one in anchors):
                nothing = False
                yield from (f"  {kind}: {line}" for line in told(change, ("without", "by it")))
    if nothing:
        yield "  changes nothing here"


def _in_news(number: int, rereader: Rereader) -> tuple[Counter[str], int]:
    """Return how often each rule fires in news, and in how many articles."""
    firings: Counter[str] = Counter()
    read, begun = 0, time.perf_counter()
    for article in news.sampled(number, _SEED):
        for reading in _read(rereader, article):
            firings.update(firing.rule for firing in reading.firings)
            read += 1
        rereader.forget()
    _tell(f"{read} articles of news read in {time.perf_counter() - begun:.0f} s")
    return firings, read


def _read(rereader: Rereader, article: Article) -> list[Reading]:
    """Return the reading of an article of news, none where it is over a limit."""
    try:
        return rereader.read([article])
    except PageError as error:
        _tell(str(error))
        return []


def _counted(page: GoldPage, readings: Sequence[Reading]) -> Counter[str]:
    told = rows(reading.article for reading in readings)
    return sum((tally(told) for tally in page.tallies), Counter[str]())


def _times(name: str, readings: Sequence[Reading]) -> int:
    return sum(firing.rule == name for reading in readings for firing in reading.firings)


def _cell(one: Ablation, set_: str) -> Iterator[str]:
    """Yield of each figure of a set that changes without a rule by how many points it does."""
    for figure, change in one.changes.items():
        if figure.set == set_:
            yield f"{figure.name} {100 * change:+.2f}".replace("-", "−")


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
