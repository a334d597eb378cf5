"""The relation that attribution finds."""

from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from onrecord.extraction.document import text_of
from onrecord.extraction.ranges import CharRange
from onrecord.records import Reason
from onrecord.vocabulary import Act, Medium, StatementModality


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution relation of a document, after PARC and PolNeAR: source, cue and content.

    `content` has at least one range, in order; `source` and `cue` are None where the text prints none. A quotation
    that stands free, in a paragraph of its own, has the source and cue of the relation it goes on from, and
    `inherited` is set. A paragraph of a turn of a transcript has the turn's label as source, and `labelled` is set.
    `by_author` is set where whoever writes the page says it, whom the text need not name: a question of an interview.
    `modality` tells whether the words were said at all. `confidence` is the estimated probability, 0 to 1, that content
    and source are right. `reasons` tell which scores and rules gave it.
    """

    source: CharRange | None
    cue: CharRange | None
    content: tuple[CharRange, ...]
    medium: Medium
    act: Act
    confidence: float
    inherited: bool = False
    labelled: bool = False
    by_author: bool = False
    modality: StatementModality = "said"
    reasons: tuple[Reason, ...] = field(default=(), compare=False)

    def is_labelled(self, doc: Doc) -> bool:
        """Say whether a speaker's label tells it ("MAREK: ..."), and no word of saying."""
        return self.labelled or (self.cue is not None and text_of(doc)[slice(*self.cue)] == ":")

    def cue_in(self, doc: Doc) -> DocSpan | None:
        """Return the words of the cue in the document that the relation was found in, None where none is printed."""
        return doc.char_span(*self.cue, alignment_mode="expand") if self.cue is not None else None
