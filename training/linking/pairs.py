"""The pairs of statements that linking compares, with how each belongs together.

Those of the bundles, which are read by onrecord into ledgers; a statement of the gold is the one that has most words in
common with it, at least two fifths. And those of news: of articles drawn at random, and those that helpers have judged.
What has been read is kept in a folder, since it takes a quarter of an hour.
"""

import json
import pickle
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select

from corpora import news
from corpora.linked_news import news_pairs, pages_at
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
    """Two statements as linking compares them, with their features, and how the gold says they belong.

    Attributes:
        bundle: where they are from.
        later: the later one.
        earlier: the other one.
        features: what is the case of them.
        relation: how they belong together; None if the gold does not say.
        within: whether they stand in one article.
        names: their ids in the gold, empty for one that it does not have.
    """

    bundle: str
    later: Claim
    earlier: Claim
    features: Mapping[str, float]
    relation: Relation | None
    within: bool
    names: tuple[str, str] = ("", "")


def bundle_stories(bundle: Bundle, kept: Path) -> dict[str, list[Story]]:
    """Return the articles of a bundle as linking compares them, by the ids of the gold."""
    told = _kept(kept / f"{bundle.id}.pkl", lambda: read_stories(list(bundle.lines())))
    return {
        article: [story for url, story in told if url.casefold() == url_of(article).casefold()]
        for article in bundle.articles
    }


def news_stories(number: int, seed: int, kept: Path) -> list[Story]:
    """Return so many news articles, drawn at random, in the order in which they are compared."""
    drawn = news.sampled(number, seed)
    lines = [
        json.dumps(
            {
                "url": f"https://news.example/{place}",
                "published": (one.published.day or _ONE_DAY).isoformat(),
                "title": one.title.text if one.title else None,
                "text": "\n\n".join(span.text for span in one.paragraphs),
            }
        )
        for place, one in enumerate(drawn)
    ]
    told = _kept(kept / f"news-{number}-{seed}.pkl", lambda: read_stories(lines))
    return sorted((story for _, story in told), key=_place)


def judged_pairs(kept: Path) -> Iterator[Pair]:
    """Yield the pairs of news that were judged, each from the page that its later statement stands on."""
    told = [one for one in news_pairs() if one.drawn != "links"]
    wanted = {end.page for one in told for end in (one.later, one.earlier)}
    read = dict(_kept(kept / "judged.pkl", lambda: read_stories(list(pages_at(wanted)))))
    for one in told:
        stories = [read.get(end.page) for end in (one.later, one.earlier)]
        claims = [
            _alike(story, {at for low, high in end.content for at in range(low, high)}) if story else None
            for story, end in zip(stories, (one.later, one.earlier), strict=True)
        ]
        if stories[0] and stories[1] and claims[0] and claims[1]:
            within = one.later.page == one.earlier.page
            alike = None if within else articles_alike(stories[0], stories[1])
            relation = one.relations[0] if one.sure else None
            yield Pair(one.later.page, claims[0], claims[1], features_of(claims[0], claims[1], alike), relation, within)


