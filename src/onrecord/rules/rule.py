"""What a rule is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, cast, get_args

from onrecord.rules.entry_tables import Entry, Example, entry

type RuleKind = Literal["candidate", "repair", "veto", "sieve", "decision"]
"""What a rule does.

- `candidate`: from words to what may be a relation ("a clause behind a verb of saying").
- `repair`: from a relation to the same one put right, to several, or to none.
- `veto`: tells that what was found is none, a relation or a quantity.
- `sieve`: from a mention and the discourse to its antecedent (Raghunathan et al. 2010; Lee et al. 2013).
- `decision`: a row of a decision table: the act of a statement, the modality of an event.
"""

KINDS: tuple[RuleKind, ...] = get_args(RuleKind.__value__)
"""The kinds of rules, in the order in which a document meets them."""


@dataclass(frozen=True, slots=True)
class Rule[Apply: Callable[..., object]]:
    """One rule: what it is called, and what it does.

    Rules of one kind stand in one tuple, in the order in which they are asked. What is told of a rule is its `entry`,
    which is read only when somebody asks, so that reading an article does not wait for it.

    Attributes:
        id: its kind and its name, "veto/refused"; it is kept with what the rule said, so it is never given to another.
        apply: what it does; how it is called is for the driver of its tuple to say.
        confidence: how often what it proposes is right, 0 to 1, where that was counted; None where it was not.
    """

    id: str
    apply: Apply
    confidence: float | None = None

    @property
    def kind(self) -> RuleKind:
        """What the rule does: the first part of its identifier."""
        return cast("RuleKind", self.id.partition("/")[0])

    @property
    def entry(self) -> Entry:
        """What is told of the rule; KeyError where nothing is."""
        return entry(self.id)

    @property
    def says(self) -> str:
        """What the rule says, in a sentence for whoever reads a record."""
        return self.entry.says

    @property
    def examples(self) -> tuple[Example, ...]:
        """Short texts in which it speaks, with what they give by it and would not give without it."""
        return self.entry.examples

    @property
    def counterexamples(self) -> tuple[str, ...]:
        """Short texts that are nearly the same, in which it keeps silent."""
        return self.entry.counterexamples

    @property
    def source(self) -> str | None:
        """The paper or manual that it is from, None where it is from looking at pages."""
        return self.entry.source
