"""How many words of the turns of transcripts are given to whom they belong, by this version and by an earlier one."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from benchmarks import earlier_versions
from benchmarks.exported_statements import Row, exported_statements
from corpora.transcripts import LATER, NEWEST, QUESTION, UNNAMED, Transcript, Turn, briefings, invented
from onrecord import SHOWN_CONFIDENCE, SHOWN_MEDIA

BEFORE = "7eb8409"
"""The commit that is compared with: turns ended with their first paragraph."""

WHOLE = 0.97
"""From this share of its words on a turn is whole."""


def main(before: str) -> None:
    """Print the shares of words, for each transcript and for all.

    Args:
        before: the commit to compare with.
    """
    for title, texts in (
        ("Press briefings, by their labels", briefings()),
        ("Invented transcripts", invented()),
        ("Later invented transcripts", invented(LATER)),
        ("Newest invented transcripts", invented(NEWEST)),
    ):
        some = list(texts)
        table = Table("transcript", "turns", "words", "given, before", "given, now", "to another, now", title=title)
        names = {one.name: one.text for one in some}
        with earlier_versions.sources(before) as old:
            versions = [exported_statements(names, old), exported_statements(names, earlier_versions.ROOT / "src")]
        sums = [Counter[str](), Counter[str]()]
        whole = [0, 0]
        for one in some:
            told = [given(one, rows[one.name]) for rows in versions]
            for number, counts in enumerate(told):
                sums[number].update(counts)
                whole[number] += counts["whole turns"] == len(one.turns)
            table.add_row(one.name[:60], str(len(one.turns)), *_cells(*told))
        table.add_row("all", str(sum(len(one.turns) for one in some)), *_cells(*sums), style="bold")
        console = Console(width=120)
        console.print(table)
        console.print(f"whole, each turn to {WHOLE:.0%}: {whole[0]} before, {whole[1]} now, of {len(some)}")


def _cells(before: Counter[str], now: Counter[str]) -> list[str]:
    words = now["words"]
    return [
        f"{words:,}",
        f"{before['given'] / words:.3f}",
        f"{now['given'] / words:.3f}",
        f"{now['other'] / words:.3f}",
    ]


def given(transcript: Transcript, rows: Sequence[Row]) -> Counter[str]:
    """Count the "words" of turns, those "given" to who speaks, those given to some "other", and the "whole turns".

    Of what is shown unless more is asked for the outermost statement with a word counts. Its one speaker must have the
    last word of the turn's speaker in the name, and its source be the label where that is told; of who asks nobody's
    name is known.
    """
    told: dict[int, Row] = {}
    for row in rows:
        if row["medium"] in SHOWN_MEDIA and row["confidence"] >= SHOWN_CONFIDENCE and row["nested_in"] is None:
            for span in row["content"]:
                told.update(dict.fromkeys(range(span["start"], span["end"]), row))
    counts: Counter[str] = Counter()
    for turn in transcript.turns:
        found = [told[start] for start, _ in turn.words if start in told]
        right = sum(_is_of(turn, row) for row in found)
        counts.update(words=len(turn.words), given=right, other=len(found) - right)
        counts["whole turns"] += right >= WHOLE * len(turn.words)
    return counts


def _is_of(turn: Turn, row: Row) -> bool:
    if turn.label is not None and (row["source"] is None or row["source"]["text"] != turn.label):
        return False
    if turn.speaker == UNNAMED:
        return not any(speaker["named"] for speaker in row["speakers"])
    names = [speaker["name"].casefold() for speaker in row["speakers"]]
    asks = turn.label == QUESTION
    return asks or (len(names) == 1 and turn.speaker.split()[-1].casefold().rstrip(".") in names[0])
