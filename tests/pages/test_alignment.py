"""Which blocks are in the main text: by their words, in their order."""

import time

from onrecord.pages.alignment import in_main_text

FIRST = "The town council voted on Tuesday to close the old bridge for the summer."
SECOND = "Engineers had found cracks in two of its arches, and nobody wanted to wait."
THIRD = "The ferry will carry people across in the meantime, every half hour."


def kept(*blocks: str, main: str) -> list[str]:
    return [block for block, told in zip(blocks, in_main_text(blocks, main), strict=True) if told]


def test_white_space_and_punctuation_do_not_count() -> None:
    assert kept(FIRST, SECOND, main=f"{FIRST[:30]}\n{FIRST[30:-1]} | {SECOND.replace(',', ' ,')}") == [FIRST, SECOND]


def test_a_short_block_is_in_it_between_its_neighbours_alone() -> None:
    main = f"{FIRST}\nBridge\n{SECOND}"
    assert in_main_text(["Bridge", FIRST, "Bridge", "News", SECOND, "Bridge"], main) == [
        False,
        True,
        True,
        False,
        True,
        False,
    ]


def test_a_teaser_with_the_words_of_the_story_is_not_in_it_twice() -> None:
    assert in_main_text([SECOND, FIRST, SECOND, THIRD], "\n".join([FIRST, SECOND, THIRD])) == [False, True, True, True]


def test_of_two_orders_the_one_with_more_words_is_kept() -> None:
    assert kept(THIRD, FIRST, SECOND, main="\n".join([FIRST, SECOND, THIRD])) == [FIRST, SECOND]


def test_nothing_is_in_an_empty_text() -> None:
    assert in_main_text([FIRST, "", "News"], "") == [False, False, False]
    assert in_main_text([], FIRST) == []


def test_many_blocks_take_time_in_proportion() -> None:
    def taken(count: int) -> float:
        blocks = [f"{FIRST} This is the story of the day number {number}." for number in range(count)]
        began = time.perf_counter()
        in_main_text(blocks, "\n".join(blocks))
        return time.perf_counter() - began

    taken(100)
    assert min(taken(2000) for _ in range(3)) < 20 * min(taken(400) for _ in range(3))
