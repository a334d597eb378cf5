"""No damage goes unfound; `python -m tests.damages` makes many more."""

from pathlib import Path

import pytest

from tests.damages.damage import DAMAGES
from tests.damages.ledger import make_ledger
from tests.damages.trial import trials

pytestmark = pytest.mark.model


def test_every_damage_is_found_or_harmless(tmp_path: Path) -> None:
    made = list(trials(make_ledger(tmp_path), tmp_path, 5 * len(DAMAGES), seed=3))
    assert [one for one in made if one.outcome == "unfound"] == []
    assert {one.outcome for one in made} == {"found", "refused", "harmless"}
    assert {one.damage for one in made if one.outcome == "found"} >= {"letter", "row", "value"}
