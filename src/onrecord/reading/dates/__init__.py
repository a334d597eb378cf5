"""When: the times an article tells of, and on which day each statement was made."""

from onrecord.reading.dates.finding import Time, record, times
from onrecord.reading.dates.saying import Said, said, spoken

__all__ = ["Said", "Time", "record", "said", "spoken", "times"]
