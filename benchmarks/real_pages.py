"""Statements of real news pages, annotated blind (`corpora.real_pages`): how many of those shown are right.

Each text is a page that is added to a ledger. Shown is what is shown unless more is asked for (`SHOWN_CONFIDENCE`,
`SHOWN_MEDIA`), also of an earlier version. `statement_matching` tells when a statement is right, `speaker_names` when a
speaker is. Intervals are of 95 %, by drawing pages.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import earlier_versions
from benchmarks.exported_statements import Row, exported_statements
from benchmarks.real_scores import (
    FIELDS,
    REQUIRED,
    SHOWN,
    WHOLE,
    Interval,
    JudgedPage,
    band_names,
    calibration,
    calibration_errors,
    interval,
    judged_page,
    resampled,
    share,
)
from corpora.real_pages import Part, RealPage, RealStatement, real_pages
from corpora.statement_matching import SOME_WORDS, content_words, shared

type _Version = tuple[str, Sequence[JudgedPage]]

_NOW = "now"
_LONGEST = 160


def main(before: str | None, *, sealed: bool = False, shown: bool = False) -> None:
    """Print the scores of this version, and of the commit `before` beside it.

    Args:
        before: the commit, None for none.
        sealed: measure on the pages that nobody looks at, of which nothing but totals is printed.
        shown: print what is wrong now, too; of sealed pages nothing is.
    """
    part: Part = "sealed" if sealed else "open"
    pages = list(real_pages(part))
    versions: list[_Version] = [(_NOW, _judged(pages, earlier_versions.ROOT / "src"))]
    if before:
        with earlier_versions.sources(before) as sources:
            versions.append((before, _judged(pages, sources)))
    console = Console(width=120)
    console.print(_totals(part, versions))
    if sealed:
        return
    for name, judged in versions:
        console.print(_genres(name, judged))
        console.print(_bands(name, judged))
    if shown:
        for judged_now in versions[0][1]:
            for line in wrong(judged_now):
                console.print(line, markup=False, highlight=False, soft_wrap=True)


def _judged(pages: Sequence[RealPage], sources: Path) -> list[JudgedPage]:
    """Return the pages with what the version in the folder `sources` makes of them."""
    rows = exported_statements({page.name: page.text for page in pages}, sources)
    return [judged_page(page, rows[page.name]) for page in pages]


def _totals(part: Part, versions: Sequence[_Version]) -> Table:
    """Return the table of all measures of each version, with what has changed between two."""
    pages = len(versions[0][1])
    table = Table(title=f"Statements of {pages} {part} real pages")
    for column in ("share of statements", *(column for name, _ in versions for column in (name, "of"))):
        table.add_column(column, justify="left" if column == "share of statements" else "right")
    if len(versions) > 1:
        table.add_column("change", justify="right")
    counts = [[one.counts for one in judged] for _, judged in versions]
    for measure in (*SHOWN, *REQUIRED, *WHOLE, *FIELDS):
        shares = [share(of, measure) for of in counts]
        cells = [
            cell
            for values, of in zip(shares, counts, strict=True)
            for cell in (_printed(interval(values)), str(sum(one[measure][1] for one in of)))
        ]
        change = [_printed(interval(shares[0] - shares[1]), "+.3f")] if len(versions) > 1 else []
        table.add_row(measure, *cells, *change, end_section=measure in {SHOWN[-1], REQUIRED[-1], WHOLE[-1], FIELDS[-1]})
    errors = [calibration_errors(resampled(calibration(judged))) for _, judged in versions]
    cells = [cell for error in errors for cell in (_printed(interval(error)), "")]
    change = [_printed(interval(errors[0] - errors[1]), "+.3f")] if len(versions) > 1 else []
    table.add_row("calibration error of confidence", *cells, *change)
    return table


def _genres(name: str, judged: Sequence[JudgedPage]) -> Table:
    """Return the table of measures by genre."""
    table = Table(title=f"By genre, {name}")
    measures = (*SHOWN, *REQUIRED)
    for column in ("genre", "pages", "shown", *SHOWN, "required", "found", "found and right"):
        table.add_column(column, justify="left" if column == "genre" else "right")
    genres: defaultdict[str, list[JudgedPage]] = defaultdict(list)
    for one in judged:
        genres[one.page.genre].append(one)
    for genre, those in sorted(genres.items()):
        counts = [one.counts for one in those]
        shares = [f"{share(counts, measure)[0]:.3f}" for measure in measures]
        numbers = [str(sum(one[measure][1] for one in counts)) for measure in (SHOWN[0], REQUIRED[0])]
        table.add_row(genre, str(len(those)), numbers[0], *shares[: len(SHOWN)], numbers[1], *shares[len(SHOWN) :])
    return table


def _bands(name: str, judged: Sequence[JudgedPage]) -> Table:
    """Return the table that tells how often what is shown with some confidence is right."""
    table = Table(title=f"By confidence, {name}")
    for column in ("confidence", "shown", "mean confidence", "right"):
        table.add_column(column, justify="left" if column == "confidence" else "right")
    sums = resampled(calibration(judged))
    for band, called in enumerate(band_names()):
        number, _, confidence = sums[0, band]
        if number:
            right = sums[:, band, 1] / sums[:, band, 0].clip(1)
            table.add_row(called, f"{number:.0f}", f"{confidence / number:.3f}", _printed(interval(right)))
    return table


def wrong(judged: JudgedPage) -> Iterator[str]:
    """Yield a line for each statement that is shown and not right, and for each that is required and missed."""
    page, matching = judged.page, judged.matching
    asked = {at: one for one, some in zip(page.statements, matching.partners, strict=True) for at in some}
    for at, (row, verdict) in enumerate(zip(judged.shown, matching.verdicts, strict=True)):
        if verdict != "right":
            against = f"; asked {_told(page, asked[at])}" if at in asked else ""
            yield f"{page.name}: {verdict}: {_given(row)}{against}"
    for one, some in zip(page.statements, matching.partners, strict=True):
        if one.required and not some:
            yield f"{page.name}: missed: {_told(page, one)}{_hidden(judged, one)}"


def _hidden(judged: JudgedPage, asked: RealStatement) -> str:
    """Return which statement that is not shown a missed one is, if it is one."""
    words = content_words(judged.page.text, asked.content)
    for row in judged.hidden:
        places = [(span["start"], span["end"]) for span in row["content"]]
        if shared(words, content_words(judged.page.text, places)) >= SOME_WORDS:
            return f"; hidden {_given(row)}"
    return ""


def _told(page: RealPage, asked: RealStatement) -> str:
    words = " … ".join(page.text[slice(*place)] for place in asked.content)
    return f"{', '.join(asked.speakers)}: {_brief(words)}{'' if asked.required else ' (not required)'}"


def _given(row: Row) -> str:
    names = ", ".join(speaker["name"] for speaker in row["speakers"]) or "nobody"
    words = " … ".join(span["text"] for span in row["content"])
    return f"{names}: {_brief(words)} ({row['medium']} {row['confidence']:.2f})"


def _brief(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _printed(value: Interval, form: str = ".3f") -> str:
    """Return a value with its interval."""
    return f"{value[0]:{form}} ({value[1]:{form}} to {value[2]:{form}})"
