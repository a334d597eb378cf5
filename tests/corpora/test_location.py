"""Corpora that are not beside the project are told with the place that they belong in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpora import faults, hard_cases, location, news, plover, polnear, real_pages, treebanks, worldwide


@pytest.mark.parametrize(
    ("place", "read"),
    [
        ("polnear/dev", lambda: polnear.part("dev")),
        ("polnear/train", lambda: polnear.texts("train")),
        ("treebanks/en_pud.conllu.gz", treebanks.trees),
        ("news/worldwide.jsonl.gz", lambda: list(worldwide.named_texts())),
        ("news/fnc.jsonl.gz", lambda: list(news.articles("fnc"))),
        ("plover/PLV_train.tsv", plover.roots),
        ("plover/AW_train.tsv", plover.relations),
        ("cases/cases.json", hard_cases.shared_set),
        ("cases/score.py", hard_cases.scorer),
        ("cases/faults.jsonl", lambda: list(faults.faults())),
        ("news/worldwide.jsonl.gz", lambda: list(real_pages.real_pages("open"))),
    ],
)
def test_a_corpus_that_is_absent_is_an_error_with_its_place(
    place: str, read: Callable[[], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(location, "SHARED", tmp_path)
    with pytest.raises(FileNotFoundError, match=rf"put it beside the project, in \.\./shared/{place}") as raised:
        read()
    assert raised.value.filename == str(tmp_path / place)
