"""No damage goes unfound; `python -m tests.damage.proof` makes many more."""

from pathlib import Path

import pytest

from tests.damage.damages import WAYS
from tests.damage.proof import trials

pytestmark = pytest.mark.model


def test_every_damage_is_found_or_harmless(tmp_path: Path) -> None:
    made = list(trials(tmp_path, 2 * len(WAYS), seed=3))
    assert [one for one in made if one.outcome == "unfound"] == []
    assert {one.outcome for one in made} == {"found", "refused", "harmless"}
