"""Make the lexicon of what kinds of persons a noun for a person tells of, from WordNet's noun files.

    python -m training.person_kinds FOLDER

FOLDER holds `data.noun` and `index.noun` of WordNet 3.0 (Debian's package `wordnet-base` puts them into
/usr/share/wordnet). A minister is an official and a leader: the kinds of a noun are the nouns for persons above it in
any of its three commonest senses, and those of the same sense, as far as WordNet's own texts have them.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord import lexicons

TARGET = Path(__file__).parent.parent / "src" / "onrecord" / "lexicons" / "person_kinds.tsv"
HEADER = """\
# Of what kinds somebody is who is told of by a noun: a minister is an official, an executive and a leader.
# Source: WordNet 3.0, the nouns for persons above a noun or beside it; made by `python -m training.person_kinds`.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Licence: WordNet's, which permits to use,
# copy, modify and distribute for any purpose, with this notice.
# Columns: noun (lemma), kinds, a space between two.
"""
_PERSONS = "18"
_ABOVE = {"@", "@i"}
_SENSES = 3
# Everybody is one of these.
_EVERYBODY = {"adult", "person", "somebody", "someone", "soul", "individual", "mortal", "grownup"}


@dataclass(frozen=True, slots=True)
class _Sense:
    words: tuple[str, ...]
    above: tuple[str, ...]


def main(folder: Path) -> None:
    senses = dict(_senses(folder / "data.noun"))
    told = dict(_nouns(folder / "index.noun"))
    used = {noun for noun, (_, found) in told.items() if found} - _EVERYBODY
    persons = {row[0] for row in lexicons.rows("person_nouns.tsv")}
    lines = []
    for noun in sorted(persons & told.keys()):
        offsets = [offset for offset in told[noun][0] if offset in senses][:_SENSES]
        around = {word for offset in offsets for word in _kinds(offset, senses)}
        kinds = sorted((around & persons & used) - {noun})
        if kinds:
            lines.append(f"{noun}\t{' '.join(kinds)}\n")
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")


def _kinds(offset: str, senses: Mapping[str, _Sense]) -> Iterator[str]:
    """Yield the words of a sense that is a person's, and of all such senses above it."""
    if offset in senses:
        yield from senses[offset].words
        for above in senses[offset].above:
            yield from _kinds(above, senses)


def _senses(file: Path) -> Iterator[tuple[str, _Sense]]:
    """Yield each sense that is a person's, by its offset."""
    for offset, lexicographers, _, count, *fields in _lines(file):
        if lexicographers == _PERSONS:
            behind = 2 * int(count, 16)
            pointers = fields[behind + 1 :]
            above = (pointers[at + 1] for at in range(0, 4 * int(fields[behind]), 4) if pointers[at] in _ABOVE)
            yield offset, _Sense(tuple(fields[0:behind:2]), tuple(above))


def _nouns(file: Path) -> Iterator[tuple[str, tuple[list[str], bool]]]:
    """Yield each noun with the offsets of its senses, the commonest first, and whether WordNet's texts have it."""
    for noun, _, _, pointers, *fields in _lines(file):
        yield noun, (fields[int(pointers) + 2 :], int(fields[int(pointers) + 1]) > 0)


def _lines(file: Path) -> Iterator[list[str]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            yield line.partition(" | ")[0].split()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
