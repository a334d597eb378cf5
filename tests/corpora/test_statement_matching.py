"""Which statements shown are which of those annotated, on a small article of invented people."""

from typing import Any

from corpora.real_pages import ANYBODY, RealPage, RealStatement
from corpora.statement_matching import Matching, content_words, matched, shared

TEXT = (
    "Ada Orlen said that the old mill by the river had closed for good last winter.\n"
    '"The roof is gone," said Ivo Marek. "Nobody will pay for a new one."\n'
    "Orlen said Marek had promised to rebuild the mill before the autumn."
)
MILL = "the old mill by the river had closed for good last winter"
ROOF, PAY = '"The roof is gone,"', '"Nobody will pay for a new one."'
OUTER, INNER = "Marek had promised to rebuild the mill before the autumn", "to rebuild the mill before the autumn"


def places(*words: str) -> list[tuple[int, int]]:
    return [(TEXT.index(one), TEXT.index(one) + len(one)) for one in words]


def asked(speaker: str, *content: str, required: bool = True) -> RealStatement:
    return RealStatement(tuple(places(*content)), (speaker,), required, "indirect", "speech", "assert")


def given(speaker: str, *content: str) -> dict[str, Any]:
    spans = [{"start": start, "end": end, "text": TEXT[start:end]} for start, end in places(*content)]
    speakers = [{"name": speaker, "role": None, "named": True}] if speaker else []
    return {"content": spans, "speakers": speakers}


def judged(annotated: list[RealStatement], *shown: dict[str, Any]) -> Matching:
    return matched(RealPage("fnc", "a", "wire", "Kestria", TEXT, tuple(annotated)), shown)


def test_right_words_by_the_right_speaker_are_right() -> None:
    found = judged([asked("Ada Orlen", MILL)], given("Ada Orlen", MILL))
    assert found == Matching(("right",), ((0,),))


def test_a_that_which_opens_the_content_is_no_part_of_it() -> None:
    assert judged([asked("Ada Orlen", MILL)], given("Ada Orlen", f"that {MILL}")).verdicts == ("right",)
    assert content_words(TEXT, places("that the old")) == content_words(TEXT, places("the old"))
    assert content_words(TEXT, places("said that the")) != content_words(TEXT, places("that the"))


def test_words_need_not_all_be_there_but_most() -> None:
    some = MILL.removesuffix(" last winter")
    assert judged([asked("Ada Orlen", MILL)], given("Ada Orlen", some)).verdicts == ("right",)
    assert judged([asked("Ada Orlen", MILL)], given("Ada Orlen", "the old mill by the river")).verdicts == (
        "wrong cut",
    )


def test_another_speaker_and_nobody_are_wrong_whatever_the_cut() -> None:
    for speaker in ("Ivo Marek", ""):
        for content in (MILL, "the old mill by the river"):
            found = judged([asked("Ada Orlen", MILL)], given(speaker, content))
            assert found == Matching(("wrong speaker",), ((0,),))


def test_of_a_statement_of_unknown_speaker_any_is_right() -> None:
    for speaker in ("Ivo Marek", ""):
        assert judged([asked(ANYBODY, MILL)], given(speaker, MILL)).verdicts == ("right",)


def test_what_nobody_annotated_is_junk_and_what_is_not_shown_is_missed() -> None:
    found = judged([asked("Ada Orlen", MILL)], given("Ivo Marek", ROOF))
    assert found == Matching(("junk",), ((),))


def test_what_is_annotated_as_not_required_is_not_junk() -> None:
    found = judged([asked("Ada Orlen", MILL, required=False)], given("Ada Orlen", MILL))
    assert found.verdicts == ("right",)


def test_what_is_said_again_is_junk() -> None:
    found = judged([asked("Ada Orlen", MILL)], given("Ivo Marek", MILL), given("Ada Orlen", MILL))
    assert found == Matching(("junk", "right"), ((1,),))
    part = given("Ada Orlen", "had closed for good last winter")
    assert judged([asked("Ada Orlen", MILL)], part, given("Ada Orlen", MILL)).verdicts == ("junk", "right")


def test_a_quotation_shown_in_two_pieces_is_right() -> None:
    annotated = [asked("Ivo Marek", ROOF, PAY)]
    found = judged(annotated, given("Ivo Marek", ROOF), given("Ivo Marek", PAY))
    assert found.verdicts == ("right", "right")
    assert sorted(found.partners[0]) == [0, 1]
    one_by_another = judged(annotated, given("Ivo Marek", ROOF), given("Ada Orlen", PAY))
    assert one_by_another.verdicts == ("wrong cut", "wrong speaker")


def test_one_piece_of_two_is_a_wrong_cut() -> None:
    assert judged([asked("Ivo Marek", ROOF, PAY)], given("Ivo Marek", PAY)).verdicts == ("wrong cut",)


def test_two_quotations_of_one_speaker_shown_as_one_are_right() -> None:
    shown = given("Ivo Marek", ROOF, PAY)
    assert judged([asked("Ivo Marek", ROOF), asked("Ivo Marek", PAY)], shown) == Matching(("right",), ((0,), (0,)))
    other = judged([asked("Ada Orlen", ROOF), asked("Ivo Marek", PAY)], shown)
    assert other == Matching(("wrong cut",), ((), (0,)))


def test_a_statement_within_another_is_its_own() -> None:
    annotated = [asked("Ada Orlen", OUTER), asked("Ivo Marek", INNER)]
    both = judged(annotated, given("Ivo Marek", INNER), given("Ada Orlen", OUTER))
    assert both == Matching(("right", "right"), ((1,), (0,)))
    assert judged(annotated, given("Ada Orlen", OUTER)) == Matching(("right",), ((0,), ()))


def test_a_small_piece_of_a_statement_is_no_junk_but_does_not_find_it() -> None:
    small = "the river"
    assert judged([asked("Ada Orlen", MILL)], given("Ada Orlen", small)) == Matching(("wrong cut",), ((),))
    assert judged([asked("Ada Orlen", MILL)], given("Ivo Marek", small)) == Matching(("wrong speaker",), ((),))


def test_words_are_shared_out_of_all_that_either_has() -> None:
    assert shared(frozenset({1, 2, 3}), frozenset({2, 3, 4})) == 0.5
    assert shared(frozenset(), frozenset()) == 0
