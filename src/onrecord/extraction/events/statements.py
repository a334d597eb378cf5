"""The statements of a document, by their numbers, as far as events ask for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extraction.attribution import Attribution, Nesting
from onrecord.extraction.likelihood import Likelihood
from onrecord.extraction.participants import StatementParticipants
from onrecord.extraction.temporal import UtteranceTime
from onrecord.vocabulary import Act


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of a document.

    Attributes:
        attributions: its attribution relations.
        participants: who speaks in each, to whom and against whom.
        nesting: which of them stand in the words of which.
        days: when each was said.
        likelihoods: how likely each is right.
    """

    attributions: Sequence[Attribution]
    participants: Sequence[StatementParticipants]
    nesting: Nesting
    days: Sequence[UtteranceTime]
    likelihoods: Sequence[Likelihood]

    def act(self, number: int | None) -> Act | None:
        """Return what a statement does, "accuse"; None where there is no statement, since the narrator tells."""
        return self.attributions[number].act if number is not None else None
