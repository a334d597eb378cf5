"""`show --why`, in a process of its own."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Ledger, Reason
from tests.cli.running import Run, run_in
from tests.ledger.records import make_page, read

REASONS = (
    Reason("content", "score/content", 0.97),
    Reason("speaker", "sieve/likeliest-before", 0.7),
    Reason("speaker", "score/alternative", 0.25, "Ada \x1b[31mLin"),
    Reason("confidence", "score/calibration", 0.91),
)


@pytest.fixture
def onrecord(tmp_path: Path) -> Run:
    """A ledger with a statement of which reasons were kept, and one of which none were."""
    with Ledger(tmp_path / "onrecord.ledger") as ledger:
        for text, reasons, reader in (
            ("“The bridge is shut,” Lin Orn said.", REASONS, "onrecord 9"),
            ("“The bridge is open,” Lin Orn said.", (), "onrecord 0.0"),
        ):
            page = make_page(text)
            [article] = read(page, ("Lin Orn", text[1 : text.index(",")]))
            [said] = article.statements
            told = replace(article, statements=(replace(said, reasons=reasons),))
            assert ledger.add_page(page, [told], reader=reader)
    return lambda *arguments, **options: run_in(tmp_path, *arguments, **options)


def _id(onrecord: Run, words: str) -> str:
    [found] = json.loads(onrecord("said", words, "--json").stdout)
    return str(found["id"])


def test_each_field_is_shown_with_what_gave_it(onrecord: Run) -> None:
    shown = onrecord("show", _id(onrecord, "shut"), "--why").stdout
    content, *speaker, confidence = [line for line in shown.splitlines() if line[:1] != " "][1:]
    assert content.startswith("content")
    assert len(speaker) == 1
    assert speaker[0].startswith("speaker")
    assert confidence.startswith("confidence")
    assert "likeliest-before" in shown
    assert "0.25" in shown
    assert "\x1b" not in shown


def test_a_program_is_given_the_same_as_json(onrecord: Run) -> None:
    found = json.loads(onrecord("show", _id(onrecord, "shut"), "--why", "--json").stdout)
    assert [one["by"] for one in found["reasons"]] == [one.by for one in REASONS]


def test_of_what_an_earlier_reader_read_only_that_reader_is_shown(onrecord: Run) -> None:
    assert onrecord("show", _id(onrecord, "open"), "--why").stdout == "read by onrecord 0.0\n"


def test_only_a_statement_is_explained(onrecord: Run) -> None:
    done = onrecord("show", "Lin Orn", "--why")
    assert done.returncode == 2
    assert "--why Lin Orn: is not the id of a statement" in done.stderr


def test_review_names_who_else_may_have_said_it(onrecord: Run) -> None:
    shown = onrecord("review", text="q\n").stdout
    assert "Did Lin Orn say this?" in shown
    assert "or was it: Ada " in shown
    assert "(0.25)" in shown
