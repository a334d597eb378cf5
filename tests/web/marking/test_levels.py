from onrecord.web.marking import Mark, levels_of


def test_what_lies_in_another_is_underlined_further_below() -> None:
    marks = [Mark(0, 30, "outer", "content"), Mark(10, 20, "inner", "content"), Mark(40, 50, "alone", "content")]
    assert levels_of(marks) == {"outer": 0, "inner": 1, "alone": 0}


def test_a_source_takes_no_level() -> None:
    assert levels_of([Mark(0, 5, "s1", "source"), Mark(6, 9, "s1", "content")]) == {"s1": 0}


def test_the_deepest_share_a_level() -> None:
    marks = [Mark(number, 100 - number, f"s{number}", "content") for number in range(6)]
    assert [levels_of(marks)[f"s{number}"] for number in range(6)] == [0, 1, 2, 3, 3, 3]
