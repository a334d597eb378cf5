"""What is right of the rows of one page is counted so that pages add up."""

from collections import Counter
from typing import Any

from benchmarks.gold_tallies import FIGURES, Figure, shown_statements, speakers
from corpora.real_pages import RealPage, RealStatement
from corpora.speakers import SpokenStatement

WORDS = "the ferry had left"


def row(*names: str, text: str = WORDS) -> dict[str, Any]:
    people = [{"name": name, "role": None, "named": True} for name in names]
    shown = {"confidence": 0.9, "medium": "speech", "act": "assert", "targets": [], "addressees": [], "said_on": None}
    return shown | {"content": [{"start": 15, "end": 15 + len(text), "text": text}], "speakers": people}


def spoken(*names: str) -> SpokenStatement:
    content = frozenset({15, 19, 25, 29})
    return SpokenStatement("part", "article", (0, 9), content, tuple(frozenset({n}) for n in names), 0, ("all",))


def figure(name: str) -> Figure:
    return next(one for one in FIGURES if one.name == name)


def test_a_speaker_is_right_if_named_in_full() -> None:
    asked = [spoken("Ada Orlen")]
    assert speakers(asked, {"statements": [row("Ada Orlen")]}) == {"spoken": 1, "spoken.found": 1, "spoken.right": 1}
    assert speakers(asked, {"statements": [row("Ivo Marek")]})["spoken.right"] == 0
    assert speakers(asked, {"statements": [row("Ada Orlen", text="the ferry")]})["spoken.right"] == 1


def test_a_statement_that_is_not_found_is_asked_and_not_judged() -> None:
    counted = speakers([spoken("Ada Orlen")], {"statements": [row("Ada Orlen", text="the")]})
    assert +counted == {"spoken": 1}


def test_figures_are_made_of_the_sums_of_pages() -> None:
    pages = [Counter({"spoken": 3, "spoken.found": 2, "spoken.right": 1}), Counter({"spoken": 1, "spoken.found": 1})]
    whole = sum(pages, Counter[str]())
    assert figure("found").of(whole) == 0.75
    assert figure("right").of(whole) == 0.25


def test_f1_is_of_what_is_printed_and_what_is_wanted() -> None:
    counts = Counter({"relation": 3, "attributions.printed": 4, "attributions.wanted": 8})
    assert figure("relation").of(counts) == 0.5


def test_a_figure_of_nothing_is_no_error() -> None:
    assert all(0 <= one.of(Counter()) <= 1 for one in FIGURES)


def test_what_is_asked_is_counted_whether_it_is_found_or_not() -> None:
    asked, found = Counter({"answers": 4}), Counter({"kind.ok": 1, "act.ok": 1, "said.ok": 1, "said_on.ok": 1})
    assert figure("answers").of(asked) == 0
    assert figure("answers").of(asked + asked + found) == 0.5


def test_of_real_pages_what_is_shown_and_what_is_required_is_counted() -> None:
    asked = RealStatement(((15, 33),), ("Ada Orlen",), required=True, kind="indirect", medium="speech", act="assert")
    page = RealPage("fnc", "quay", "wire", "Velo", f"Ada Orlen said {WORDS}.", (asked,))
    counted = shown_statements(page, {"statements": [row("Ada Orlen"), row("Ivo Marek") | {"confidence": 0.1}]})
    assert [counted[name] for name in ("shown", "right", "junk", "required", "required, found and right")] == [
        1, 1, 0, 1, 1,
    ]  # fmt: skip
    assert shown_statements(page, {"statements": []})["required"] == 1


def test_a_wrong_speaker_lowers_what_is_right_of_real_pages() -> None:
    counts = Counter({"shown": 4, "right": 3, "wrong speaker": 1})
    right_ones = next(one for one in FIGURES if (one.set, one.name) == ("real pages", "right"))
    assert right_ones.of(counts) == 0.75
    assert not figure("wrong speaker").more_is_better
