"""Days out of the times that rows tell of."""

import datetime


def iso_day(day: datetime.date) -> str:
    """Return a day, or the day of a time, as ISO 8601."""
    return day.isoformat()[:10]


def first_day(time: str | None) -> datetime.date | None:
    """Return the first day of an ISO 8601 day, month, year or interval of them; None of anything else."""
    start = (time or "").partition("/")[0][:10]
    for whole in (start, f"{start}-01", f"{start}-01-01"):
        try:
            return datetime.date.fromisoformat(whole)
        except ValueError:
            continue
    return None
