"""What linking compares: an article's narration and its statements, with who made them and what stands around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.linking.copies import Narration
from onrecord.linking.cues import cues_in, negates
from onrecord.linking.parties import Parties, Party
from onrecord.linking.shingles import shingles_of
from onrecord.linking.words import stem, stems, weighed
from onrecord.records import Span
from onrecord.vocabulary import Act, Kind, Polarity, StatementModality

_LONGER = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that a statement claims: `value`, or `low` to `high`, of what is counted; see `onrecord.Quantity`."""

    span: Span
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    counted: str | None
    hedged: bool = False


@dataclass(frozen=True)
class Claim:
    """A statement as linking compares it.

    `key` is its row in the ledger, `number` its place in its article. `around` is the paragraph that it stands in;
    `mentioned` are the parties that the paragraph names, `day` when it was said, or else published, None if neither is
    known. `part_of` is the key of the statement within which it is told, None for most.
    """

    key: int
    id: str
    number: int
    content: tuple[Span, ...]
    cue: Span | None
    around: Span
    kind: Kind
    act: Act
    polarity: Polarity
    modality: StatementModality
    speakers: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    addressees: tuple[Party, ...] = ()
    mentioned: tuple[Party, ...] = ()
    figures: tuple[Figure, ...] = ()
    day: date | None = None
    part_of: int | None = None
    confidence: float = 1.0

    @cached_property
    def words(self) -> str:
        """What was said, its spans in one."""
        return " ".join(span.text for span in self.content)

    @cached_property
    def stems(self) -> list[str]:
        """The stems of what was said, in order."""
        return stems(self.words)

    @cached_property
    def weights(self) -> dict[str, float]:
        """The stems of what was said, with how rare each is."""
        return weighed(self.stems)

    @cached_property
    def weight(self) -> float:
        """How rare these are together."""
        return sum(self.weights.values())

    @cached_property
    def speaking(self) -> Parties:
        """The speakers."""
        return Parties(self.speakers)

    @cached_property
    def speaker_words(self) -> frozenset[str]:
        """The longer words of the speakers' names and roles, as stems."""
        told = " ".join(f"{party.name} {party.role or ''}" for party in self.speakers)
        return frozenset(stem(word) for word in told.split() if len(word) > _LONGER)

    @cached_property
    def meant(self) -> Parties:
        """Whom it is said to or of."""
        return Parties((*self.targets, *self.addressees))

    @cached_property
    def aimed_at(self) -> Parties:
        """The targets."""
        return Parties(self.targets)

    @cached_property
    def naming(self) -> Parties:
        """Those whom the paragraph names."""
        return Parties(self.mentioned)

    @cached_property
    def cues(self) -> frozenset[str]:
        """What words of what was said show of how it belongs to another statement; see `cues_in`."""
        return cues_in(self.words)

    @cached_property
    def cues_beside(self) -> frozenset[str]:
        """What words of its paragraph show that stand before and behind what was said."""
        text, start = self.around.text, self.around.start
        pieces, at = [], 0
        for span in self.content:
            low, high = span.start - start, span.end - start
            if low >= at:
                pieces.append(text[at:low])
                at = high
        return cues_in(" ".join((*pieces, text[at:])))

    @cached_property
    def negates(self) -> bool:
        """Whether a word of what was said negates."""
        return negates(self.stems)

    @cached_property
    def around_weights(self) -> dict[str, float]:
        """The stems of the paragraph, with how rare each is."""
        return weighed(stems(self.around.text))

    @cached_property
    def around_weight(self) -> float:
        """How rare these are together."""
        return sum(self.around_weights.values())


@dataclass(frozen=True)
class Story:
    """An article as linking compares it: `key` is its row in the ledger, `text` its title and paragraphs."""

    key: int
    id: str
    day: date | None
    text: str
    claims: Sequence[Claim] = ()

    @property
    def position(self) -> str:
        """Its place in the order in which articles are compared: by day, those without one last, then by id."""
        return f"{self.day.isoformat() if self.day else '9999-99-99'} {self.id}"

    @cached_property
    def narration(self) -> Narration:
        """What it narrates."""
        return Narration(self.key, self.id, self.position, shingles_of(self.text))

    @cached_property
    def weights(self) -> dict[str, float]:
        """The stems of the text, with how rare each is."""
        return weighed(stems(self.text))
