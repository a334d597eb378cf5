"""What is said where a library of an extra is not installed."""

import io
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from onrecord import Ledger, UsageError
from onrecord.extras import EXTRA_OF, check_installed

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_each_library_is_the_extra_that_the_remedy_names_and_no_other_is() -> None:
    extras = PROJECT["optional-dependencies"]
    told = {Requirement(one).name: extra for extra in ("tables", "plots", "web") for one in extras[extra]}
    assert EXTRA_OF.items() <= told.items()
    # The libraries of an extra come together, so that one of them tells whether it is there.
    assert set(EXTRA_OF.values()) == set(told.values())
    assert not {Requirement(one).name for one in PROJECT["dependencies"]} & EXTRA_OF.keys()


@pytest.mark.parametrize("library", EXTRA_OF)
def test_a_library_that_is_not_installed_is_named_with_its_extra(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    check_installed(library, "what was asked for")
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageError) as refused:
        check_installed(library, "what was asked for")
    assert str(refused.value) == (
        f"what was asked for: needs {library}, which is not installed; run pip install 'onrecord[{EXTRA_OF[library]}]'"
    )


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A ledger where neither pandas nor pyarrow is installed."""
    for library in ("pandas", "pyarrow"):
        monkeypatch.setitem(sys.modules, library, None)
    return Ledger(tmp_path / "empty.ledger")


def test_tables_are_refused_without_pandas(empty: Ledger) -> None:
    with empty as ledger:
        for make in (ledger.statements().to_pandas, lambda: ledger.to_pandas("statements")):
            with pytest.raises(UsageError, match=r"to_pandas: needs pandas.*'onrecord\[tables\]'"):
                make()


def test_parquet_is_refused_without_pyarrow_and_nothing_is_written(empty: Ledger) -> None:
    stream = io.BytesIO()
    with empty as ledger:
        with pytest.raises(UsageError, match=r"format parquet: needs pyarrow.*'onrecord\[tables\]'"):
            ledger.export("statements", "parquet", stream)
        assert not stream.getvalue()
        ledger.export("statements", "jsonl", stream)
