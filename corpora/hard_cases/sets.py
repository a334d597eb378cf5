"""The sets of cases, as gold in the structure of the shared cases.json, and their scorer."""

import json
from types import ModuleType

from corpora.hard_cases.case_text import Json
from corpora.hard_cases.conversion import converted
from corpora.location import OWN, located, located_module

OWN_SETS = (
    "cases", "cases_later", "cases_fresh", "cases_sealed", "cases_final", "cases_deeds", "cases_acts", "cases_last",
)  # fmt: skip
"""The names of our own, in the order in which they were written. In cases_deeds and cases_acts every event is gold."""


def shared_set() -> Json:
    """Return the shared cases.

    Raises:
        FileNotFoundError: they are not there.
    """
    gold: Json = json.loads(located("cases/cases.json").read_text(encoding="utf-8"))
    return gold


def own_set(name: str) -> Json:
    """Return one of `OWN_SETS`."""
    return converted((OWN / f"{name}.toml").read_text(encoding="utf-8"))


def scorer() -> ModuleType:
    """Return the scorer of an exported ledger.

    Raises:
        FileNotFoundError: it is not there.
    """
    return located_module("cases/score.py")
