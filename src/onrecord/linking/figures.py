"""Whether two statements give figures of one thing, and whether these agree."""

from collections.abc import Iterator

from onrecord.linking.material import Claim, Figure
from onrecord.linking.words import stems

# Two figures agree that differ by so much of the larger, or by more where one is hedged.
_EXACT, _ROUGH = 0.005, 0.05


def compare_figures(later: Claim, earlier: Claim) -> dict[str, float]:
    """Return what the figures of two statements say of whether they are on the same thing."""
    pairs = list(figure_pairs(later, earlier))
    agreeing = any(agrees for _, _, agrees in pairs)
    return {
        "a figure of the same thing in both": float(bool(pairs)),
        "that figure agrees": float(agreeing),
        "that figure differs": float(bool(pairs) and not agreeing),
        "the same figure": float(any(agree(a, b) for a in later.figures for b in earlier.figures)),
        "figures in both": float(bool(later.figures) and bool(earlier.figures)),
        "a figure only in the later": float(bool(later.figures) and not earlier.figures),
        "a figure only in the earlier": float(bool(earlier.figures) and not later.figures),
    }


def figure_pairs(later: Claim, earlier: Claim) -> Iterator[tuple[Figure, Figure, bool]]:
    """Yield the figures of the two that are of one thing, with whether they agree."""
    for one in later.figures:
        for other in earlier.figures:
            if one.unit == other.unit and _same_thing(one, other):
                yield one, other, agree(one, other)


def _same_thing(one: Figure, other: Figure) -> bool:
    if not one.counted or not other.counted:
        return one.unit is not None
    left, right = set(stems(one.counted)), set(stems(other.counted))
    return bool(left & right)


def agree(one: Figure, other: Figure) -> bool:
    """Say whether two figures of one thing may both hold: as near as they claim to be, or ranges that overlap."""
    if one.value is not None and other.value is not None:
        near = _ROUGH if one.hedged or other.hedged else _EXACT
        return abs(one.value - other.value) <= near * max(abs(one.value), abs(other.value))
    low, high = _range(one)
    least, most = _range(other)
    return low <= most and least <= high


def _range(figure: Figure) -> tuple[float, float]:
    if figure.value is not None:
        return figure.value, figure.value
    low = figure.low if figure.low is not None else float("-inf")
    return low, figure.high if figure.high is not None else float("inf")
