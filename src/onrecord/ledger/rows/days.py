"""Days out of the times that rows tell of."""

import datetime


def iso_day(day: datetime.date) -> str:
    """Return a day, or the day of a time, as ISO 8601."""
    return day.isoformat()[:10]


def iso_moment(day: datetime.date | None, time: str | None) -> str | None:
    """Return a day, with the time of it where one is known, as ISO 8601."""
    return None if day is None else f"{day.isoformat()}T{time}" if time else day.isoformat()


def local_day(moment: str | None) -> str:
    """Return the day of an ISO 8601 moment as text, which is empty where there is none."""
    return (moment or "")[:10]


def first_day(time: str | None) -> datetime.date | None:
    """Return the first day of an ISO 8601 day, month, year or interval of them; None of anything else."""
    start = (time or "").partition("/")[0][:10]
    for whole in (start, f"{start}-01", f"{start}-01-01"):
        try:
            return datetime.date.fromisoformat(whole)
        except ValueError:
            continue
    return None
