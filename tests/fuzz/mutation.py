"""How an input is made: a page of seeds, mutated. The same seed and number always give the same input."""

import gzip
import json
import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.fuzz.seeds import paragraphs, pieces, sentences

# The longest that repetitions make a page, and how rarely they do.
_LONGEST = 12_000
_LONG_ONE_IN = 40
_CHARSETS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252", "gb18030", "shift_jis", "utf-7")


@dataclass(frozen=True, slots=True)
class Input:
    """A file that is read: its name, whose suffix says what it is to be, and its bytes."""

    name: str
    body: bytes


def make_input(seed: int, number: int) -> Input:
    """Return input `number` of a run with `seed`."""
    chance = random.Random(f"{seed} {number}")
    kind = chance.choices(("txt", "html", "jsonl"), (5, 5, 2))[0]
    text = _FRAMES[kind](chance)
    for _ in range(chance.choices((0, 1, 2, 3, 5), (1, 4, 4, 2, 1))[0]):
        text = chance.choice(_OF_TEXT)(chance, text)
    if kind == "jsonl" and chance.random() < 0.5:
        text += "\n" + _json_line(chance)
    body = _encoded(chance, text)
    for _ in range(chance.choices((0, 1, 2), (5, 2, 1))[0]):
        body = chance.choice(_OF_BYTES)(chance, body)
    name = f"{number:06}.{kind}"
    if chance.random() < 0.05:
        return Input(name + ".gz", _packed(chance, body))
    return Input(name, body)


def _encoded(chance: random.Random, text: str) -> bytes:
    charset = chance.choice(_CHARSETS) if chance.random() < 0.15 else "utf-8"
    return text.encode(charset, "replace")


def _packed(chance: random.Random, body: bytes) -> bytes:
    packed = gzip.compress(body, mtime=0)
    return chance.choice(_OF_BYTES)(chance, packed) if chance.random() < 0.5 else packed


def _story(chance: random.Random) -> list[str]:
    parts = chance.sample(sentences(), chance.randint(1, 4)) + chance.sample(paragraphs(), chance.randint(0, 2))
    chance.shuffle(parts)
    return parts


def _text(chance: random.Random) -> str:
    return chance.choice(("\n", "\n\n", "\r\n", " ")).join(_story(chance))


def _html(chance: random.Random) -> str:
    head = "<title>Bridge closed for the summer</title>" if chance.random() < 0.7 else ""
    if chance.random() < 0.5:
        head += '<meta property="article:published_time" content="2025-03-04"><meta name="author" content="Mara Voss">'
    story = "".join(f"<p>{part}</p>\n" for part in _story(chance))
    around = chance.choice(("{}", "<article><h1>Bridge closed for the summer</h1>{}</article>", "<div>{}</div>"))
    return f"<html><head>{head}</head><body>{around.format(story)}</body></html>"


def _json_line(chance: random.Random) -> str:
    fields: dict[str, object] = {"text": _text(chance)} if chance.random() < 0.7 else {"html": _html(chance)}
    extra = {
        "title": "Bridge closed",
        "url": "https://herald.example/1",
        "published": "2025-03-04",
        "byline": "Mara Voss",
    }
    fields |= {name: extra[name] for name in chance.sample(sorted(extra), chance.randint(0, len(extra)))}
    if chance.random() < 0.2:
        fields[chance.choice(("published", "updated", "title", "url", "x"))] = chance.choice(
            (0, -1, 1e300, float("nan"), float("inf"), None, True, [], {}, ["a"], {"a": [1]}, "", "9999-12-31", 10**30)
        )
    return json.dumps(fields, ensure_ascii=chance.random() < 0.5)


_FRAMES: dict[str, Callable[[random.Random], str]] = {"txt": _text, "html": _html, "jsonl": _json_line}


def _place(chance: random.Random, length: int) -> tuple[int, int]:
    start = chance.randint(0, length)
    return start, min(length, start + chance.choice((1, 1, 2, 5, 20, 100)))


def _insert(chance: random.Random, text: str) -> str:
    at, _ = _place(chance, len(text))
    return text[:at] + chance.choice(pieces()) + text[at:]


def _replace_word(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    words[chance.randrange(len(words))] = chance.choice(pieces())
    return " ".join(words)


def _cut(chance: random.Random, text: str) -> str:
    start, end = _place(chance, len(text))
    return text[:start] + text[end:]


def _double(chance: random.Random, text: str) -> str:
    start, end = _place(chance, len(text))
    return text[:end] + text[start:]


def _splice(chance: random.Random, text: str) -> str:
    other = _FRAMES[chance.choice(("txt", "html", "jsonl"))](chance)
    at, there = chance.randint(0, len(text)), chance.randint(0, len(other))
    return text[:at] + other[there:]


def _repeat(chance: random.Random, text: str) -> str:
    """Repeat a nasty piece, a word or a stretch, twice to thousands of times."""
    start, end = _place(chance, len(text))
    repeated = chance.choice(
        (chance.choice(pieces()), chance.choice(text.split() or ["a"]) + " ", text[start:end] or "a")
    )
    most = _LONGEST if chance.randrange(_LONG_ONE_IN) == 0 else 400
    return text[:start] + repeated * max(2, chance.randint(1, most) // len(repeated)) + text[start:]


def _shuffle(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


_OF_TEXT = (_insert, _insert, _replace_word, _replace_word, _cut, _double, _splice, _repeat, _shuffle)


def _flip(chance: random.Random, body: bytes) -> bytes:
    flipped = bytearray(body)
    for _ in range(chance.choice((1, 2, 8))):
        if flipped:
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def _cut_off(chance: random.Random, body: bytes) -> bytes:
    return body[: chance.randint(0, len(body))]


def _double_bytes(chance: random.Random, body: bytes) -> bytes:
    start, end = _place(chance, len(body))
    return body[:end] + body[start:]


_OF_BYTES = (_flip, _flip, _cut_off, _double_bytes)
