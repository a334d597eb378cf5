"""An invented article of 20,000 words, in which 14 people say 660 things, made without reading."""

import datetime
import random
from hashlib import sha256

from benchmarks.invented_articles import word
from onrecord import Article, Entity, Label, Page, Published, Span, Statement

_PARAGRAPHS, _IN_EACH, _PEOPLE, _WORDS, _NARRATED = 330, 2, 14, 22, 8


def long_article() -> Article:
    """Return it; always the same."""
    chance = random.Random(7)
    text, paragraphs, said = "", [], []
    for number in range(_PARAGRAPHS):
        start = len(text)
        for place in range(_IN_EACH):
            name = f"Ada {word((number * _IN_EACH + place) % _PEOPLE).capitalize()}"
            words = _some(chance, _WORDS)
            content = Span(len(text) + 1, len(text) + 2 + len(words), f"{words},")
            source = Span(content.end + 2, content.end + 2 + len(name), name)
            cue = Span(source.end + 1, source.end + 5, "told")
            text += f"“{words},” {name} told reporters. "
            said.append((content, source, cue))
        text += f"{_some(chance, _NARRATED)}."
        paragraphs.append(Span(start, len(text), text[start:]))
        text += "\n\n"
    body = text.encode()
    page = Page(sha256(body).hexdigest(), "text/plain", body, text, (), path="long.txt")
    names = dict.fromkeys(source.text for _, source, _ in said)
    entities = {
        name: Entity(
            f"el{number}", name, "person", mentions=tuple(source for _, source, _ in said if source.text == name)
        )
        for number, name in enumerate(names)
    }
    statements = [
        Statement(f"sl{number}", "direct", "speech", "assert", (content,), cue, source, (entities[source.text],), 0.9)
        for number, (content, source, cue) in enumerate(said)
    ]
    return Article(
        f"{page.sha256[:12]}-1",
        page,
        1,
        title=Label("All that was said of the harbour"),
        published=Published(datetime.date(2025, 3, 4), "metadata"),
        paragraphs=tuple(paragraphs),
        statements=tuple(statements),
        entities=tuple(entities.values()),
    )


def _some(chance: random.Random, number: int) -> str:
    return " ".join(word(chance.randrange(2_000)) for _ in range(number))
