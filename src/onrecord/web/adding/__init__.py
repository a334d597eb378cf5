"""Pages that are added in the room: read one after the other, in a process of their own.

That process is started when a page is first added, and kept, since loading the reader takes seconds and its memory is
several times that of the room. given (a page as it comes), progress (how far it is), reading (what runs in the other
process), process (that, as seen from here), intake (who waits, and what became of each).
"""

from onrecord.web.adding.given import Given
from onrecord.web.adding.intake import Intake, Job
from onrecord.web.adding.process import ReadingProcess
from onrecord.web.adding.progress import Failure, Progress, ReadArticle, State

__all__ = ["Failure", "Given", "Intake", "Job", "Progress", "ReadArticle", "ReadingProcess", "State"]
