import sqlite3
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.rows import (
    NEWEST_FIRST,
    OLDEST_FIRST,
    day_at,
    key_at,
    newest_first,
    oldest_first,
    oldest_of,
    ranks_newest_first,
    ranks_oldest_first,
)

keys = st.integers(min_value=1, max_value=2**40 - 1)
days = st.dates()
rows = st.lists(st.tuples(st.none() | days.map(date.isoformat), keys), unique_by=lambda row: row[1])


@given(rows)
def test_the_newest_come_first_and_those_of_a_day_as_they_were_read(found: list[tuple[str | None, int]]) -> None:
    ordered = sorted(found, key=lambda row: newest_first(*row))
    dated = [row for row in ordered if row[0]]
    assert dated == sorted(sorted(dated, key=lambda row: row[1]), key=lambda row: str(row[0]), reverse=True)
    assert ordered[len(dated) :] == sorted((row for row in found if not row[0]), key=lambda row: row[1])


@given(rows)
def test_the_oldest_come_first_and_those_without_a_day_last(found: list[tuple[str | None, int]]) -> None:
    ordered = sorted(found, key=lambda row: oldest_first(*row))
    assert ordered == sorted(found, key=lambda row: (row[0] is None, row[0] or "", row[1]))


@given(st.none() | days.map(date.isoformat), keys)
def test_the_database_makes_the_same_ranks(day: str | None, key: int) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE rows (key INTEGER PRIMARY KEY, day TEXT)")
    connection.execute("INSERT INTO rows VALUES (?, ?)", (key, day))
    ranks = ", ".join(one.format(table="rows") for one in (NEWEST_FIRST, OLDEST_FIRST))
    assert connection.execute(f"SELECT {ranks} FROM rows").fetchone() == (
        newest_first(day, key),
        oldest_first(day, key),
    )
    connection.close()


@given(st.none() | days.map(date.isoformat), keys)
def test_a_rank_tells_its_key(day: str | None, key: int) -> None:
    assert key_at(newest_first(day, key)) == key_at(oldest_first(day, key)) == key


def test_a_time_counts_for_its_day() -> None:
    time = datetime(2025, 3, 6, 12)
    assert ranks_newest_first(time, time) == ranks_newest_first(time.date(), time.date())
    assert ranks_oldest_first(time, time) == ranks_oldest_first(time.date(), time.date())


@given(st.none() | days, keys, st.none() | days, st.none() | days)
def test_the_ranks_of_some_days_are_those_of_their_rows(
    day: date | None, key: int, since: date | None, until: date | None
) -> None:
    asked = since is not None or until is not None
    fits = (day is not None or not asked) and (since is None or (day or since) >= since)
    fits = fits and (until is None or (day or until) <= until)
    stored = day.isoformat() if day else None
    assert (newest_first(stored, key) in ranks_newest_first(since, until)) is fits
    assert (oldest_first(stored, key) in ranks_oldest_first(since, until)) is fits


@given(st.none() | days.map(date.isoformat), keys)
def test_a_rank_tells_its_day(day: str | None, key: int) -> None:
    assert day_at(oldest_first(day, key)) == day


@given(rows, st.none() | days, st.none() | days)
def test_the_newest_first_are_turned_to_the_oldest_first(
    found: list[tuple[str | None, int]], since: date | None, until: date | None
) -> None:
    newest = sorted(newest_first(*row) for row in found)
    within = ranks_oldest_first(since, until)
    assert list(oldest_of(newest, within)) == sorted(rank for row in found if (rank := oldest_first(*row)) in within)
