"""Make the lexicon of what verbs and nouns are used for, from WordNet: for telling, for thinking and feeling.

    python -m training.cue_classes FOLDER

FOLDER holds `data.verb`, `data.noun` and `cntlist.rev` of WordNet 3.0 (Debian's package `wordnet-base` puts them into
/usr/share/wordnet). WordNet's lexicographers sorted senses into files (communication, cognition, emotion, ...), and its
texts tell how often each sense is meant: the shares of a word's uses are those of its senses, each with a little more
than it was found.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "onrecord" / "lexicons" / "cue_classes.tsv"
HEADER = """\
# What verbs and nouns are used for: for telling something, and for thinking, feeling or perceiving it. "Say" tells in
# nearly all its uses, "observe" in some; a word that is not here does neither.
# Source: WordNet 3.0, its senses by lexicographers' files, weighted by how often its texts have them; made by
# `python -m training.cue_classes`.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Licence: WordNet's, which permits to use,
# copy, modify and distribute for any purpose, with this notice.
# Columns: lemma, part of speech, share of uses for telling, share for thinking, feeling or perceiving.
"""
_FILES = {
    "VERB": ("data.verb", {"32"}, {"31", "37", "39"}),
    "NOUN": ("data.noun", {"10"}, {"09", "12"}),
}
_PARTS = {"1": "NOUN", "2": "VERB"}
# What each sense is given beside the times that it was found.
_UNSEEN = 0.5
_LEAST = 0.05


def main(folder: Path) -> None:
    found = dict(_found(folder / "cntlist.rev"))
    lines = []
    for part, (name, telling, thinking) in _FILES.items():
        uses: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for lexicographers, word, number in _senses(folder / name):
            uses[word][lexicographers] += found.get((word, part, lexicographers, number), 0) + _UNSEEN
        for word, files in uses.items():
            shares = [sum(files[one] for one in some) / sum(files.values()) for some in (telling, thinking)]
            if word.isalpha() and max(shares) >= _LEAST:
                lines.append(f"{word}\t{part}\t{shares[0]:.2f}\t{shares[1]:.2f}\n")
    TARGET.write_text(HEADER + "".join(sorted(lines)), encoding="utf-8")


def _found(file: Path) -> Iterator[tuple[tuple[str, str, str, str], int]]:
    """Yield how often senses of verbs and nouns were found, by word, part of speech, file and number in the file."""
    for line in file.read_text(encoding="utf-8").splitlines():
        key, _, count = line.split()
        word, _, sense = key.partition("%")
        part, lexicographers, number, *_ = sense.split(":")
        if part in _PARTS:
            yield (word, _PARTS[part], lexicographers, number), int(count)


def _senses(file: Path) -> Iterator[tuple[str, str, str]]:
    """Yield each word of each sense: the file that lexicographers put it into, the word, its number in that file."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            _, lexicographers, _, count, *fields = line.partition(" | ")[0].split()
            for at in range(0, 2 * int(count, 16), 2):
                yield lexicographers, fields[at].lower(), f"{int(fields[at + 1], 16):02d}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
