"""Tables of names that are mapped into memory."""

import pytest

from onrecord.errors import OnrecordError
from onrecord.names import beginnings, known


def test_a_name_is_known_by_its_key_and_nothing_else() -> None:
    assert known("territories", "france") is not None
    assert known("territories", "orlenland") is None


@pytest.mark.parametrize("name", ["\0", "france\0", "\0france"])
def test_a_name_with_a_null_character_is_not_known(name: str) -> None:
    assert known("territories", name) is None
    assert beginnings("territories", name) == beginnings("territories", name.partition("\0")[0])


def test_a_table_that_is_missing_is_named_with_the_remedy() -> None:
    with pytest.raises(OnrecordError, match=r"nowhere\.marisa: is missing or damaged; install onrecord again"):
        known("nowhere", "france")
