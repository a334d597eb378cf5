"""The annotation of real pages: texts are those that were annotated, and nothing of their words is in the project."""

import gzip
import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from corpora import location
from corpora.location import OWN
from corpora.real_pages import RealPageError, RealStatement, read_page, real_pages
from onrecord.vocabulary import VOCABULARIES

TEXT = "Ada Orlen said the mill had closed."
TOLD = {
    "corpus": "fnc",
    "name": "fnc_7",
    "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    "genre": "wire",
    "country": "Kestria",
    "statements": [
        {
            "content": [[15, 34]],
            "cue": [10, 14],
            "speakers": ["Ada Orlen"],
            "required": True,
            "kind": "indirect",
            "medium": "speech",
            "act": "assert",
        }
    ],
}
PARTS = ("open", "sealed")


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(location, "SHARED", tmp_path)
    line = json.dumps({"url": "https://fnc.example/train/7", "text": TEXT})
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "fnc.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    return tmp_path / "news"


@pytest.mark.usefixtures("news")
def test_a_page_is_its_text_with_its_statements() -> None:
    page = read_page(TOLD)
    assert page.text == TEXT
    assert page.statements == (
        RealStatement(((15, 34),), ("Ada Orlen",), True, "indirect", "speech", "assert", cue=(10, 14)),
    )


@pytest.mark.usefixtures("news")
def test_another_text_than_was_annotated_is_refused() -> None:
    with pytest.raises(RealPageError, match="fnc: the page fnc_7 has not the checksum of the text that was annotated"):
        read_page(TOLD | {"sha256": "0" * 64})
    with pytest.raises(RealPageError, match=r"the page fnc_8 is not there; put the file .* there"):
        read_page(TOLD | {"name": "fnc_8"})


def told(part: str) -> list[dict[str, Any]]:
    pages: list[dict[str, Any]] = tomllib.loads((OWN / "real" / f"{part}.toml").read_text(encoding="utf-8"))["page"]
    return pages


@pytest.mark.parametrize("part", PARTS)
def test_no_sentence_of_a_page_is_in_the_annotation(part: str) -> None:
    for page in told(part):
        for one in page["statements"]:
            names = (*one["speakers"], *one.get("targets", ()), one.get("said_on", ""))
            assert all(len(name) <= 90 for name in names)
            assert all(isinstance(edge, int) for place in one["content"] for edge in place)


@pytest.mark.parametrize("part", PARTS)
def test_each_statement_has_values_that_are_known_and_places_in_order(part: str) -> None:
    for page in told(part):
        for one in page["statements"]:
            edges = [edge for place in one["content"] for edge in place]
            assert edges == sorted(edges)
            assert edges
            assert one["speakers"]
            assert one["kind"] in VOCABULARIES["Kind"]
            assert one["medium"] in VOCABULARIES["Medium"]
            assert one["act"] in VOCABULARIES["Act"].keys() | {"ask", "other"}


def test_no_page_is_in_both_parts() -> None:
    open_, sealed = ({page["sha256"] for page in told(part)} for part in PARTS)
    assert not open_ & sealed


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("part", PARTS)
def test_all_pages_are_read_with_their_words(part: Any) -> None:
    for page in real_pages(part):
        for one in page.statements:
            places = (*one.content, *filter(None, (one.cue, one.source)))
            # Nothing of a page is printed, also where this fails.
            assert all(0 <= start < end <= len(page.text) for start, end in places), "a place is not in its page"
