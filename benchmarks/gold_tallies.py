"""Every gold that rules are measured on, counted page by page, so that a page that is read anew is all that changes.

A tally says of the rows of one page what is right there, in counts that may be added up; a figure is made of the sums.
PolNeAR is scored as in `benchmarks attribution`, speakers as in `speaker_naming`, real pages as in `real_pages` (their
open part), cases as in `case_scores`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import ModuleType
from typing import Any

from benchmarks.event_scores import counted_events
from benchmarks.real_scores import FIELDS, REQUIRED, SHOWN, judged_page
from benchmarks.record_rows import Rows
from benchmarks.spoken_statements import right, same_statement
from corpora import hard_cases, polnear
from corpora.hard_cases import OWN_SETS, own_set, shared_set
from corpora.polnear import Gold
from corpora.real_pages import RealPage, real_pages
from corpora.speakers import SpokenStatement, spoken_statements
from onrecord import pages
from onrecord.records import Article

type Tally = Callable[[Rows], Counter[str]]
"""What is right of the rows of one page."""

POLNEAR, SPEAKERS, REAL, CASES = "PolNeAR dev", "speakers", "real pages", "cases"
"""The sets."""

# Whose gold has every event, so that one beside it is wrong.
_EVERY_EVENT = {"cases_deeds", "cases_acts"}
# What is asked of each statement, quantity and event; of statements and events also the day, if the gold has one.
_ANSWERS = ("kind.ok", "act.ok", "said.ok")
_OF_QUANTITIES = ("q.value.ok", "q.by.ok", "q.hedge.ok")
_OF_EVENTS = ("event.type", "event.actor", "event.recipient", "event.modality")


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page with gold: its articles as they are cut, and what counts what is right of their rows."""

    name: str
    articles: Sequence[Article]
    tallies: Sequence[Tally]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a set: what it is called, and how it is made of the sums of all tallies."""

    set: str
    name: str
    of: Callable[[Counter[str]], float]
    more_is_better: bool = True


def gold_pages() -> Iterator[GoldPage]:
    """Yield all pages with gold, each once.

    Raises:
        FileNotFoundError: a corpus is not there.
    """
    tallies: dict[str, list[Tally]] = defaultdict(list)
    dev = polnear.gold(polnear.part("dev"))
    golds = dev | polnear.gold(polnear.part("train"))
    for name, gold in dev.items():
        tallies[name].append(partial(attributions, gold))
    spoken: dict[str, list[SpokenStatement]] = defaultdict(list)
    for one in spoken_statements(golds):
        spoken[one.article].append(one)
    for name, own in spoken.items():
        tallies[name].append(partial(speakers, own))
    for name, of in tallies.items():
        yield GoldPage(name, pages.cut(pages.from_text(golds[name][0])), of)
    for page in real_pages("open"):
        yield GoldPage(page.name, pages.cut(pages.from_text(page.text)), [partial(shown_statements, page)])
    yield from _case_pages()


def _case_pages() -> Iterator[GoldPage]:
    scorer = hard_cases.scorer()
    for name, cases in ({"shared": shared_set()} | {name: own_set(name) for name in OWN_SETS}).items():
        for case in cases["cases"]:
            articles = pages.cut(pages.from_text(case["text"]), given=date.fromisoformat(case["doc_date"]))
            tally = partial(answers, case, scorer, every_event=name in _EVERY_EVENT)
            yield GoldPage(f"{name} {case['id']}", articles, [tally])


def attributions(gold: Gold, rows: Rows) -> Counter[str]:
    """Count what the scorer of PolNeAR finds right of an article."""
    found: polnear.Attributions = []
    for row in rows["statements"]:
        roles = {"content": row["content"]} | {role: [row[role]] if row[role] else [] for role in ("source", "cue")}
        found.append({role: [[span["start"], span["end"]] for span in spans] for role, spans in roles.items()})
    scored = polnear.scored({"": gold}, {"": found})
    printed, wanted, _ = scored["counts (pred, gold, quoted gold)"]
    counted = Counter({"attributions.printed": printed, "attributions.wanted": wanted})
    # Of the ratios only the one to what is printed is asked, of which the count is a whole number again.
    counted.update(
        {measure: round(scored[measure][0] * printed) for measure in ("content.5", "attributed", "relation")}
    )
    return counted


def speakers(spoken: Sequence[SpokenStatement], rows: Rows) -> Counter[str]:
    """Count the statements by speakers who are known, those that are found, and those with just these speakers."""
    counted: Counter[str] = Counter()
    for one in spoken:
        given = same_statement(one, rows["statements"])
        counted["spoken"] += 1
        if given is not None:
            counted["spoken.found"] += 1
            counted["spoken.right"] += right(one, [speaker["name"] for speaker in given["speakers"]])
    return counted


def shown_statements(page: RealPage, rows: Rows) -> Counter[str]:
    """Count of a real page the statements that are shown unless more is asked for, and what they and the gold share."""
    counts = judged_page(page, rows["statements"]).counts
    counted = Counter({name: number for name, (number, _) in counts.items()})
    counted.update({"shown": counts[SHOWN[0]][1], "required": counts[REQUIRED[0]][1]})
    counted.update({f"{field}, judged": counts[field][1] for field in FIELDS})
    return counted


def answers(case: Mapping[str, Any], scorer: ModuleType, rows: Rows, *, every_event: bool) -> Counter[str]:
    """Count what the shared scorer finds right of a case, and of its events the fields that are.

    What is asked of the gold's statements and events is counted whether they are found or not.
    """
    counted: Counter[str] = Counter()
    names = scorer.Names(case["entities"])
    matched = scorer.statements(case, rows["statements"], names, counted)
    scorer.quantities(case, rows["quantities"], names, counted)
    given = {row["id"]: row for row in rows["statements"]}
    for gold in case["statements"]:
        if gold["content"] and not gold["optional"]:
            counted["answers"] += len(_ANSWERS) + bool(gold["date"])
            row = given.get(matched.get(gold["id"]))
            # Of what was not said at all the gold says so ("future", "hypothetical").
            counted["said.ok"] += row is not None and ("modality" in gold) == (row["modality"] != "said")
    for gold in case["deeds"]:
        if not gold["optional"]:
            counted["of events"] += len(_OF_EVENTS) + bool(gold["date"])
    for _, what in counted_events(case, rows["events"], scorer):
        counted[f"event.{what}"] += 1
        counted[f"every-event.{what}"] += every_event
    return counted


def _f1(hit: str, printed: str, wanted: str) -> Callable[[Counter[str]], float]:
    return lambda counts: 2 * counts[hit] / max(counts[printed] + counts[wanted], 1)


def _share(of: Sequence[str], asked: str, times: int = 1) -> Callable[[Counter[str]], float]:
    return lambda counts: sum(counts[one] for one in of) / max(counts[asked] * times, 1)


def _events_f1(counts: Counter[str]) -> float:
    hit, wanted = counts["every-event.hit"], counts["every-event.gold"]
    return 2 * hit / max(hit + counts["every-event.extra"] + wanted, 1)


FIGURES: tuple[Figure, ...] = (
    *(
        Figure(POLNEAR, measure, _f1(measure, "attributions.printed", "attributions.wanted"))
        for measure in ("content.5", "attributed", "relation")
    ),
    Figure(SPEAKERS, "found", _share(["spoken.found"], "spoken")),
    Figure(SPEAKERS, "right", _share(["spoken.right"], "spoken")),
    Figure(REAL, "right", _share(["right"], "shown")),
    Figure(REAL, "wrong speaker", _share(["wrong speaker"], "shown"), more_is_better=False),
    Figure(REAL, "junk", _share(["junk"], "shown"), more_is_better=False),
    Figure(REAL, "found", _share([REQUIRED[0]], "required")),
    Figure(REAL, "found and right", _share([REQUIRED[1]], "required")),
    *(Figure(REAL, field, _share([field], f"{field}, judged")) for field in FIELDS),
    Figure(CASES, "statements", _f1("st.hit", "st.pred", "st.gold")),
    Figure(CASES, "speakers", _share(["speaker.ok"], "st.gold")),
    Figure(CASES, "answers", _share([*_ANSWERS, "said_on.ok"], "answers")),
    Figure(CASES, "targets", _f1("targets.hit", "targets.pred", "targets.gold")),
    Figure(CASES, "taken for speech", _share(["not.false"], "not.gold"), more_is_better=False),
    Figure(CASES, "quantities", _f1("q.hit", "q.pred", "q.gold")),
    Figure(CASES, "of quantities", _share(_OF_QUANTITIES, "q.gold", len(_OF_QUANTITIES))),
    Figure(CASES, "events", _events_f1),
    Figure(CASES, "of events", _share([*_OF_EVENTS, "event.date"], "of events")),
)
"""Every figure. F1 are `content.5`, `attributed`, `relation`, statements, targets, quantities and events (of the sets
whose gold has every event). Of real pages "right", "wrong speaker" and "junk" are shares of what is shown, act, targets
and day of what is found. All others are shares of what the gold asks for: of cases "answers" are kind, act, day and
whether a statement was made at all."""
