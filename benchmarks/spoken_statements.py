"""Whether a statement whose speakers are known is found, and whether its speakers are those that are given."""

import re
from collections.abc import Sequence

from benchmarks.exported_statements import Row
from corpora.speaker_names import plain_name
from corpora.speakers import SpokenStatement

_WORD = re.compile(r"\w+")
_SHARED = 0.5


def right(spoken: SpokenStatement, names: Sequence[str]) -> bool:
    """Say whether `names` are those of the statement's speakers, all and no other."""
    given = [plain_name(name) for name in names]
    return len(spoken.speakers) <= len(given) <= len(spoken.speakers) + spoken.others and all(
        any(plain_name(form) in given for form in forms) for forms in spoken.speakers
    )


def same_statement(spoken: SpokenStatement, rows: Sequence[Row]) -> Row | None:
    """Return the exported statement (its `content` and `speakers`) whose words are most nearly those of `spoken`."""
    best, most = None, _SHARED
    for row in rows:
        words = {span["start"] + match.start() for span in row["content"] for match in _WORD.finditer(span["text"])}
        shared = len(words & spoken.content) / len(words | spoken.content)
        if shared >= most:
            best, most = row, shared
    return best
