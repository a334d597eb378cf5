"""The user's word on the command line, in a process of its own."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from onrecord import Ledger
from tests.cli.running import Run, run_in
from tests.ledger.linked import put_copy, put_link
from tests.ledger.records import store


@pytest.fixture
def onrecord(tmp_path: Path) -> Run:
    with Ledger(tmp_path / "onrecord.ledger") as ledger:
        store(
            ledger,
            "“The bridge is shut,” Mara Voss said.",
            ("Mara Voss", "The bridge is shut"),
            url="https://herald.example/1",
        )
        store(
            ledger,
            "“It is [red] open,” Mara Lind said.",
            ("Mara Lind", "It is [red] open"),
            url="https://herald.example/2",
        )
        store(ledger, "“I swim,” M. Lind said.", ("M. Lind", "I swim"), url="https://herald.example/3", role=None)
    return lambda *arguments, **options: run_in(tmp_path, *arguments, **options)


def asked(onrecord: Run, *arguments: str) -> Any:
    done = onrecord(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def speakers(onrecord: Run) -> dict[str, list[str]]:
    rows = [json.loads(line) for line in onrecord("export", "statements").stdout.splitlines()]
    return {row["content"][0]["text"]: [one["name"] for one in row["speakers"]] for row in rows}


def test_each_judgement_is_made_listed_and_undone(onrecord: Run) -> None:
    before = speakers(onrecord)
    [bridge] = asked(onrecord, "said", "bridge")
    [swim] = asked(onrecord, "said", "swim")
    for arguments, shown in (
        (("merge", "Mara Voss", "Mara Lind", "--note", "she married"), {"It is [red] open": ["Mara Voss"]}),
        (("rename", "Mara Voss", "M. Voss [sic]"), {"The bridge is shut": ["M. Voss [sic]"]}),
        (("reattribute", bridge["id"], "Ada Orn"), {"The bridge is shut": ["Ada Orn"]}),
    ):
        made = asked(onrecord, *arguments)
        assert speakers(onrecord) == before | shown
        undone = onrecord("undo", made["id"])
        assert (undone.returncode, f"{made['id']} undone: " in undone.stderr) == (0, True)
        assert speakers(onrecord) == before
    assert onrecord("dismiss", swim["id"]).returncode == 0
    assert "I swim" not in speakers(onrecord)
    table = onrecord("judgements").stdout
    assert re.findall(r"^j\d", table, re.MULTILINE) == ["j1", "j2", "j3", "j4"]
    assert "she married" in table
    assert [bool(one["undone_at"]) for one in asked(onrecord, "judgements")] == [True, True, True, False]
    assert onrecord("check").returncode == 0


def test_a_split_by_article_and_by_name(onrecord: Run) -> None:
    asked(onrecord, "merge", "Mara Voss", "Mara Lind")
    made = asked(onrecord, "split", "Mara Voss", "--called", "Mara Lind")
    assert speakers(onrecord)["It is [red] open"] == ["Mara Lind"]
    onrecord("undo", made["id"])
    [open_] = asked(onrecord, "said", "open")
    asked(onrecord, "split", "Mara Voss", "--in", open_["article"]["id"])
    assert speakers(onrecord)["It is [red] open"] == ["Mara Lind"]


def test_entities_are_listed_by_words_and_type_and_linked(onrecord: Run, tmp_path: Path) -> None:
    assert [one["name"] for one in asked(onrecord, "entities", "mara")] == ["Mara Voss", "Mara Lind"]
    assert asked(onrecord, "entities", "--type", "state") == []
    lines = onrecord("entities", "--limit", "1")
    assert len(lines.stdout.splitlines()) == 2
    assert "and 2 more" in lines.stderr
    (tmp_path / "ids.csv").write_text("name,wikidata\nMara Voss,Q42\n")
    [found] = asked(onrecord, "entities", "Voss", "--link", "ids.csv")
    assert found["wikidata"] == "Q42"


@pytest.mark.parametrize(
    ("table", "sign"),
    [
        ("name,wikidata\nNobody,Q1\n", "entity Nobody"),
        ("name,wikidata\nMara Voss,42\n", "ids.csv:2"),
        ("person,wikidata\nMara Voss,Q42\n", "ids.csv:2"),
        (None, "cannot be read"),
    ],
)
def test_a_table_of_ids_that_cannot_be_meant(onrecord: Run, tmp_path: Path, table: str | None, sign: str) -> None:
    if table is not None:
        (tmp_path / "ids.csv").write_text(table)
    done = onrecord("entities", "--link", "ids.csv")
    assert (done.returncode, sign in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def answered(onrecord: Run, keys: str) -> list[tuple[str, bool]]:
    done = onrecord("review", text=keys)
    assert done.returncode == 0, done.stderr
    return [(one["kind"], bool(one["undone_at"])) for one in asked(onrecord, "judgements")]


def test_review_takes_a_key_a_line(onrecord: Run) -> None:
    questions = asked(onrecord, "review")
    assert [one["question"] for one in questions] == ["merge", "speaker", "speaker", "speaker"]
    done = onrecord("review", text="q\n")
    for sign in (
        "Are these the same?",
        "M. Lind",
        "“I swim,” M. Lind said.",
        "mayor 2025-03-04",
        "why: ",
        "[y] the same",
    ):
        assert sign in done.stdout
    assert answered(onrecord, "n\nu\ns\nx\ny\nn\nt\nAda Orn\nq\n") == [
        ("keep_apart", True),
        ("confirm", False),
        ("dismiss", False),
        ("reattribute", False),
    ]
    assert [one["question"] for one in asked(onrecord, "review")] == ["merge"]
    assert answered(onrecord, "y\n")[-1] == ("merge", False)
    assert asked(onrecord, "review") == []
    assert "Nothing is left to ask" in onrecord("review").stderr
    assert "Ada Orn" in [name for names in speakers(onrecord).values() for name in names]


@pytest.mark.parametrize(
    ("arguments", "sign"),
    [
        (("merge", "Mara", "Mara Voss"), "may be several"),
        (("split", "Mara Voss"), "nothing to be split by"),
        (("undo", "j9"), "find its id with `judgements`"),
        (("dismiss", "s000"), "s000"),
        (("entities", "?"), "no word"),
    ],
)
def test_wrong_usage_is_one_plain_error(onrecord: Run, arguments: tuple[str, ...], sign: str) -> None:
    done = onrecord(*arguments)
    assert (done.returncode, sign in done.stderr, "Traceback" in done.stderr) == (2, True, False)


@pytest.fixture
def linked(onrecord: Run, tmp_path: Path) -> str:
    """The id of an unsure link, beside a copy that linking is unsure of too."""
    path = tmp_path / "onrecord.ledger"
    put_copy(path, "https://herald.example/2", "https://herald.example/1", confidence=0.3)
    return put_link(path, "denies", "It is [red] open", "The bridge is shut", confidence=0.45)


def test_a_link_is_confirmed_and_rejected(onrecord: Run, linked: str) -> None:
    done = onrecord("confirm", linked[:8], "--note", "she says so")
    assert (done.returncode, "Undo it with: onrecord undo j1" in done.stderr) == (0, True)
    assert "right: “It is [red] open” denies “The bridge is shut”" in done.stderr
    rows = [json.loads(line) for line in onrecord("export", "links").stdout.splitlines()]
    assert {row["id"]: row["asserted"] for row in rows}[linked] is True
    assert asked(onrecord, "reject", linked)["kind"] == "reject_link"
    assert linked not in onrecord("export", "links").stdout
    rejected = onrecord("export", "links", "--all-versions").stdout.splitlines()
    assert [json.loads(line)["rejected"] for line in rejected if linked in line] == [True]
    assert "she says so" in onrecord("judgements").stdout
    assert onrecord("check").returncode == 0
    done = onrecord("confirm", "l0")
    assert (done.returncode, "find its id with `review" in done.stderr) == (2, True)


def test_review_asks_about_links(onrecord: Run, linked: str) -> None:
    assert [one["question"] for one in asked(onrecord, "review")].count("link") == 2
    # What is asked first is the merge.
    done = onrecord("review", text="s\nq\n")
    for sign in (
        "Does the first deny the second?",
        "Mara Lind  2025-03-04, Bridge closed",
        "“It is [red] open,” Mara Lind said.",
        "“The bridge is shut,” Mara Voss said.",
        "why: as the test says (0.45)",
        "[y] yes  [n] no",
    ):
        assert sign in done.stdout
    assert answered(onrecord, "s\ny\nu\ny\nn\nq\n") == [
        ("confirm_link", True),
        ("confirm_link", False),
        ("reject_link", False),
    ]
    assert [one["question"] for one in asked(onrecord, "review")].count("link") == 0
