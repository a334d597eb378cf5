"""Scores of the statements of real pages, with the intervals in which they would be on other pages like these."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from benchmarks.exported_statements import Row
from corpora.real_pages import RealPage, RealStatement
from corpora.speaker_names import is_speaker
from corpora.statement_matching import Matching, matched
from onrecord import SHOWN_CONFIDENCE, SHOWN_MEDIA
from onrecord.vocabulary import VOCABULARIES

SHOWN = ("right", "wrong speaker", "wrong cut", "junk")
"""Shares of what is shown."""

REQUIRED = ("required, found", "required, found and right")
"""Shares of what must be found: found at all, and with right words and speakers."""

WHOLE = ("required, found at any confidence", "required, right at any confidence")
"""The same of all speech and writing that is found, shown or not."""

FIELDS = ("act right", "medium right", "targets named", "said_on right")
"""Shares of the annotated statements that are found and of which the annotation tells the field."""

BANDS = (SHOWN_CONFIDENCE, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
"""The edges of bands of confidence; one is in the band that begins with it."""

_RESAMPLED = 2000
_SEED = 21
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
# What the annotation calls otherwise, and what it cannot say.
_NOT_ASKED = {"ask", "other"}
_ACTS = {"predict": "assert"}

type Counts = Mapping[str, tuple[int, int]]
"""For each measure how many there are, and of how many."""

type Interval = tuple[float, float, float]
"""A value with the ends of its interval of 95 %."""


@dataclass(frozen=True, slots=True)
class JudgedPage:
    """A page, and what a version of onrecord shows of it.

    Attributes:
        page: the page with its annotation.
        shown: the statements that are shown unless more is asked for.
        hidden: those that are not.
        matching: which of those shown are which of those annotated.
        whole: which of all speech and writing are, shown or not.
    """

    page: RealPage
    shown: Sequence[Row]
    hidden: Sequence[Row]
    matching: Matching
    whole: Matching

    @property
    def counts(self) -> Counts:
        """The counts of each of `SHOWN`, `REQUIRED`, `WHOLE` and `FIELDS`."""
        verdicts, partners = self.matching.verdicts, self.matching.partners
        counted = {verdict: (verdicts.count(verdict), len(verdicts)) for verdict in SHOWN}
        asked = list(zip(self.page.statements, partners, strict=True))
        counted |= self._required(REQUIRED, self.matching) | self._required(WHOLE, self.whole)
        found = [(one, self.shown[some[0]]) for one, some in asked if some]
        for name, judge in zip(FIELDS, (act_right, medium_right, targets_named, day_right), strict=True):
            judged = [is_right for one, row in found if (is_right := judge(one, row)) is not None]
            counted[name] = (sum(judged), len(judged))
        return counted

    def _required(self, names: Sequence[str], matching: Matching) -> dict[str, tuple[int, int]]:
        """Return how many of the required are found, and found and right, by a matching."""
        asked = zip(self.page.statements, matching.partners, strict=True)
        required = [[matching.verdicts[at] for at in some] for one, some in asked if one.required]
        told = (len(list(filter(None, required))), sum("right" in some for some in required))
        return {name: (number, len(required)) for name, number in zip(names, told, strict=True)}


def judged_page(page: RealPage, rows: Sequence[Row]) -> JudgedPage:
    """Return what is right of the exported statements of a page: those that this version would show, of any version."""
    said = [row for row in rows if row["medium"] in SHOWN_MEDIA]
    shown = [row for row in said if row["confidence"] >= SHOWN_CONFIDENCE]
    hidden = [row for row in rows if row not in shown]
    return JudgedPage(page, shown, hidden, matched(page, shown), matched(page, said))


def medium_right(asked: RealStatement, row: Row) -> bool:
    """Say whether the medium is right."""
    return bool(asked.medium == row["medium"])


def act_right(asked: RealStatement, row: Row) -> bool | None:
    """Say whether the act is right, None where onrecord has no such act; a prediction is annotated as an assertion."""
    assert asked.act in VOCABULARIES["Act"].keys() | _NOT_ASKED
    return None if asked.act in _NOT_ASKED else _ACTS.get(row["act"], row["act"]) == asked.act


def targets_named(asked: RealStatement, row: Row) -> bool | None:
    """Say whether all targets are named, among targets or addressees; None where it is not plain whom it is about."""
    given = [*row["targets"], *row["addressees"]]
    return all(any(is_speaker(one, other) for other in given) for one in asked.targets) if asked.targets else None


def day_right(asked: RealStatement, row: Row) -> bool | None:
    """Say whether the day is right; None where neither the page nor onrecord tells one.

    Most pages come without the day of publication. "2019-11-19" must be given, "in 2010" as "2010"; of "Tuesday" and
    "Nov. 5" no year is known, so that nothing is right, and so is a day with that name or number. A day that is given
    where the page tells none is wrong, unless it is that of publication, which its address may tell.
    """
    day, words = row["said_on"], asked.said_on
    if words is None:
        return None if day is None or row["said_on_basis"] == "published" else False
    if day is None:
        return not _YEAR.search(words)
    names = {f"{np.datetime64(day, 'D').item():%A}", day} if len(day) == len("2019-11-19") else {day}
    return any(name in words for name in names)


def calibration(pages: Sequence[JudgedPage]) -> NDArray[np.float64]:
    """Return for each page and band of `BANDS` how many are shown, how many are right and the sum of confidences."""
    table = np.zeros((len(pages), len(BANDS) - 1, 3))
    for number, judged in enumerate(pages):
        for row, verdict in zip(judged.shown, judged.matching.verdicts, strict=True):
            band = sum(row["confidence"] >= edge for edge in BANDS[1:-1])
            table[number, band] += (1, verdict == "right", row["confidence"])
    return table


def calibration_errors(bands: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the expected calibration error, of bands with their three sums on the last axes.

    How far the share that is right is from the mean confidence, a band weighted by how many are in it.
    """
    return np.asarray(np.abs(bands[..., 1] - bands[..., 2]).sum(-1) / np.maximum(1, bands[..., 0].sum(-1)))


def band_names() -> list[str]:
    """Return what each band is called."""
    return [f"{low:.2f} to {high:.2f}" for low, high in pairwise(BANDS)]


def resampled(per_page: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return sums over pages: of all of them, then of so many drawn with replacement, the same draws each time."""
    pages = len(per_page)
    draws = np.random.default_rng(_SEED).integers(pages, size=(_RESAMPLED, pages))
    return np.concatenate(([per_page.sum(0)], per_page[draws].sum(1)))


def share(pages: Sequence[Counts], measure: str) -> NDArray[np.float64]:
    """Return the share of a measure in all pages, then in those of each draw."""
    sums = resampled(np.array([counts[measure] for counts in pages], dtype=np.float64))
    return sums[:, 0] / np.maximum(1, sums[:, 1])


def interval(values: NDArray[np.float64]) -> Interval:
    """Return the first of `values`, with the interval of the others."""
    low, high = np.quantile(values[1:], (0.025, 0.975))
    return float(values[0]), float(low), float(high)
