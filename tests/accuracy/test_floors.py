"""The accuracy gate: what the command line reads from PolNeAR dev must not fall below the floors."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from corpora import polnear
from corpora.speech_cues import speech_cues

pytestmark = pytest.mark.model

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
ONRECORD = Path(sys.executable).with_name("onrecord")


def test_attribution_on_polnear_dev_is_at_or_above_its_floors(shared: Path, tmp_path: Path) -> None:
    floors = FLOORS["polnear_dev"]
    folder = shared / "polnear" / "dev"
    assert polnear.checksum(folder) == floors["data"], "the floors were set on other data"
    ledger = str(tmp_path / "dev.ledger")
    # Exit status 0: no article failed.
    subprocess.run([ONRECORD, "add", folder / "text", "--ledger", ledger], check=True, capture_output=True)
    exported = subprocess.run(
        [ONRECORD, "export", "statements", "--format", "jsonl", "--ledger", ledger], check=True, capture_output=True
    )
    predicted = polnear.from_export(exported.stdout.decode().splitlines())
    assert len(predicted) == len(list((folder / "text").glob("*.txt")))
    scores = polnear.score(folder, predicted)
    reached = {measure: scores[measure][2] for measure in ("content.5", "attributed", "relation")}
    reached["quoted recall"] = scores["quoted recall (content.5, exact, attributed)"][0]
    golds = polnear.gold(folder)
    recall, precision = speech_cues(golds, predicted)["ordinary speech"]
    reached |= {"recall of speech cues": recall, "precision of speech cues": precision}
    assert reached.keys() == floors.keys() - {"data"}
    assert all(figure >= floors[measure] for measure, figure in reached.items()), reached
