"""Ranges: what is asked of characters, and that no other kind passes for them."""

import pytest

from onrecord.extraction.ranges import CharRange, PieceRange, TokenRange, WordRange, overlap, share, size, within

WORDS = CharRange(3, 8)


@pytest.mark.parametrize(
    ("inner", "lies"), [((3, 8), True), ((4, 5), True), ((2, 5), False), ((5, 9), False), ((0, 2), False)]
)
def test_a_range_lies_within_another_with_both_its_ends(inner: tuple[int, int], lies: bool) -> None:
    assert within(CharRange(*inner), WORDS) is lies


@pytest.mark.parametrize(("other", "both"), [((7, 9), True), ((0, 4), True), ((8, 9), False), ((0, 3), False)])
def test_ranges_that_only_touch_do_not_overlap(other: tuple[int, int], both: bool) -> None:
    assert overlap(WORDS, CharRange(*other)) is both
    assert overlap(CharRange(*other), WORDS) is both


def test_size_and_share_go_over_all_parts() -> None:
    words = [CharRange(0, 4), CharRange(10, 16)]
    assert size(words) == 10
    assert share(words, [CharRange(2, 12)]) == pytest.approx(0.4)
    assert share(words, [CharRange(4, 10)]) == 0


def test_the_type_checker_keeps_the_kinds_apart() -> None:
    """Each `ignore` is one that mypy asks for: if the kinds were one, it would find them unused, and fail."""
    within(TokenRange(4, 5), WORDS)  # type: ignore[arg-type]
    overlap(WORDS, WordRange(4, 5))  # type: ignore[arg-type]
    size([PieceRange(4, 5)])  # type: ignore[list-item]
    bare: CharRange = (3, 8)  # type: ignore[assignment]
    tokens: TokenRange = WORDS  # type: ignore[assignment]
    pieces: PieceRange = tokens  # type: ignore[assignment]
    words: WordRange = pieces  # type: ignore[assignment]
    # At run time all are pairs.
    assert tuple(words) == tuple(bare)
