"""How many processes read: by cores, by memory, and never more than one can write for."""

import loky
import pytest

from onrecord.running import processes


@pytest.mark.parametrize(
    ("cores", "megabytes", "count"),
    [(1, 64_000, 1), (2, 64_000, 2), (64, 64_000, 8), (8, 2_000, 3), (8, 100, 1), (4, None, 4)],
)
def test_as_many_as_there_are_cores_and_memory_for(
    cores: int, megabytes: int | None, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loky, "cpu_count", lambda: cores)
    monkeypatch.setattr(processes, "_available", lambda: megabytes)
    assert processes.count_processes() == count


def test_the_memory_that_is_free_is_told_in_megabytes() -> None:
    found = processes._available()
    assert found is None or 0 <= found < 100_000_000
