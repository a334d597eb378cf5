"""Sentences in CoNLL-U files, with the encoder's labels: Penn Treebank tags, ClearNLP relations, names in MISC.

Lemma, part of speech and features are left open (`_`): they follow from form, tag and relation, by the rules and tables
that the pipeline has. A lemma that is given is taken. Comments are kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.documents.words import Sentence, Word

_NAME, _CLOSE = "NER=", "SpaceAfter=No"


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence of a file, and the comments above it, without their mark."""

    sentence: Sentence
    comments: tuple[str, ...] = ()


def read(file: Path) -> Iterator[Entry]:
    """Yield the entries of a CoNLL-U file.

    Raises:
        ValueError: the file is none, or a sentence is no tree; the message names file and sentence.
    """
    for block in file.read_text(encoding="utf-8").strip().split("\n\n"):
        if block.strip():
            lines = block.splitlines()
            try:
                yield _entry(lines)
            except (IndexError, ValueError) as error:
                raise ValueError(f"{file.name}: {lines[0]}: {error}") from error


def write(file: Path, entries: Iterable[Entry]) -> None:
    """Write `entries` to a CoNLL-U file."""
    file.write_text("\n".join("\n".join(_lines(entry)) + "\n" for entry in entries), encoding="utf-8")


def _entry(lines: list[str]) -> Entry:
    comments = [line.removeprefix("#").strip() for line in lines if line.startswith("#")]
    [text] = [one.removeprefix("text = ") for one in comments if one.startswith("text = ")]
    words = []
    for number, line in enumerate(line for line in lines if not line.startswith("#")):
        _, form, lemma, _, tag, _, head, relation, _, misc = line.split("\t")
        name = next((one.removeprefix(_NAME) for one in misc.split("|") if one.startswith(_NAME)), "O")
        own = number if head == "0" else int(head) - 1
        words.append(Word(form, tag, relation, own, name, None if lemma == "_" else lemma))
    return Entry(Sentence(text, words), tuple(one for one in comments if not one.startswith("text = ")))


def _lines(entry: Entry) -> Iterator[str]:
    sentence = entry.sentence
    yield f"# text = {sentence.text}"
    yield from (f"# {comment}" for comment in entry.comments)
    at = 0
    for number, word in enumerate(sentence.words):
        at = sentence.text.index(word.form, at) + len(word.form)
        misc = [_NAME + word.name] * (word.name != "O")
        misc += [_CLOSE] * (at < len(sentence.text) and not sentence.text[at].isspace())
        head = 0 if word.head == number else word.head + 1
        columns = (number + 1, word.form, word.lemma or "_", "_", word.tag, "_", head, word.relation, "_")
        yield "\t".join([*map(str, columns), "|".join(misc) or "_"])
