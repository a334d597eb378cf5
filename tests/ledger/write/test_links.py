from pathlib import Path

import pytest

from onrecord import Ledger


@pytest.mark.parametrize("follow", [False, True])
def test_links_out_of_a_folder_are_told_or_followed(tmp_path: Path, follow: bool) -> None:
    # Both pages are empty, so that nothing is read and each that is opened fails.
    for name in ("news/a.txt", "elsewhere.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "news" / "b.txt").symlink_to(tmp_path / "elsewhere.txt")
    with Ledger(tmp_path / "news.ledger") as ledger:
        added = ledger.add(tmp_path / "news", follow_links=follow)
    assert [Path(error.subject).name for error in added.failures] == (["a.txt", "b.txt"] if follow else ["a.txt"])
    assert [Path(link.subject).name for link in added.left_out] == ([] if follow else ["b.txt"])
