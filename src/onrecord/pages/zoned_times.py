"""The time of day that is written beside a day, with its zone."""

import datetime
import re

from onrecord.records import Moment

# "T23:40:00.5+02:00", "10.20 GMT", "10:20 p.m. UTC", "16:07:38 -0600", "03:05:46 GMT+0000", "10:20 UTC+2". Other names
# of zones are not read: "CST" is three zones, and the offset of "ET" depends on the day.
_ZONED = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,](?P<fraction>\d{1,6})\d*)?)?"
    r" ?(?P<half>[ap]\.?m\.?)?,? ?"
    r"(?:(?P<name>Z|UTC|GMT)\b)?"
    r"(?:(?P<sign>[+−-])(?P<hours>0\d|1[0-4]|(?(name)\d|(?!)))(?::?(?P<minutes>[0-5]\d))?(?![\d:-]))?(?![+−-]\d)",
    re.IGNORECASE,
)
_NOON = 12


def with_time(day: datetime.date, written: str) -> Moment:
    """Return a day that is written somewhere as a moment, with the time that is written there too.

    A time without its zone is left out, and so are two that differ.
    """
    found = {time for match in _ZONED.finditer(written) if (time := _time(match)) is not None}
    return Moment(day, found.pop() if len(found) == 1 else None)


def _time(match: re.Match[str]) -> datetime.time | None:
    zone = _zone(match)
    hour, half = int(match["hour"]), (match["half"] or "")[:1].casefold()
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if zone is None or hour not in range(24):
        return None
    microsecond = int((match["fraction"] or "").ljust(6, "0"))
    return datetime.time(hour, int(match["minute"]), int(match["second"] or 0), microsecond, zone)


def _zone(match: re.Match[str]) -> datetime.timezone | None:
    if match["sign"] is None:
        return datetime.UTC if match["name"] else None
    offset = datetime.timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    return datetime.timezone(offset if match["sign"] == "+" else -offset)
