"""The pairs of statements that linking compares in the bundles, with how each belongs together, for fitting the scorer.

The bundles are read by onrecord into ledgers; a statement of the gold is the one that has most words in common with it,
at least two fifths.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from corpora.linked_statements import Bundle, PrintedStatement, url_of
from onrecord import Ledger
from onrecord.ledger.linking import stories
from onrecord.ledger.store import Store, articles, pages, readings
from onrecord.linking import Claim, Relation, Story, features_of

_OVERLAP = 0.4


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of a bundle as linking compares them, with their features, and how the gold says they belong.

    `listed` tells whether the gold has both; of the others nobody has said that they do not belong together.
    """

    bundle: str
    later: Claim
    earlier: Claim
    features: dict[str, float]
    relation: Relation
    listed: bool


def pairs(bundles: Sequence[Bundle]) -> Iterator[Pair]:
    """Yield all pairs of the bundles that linking may look at; it takes a second an article."""
    for bundle in bundles:
        found = _stories(bundle)
        yield from _pairs(bundle, found)


def _stories(bundle: Bundle) -> dict[str, list[Story]]:
    """Return the articles of a bundle as linking compares them, by the ids of the gold."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "pages.jsonl"
        page.write_text("\n".join(bundle.lines()) + "\n", encoding="utf-8")
        file = Path(folder) / "bundle.ledger"
        with Ledger(file) as ledger:
            ledger.add([page], processes=1, link=False)
        with closing(Store(file, create=False)) as store, store.read() as connection:
            chosen = select(articles.c.key, pages.c.url).join(readings, articles.c.reading == readings.c.key)
            addresses = dict(connection.execute(chosen.join(pages, readings.c.page == pages.c.key)).tuples().all())
            told = list(stories(connection, addresses))
    return {
        article: [story for story in told if addresses[story.key].casefold() == url_of(article).casefold()]
        for article in bundle.articles
    }


def _pairs(bundle: Bundle, stories: dict[str, list[Story]]) -> Iterator[Pair]:
    ids = {
        claim.key: name
        for name, told in bundle.statements.items()
        if (claim := _read(told, stories[told.article])) is not None
    }
    gold = {(one.later, one.earlier): one.kind for one in bundle.pairs}
    told = [
        (story, claim)
        for story in sorted((one for some in stories.values() for one in some), key=lambda one: one.position)
        for claim in story.claims
    ]
    for number, (story, claim) in enumerate(told):
        for other_story, other in told[:number]:
            names = ids.get(claim.key, ""), ids.get(other.key, "")
            features = features_of(claim, story, other, other_story)
            # Of two articles of one day either may be the one that replies.
            relation = gold.get(names) or gold.get(names[::-1], "none")
            yield Pair(bundle.id, claim, other, features, relation, all(names))


def _read(told: PrintedStatement, stories: Sequence[Story]) -> Claim | None:
    """Return the statement that was read of those words."""
    wanted = set(range(told.start, told.end))
    best: tuple[float, Claim] | None = None
    for story in stories:
        for claim in story.claims:
            own = {at for span in claim.content for at in range(span.start, span.end)}
            shared = len(own & wanted) / len(own | wanted)
            if shared >= _OVERLAP and (best is None or shared > best[0]):
                best = shared, claim
    return best[1] if best else None
