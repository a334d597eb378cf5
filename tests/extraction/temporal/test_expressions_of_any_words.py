from datetime import date
from itertools import pairwise

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from onrecord.extraction.document import PARTS
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.temporal import find_expressions, resolve_times

_LANGUAGE = spacy.blank("en")
_WORDS = [
    "March", "May", "Sept.", "Monday", "Sunday", "3", "31", "32", "0", "2025", "1999", "9999", "0000", "today",
    "yesterday", "tomorrow", "tonight", "last", "next", "this", "two", "nine", "hundred", "thousand", "days", "weeks",
    "months", "years", "decades", "ago", "earlier", "later", "from now", "week", "month", "year", "spring", "1980s",
    "5 p.m.", "17:30", "24:61", "noon", "2024-02-30", "03/04/2025", "31/31/2025", "the", "of", "in", "on", "since",
    "between", "and", "to", "early", "late", "mid-", "end", "quarter", "century", "February", "29", "30th", "st", ",",
]  # fmt: skip
_DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max]))


@settings(deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14).map(" ".join), _DAYS)
def test_any_words_make_times_or_none(text: str, published: date | None) -> None:
    doc: Doc = _LANGUAGE.make_doc(text)
    doc[0].is_sent_start = True
    for token in doc[1:]:
        token.is_sent_start = False
    doc.spans[PARTS] = [Span(doc, 0, len(doc), label="paragraph")]
    printed = find_expressions(doc)
    places = [CharRange(*one.match.span()) for one in printed]
    assert all(one.end <= other.start for one, other in pairwise(places))
    for time in resolve_times(printed, published):
        assert time.period.first <= time.period.last
        assert time.period.iso
        assert time.where in places
