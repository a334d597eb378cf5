"""A word that tells of an event, with what stands around it: what the table of factuality looks at."""

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.extraction.syntax import VerbGroup, dependents, governing_verb

_ABOUT = {"about", "against", "for", "of", "to", "with"}


@dataclass(frozen=True, slots=True)
class Telling:
    """A word that tells of an event, or whose verb does.

    Attributes:
        word: the verb or noun.
        group: the verb with its auxiliaries.
        title: it stands in a title, where the present tense tells of what has happened.
        reported: it is told of in a statement, where "would" may be "will".
    """

    word: Token
    group: VerbGroup
    title: bool
    reported: bool

    @property
    def is_noun(self) -> bool:
        """Say whether a noun tells of it: "the attack", but not "attacked"."""
        return self.word.pos_ == "NOUN"

    @property
    def is_object(self) -> bool:
        """Say whether a noun tells of it that the verb above is about: "planned an attack", not "the attack went"."""
        word = self.word
        behind = word.dep_ == "pobj" and word.head.lower_ in _ABOUT and word.head.head == self.above
        return self.is_noun and (behind or word.dep_ in {"dobj", "nsubjpass"})

    @property
    def is_infinitive(self) -> bool:
        """Say whether a verb tells of it that stands with "to": "to attack", "to be attacked"."""
        return not self.is_noun and self.group.infinitive

    @property
    def is_participle(self) -> bool:
        """Say whether a verb in "-ing" tells of it: "attacking the port", "was attacking"."""
        return not self.is_noun and self.group.form == "VBG"

    @property
    def beside(self) -> set[str]:
        """Return the words that hang on the word, in lower case."""
        return {child.lower_ for child in dependents(self.word)}

    @property
    def above(self) -> Token | None:
        """Return the nearest verb above the word."""
        return governing_verb(self.word)

    @property
    def above_lemma(self) -> str:
        """Return the lemma of the nearest verb above, "" where there is none."""
        above = self.above
        return above.lemma_.casefold() if above is not None else ""

    @property
    def head_lemma(self) -> str:
        """Return the lemma of the word that it hangs on, its own where it is the head of the sentence."""
        return self.word.head.lemma_.casefold()
