"""Transcripts: who speaks from which label to which, in briefings, parliaments, courts, broadcasts and chats.

`find_turns` takes the paragraphs of a page and gives its turns, each opened by a `Label`; `find_posts` gives its posts,
`asked_between` what is asked without a label between them, `find_interview` and `find_told_interview` the questions and
answers of an interview without labels, and
`find_numbered_lines` what stands behind the numbers of the lines of a court's record, of which `is_of_record` tells the
lines that nobody says, and `sworn_name` who takes an oath.
"""

from onrecord.transcripts.interviews import Asked, Interview, find_interview
from onrecord.transcripts.labels import ANSWER, QUESTION, Label, is_role, label_of
from onrecord.transcripts.numbered_lines import NumberedLine, find_numbered_lines
from onrecord.transcripts.posts import Post, find_posts
from onrecord.transcripts.record_lines import is_of_record, sworn_name
from onrecord.transcripts.told_interviews import find_told_interview
from onrecord.transcripts.turns import Turn, find_turns
from onrecord.transcripts.unlabelled_questions import asked_between

__all__ = [
    "ANSWER",
    "QUESTION",
    "Asked",
    "Interview",
    "Label",
    "NumberedLine",
    "Post",
    "Turn",
    "asked_between",
    "find_interview",
    "find_numbered_lines",
    "find_posts",
    "find_told_interview",
    "find_turns",
    "is_of_record",
    "is_role",
    "label_of",
    "sworn_name",
]
