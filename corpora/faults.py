"""Small inputs on which something once went wrong, most of them with one sentence that was misread.

Looked for in `../shared/cases/faults.jsonl`; written for onrecord, its people and places invented. Licence: as the
project's.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from corpora.location import located


@dataclass(frozen=True, slots=True)
class Fault:
    """An input with a fault.

    Attributes:
        id: what it is called.
        texts: the text of each of its files, by the file's name.
        published: the day of publication that is told, if one is.
    """

    id: str
    texts: Mapping[str, str]
    published: date | None


def faults() -> Iterator[Fault]:
    """Yield all of them, in the order of the file.

    Raises:
        FileNotFoundError: the file is not there.
    """
    for line in located("cases/faults.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        texts = told["text"] if isinstance(told["text"], dict) else {told["file"]: told["text"]}
        yield Fault(told["id"], texts, date.fromisoformat(told["published"]) if "published" in told else None)
