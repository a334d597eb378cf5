"""What is wrong on a real page is told in a line each."""

from benchmarks.real_pages import wrong
from benchmarks.real_scores import judged_page
from tests.benchmarks.test_real_scores import ADA, IVO, PAGE, row


def test_each_that_is_wrong_is_told_with_what_was_asked() -> None:
    hidden = row("the town for it", IVO, confidence=0.2)
    lines = list(wrong(judged_page(PAGE, [row("the mill had closed", IVO), row("said Orlen", ADA), hidden])))
    assert lines == [
        "a: wrong speaker: Ivo Marek: the mill had closed (speech 0.90); asked Ada Orlen: the mill had closed",
        "a: junk: Ada Orlen: said Orlen (speech 0.90)",
        "a: missed: Ivo Marek: the town for it; hidden Ivo Marek: the town for it (speech 0.20)",
    ]


def test_of_a_page_without_faults_nothing_is_told() -> None:
    rows = [row("the mill had closed", ADA), row("the town for it", IVO), row("The bridge is safe", ADA)]
    assert list(wrong(judged_page(PAGE, rows))) == []
    assert list(wrong(judged_page(PAGE, rows[:2]))) == []
