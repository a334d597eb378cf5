"""When: the times an article tells of, and on which day each statement was made."""

from onrecord.reading.dates.finding import Time, expressions, record, times
from onrecord.reading.dates.saying import Said, said, spoken

__all__ = ["Said", "Time", "expressions", "record", "said", "spoken", "times"]
