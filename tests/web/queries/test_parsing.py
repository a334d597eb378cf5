import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.web.queries import FIELDS, Query, parse_query, query_text


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        ("harbour  is", Query(words="harbour is")),
        ('harb* "is  shut"*', Query(words='harb* "is shut"*')),
        ("10:30 mid-air:x", Query(words="10:30 mid-air:x")),
        ('"speaker:Vash"', Query(words='"speaker:Vash"')),
        ("harbour – shut", Query(words="harbour shut")),
        ("“is shut”", Query(words='"is shut"')),
        ('"the har', Query(words='"the har"')),
        ("speaker:Vash", Query(speaker="Vash")),
        ('Speaker:"Teodor  Vash" quay', Query(speaker="Teodor Vash", words="quay")),
        ('outlet:"The \\"Velm\\" Herald"', Query(outlet='The "Velm" Herald')),
        ('speaker:"Teod', Query(speaker="Teod")),
        ("act:DENY kind:direct", Query(act="deny", kind="direct")),
        ("medium:thought medium:speech", Query(medium=("speech", "thought"))),
        ("medium:all confidence:0", Query(medium=("speech", "writing", "thought"), confidence=0.0)),
        ("since:2025 until:2024-02", Query(since=datetime.date(2025, 1, 1), until=datetime.date(2024, 2, 29))),
        ("about:e12345 article:0f3c", Query(about="e12345", article="0f3c")),
    ],
)
def test_what_is_typed_is_understood(text: str, query: Query) -> None:
    assert parse_query(text) == query


@pytest.mark.parametrize(
    ("text", "subject", "told"),
    [
        ("speker:Vash", "speker:", "did you mean speaker:?"),
        ("http://velm.example", "http:", "quote marks"),
        ("quay speaker:", "speaker:", 'speaker:"Teodor Vash"'),
        ('speaker:" "', "speaker:", "no value"),
        ("act:denies", "act:denies", "did you mean act:deny?"),
        ("kind:x", "kind:x", "direct, indirect, mixed"),
        ("speaker:Vash speaker:Brenning", "speaker:Brenning", "leave one of them out"),
        ("since:2025-02-30", "since:2025-02-30", "2025-03-09"),
        ("until:yesterday", "until:yesterday", "2025-03-09"),
        ("since:0000", "since:0000", "2025"),
        ("confidence:nan", "confidence:nan", "0 to 1"),
        ("confidence:90%", "confidence:90%", "0 to 1"),
        ("– ?", "–", "give a word"),
    ],
)
def test_what_cannot_be_understood_is_told_with_a_remedy(text: str, subject: str, told: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_query(text)
    assert error.value.subject == subject
    assert told in f"{error.value.reason}; {error.value.remedy}"


_TYPED = st.lists(
    st.one_of(st.text(), st.sampled_from([" ", '"', "“", "\\", ":", "*", *FIELDS, *(f"{name}:" for name in FIELDS)]))
).map("".join)


@given(st.text() | _TYPED)
@example("\0")
@example('speaker:"\\')
def test_any_text_is_understood_or_told_of(text: str) -> None:
    try:
        query = parse_query(text)
    except UsageError as error:
        assert error.subject
        assert error.remedy
    else:
        assert parse_query(query_text(query)) == query


@pytest.mark.parametrize("name", FIELDS)
def test_the_example_of_a_field_is_one(name: str) -> None:
    assert query_text(parse_query(FIELDS[name].example)).startswith(f"{name}:")
