"""Which colour a speaker has in one article."""

from collections.abc import Iterable, Mapping

from onrecord.ledger import StatementRow

COLOURS = 8
"""How many colours there are; the ninth speaker has the first again."""

_UNKNOWN = ""


def speaker_key(statement: StatementRow) -> str:
    """Return what stands for the speakers of a statement: the ids of all of them, nothing where none is known."""
    return " ".join(speaker["id"] for speaker in statement["speakers"]) or _UNKNOWN


def colours_of(statements: Iterable[StatementRow]) -> Mapping[str, int]:
    """Return the number of a colour for each `speaker_key`, from 1 in the order given; 0 for unknown speakers."""
    colours: dict[str, int] = {_UNKNOWN: 0}
    for statement in statements:
        colours.setdefault(speaker_key(statement), (len(colours) - 1) % COLOURS + 1)
    return colours
