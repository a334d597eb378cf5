"""Invented articles with all that is read from one, made without reading: to fill a ledger of any size in minutes.

Words, people and what they do follow Zipf's law, so that some are in most articles and most are in few.
"""

import datetime
import itertools
import random
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple, get_args

from onrecord import Article, Entity, Event, Label, Page, Participant, Published, Quantity, Span, Statement
from onrecord.vocabulary import Act, EventType

STATEMENTS = 12
"""Statements in an article."""
PEOPLE = 3_000
"""People who are named in all of them."""

FIRST_DAY = datetime.date(2015, 1, 1)
_ARTICLES_A_DAY = 40
# How many people have a surname alone in an article, how many are spelt otherwise, how many articles have no date.
_SURNAME, _OTHERWISE, _UNDATED = 0.1, 0.15, 0.05
# Quantities and events in an article, words in a statement, words that there are.
_QUANTITIES, _EVENTS, _WORDS, _VOCABULARY = 3, 3, 10, 20_000
# Outlets that print them, how many articles name none, how many statements name somebody else in their words, and how
# many are against somebody.
_OUTLETS, _NO_OUTLET, _OF_OTHERS, _AGAINST = 300, 0.05, 0.3, 0.2

_STARTS = ("Ab", "Bel", "Cor", "Dan", "El", "Far", "Gor", "Hal", "Ir", "Jas", "Kar", "Lin", "Mar", "Nor", "Ol", "Pet")
_MIDDLES = ("a", "en", "i", "or", "ul", "e", "is", "an")
_ENDS = ("da", "nov", "sky", "ler", "man", "vich", "ra", "son", "berg", "eva", "ik", "tis", "la", "dor", "mann", "ez")
_ROLES = ("minister", "mayor", "spokeswoman", "general", "economist", "senator", "judge", "coach", "engineer", None)
_ACTS: tuple[Act, ...] = get_args(Act.__value__)
_EVENT_TYPES: tuple[EventType, ...] = get_args(EventType.__value__)


class _Person(NamedTuple):
    """Somebody who may be named."""

    first: str
    last: str
    role: str | None


def articles(*, people: int = PEOPLE) -> Iterator[Article]:
    """Yield articles, all different, in the order of their days; always the same ones."""
    chance = random.Random(5)
    known = [_Person(_name(chance, 1), _name(chance, 2), chance.choice(_ROLES)) for _ in range(people)]
    draws = _Draws(
        chance,
        list(itertools.accumulate(1 / rank for rank in range(1, people + 1))),
        list(itertools.accumulate(1 / rank for rank in range(1, _VOCABULARY + 1))),
        [1 / rank for rank in range(1, len(_ACTS) + 1)],
        list(itertools.accumulate(1 / rank for rank in range(1, _OUTLETS + 1))),
    )
    words = [word(number) for number in range(_VOCABULARY)]
    for number in itertools.count():
        named = dict.fromkeys(chance.choices(known, cum_weights=draws.people, k=STATEMENTS))
        yield _article(number, list(named), words, draws)


