"""Make the lexicon of nouns for persons from WordNet's noun files.

    python -m training.person_nouns FOLDER

FOLDER holds `data.noun` and `index.noun` of WordNet 3.0 (Debian's package `wordnet-base` puts them into
/usr/share/wordnet). A noun is in the lexicon if the first of its senses, the commonest, is among those of its
lexicographers' file for persons. What WordNet puts second and news first is added below.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "onrecord" / "lexicons" / "person_nouns.tsv"
HEADER = """\
# Nouns for persons, such as "surveyor", "victim" and "shepherd".
# Source: WordNet 3.0, the nouns whose first sense is a person's; made by `python -m training.person_nouns`.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Licence: WordNet's, which permits to use,
# copy, modify and distribute for any purpose, with this notice.
# Columns: noun (lemma).
"""
_PERSONS = "18"
_NOUN = re.compile(r"[a-z]+(-[a-z]+)*")
_ADDED = {
    "agent", "ally", "counterpart", "frontrunner", "head", "jihadist", "marine", "medic", "operator", "parliamentarian",
    "person", "rebel", "somebody", "someone", "source",
}  # fmt: skip
# Persons by their first sense, which news seldom means.
_STRUCK = {
    "brave", "carrier", "character", "dry", "forward", "have", "heavy", "major", "match", "minor", "mute", "regular",
    "ruler", "second", "secular", "straight", "subject",
}  # fmt: skip


def main(folder: Path) -> None:
    persons = dict(_persons(folder / "data.noun"))
    nouns = {noun for noun, first in _first_senses(folder / "index.noun") if noun in persons.get(first, ())}
    nouns = (nouns | _ADDED) - _STRUCK
    TARGET.write_text(HEADER + "".join(f"{noun}\n" for noun in sorted(nouns)), encoding="utf-8")


def _persons(file: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each sense that is a person's, by its offset, with its words as they are spelt."""
    for offset, lexicographers, _, count, *fields in _lines(file):
        if lexicographers == _PERSONS:
            yield offset, tuple(fields[0 : 2 * int(count, 16) : 2])


def _first_senses(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each noun of one word with the offset of its first sense."""
    for noun, _, _, pointers, *fields in _lines(file):
        if _NOUN.fullmatch(noun):
            # The kinds of its pointers, how often it has senses and how many of them were found in texts.
            yield noun, fields[int(pointers) + 2]


def _lines(file: Path) -> Iterator[list[str]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            yield line.split()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
