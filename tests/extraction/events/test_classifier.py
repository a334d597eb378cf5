"""The event model that ships is the one described."""

import hashlib
import json
import re
from pathlib import Path

from onrecord.extraction.events.classifier import FOLDER

DOCS = Path(__file__).parents[3] / "docs"


def test_the_event_model_is_the_one_described() -> None:
    digest = hashlib.sha256((FOLDER / "model.onnx").read_bytes()).hexdigest()
    assert json.loads((FOLDER / "card.json").read_text(encoding="utf-8"))["sha256"]["model.onnx"] == digest
    described = (DOCS / "events.md").read_text(encoding="utf-8")
    assert re.findall(r"`model\.onnx`, [\d.]+ MB, sha256 `(\w+)`", described) == [digest]
