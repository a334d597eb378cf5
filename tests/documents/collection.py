"""The sentences that tests name by their text."""

import shlex
from collections import defaultdict
from functools import cached_property
from pathlib import Path

from spacy.tokens import Doc

from onrecord.records import Article
from tests.documents.annotation import annotate
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

    def document(self, article: Article, file: str = "FILE") -> Doc:
        """Return the annotated document of an article.

        Args:
            article: an article whose title and paragraphs are made of sentences that are in the files.
            file: the file to which the message of the error would have a sentence added.

        Raises:
            MissingSentenceError: a sentence is not in the files; the message has the command to add it.
        """
        titles = [article.title.span] if article.title and article.title.span else []
        sentences: list[Sentence] = []
        for part in sorted([*titles, *article.paragraphs], key=lambda part: part.start):
            found = self.sentences(part.text)
            if found is None:
                given = [*(f"--title={title.text}" for title in titles), *(one.text for one in article.paragraphs)]
                raise MissingSentenceError(
                    f"no file in {self._folder.name}/ has the sentences of {part.text!r}.\n"
                    "Draft them, then read and correct the draft:\n"
                    f"    python -m tests.documents add {file} {shlex.join(given)}"
                )
            sentences += found
        return annotate(article, sentences)

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
