"""What outlets made of a quotation: each printing of other words beside the first one, with what differs marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.ledger import PrintingRow, UtteranceRow
from onrecord.web.marking import Run, differences, text_runs

_GRAVE = frozenset({"word", "meaning"})


@dataclass(frozen=True, slots=True)
class Altered:
    """A printing of a quotation in other words; `runs` are these, with what differs from the first marked."""

    printing: PrintingRow
    runs: Sequence[Run]


@dataclass(frozen=True, slots=True)
class AlteredQuote:
    """A quotation with its first direct printing, and those that have other words."""

    utterance: UtteranceRow
    first: PrintingRow
    others: Sequence[Altered]


def altered_quotes_of(utterances: Iterable[UtteranceRow]) -> list[AlteredQuote]:
    """Return utterances with the printings that have other words than the first direct one."""
    quotes = []
    for utterance in utterances:
        first = next(one for one in utterance["printings"] if one["kind"] == "direct")
        others = [_altered(first, one) for one in utterance["printings"] if one["difference"] in _GRAVE]
        quotes.append(AlteredQuote(utterance, first, others))
    return quotes


def _altered(first: PrintingRow, other: PrintingRow) -> Altered:
    found = differences(first["text"], other["text"])
    if found is None:
        return Altered(other, text_runs(other["text"]))
    return Altered(other, text_runs(other["text"], changed=found.other, missing=found.missing))
