"""A printed number among its words: what vetoes and ages look at."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.extraction.document import PARTS
from onrecord.extraction.entities import Discourse
from onrecord.extraction.quantities.printed_quantities import PrintedQuantity
from onrecord.extraction.quantities.units import SHARE
from onrecord.extraction.syntax import NOUN_TAGS

# Of names "12" is a part, but of their plurals: "12 Greens".
_COUNTED = NOUN_TAGS - {"NNP"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quantity as printed, which may claim something or nothing.

    Attributes:
        doc: the document.
        text: its text.
        discourse: who is named in it.
        quantity: the number with its unit, range and hedge.
        first: the first word of the number alone, without its unit.
        last: the last word of it.
        part: what kind of part of the article it stands in, "title", "paragraph", ...
        part_start: where that part starts.
        forms: the expressions of what is printed there ("70th") that the number is in; see `forms`.
        in_a_time: whether it is in an expression of time.
    """

    doc: Doc
    text: str
    discourse: Discourse
    quantity: PrintedQuantity
    first: Token
    last: Token
    part: str
    part_start: int
    forms: Collection[str]
    in_a_time: bool

    @property
    def printed(self) -> str:
        """The number as printed, without its unit."""
        return self.text[slice(*self.quantity.number)]

    @property
    def is_bare(self) -> bool:
        """Whether no unit tells that it measures something: "12 men" and "12 %", not "12 km"."""
        return self.quantity.unit is None or self.quantity.unit == SHARE

    @property
    def before(self) -> Token | None:
        """The word before the number."""
        return self.token(-1)

    @property
    def after(self) -> Token | None:
        """The word behind the number."""
        return self.token(1)

    def token(self, offset: int) -> Token | None:
        """Return the word so many words before its first (-1, ...) or behind its last (1, ...), None where none is."""
        at = self.first.i + offset if offset < 0 else self.last.i + offset
        return self.doc[at] if 0 <= at < len(self.doc) else None

    def noun(self) -> Token | None:
        """Return the noun behind the number that it says the number of: "12 boats", not "Pier 12 burned"."""
        head = self.last.head
        if self.last.dep_ not in {"nummod", "quantmod", "compound"} or head.dep_ == "ROOT":
            return None
        return head if head.i > self.last.i and head.tag_ in _COUNTED else None


def parts_of(doc: Doc) -> Sequence[tuple[int, str]]:
    """Return where each part of a document starts, and what kind it is."""
    return [(span.start_char, span.label_) for span in doc.spans.get(PARTS, ())]
