"""Whose statement it is, as far as an article tells."""

from dataclasses import dataclass, replace
from typing import Self

from onrecord.reading.cast import Member

# What is left of a statement's confidence when its speaker had to be worked out from something other than a name.
SURE, ROLE, INHERITED, PRONOUN, EPITHET = 1.0, 0.85, 0.85, 0.8, 0.6


@dataclass(frozen=True, slots=True)
class Voices:
    """The members of the cast who speak (none when that could not be resolved), for whom, to whom, and against whom.

    `sureness`, 0 to 1, is what the statement's confidence is multiplied by.
    """

    speakers: tuple[Member, ...] = ()
    sureness: float = SURE
    on_behalf_of: Member | None = None
    addressees: tuple[Member, ...] = ()
    targets: tuple[Member, ...] = ()

    def inherited(self) -> Self:
        """Return the same voices for a statement that goes on without naming them."""
        return replace(self, sureness=self.sureness * INHERITED, addressees=(), targets=())