def read_stories(lines: Sequence[str]) -> list[tuple[str, Story]]:
    """Return the articles of a JSON Lines file as linking compares them, each with its address."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "pages.jsonl"
        page.write_text("\n".join(lines) + "\n", encoding="utf-8")
        file = Path(folder) / "pages.ledger"
        with Ledger(file) as ledger:
            ledger.add([page], processes=1, link=False)
        with closing(Store(file, create=False)) as store, store.read() as connection:
            chosen = select(articles.c.key, pages.c.url).join(readings, articles.c.reading == readings.c.key)
            addresses = dict(connection.execute(chosen.join(pages, readings.c.page == pages.c.key)).all())
            return [(addresses[story.key], story) for story in stories(connection, addresses)]


def compared(told: Sequence[Story]) -> Iterator[tuple[Story, Claim, Story, Claim]]:
    """Yield the statements of articles, given in order, that may belong together: a later one and an earlier one."""
    words = [set(characteristic(one)) for one in told]
    for place, story in enumerate(told):
        near = [told[at] for at in range(place) if len(words[at] & words[place]) >= SHARED][-MOST:]
        for claim in story.claims:
            yield from ((story, claim, one, other) for one in near for other in one.claims)
            yield from ((story, claim, story, other) for other in story.claims if other.number < claim.number)


def unjudged_pairs(told: Sequence[Story]) -> Iterator[Pair]:
    """Yield the pairs of news articles, given in order; nobody has said how they belong together."""
    for story, claim, other_story, other in compared(told):
        within = other_story is story
        alike = None if within else articles_alike(story, other_story)
        yield Pair(story.id, claim, other, features_of(claim, other, alike), None, within)


def bundle_pairs(bundle: Bundle, read: Mapping[str, Sequence[Story]]) -> Iterator[Pair]:
    """Yield the pairs of the articles of a bundle.

    What holds between two statements holds between all printings of theirs. Of a statement that the gold does not have,
    but which shares words with one that it has, nobody has said how it belongs to others.
    """
    ids = {
        claim.key: name
        for name, told in bundle.statements.items()
        if (claim := _read(told, read[told.article])) is not None
    }
    unclear = {
        claim.key
        for article, some in read.items()
        for story in some
        for claim in story.claims
        if claim.key not in ids
        and _shares(claim, [one for one in bundle.statements.values() if one.article == article])
    }
    gold = Gold(bundle)
    for story, claim, other_story, other in compared(
        sorted((one for some in read.values() for one in some), key=_place)
    ):
        names = ids.get(claim.key, ""), ids.get(other.key, "")
        within = other_story is story
        alike = None if within else articles_alike(story, other_story)
        relation = None if {claim.key, other.key} & unclear else gold.relation(*names)
        yield Pair(bundle.id, claim, other, features_of(claim, other, alike), relation, within, names)


class Gold:
    """How the statements of a bundle belong together, whichever printing of them is taken."""

    def __init__(self, bundle: Bundle) -> None:
        self._first = {one.later: one.earlier for one in bundle.pairs if one.kind == "repeats"}
        self._kinds: dict[tuple[str, str], Relation] = {}
        for one in bundle.pairs:
            if one.kind not in {"repeats", "none"}:
                self._kinds[self._root(one.later), self._root(one.earlier)] = one.kind
        self._told = {(one.later, one.earlier): one.kind for one in bundle.pairs if one.kind != "none"}

    def relation(self, later: str, earlier: str) -> Relation | None:
        """Return how a later statement belongs to an earlier one, None where the earlier one replies to the later."""
        if not later or not earlier:
            return "none"
        # Of two articles of one day either may be the one that replies.
        told = self._told.get((later, earlier)) or self._told.get((earlier, later))
        if told is not None:
            return told
        ends = self._root(later), self._root(earlier)
        if ends[0] == ends[1]:
            return "repeats"
        return None if ends[::-1] in self._kinds and ends not in self._kinds else self._kinds.get(ends, "none")

    def _root(self, name: str) -> str:
        seen = {name}
        while (first := self._first.get(name)) is not None and first not in seen:
            seen.add(name := first)
        return name


def _place(story: Story) -> str:
    return story.position


def _characters(claim: Claim) -> set[int]:
    return {at for span in claim.content for at in range(span.start, span.end)}


def _shares(claim: Claim, told: Sequence[PrintedStatement]) -> bool:
    own = _characters(claim)
    return any(not own.isdisjoint(range(one.start, one.end)) for one in told)


def _read(told: PrintedStatement, stories: Sequence[Story]) -> Claim | None:
    """Return the statement that was read of those words."""
    wanted = set(range(told.start, told.end))
    return next((claim for story in stories if (claim := _alike(story, wanted)) is not None), None)


def _alike(story: Story, wanted: set[int]) -> Claim | None:
    """Return the statement of an article that has most of these characters, if it has enough."""
    best: tuple[float, Claim] | None = None
    for claim in story.claims:
        own = _characters(claim)
        shared = len(own & wanted) / len(own | wanted)
        if shared >= _OVERLAP and (best is None or shared > best[0]):
            best = shared, claim
    return best[1] if best else None


def _kept[T](file: Path, made: Callable[[], T]) -> T:
    """Return what is in a file, or what is made now and kept there."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps(made()))
    found: T = pickle.loads(file.read_bytes())
    return found
