"""The time that is written beside a day, with its zone."""

import datetime

import pytest

from onrecord.pages.zoned_times import with_time

DAY = datetime.date(2031, 3, 7)


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2031-03-07T23:40:00+02:00", "23:40:00+02:00"),
        ("2031-03-07T23:40:00-0330", "23:40:00-03:30"),
        ("2031-03-07T23:40:00Z", "23:40:00+00:00"),
        ("2031-03-07T23:40z", "23:40:00+00:00"),
        ("2031-03-07T00:00:00.250Z", "00:00:00.250000+00:00"),
        ("2031-03-07 23:40:00 +05", "23:40:00+05:00"),
        ("7.3.2031 10.20 GMT", "10:20:00+00:00"),
        ("Fri, 07 Mar 2031 16:07:38 -0600", "16:07:38-06:00"),
        ("Fri Mar 07 2031 03:05:46 GMT+0100 (Central European Time)", "03:05:46+01:00"),
        ("7 March 2031, 10:20 UTC+2", "10:20:00+02:00"),
        ("7 March 2031, 10:20 UTC−9:30", "10:20:00-09:30"),
        ("Published: 7 March 2031, 12.20 a.m. GMT", "00:20:00+00:00"),
        ("March 7, 2031, 10:20 PM UTC", "22:20:00+00:00"),
        ("7 March 2031, 19:14 GMT (19:14 GMT)", "19:14:00+00:00"),
    ],
)
def test_a_time_is_kept_as_it_is_told_with_its_zone(written: str, time: str) -> None:
    assert with_time(DAY, written).isoformat() == f"2031-03-07T{time}"


@pytest.mark.parametrize(
    "written",
    [
        "2031-03-07",
        "2031-03-07T23:40:00",
        "7 March 2031, 7:53 pm EST",
        "7 March 2031, 08:00 CEST",
        "2031-03-07T23:40:00+99:99",
        "2031-03-07T24:00:00Z",
        "7 March 2031, 13:20 p.m. GMT",
        "7 March 2031, 10:20 UTC+19",
        "7 March 2031, 10:20 GMT, 11:20 GMT",
        "07.03.2031 +0100",
        "03:04-05-2031",
    ],
)
def test_a_time_without_a_zone_or_that_is_none_leaves_the_day(written: str) -> None:
    assert with_time(DAY, written).isoformat() == "2031-03-07"
