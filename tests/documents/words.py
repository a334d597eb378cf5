"""What a person writes down of a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, by the labels of the encoder.

    Attributes:
        form: as printed.
        tag: fine-grained part of speech (Penn Treebank).
        relation: by which it hangs on its head (ClearNLP), ROOT for the word that the sentence hangs on.
        head: the number of the word that it hangs on, from 0, its own for the root.
        name: its class among those of names: O, B-PERSON, I-PERSON, ...
        lemma: None for the one that rules and tables give for form, tag and relation, as the pipeline has it.
    """

    form: str
    tag: str
    relation: str
    head: int
    name: str = "O"
    lemma: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as printed, and its words, white space left out.

    Raises:
        ValueError: the words are not those of the text, or hang together by no tree.
    """

    text: str
    words: Sequence[Word]

    def __post_init__(self) -> None:
        at = 0
        for word in self.words:
            at = self.text.find(word.form, at)
            if at < 0:
                raise ValueError(f"{word.form!r} is no next word of {self.text!r}")
            at += len(word.form)
        roots = [number for number, word in enumerate(self.words) if word.head == number]
        if [self.words[number].relation for number in roots] != ["ROOT"]:
            raise ValueError(f"one word of {self.text!r} must be the ROOT, and hang on no other")
        for number in range(len(self.words)):
            self._climb(number)

    def _climb(self, number: int) -> None:
        seen: set[int] = set()
        while number not in seen and self.words[number].head != number:
            seen.add(number)
            number = self.words[number].head
        if number in seen:
            raise ValueError(f"{self.words[number].form!r} hangs on itself in {self.text!r}")
