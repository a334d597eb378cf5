"""Rows of two exports are matched, compared and counted by kind."""

from typing import Any

from benchmarks.row_changes import GONE, NEW, Change, changes, compared, drawn, plain, words_around
from onrecord import Span


def entity(name: str, id_: str = "e1", **more: Any) -> dict[str, Any]:
    return {"id": id_, "name": name, "named": True, "role": None, **more}


def statement(id_: str, *speakers: dict[str, Any], act: str = "assert") -> dict[str, Any]:
    return {"id": id_, "page": {"path": "a.txt"}, "article": {"id": "a"}, "speakers": list(speakers), "act": act}


def kinds(found: list[Change]) -> list[tuple[str, str]]:
    return [(change.kind, change.row["id"]) for change in found]


def test_rows_are_matched_by_id_and_not_by_place_in_the_export() -> None:
    before = [statement("s1", entity("Ines Roth")), statement("s2", entity("Ivo Marek"))]
    assert list(changes("statements", before, before[::-1])) == []


def test_each_field_that_differs_is_a_change_of_its_own() -> None:
    before, after = statement("s1", entity("Ines Roth")), statement("s1", entity("Ivo Marek"), act="deny")
    found = list(changes("statements", [before], [after]))
    assert kinds(found) == [("speakers", "s1"), ("act", "s1")]
    assert all((change.before, change.after) == (before, after) for change in found)


def test_rows_of_one_export_alone_are_new_or_gone() -> None:
    found = list(changes("statements", [statement("s1")], [statement("s2")]))
    assert kinds(found) == [(NEW, "s2"), (GONE, "s1")]


def test_a_field_that_one_version_lacks_differs_unless_it_says_nothing() -> None:
    before = statement("s1")
    assert kinds(list(changes("statements", [before], [before | {"polarity": "positive"}]))) == [("polarity", "s1")]
    assert list(changes("statements", [before], [before | {"polarity": None}])) == []


def test_the_page_and_the_article_of_a_row_are_not_compared() -> None:
    before = statement("s1")
    assert list(changes("statements", [before], [before | {"article": {"id": "b"}}])) == []


def test_entities_are_compared_by_name_and_sector() -> None:
    assert plain([entity("Ines Roth", "e1")]) == plain([entity("Ines Roth", "e2", role="mayor")])
    assert plain([entity("Ines Roth", sector="GOV")]) != plain([entity("Ines Roth", sector="CVL")])
    assert plain([entity("Ines Roth")]) != plain([])
    assert plain(None) is None


def test_one_entity_under_two_names_is_told_from_two_entities() -> None:
    ines, renamed = statement("s1", entity("Ines Roth")), statement("s1", entity("Ines M. Roth"))
    other = statement("s1", entity("Ivo Marek", "e2"))
    assert Change("statements", "speakers", ines, renamed).same_entities
    assert not Change("statements", "speakers", ines, other).same_entities
    assert not Change("statements", "act", ines, ines | {"act": "deny"}).same_entities
    assert not Change("statements", NEW, None, ines).same_entities


def test_fields_are_counted_in_the_rows_that_both_exports_have() -> None:
    before = [statement("s1"), statement("s2"), statement("s3")]
    counts = compared("statements", before, [statement("s1"), statement("s4")])
    assert counts["statements", "speakers"] == 1
    assert (counts["statements", NEW], counts["statements", GONE]) == (2, 3)
    assert ("statements", "page") not in counts


def test_the_same_examples_are_drawn_each_time_in_their_order() -> None:
    those = list(range(100))
    chosen = drawn(those, 10)
    assert chosen == drawn(those, 10) == sorted(chosen)
    assert len(set(chosen)) == 10
    assert chosen != those[:10]
    assert drawn(those[:3], 10) == [0, 1, 2]


def test_the_words_around_have_the_row_in_brackets_on_one_line() -> None:
    text = "The ship left.\nInes Roth said so."
    assert words_around(text, [Span(15, 24, "Ines Roth")]) == "The ship left. [Ines Roth] said so."
    far = "a " * 200 + "Roth" + " b" * 200
    assert words_around(far, [Span(400, 404, "Roth")]).startswith("…")
    assert words_around(far, [Span(400, 404, "Roth")]).endswith("…")


def test_parts_of_a_row_are_compared_without_their_page() -> None:
    appearance = {"page": {"path": "a.txt"}, "article": {"id": "a"}, "name": "Roth", "mentions": []}
    assert plain([appearance]) == plain([appearance | {"page": {"path": "b.txt"}}])
    assert plain([appearance]) != plain([appearance | {"name": "Marek"}])
