"""How well events are found where the gold of a case has all of them: verbal ones, told by a cue, and all others.

The gold calls an event a deed.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

MEASURES = ("precision", "recall", "type", "actor", "recipient", "modality", "date")
"""Of all printed, and of all of the gold, those in both; of these in how many a field is right (a date where given)."""

_VERBAL = {"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"}
# Gold for a verbal event is its cue and no more.
_CUE = 2
# So much of the words of gold and event must be the same, as the shared scorer has it.
_LEAST = 0.2


def event_scores(gold: Mapping[str, Any], events: Sequence[Any], scorer: ModuleType) -> dict[str, list[float]]:
    """Return the MEASURES of verbal and of all other events; gold that is optional is neither asked for nor wrong.

    Args:
        gold: cases in the structure of the shared ones.
        events: the lines of `onrecord export events`.
        scorer: the shared scorer.
    """
    counted: Counter[tuple[str, str]] = Counter()
    for case in gold["cases"]:
        own = [event for event in events if Path(event["page"]["path"]).stem == case["id"]]
        for kind, what in counted_events(case, own, scorer):
            counted[kind, what] += 1
    return {kind: list(_rates(counted, kind)) for kind in ("verbal", "other")}


def counted_events(case: Mapping[str, Any], events: Sequence[Any], scorer: ModuleType) -> Iterator[tuple[str, str]]:
    """Yield for each event of gold or system its kind with what can be said of it.

    It is "gold" or "extra", "hit" where both have it; of a hit also the fields that are right, and "dated" where the
    gold has a day.

    Args:
        case: one case, in the structure of the shared ones.
        events: the rows of its events.
        scorer: the shared scorer.
    """
    golds = case["deeds"]
    names = scorer.Names(case["entities"])
    found = scorer.overlap_pairs(
        golds, events, lambda gold: scorer.words(gold["spans"]), lambda event: scorer.words(event["spans"]), _LEAST
    )
    for number, gold in enumerate(golds):
        if gold["optional"]:
            continue
        kind = _kind(gold["root"], gold["spans"])
        yield kind, "gold"
        if number in found:
            yield kind, "hit"
            yield from ((kind, field) for field in _right(gold, events[found[number]], names.same))
    for number, event in enumerate(events):
        if number not in found.values():
            yield _kind(event["type"], event["spans"]), "extra"


def _rates(counted: Counter[tuple[str, str]], kind: str) -> Iterator[float]:
    hits, dated = counted[kind, "hit"], counted[kind, "dated"]
    yield hits / max(hits + counted[kind, "extra"], 1)
    yield hits / max(counted[kind, "gold"], 1)
    yield from (counted[kind, measure] / max(hits, 1) for measure in MEASURES[2:-1])
    yield counted[kind, MEASURES[-1]] / max(dated, 1)


def _kind(root: str, spans: Sequence[Mapping[str, Any]]) -> str:
    return "verbal" if root in _VERBAL and len(spans[0]["text"].split()) <= _CUE else "other"


def _right(gold: Mapping[str, Any], event: Mapping[str, Any], same: Callable[[str, str], bool]) -> Iterator[str]:
    """Yield the fields of an event that are as the gold has them; who takes part by any of their printed forms."""
    if event["type"] in {gold["root"], *(gold["root_alt"] or [])}:
        yield "type"
    for field, wanted, given in (("actor", gold["actor"], "actors"), ("recipient", gold["target"], "recipients")):
        told = [party["name"] for party in event[given]]
        if any(same(name, other) for name in wanted for other in told) or not (wanted or told):
            yield field
    if event["modality"] == gold["modality"]:
        yield "modality"
    if gold["date"] is not None:
        yield "dated"
        if (event["date"] or "").startswith(gold["date"]):
            yield "date"
