"""The fields of the query language: `name:value`."""

from collections.abc import Mapping
from typing import NamedTuple, get_args

from onrecord.ledger import SHOWN_CONFIDENCE
from onrecord.vocabulary import Act, Kind, Medium


class Field(NamedTuple):
    """A field as it is explained to whoever asks: what it means, an example, and the only values it has, if so."""

    says: str
    example: str
    values: tuple[str, ...] = ()


ALL = "all"
"""The value of `medium` that stands for each of them."""

FIELDS: Mapping[str, Field] = {
    "speaker": Field("who said it: whole words of a name, or an id", 'speaker:"Teodor Vash"'),
    "about": Field("who is named in the words, or to or against whom they were said", "about:Brenning"),
    "act": Field("what is done by saying it", "act:deny", get_args(Act.__value__)),
    "kind": Field("whether the words are the speaker's own", "kind:direct", get_args(Kind.__value__)),
    "medium": Field(
        "how it was uttered; without it speech and writing; it may stand there more than once",
        "medium:thought",
        (*get_args(Medium.__value__), ALL),
    ),
    "outlet": Field("who printed it: a name, or the host of its pages", 'outlet:"The Velm Herald"'),
    "article": Field("the article it is in: an id, or its beginning", "article:0f3c9a2b71de-1"),
    "since": Field("the first day it was said or else printed: a day, a month or a year", "since:2025-03"),
    "until": Field("the last day, likewise", "until:2025-03-09"),
    "confidence": Field(
        f"how sure the reading is at least, from 0 to 1; without it {SHOWN_CONFIDENCE}", "confidence:0.8"
    ),
}
"""By name; in the order in which they are written."""
