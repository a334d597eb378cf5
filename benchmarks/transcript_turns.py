"""How many words of the labelled turns of press briefings are given to whom they belong, by this version and before."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from benchmarks import earlier_versions
from benchmarks.exported_statements import Row, exported_statements
from corpora.transcripts import QUESTION, LabelledTurn, Transcript, transcripts
from onrecord import SHOWN_CONFIDENCE, SHOWN_MEDIA

BEFORE = "7eb8409"
"""The commit that is compared with: turns ended with their first paragraph."""


def main(before: str) -> None:
    """Print the shares of words, for each briefing and for all.

    Args:
        before: the commit to compare with.
    """
    texts = list(transcripts())
    table = Table("transcript", "turns", "words", "given, before", "given, now", "to another, now")
    names = {one.name: one.text for one in texts}
    with earlier_versions.sources(before) as old:
        versions = [exported_statements(names, old), exported_statements(names, earlier_versions.ROOT / "src")]
    whole = [Counter[str](), Counter[str]()]
    for one in texts:
        told = [given(one, rows[one.name]) for rows in versions]
        for sums, counts in zip(whole, told, strict=True):
            sums.update(counts)
        table.add_row(one.name[:60], str(len(one.turns)), *_cells(*told))
    table.add_row("all", str(sum(len(one.turns) for one in texts)), *_cells(*whole), style="bold")
    Console(width=120).print(table)


def _cells(before: Counter[str], now: Counter[str]) -> list[str]:
    words = now["words"]
    return [
        f"{words:,}",
        f"{before['given'] / words:.3f}",
        f"{now['given'] / words:.3f}",
        f"{now['other'] / words:.3f}",
    ]


def given(transcript: Transcript, rows: Sequence[Row]) -> Counter[str]:
    """Count the "words" of turns, those "given" to whom their label names, and those given to some "other".

    Of what is shown unless more is asked for the outermost statement with a word counts. Its source must be the label,
    and its one speaker must have the label's last word in the name; nobody's name is known of who asks.
    """
    shown = [
        row
        for row in rows
        if row["medium"] in SHOWN_MEDIA and row["confidence"] >= SHOWN_CONFIDENCE and row["nested_in"] is None
    ]
    told: dict[int, Row] = {}
    for row in shown:
        for span in row["content"]:
            told.update(dict.fromkeys(range(span["start"], span["end"]), row))
    counts: Counter[str] = Counter()
    for turn in transcript.turns:
        for start, _ in turn.words:
            counts["words"] += 1
            if start in told:
                counts["given" if _is_of(turn, told[start]) else "other"] += 1
    return counts


def _is_of(turn: LabelledTurn, row: Row) -> bool:
    if row["source"] is None or row["source"]["text"] != turn.label:
        return False
    names = [speaker["name"].casefold() for speaker in row["speakers"]]
    return turn.label == QUESTION or (len(names) == 1 and turn.label.split()[-1].casefold() in names[0])
