from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.marking import Mark, Marks


def test_marks_that_overlap_share_a_piece() -> None:
    marks = [Mark(0, 7, "s1", "content"), Mark(3, 11, "s2", "content")]
    pieces = Marks(marks).pieces("he said yes", 0, 11)
    assert [(piece.text, [mark.statement for mark in piece.marks]) for piece in pieces] == [
        ("he ", ["s1"]),
        ("said", ["s1", "s2"]),
        (" yes", ["s2"]),
    ]


def test_a_mark_that_began_before_the_block_covers_its_beginning() -> None:
    [first, second] = Marks([Mark(0, 7, "s1", "content")]).pieces("one\ntwo three", 4, 13)
    assert (first.text, len(first.marks)) == ("two", 1)
    assert (second.text, len(second.marks)) == (" three", 0)


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40))))
def test_the_pieces_joined_are_the_text(text: str, ranges: list[tuple[int, int]]) -> None:
    marks = [Mark(low, low + length, f"s{number}", "content") for number, (low, length) in enumerate(ranges)]
    pieces = Marks(marks).pieces(text, 0, len(text))
    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces:
        for mark in marks:
            touches = mark.start < piece.start + len(piece.text) and piece.start < mark.end
            assert touches == (mark in piece.marks)
