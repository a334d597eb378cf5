"""The sentences that tests name by their text."""

import shlex
from collections import defaultdict
from functools import cached_property
from pathlib import Path

from spacy.tokens import Doc

from tests.documents.annotation import annotate
from tests.documents.article import article_of
from tests.documents.conllu import Entry, read
from tests.documents.words import Sentence

FOLDER = Path(__file__).parents[1] / "extraction" / "documents"
"""Where their files are, one for each package that is tested."""


class MissingSentenceError(LookupError):
    """A text has a sentence that nobody has written down."""


class Collection:
    """The sentences of the files in a folder."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder

    @cached_property
    def entries(self) -> dict[str, list[Entry]]:
        """The entries of each file, by its name without the ending."""
        return {file.stem: list(read(file)) for file in sorted(self._folder.glob("*.conllu"))}

    @cached_property
    def _by_opening(self) -> dict[str, list[Sentence]]:
        """The sentences by their first word, the longest first."""
        found: dict[str, list[Sentence]] = defaultdict(list)
        for entry in (entry for entries in self.entries.values() for entry in entries):
            found[entry.sentence.text.split()[0]].append(entry.sentence)
        return {word: sorted(those, key=lambda one: -len(one.text)) for word, those in found.items()}

    def document(self, *paragraphs: str, title: str | None = None, file: str = "FILE") -> Doc:
        """Return the annotated document of an article made from paragraphs.

        Args:
            paragraphs: those of the article, each made of sentences that are in the files.
            title: its title, if it has one.
            file: the file to which the message of the error would have a sentence added.

        Raises:
            MissingSentenceError: a sentence is not in the files; the message has the command to add it.
        """
        sentences: list[Sentence] = []
        for part in ([title] if title else []) + list(paragraphs):
            found = self.sentences(part)
            if found is None:
                told = shlex.join([*(["--title", title] if title else []), *paragraphs])
                raise MissingSentenceError(
                    f"no file in {self._folder.name}/ has the sentences of {part!r}.\n"
                    f"Draft them, then read and correct the draft:\n    python -m tests.documents add {file} {told}"
                )
            sentences += found
        return annotate(article_of(*paragraphs, title=title), sentences)

    def sentences(self, text: str) -> list[Sentence] | None:
        """Return the sentences that `text` is made of, None where one is missing."""
        text = text.strip()
        if not text:
            return []
        for sentence in self._by_opening.get(text.split()[0], ()):
            following = text[len(sentence.text) :]
            if text.startswith(sentence.text) and (not following or following[0].isspace()):
                rest = self.sentences(following)
                if rest is not None:
                    return [sentence, *rest]
        return None
