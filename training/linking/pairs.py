"""The pairs of statements that linking compares, with how each belongs together, for fitting the scorer.

Those of the bundles, which are read by onrecord into ledgers; a statement of the gold is the one that has most words in
common with it, at least two fifths. And those of news articles that nobody has annotated: hardly any two statements of
an article are linked, so that all are taken for not linked, which the few that are make a little wrong.
"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select

from corpora import news
from corpora.linked_statements import Bundle, PrintedStatement, url_of
from onrecord import Ledger
from onrecord.ledger.linking import stories
from onrecord.ledger.store import Store, articles, pages, readings
from onrecord.linking import MOST, SHARED, Claim, Relation, Story, articles_alike, characteristic, features_of

_OVERLAP = 0.4
# When articles were published that do not tell it.
_ONE_DAY = date(2014, 10, 1)


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


def news_pairs(number: int, seed: int) -> Iterator[Pair]:
    """Yield the pairs of so many news articles, drawn at random: of each article, and of those on one affair."""
    lines = [
        json.dumps(
            {
                "url": f"https://news.example/{place}",
                "published": (one.published.day or _ONE_DAY).isoformat(),
                "title": one.title.text if one.title else None,
                "text": "\n\n".join(span.text for span in one.paragraphs),
            }
        )
        for place, one in enumerate(news.sampled(number, seed))
    ]
    told = sorted((story for _, story in _read_stories(lines)), key=lambda one: one.position)
    words = [set(characteristic(one)) for one in told]
    for place, story in enumerate(told):
        near = [told[at] for at in range(place) if len(words[at] & words[place]) >= SHARED][-MOST:]
        for claim in story.claims:
            others = [(one, other) for one in near for other in one.claims]
            others += [(story, other) for other in story.claims if other.number < claim.number]
            for other_story, other in others:
                alike = None if other_story is story else articles_alike(story, other_story)
                features = features_of(claim, other, alike)
                yield Pair(story.id, claim, other, features, "none", listed=False)


def _stories(bundle: Bundle) -> dict[str, list[Story]]:
    """Return the articles of a bundle as linking compares them, by the ids of the gold."""
    told = _read_stories(list(bundle.lines()))
    return {
        article: [story for url, story in told if url.casefold() == url_of(article).casefold()]
        for article in bundle.articles
    }


def _read_stories(lines: Sequence[str]) -> list[tuple[str, Story]]:
    """Return the articles of a JSON Lines file as linking compares them, each with its address."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "pages.jsonl"
        page.write_text("\n".join(lines) + "\n", encoding="utf-8")
        file = Path(folder) / "pages.ledger"
        with Ledger(file) as ledger:
            ledger.add([page], processes=1, link=False)
        with closing(Store(file, create=False)) as store, store.read() as connection:
            chosen = select(articles.c.key, pages.c.url).join(readings, articles.c.reading == readings.c.key)
            addresses = dict(connection.execute(chosen.join(pages, readings.c.page == pages.c.key)).tuples().all())
            return [(addresses[story.key], story) for story in stories(connection, addresses)]


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
            alike = None if other_story is story else articles_alike(story, other_story)
            features = features_of(claim, other, alike)
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
