import datetime
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocabulary import Act, Kind
from onrecord.web.queries import Query, parse_query, query_text


def test_a_query_is_written_as_a_person_would() -> None:
    query = Query(words='quay "is shut"', speaker="Teodor Vash", act="deny", since=datetime.date(2025, 3, 2))
    assert query_text(query) == 'quay "is shut" speaker:"Teodor Vash" act:deny since:2025-03-02'
    assert query_text(Query(medium=("speech", "writing", "thought"))) == "medium:all"
    assert query_text(Query(since=datetime.date(2025, 1, 1), until=datetime.date(2024, 2, 29))) == (
        "since:2025 until:2024-02"
    )
    assert query_text(Query()) == ""


_VALUES = st.none() | st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
_WORDS = st.lists(st.from_regex(r"\w+\*?", fullmatch=True) | st.from_regex(r'"\w+( \w+:?)*"\*?', fullmatch=True)).map(
    lambda words: " ".join(word for word in words if any(c.isalnum() for c in word)) or None
)


@given(
    st.builds(
        Query,
        words=_WORDS,
        speaker=_VALUES,
        about=_VALUES,
        outlet=_VALUES,
        article=_VALUES,
        act=st.none() | st.sampled_from(get_args(Act.__value__)),
        kind=st.none() | st.sampled_from(get_args(Kind.__value__)),
        medium=st.sampled_from([None, ("thought",), ("speech", "writing"), ("speech", "writing", "thought")]),
        since=st.none() | st.dates(),
        until=st.none() | st.dates(),
        confidence=st.none() | st.floats(0, 1),
    )
)
def test_what_is_written_is_understood_as_it_was_meant(query: Query) -> None:
    assert parse_query(query_text(query)) == query
