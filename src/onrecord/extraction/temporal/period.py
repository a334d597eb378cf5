"""A stretch of calendar days."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from dateutil.relativedelta import MO, SU, relativedelta


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @classmethod
    def day(cls, day: date) -> Self:
        """Return a single day."""
        return cls(day, day)

    @classmethod
    def week(cls, day: date) -> Self:
        """Return the week of `day`, from Monday to Sunday (ISO 8601)."""
        return cls(day + relativedelta(weekday=MO(-1)), day + relativedelta(weekday=SU(1)))

    @classmethod
    def weekend(cls, day: date) -> Self:
        """Return the Saturday and Sunday of the week of `day`."""
        last = day + relativedelta(weekday=SU(1))
        return cls(last - timedelta(days=1), last)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """Return a calendar month."""
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def months(cls, year: int, first: int, count: int) -> Self:
        """Return `count` months from the month `first` of `year` on: a quarter, a season."""
        start = date(year, first, 1)
        return cls(start, start + relativedelta(months=count, days=-1))

    @classmethod
    def years(cls, first: int, last: int) -> Self:
        """Return whole years, both included."""
        return cls(date(first, 1, 1), date(last, 12, 31))

    @property
    def iso(self) -> str:
        """ISO 8601: a day, a month, a year, or an interval of days or of years."""
        if self.first == self.last:
            return self.first.isoformat()
        whole_years = (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)
        if whole_years:
            first, last = f"{self.first.year:04}", f"{self.last.year:04}"
            return first if first == last else f"{first}/{last}"
        if self == Period.month(self.first.year, self.first.month):
            return self.first.isoformat()[:7]
        return f"{self.first.isoformat()}/{self.last.isoformat()}"