def word(rank: int) -> str:
    """Return an invented word by how common it is among the others, from 0 for the commonest."""
    syllables = []
    while True:
        rank, rest = divmod(rank, len(_STARTS) * len(_MIDDLES))
        syllables.append(_STARTS[rest % len(_STARTS)].lower() + _MIDDLES[rest // len(_STARTS)])
        if not rank:
            return "".join(syllables)


def outlet(rank: int) -> str:
    """Return the name of an invented outlet by how much it prints, from 0 for the most."""
    return f"The {word(rank).capitalize()} Herald"


class _Draws(NamedTuple):
    """The chance of everything."""

    chance: random.Random
    people: list[float]
    words: list[float]
    acts: list[float]
    outlets: list[float]


class _Body:
    """The text of a page as it grows."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def add(self, text: str) -> Span:
        """Add a text and return where it stands."""
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return Span(start, self._length, text)

    def text(self) -> str:
        return "".join(self._parts)


def _name(chance: random.Random, middles: int) -> str:
    return chance.choice(_STARTS) + "".join(chance.choices(_MIDDLES, k=middles)) + chance.choice(_ENDS)


def _spelt(person: _Person, chance: random.Random) -> str:
    draw = chance.random()
    if draw < _SURNAME:
        return person.last
    if draw < _SURNAME + _OTHERWISE:
        spellings = f"{person.first[0]}. {person.last}", f"{person.first} {person.last[:-1]}"
        return chance.choice(spellings)
    return f"{person.first} {person.last}"


def _article(number: int, named: Sequence[_Person], words: Sequence[str], draws: _Draws) -> Article:
    """Return an article in which each of `named` says something, of others too, is named again and does something."""
    chance, body = draws.chance, _Body()
    title = body.add(f"{' '.join(chance.choices(words, cum_weights=draws.words, k=6))} {number}".capitalize())
    body.add("\n\n")
    day = FIRST_DAY + datetime.timedelta(days=number // _ARTICLES_A_DAY)
    published = Published() if chance.random() < _UNDATED else Published(day, "metadata")
    mentions: list[list[Span]] = [[] for _ in named]
    told: list[tuple[Span, Span, Span, int | None]] = []
    for place, person in enumerate(named):
        of = chance.randrange(len(named)) if chance.random() < _OF_OTHERS else place
        body.add("“")
        content = body.add(" ".join(chance.choices(words, cum_weights=draws.words, k=_WORDS)))
        if of != place:
            body.add(" ")
            mentions[of].append(body.add(named[of].last))
            content = Span(content.start, mentions[of][-1].end, f"{content.text} {named[of].last}")
        body.add(",” ")
        source = body.add(_spelt(person, chance))
        body.add(" ")
        cue = body.add("said")
        body.add(". ")
        mentions[place] += source, body.add(person.last)
        body.add(" left.\n\n")
        told.append((content, cue, source, chance.randrange(len(named)) if chance.random() < _AGAINST else None))
    entities = [
        Entity(
            f"e{number}-{place}",
            told[place][2].text,
            "person",
            role=person.role,
            variants=(person.last,),
            mentions=tuple(sorted(mentions[place], key=lambda mention: mention.start)),
        )
        for place, person in enumerate(named)
    ]
    statements = []
    for place, (content, cue, source, against) in enumerate(told):
        act = chance.choices(_ACTS, weights=draws.acts)[0]
        statements.append(
            Statement(
                f"s{number:x}-{place}",
                chance.choice(("direct", "direct", "indirect", "mixed")),
                chance.choice(("speech", "speech", "speech", "writing", "thought")),
                act,
                (content,),
                cue,
                source,
                (entities[place],),
                round(0.2 + 0.8 * chance.random(), 3),
                targets=() if against is None or against == place else (entities[against],),
            )
        )
    quantities = [_quantity(body, f"q{number:x}-{place}", words, draws) for place in range(_QUANTITIES)]
    events = [_event(body, f"v{number:x}-{place}", chance.sample(entities, 2), chance) for place in range(_EVENTS)]
    text = body.text()
    page = Page(sha256(text.encode()).hexdigest(), "text/plain", text.encode(), text, (), path=f"{number}.txt")
    return Article(
        f"{page.sha256[:12]}-1",
        page,
        1,
        title=Label(title.text, title),
        outlet=_outlet(draws),
        published=published,
        paragraphs=(page.span(title.end + 2, len(text.rstrip())),),
        statements=tuple(statements),
        entities=tuple(entities),
        quantities=tuple(quantities),
        events=tuple(events),
    )


def _outlet(draws: _Draws) -> Label | None:
    if draws.chance.random() < _NO_OUTLET:
        return None
    return Label(outlet(draws.chance.choices(range(_OUTLETS), cum_weights=draws.outlets)[0]))


def _quantity(body: _Body, identifier: str, words: Sequence[str], draws: _Draws) -> Quantity:
    counted = draws.chance.choices(words, cum_weights=draws.words)[0]
    number = draws.chance.randint(2, 999)
    sentence = f"{number} {counted} came."
    first = body.add(str(number))
    body.add(" ")
    thing = body.add(counted)
    body.add(" came.")
    whole = Span(first.start, first.start + len(sentence), sentence)
    body.add("\n\n")
    return Quantity(identifier, first, number, None, None, None, thing, None, None, None, None, None, True, None, whole)


def _event(body: _Body, identifier: str, two: Sequence[Entity], chance: random.Random) -> Event:
    body.add(f"{two[0].variants[0]} ")
    trigger = body.add("met")
    body.add(f" {two[1].variants[0]}.\n\n")
    actor, recipient = (Participant(one, "GOV") for one in two)
    kind = chance.choice(_EVENT_TYPES)
    return Event(
        identifier, kind, (trigger,), (actor,), (recipient,), None, None, None, "happened", None, True, None, 0.9
    )
