"""Words in runs: those that show a link, and those that other words for the same do not have, marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.ledger import SpanRow, StatementRow

type RunKind = Literal["evidence", "changed", "missing"]
"""Words that show a link; that only this text has; that only the other has."""

_BETWEEN = " ... "


@dataclass(frozen=True, slots=True)
class Run:
    """Words, and what they are."""

    text: str
    kinds: tuple[RunKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Differences:
    """How two texts differ, as ranges of each.

    Attributes:
        one: what only the first has.
        other: what only the second has.
        missing: what only the first has, by where in the second it would stand.
    """

    one: Sequence[tuple[int, int]]
    other: Sequence[tuple[int, int]]
    missing: Sequence[tuple[int, str]]


def words_of(statement: StatementRow) -> str:
    """Return the words of a statement as printed, " ... " between two spans."""
    return _BETWEEN.join(span["text"] for span in statement["content"])


def differences(one: str, other: str) -> Differences | None:
    """Return how two texts differ, word by word; None if they have too few words in common to be compared."""
    # Imported here, since most pages need nothing of linking.
    from onrecord.linking import compare_wording  # noqa: PLC0415

    compared = compare_wording(one, other)
    if not compared.alike:
        return None
    differing = [stretch for stretch in compared.stretches if not stretch.same]
    return Differences(
        [stretch.one for stretch in differing],
        [stretch.other for stretch in differing],
        [(stretch.other[0], one[slice(*stretch.one)]) for stretch in differing],
    )


def runs_of(
    statement: StatementRow, *, evidence: Iterable[SpanRow] = (), other: StatementRow | None = None
) -> list[Run]:
    """Return the words of a statement in runs, none of which is marked in part.

    Args:
        statement: whose words.
        evidence: words of its page that show a link; those outside of its words are left out.
        other: a statement of which it is told how this one differs, if it is another wording of that.
    """
    words = words_of(statement)
    shown = [place for span in evidence for place in _within(statement, span)]
    found = differences(words_of(other), words) if other is not None else None
    return text_runs(
        words, evidence=shown, changed=found.other if found else (), missing=found.missing if found else ()
    )


def text_runs(
    text: str,
    *,
    evidence: Iterable[tuple[int, int]] = (),
    changed: Iterable[tuple[int, int]] = (),
    missing: Iterable[tuple[int, str]] = (),
) -> list[Run]:
    """Return a text in runs.

    Args:
        text: the words.
        evidence: ranges of it that show a link.
        changed: ranges that another text does not have.
        missing: what the other has instead, and where; it stands before what is there.
    """
    ranges: list[tuple[int, int, RunKind]] = [(low, high, "changed") for low, high in changed if low < high]
    ranges += [(low, high, "evidence") for low, high in evidence]
    instead = {at: words for at, words in missing if words}
    cuts = {0, len(text), *instead, *(place for low, high, _ in ranges for place in (low, high))}
    runs = []
    for low, high in pairwise(sorted(cuts)):
        runs += [Run(instead[low], ("missing",))] if low in instead else []
        runs.append(Run(text[low:high], tuple(dict.fromkeys(k for a, b, k in ranges if a <= low and high <= b))))
    if len(text) in instead:
        runs.append(Run(instead[len(text)], ("missing",)))
    return runs


def _within(statement: StatementRow, evidence: SpanRow) -> Iterable[tuple[int, int]]:
    """Yield the ranges of `words_of` that evidence covers."""
    begins = 0
    for span in statement["content"]:
        low, high = max(span["start"], evidence["start"]), min(span["end"], evidence["end"])
        if low < high:
            yield begins + low - span["start"], begins + high - span["start"]
        begins += len(span["text"]) + len(_BETWEEN)
