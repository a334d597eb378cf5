"""The accuracy gate: what is read from PolNeAR dev and from real pages must not fall below the floors."""

import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from benchmarks import earlier_versions, page_bodies
from benchmarks.exported_statements import exported_statements
from benchmarks.real_scores import judged_page
from benchmarks.transcript_turns import given
from corpora import polnear, transcripts
from corpora.gold_bodies import html_pages
from corpora.location import OWN
from corpora.real_pages import real_pages
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


@pytest.mark.usefixtures("shared")
def test_statements_of_real_pages_are_at_or_above_their_floors() -> None:
    floors = FLOORS["real_pages"]
    data = (OWN / "real" / "open.toml").read_bytes()
    assert hashlib.sha256(data).hexdigest() == floors["data"], "the floors were set on other annotation"
    pages = list(real_pages("open"))
    rows = exported_statements({page.name: page.text for page in pages}, earlier_versions.ROOT / "src")
    counts = [judged_page(page, rows[page.name]).counts for page in pages]
    reached = {
        measure: sum(one[measure][0] for one in counts) / sum(one[measure][1] for one in counts)
        for measure in (*(floors.keys() - {"data", "at most"}), *floors["at most"])
    }
    assert all(reached[measure] >= floors[measure] for measure in floors.keys() - {"data", "at most"}), reached
    assert all(reached[measure] <= most for measure, most in floors["at most"].items()), reached


def test_turns_of_transcripts_are_at_or_above_their_floors(shared: Path) -> None:
    floors = FLOORS["transcripts"]
    assert polnear.checksum(shared / "news" / "transcripts") == floors["data"], "the floors were set on other data"
    for name, found in (
        ("briefings", transcripts.briefings()),
        ("invented", transcripts.invented()),
        ("later", transcripts.invented(transcripts.LATER)),
        ("newest", transcripts.invented(transcripts.NEWEST)),
    ):
        texts = list(found)
        rows = exported_statements({one.name: one.text for one in texts}, earlier_versions.ROOT / "src")
        counts = [given(one, rows[one.name]) for one in texts]
        reached = sum(one["given"] for one in counts) / sum(one["words"] for one in counts)
        assert reached >= floors[name], (name, reached)


def test_bodies_of_pages_are_at_or_above_their_floors(shared: Path) -> None:
    floors = FLOORS["page_bodies"]
    data = (shared / "news" / "pages-bodies.jsonl.gz").read_bytes()
    assert hashlib.sha256(data).hexdigest() == floors["data"], "the floors were set on other data"
    gold = [page for page in html_pages() if page.story is not None]
    told = [page_bodies.shares(page.story or "", page_bodies.extracted(page)) for page in gold]
    *_, score, perfect = page_bodies.summary(told)
    assert score >= floors["F1"], score
    assert perfect >= floors["perfect"], perfect
    assert not [page.name for page in html_pages() if len(page_bodies.stories(page)) > 1]
