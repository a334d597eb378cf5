"""Transcripts with their turns: press briefings, whose turns are told by their labels alone, and invented ones.

Briefings: the texts of `corpora.news` ("transcripts": White House briefings and gaggles, public record). A turn opens
with a label in capitals and a colon ("MS. HOLT:"), or with a "Q". Nothing of onrecord is used here.

Invented: `benchmarks/data/transcripts.toml`, 38 texts of our own in as many printed forms, 15 more in
`transcripts_later.toml` and 12 more in `transcripts_newest.toml`, by who speaks in each turn.
"""

import gzip
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from corpora.location import OWN, located
from corpora.news import COLLECTIONS
from corpora.polnear import Range

QUESTION = "Q"
"""The label of whoever asks."""

LATER, NEWEST = "transcripts_later.toml", "transcripts_newest.toml"
"""The files of those that were written later, and after those."""

UNNAMED = "-"
"""The speaker of questions that nobody is named for."""

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
_LABEL = re.compile(r"^(?:(?P<name>[A-Z][A-Z.,'’-]*(?: [A-Z][A-Z.,'’-]*){0,5}):(?=\s)|(?P<asks>Q)\s+(?=\S))", re.M)
_OVER = re.compile(r"^\s*(?:END\b|\*{3}|#{3}|\* \* \*|\d{1,2}:\d{2} [AP]\.M\.).*", re.M)
# Fact sheets have labels that nobody speaks behind, but no two that come again.
_LEAST_AGAIN = 2
_WORD = re.compile(r"[\w'’]+")
_NOTE = re.compile(r"\([^()]*\)|\\?\[[^\[\]]*\]")
# The numbers of lines, in a text in which most lines have one.
_NUMBER = re.compile(r"^ {0,2}\d{1,2}(?= {2}|$)", re.M)
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says.

    Attributes:
        speaker: the label, without its colon; of an invented transcript the fullest name that the page prints, or
            `UNNAMED`.
        label: the label, None where it is not told apart from the name.
        words: where each of its words stands.
    """

    speaker: str
    label: str | None
    words: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """A text with its turns."""

    name: str
    text: str
    turns: tuple[Turn, ...]


def briefings() -> Iterator[Transcript]:
    """Yield the briefings whose turns are labelled, by name.

    Raises:
        FileNotFoundError: they are not there.
    """
    for file in sorted(located(COLLECTIONS["transcripts"]).glob("*.txt.gz")):
        text = gzip.decompress(file.read_bytes()).decode()
        turns = tuple(_labelled(text))
        labels = [turn.label for turn in turns]
        if sum(labels.count(label) > 1 for label in set(labels)) >= _LEAST_AGAIN:
            yield Transcript(file.name.removesuffix(".txt.gz"), text, turns)


def invented(file: str = "transcripts.toml") -> Iterator[Transcript]:
    """Yield the invented transcripts of a file, in order."""
    for told in tomllib.loads((OWN / file).read_text(encoding="utf-8"))["transcript"]:
        yield Transcript(told["name"], told["text"], tuple(_told(told["text"], told["turns"])))


def _labelled(text: str) -> Iterator[Turn]:
    front = _FRONT.match(text)
    labels = list(_LABEL.finditer(text, front.end() if front else 0))
    if not labels:
        return
    plain = _without_notes(text)
    over = _OVER.search(text, labels[-1].end())
    ends = [*(label.start() for label in labels[1:]), over.start() if over else len(text)]
    for label, end in zip(labels, ends, strict=True):
        name = label["name"] or QUESTION
        yield Turn(name, name, tuple(word.span() for word in _WORD.finditer(plain, label.end(), end)))


def _told(text: str, turns: list[list[str]]) -> Iterator[Turn]:
    """Yield the turns of a text, each told by its speaker and its first and last words, without notes in brackets."""
    at = 0
    printed = _without_numbers(text)
    plain = _without_notes(printed)
    for speaker, first, last in turns:
        start = _found(printed, first, at).start()
        at = _found(printed, last, start).end()
        yield Turn(speaker, None, tuple(word.span() for word in _WORD.finditer(plain, start, at)))


def _without_notes(text: str) -> str:
    """Return a text with blanks for its notes in brackets ("(Laughter.)"), which nobody says."""
    return _NOTE.sub(lambda note: " " * len(note.group()), text)


def _without_numbers(text: str) -> str:
    """Return a text with blanks for the numbers of its lines, where most lines have one."""
    if len(_NUMBER.findall(text)) <= _MOST * text.count("\n"):
        return text
    return _NUMBER.sub(lambda number: " " * len(number.group()), text)


def _found(text: str, words: str, at: int) -> re.Match[str]:
    match = re.compile(r"\s+".join(map(re.escape, words.split()))).search(text, at)
    assert match is not None, words
    return match
