"""How long an article takes to be written as the ledger grows: invented articles, with names that recur."""

import itertools
import random
import tempfile
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from onrecord import Article, Entity, Ledger, Page, Published, Span, Statement

ARTICLES = 10_000
_PEOPLE = 3_000
_STEP = 1_000
_NAMED = 12
# How many of the people have a surname alone in an article, and how many are spelt otherwise.
_SURNAME, _OTHERWISE = 0.1, 0.15

_STARTS = ("Ab", "Bel", "Cor", "Dan", "El", "Far", "Gor", "Hal", "Ir", "Jas", "Kar", "Lin", "Mar", "Nor", "Ol", "Pet")
_MIDDLES = ("a", "en", "i", "or", "ul", "e", "is", "an")
_ENDS = ("da", "nov", "sky", "ler", "man", "vich", "ra", "son", "berg", "eva", "ik", "tis", "la", "dor", "mann", "ez")
_ROLES = ("minister", "mayor", "spokeswoman", "general", "economist", "senator", "judge", "coach", "engineer", None)


def main() -> None:
    """Print the milliseconds an article takes for each thousand, and how the last compares with the first."""
    seconds = measure()
    print(f"articles  ms per article  ({_PEOPLE:,} people, {_NAMED} named in an article)")
    for number, took in enumerate(seconds, start=1):
        print(f"{number * _STEP:>8,}  {1_000 * took / _STEP:>14.2f}")
    print(f"last thousand / first thousand: {seconds[-1] / seconds[0]:.2f} (asked: at most 1.20)")


def measure() -> list[float]:
    """Return the seconds that each thousand articles take to be written to a new ledger.

    What is loaded once in a process is loaded before, with articles of another ledger.
    """
    seconds = []
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "growth.ledger") as ledger:
        with Ledger(Path(folder) / "before.ledger") as before:
            for article in itertools.islice(invented(), 50):
                before.add_page(article.page, [article], reader="invented")
        made = invented()
        for _ in range(ARTICLES // _STEP):
            some = list(itertools.islice(made, _STEP))
            start = time.process_time()
            for article in some:
                ledger.add_page(article.page, [article], reader="invented")
            seconds.append(time.process_time() - start)
    return seconds


def invented() -> Iterator[Article]:
    """Yield articles, all different; who is named in them follows Zipf's law."""
    chance = random.Random(5)
    people = [(_word(chance, 1), _word(chance, 2), chance.choice(_ROLES)) for _ in range(_PEOPLE)]
    weights = [1 / rank for rank in range(1, _PEOPLE + 1)]
    for number in itertools.count():
        named = dict.fromkeys(chance.choices(people, weights, k=_NAMED))
        yield _article(number, [(_spelt(first, last, chance), last, role) for first, last, role in named])


def _word(chance: random.Random, middles: int) -> str:
    return chance.choice(_STARTS) + "".join(chance.choices(_MIDDLES, k=middles)) + chance.choice(_ENDS)


def _spelt(first: str, last: str, chance: random.Random) -> str:
    draw = chance.random()
    if draw < _SURNAME:
        return last
    if draw < _SURNAME + _OTHERWISE:
        return chance.choice((f"{first[0]}. {last}", f"{first} {last[:-1]}", f"{first} {last.replace('v', 'w')}"))
    return f"{first} {last}"


def _article(number: int, named: list[tuple[str, str, str | None]]) -> Article:
    """Return an article in which each of `named` says something, and is mentioned again by surname."""
    parts: list[str] = []
    entities, statements = [], []
    at = 0
    for place, (name, last, role) in enumerate(named):
        words = f"This is matter {number * _NAMED + place} of the day and nothing else is"
        sentence = f"“{words},” {name} said. {last} left.\n\n"
        content = Span(at + 1, at + 1 + len(words), words)
        start = at + len(words) + 4
        source = Span(start, start + len(name), name)
        again = start + len(name) + len(" said. ")
        mentions = (source, Span(again, again + len(last), last))
        entity = Entity(f"e{number}-{place}", name, "person", role=role, variants=(last,), mentions=mentions)
        entities.append(entity)
        identifier = f"s{number}-{place}"
        statements.append(Statement(identifier, "direct", "speech", "assert", (content,), None, source, (entity,), 0.9))
        parts.append(sentence)
        at += len(sentence)
    text = "".join(parts)
    body = text.encode()
    page = Page(sha256(body).hexdigest(), "text/plain", body, text, (), path=f"{number}.txt")
    whole = (Span(0, len(text.rstrip()), text.rstrip()),)
    return Article(
        f"{page.sha256[:12]}-1",
        page,
        1,
        published=Published(),
        paragraphs=whole,
        statements=tuple(statements),
        entities=tuple(entities),
    )
