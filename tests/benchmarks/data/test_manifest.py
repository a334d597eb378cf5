"""The manifest has every set that a benchmark uses, with all that is asked of it."""

import ast
import re
import tomllib
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from benchmarks.data import EvaluationSet, evaluation_sets
from corpora import news
from corpora.location import OWN

ROOT = Path(__file__).parents[3]
SETS = evaluation_sets()
OWN_SETS = [one for one in SETS if one.is_own]
BESIDE = [one for one in SETS if not one.is_own]
# What imports all benchmarks needs the peers that they measure, so that its words are read off its text.
SUBJECTS = re.search(r"_SUBJECTS = (\([^)]*\))", (ROOT / "benchmarks" / "__main__.py").read_text(encoding="utf-8"))
# Scorers are no sets.
NO_SETS = {"polnear/score.py", "cases/score.py"}


def test_each_file_of_gold_and_each_of_its_parts_is_there_once() -> None:
    named = sorted((one.place, one.part) for one in OWN_SETS)
    there = []
    for path in OWN.rglob("*.toml"):
        if path.name != "manifest.toml":
            parts = tomllib.loads(path.read_text(encoding="utf-8")).keys()
            there += [(path.relative_to(OWN).as_posix(), part if len(parts) > 1 else None) for part in parts]
    for ending in ("jsonl", "tsv"):
        there += [(path.relative_to(OWN).as_posix(), None) for path in OWN.rglob(f"*.{ending}")]
    assert named == sorted(there, key=lambda one: (one[0], one[1] or ""))


def test_each_corpus_that_is_read_is_there() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "corpora").rglob("*.py"))
    read = set(re.findall(r'located(?:_module)?\("([^"]+)"\)', sources)) - NO_SETS
    places = {one.place.removeprefix("../shared/") for one in BESIDE}
    assert read <= places
    assert news.COLLECTIONS["worldwide"] in places


@pytest.mark.parametrize("one", SETS, ids=lambda one: one.name)
def test_all_that_is_asked_of_a_set_is_told(one: EvaluationSet) -> None:
    told = (one.name, one.size, one.writer, one.written, one.first_score, one.seen, one.licence)
    assert all(text.strip() for text in told)
    assert one.blind in get_args(get_type_hints(EvaluationSet)["blind"])
    assert one.printed_by
    assert SUBJECTS is not None
    assert set(one.printed_by) <= set(ast.literal_eval(SUBJECTS[1]))
    assert (one.sha256 is None) == one.is_own
    # A day since when, unless it was never seen.
    assert one.seen.startswith("never") or re.match(r"\d{4}-\d\d-\d\d\b", one.seen)


def test_names_are_different() -> None:
    assert len({one.name for one in SETS}) == len(SETS)


@pytest.mark.parametrize("one", BESIDE, ids=lambda one: one.name)
def test_what_is_beside_the_project_is_what_was_measured(one: EvaluationSet, shared: Path) -> None:
    assert shared in one.path.parents
    assert one.is_intact()
