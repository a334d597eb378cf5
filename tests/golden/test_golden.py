"""The exports are those whose digests are kept."""

import tomllib

import pytest

from corpora.page_bodies import BODIES
from tests.golden.__main__ import DIGESTS, digests
from tests.golden.processor import processor

_KEPT = tomllib.loads(DIGESTS.read_text(encoding="utf-8"))


@pytest.mark.model
@pytest.mark.skipif(_KEPT["processor"] != processor(), reason="the digests were made on another kind of processor")
@pytest.mark.parametrize("body", BODIES)
def test_exports_are_byte_for_byte_those_kept(body: str) -> None:
    try:
        found = digests(body)
    except FileNotFoundError as error:
        pytest.skip(f"the data is not beside the project: {error.filename}")
    assert found == _KEPT[body]
