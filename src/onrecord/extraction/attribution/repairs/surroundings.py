"""What a repair may look at beside the relation that it puts right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.extraction.attribution.decoding import DecodedRelation
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.document import text_of
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.ranges import CharRange, Neighbours, TokenRange


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is found in a document, to be looked at and not to be changed.

    Attributes:
        doc: the document after the language pass.
        text: its text.
        quotations: its quotations, in order.
        quotes: the same, by where they stand.
        turns: the turns of a transcript, each from its label to its end, or the questions and answers of an interview.
        hints: what the candidate rules found beside the turns, in order.
        hints_by_content: the same, by their words.
        hints_by_cue: the same, by their cues.
        found: what the model found, by content and cue.
    """

    doc: Doc
    text: str
    quotations: Sequence[Quotation]
    quotes: Neighbours[Quotation]
    turns: Neighbours[CharRange]
    hints: Sequence[Attribution]
    hints_by_content: Neighbours[Attribution]
    hints_by_cue: Neighbours[Attribution]
    found: Neighbours[DecodedRelation]

    @classmethod
    def of(
        cls,
        doc: Doc,
        found: Iterable[DecodedRelation],
        turns: Sequence[Attribution],
        hints: Sequence[Attribution],
        quotations: Sequence[Quotation],
    ) -> "Surroundings":
        """Return the surroundings of the relations `found` in `doc`."""
        # In an interview without labels who answers is named far above.
        apart = any(turn.by_author for turn in turns)
        whole = [words for turn in turns for words in (turn.content if apart else _from_label(turn))]
        return cls(
            doc=doc,
            text=text_of(doc),
            quotations=quotations,
            quotes=Neighbours((quote, [quote.where]) for quote in quotations),
            turns=Neighbours((turn, [turn]) for turn in whole),
            hints=hints,
            hints_by_content=Neighbours((hint, hint.content) for hint in hints),
            hints_by_cue=Neighbours((hint, [hint.cue]) for hint in hints if hint.cue),
            found=Neighbours((one, [*one.content, *([one.cue] if one.cue else [])]) for one in found),
        )

    def others(self, one: DecodedRelation, words: Sequence[TokenRange]) -> list[DecodedRelation]:
        """Return what the model found near `words` but for `one`."""
        return [other for other in self.found.near(words) if other is not one]

    def hints_at(self, cue: CharRange | None) -> list[Attribution]:
        """Return the hints whose cue stands near `cue`."""
        return self.hints_by_cue.near([cue] if cue is not None else [])


def _from_label(turn: Attribution) -> tuple[CharRange, ...]:
    if turn.source is None:
        return turn.content
    ranges = (turn.source, *turn.content)
    return (CharRange(min(start for start, _ in ranges), max(end for _, end in ranges)),)
