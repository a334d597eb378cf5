"""Whom the mentions of a document stand for, once they are resolved."""

from collections.abc import Mapping

from spacy.tokens import Token

from onrecord.extraction.attribution import Attribution
from onrecord.extraction.coreference.referents import Referents
from onrecord.extraction.ranges import CharRange


class Coreference:
    """Whom the mentions of a document stand for: the same for everybody who asks.

    It has what was asked for when the document was resolved, and every pronoun for one person.
    """

    def __init__(
        self, sources: Mapping[CharRange, Referents], phrases: Mapping[int, Referents], writing: Referents
    ) -> None:
        self._sources, self._phrases, self._writing = sources, phrases, writing

    def source(self, attribution: Attribution) -> Referents:
        """Return who is meant by the words printed as the source of an attribution, nobody where none is.

        What whoever writes the page says has none.
        """
        if attribution.by_author:
            return self._writing
        return self._sources.get(attribution.source, Referents()) if attribution.source is not None else Referents()

    def of(self, head: Token) -> Referents:
        """Return whom the noun phrase or pronoun with this head stands for, nobody where that was not asked for."""
        return self._phrases.get(head.i, Referents())
