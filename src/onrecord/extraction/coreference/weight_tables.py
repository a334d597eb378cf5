"""The weights of features, and what each sieve is worth: both counted and fitted by `training.antecedents`.

They are tables that a person can read, `weights.tsv` and `sieves.tsv` in `onrecord/models/antecedents`.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources

from onrecord.extraction.coreference.anaphor import FORMS, Form

FOLDER = resources.files("onrecord.models") / "antecedents"
WEIGHTS, SIEVES = "weights.tsv", "sieves.tsv"
_NONE = "-"


@cache
def weights(form: Form) -> Mapping[str, float]:
    """Return the weight of each feature for anaphors of a form; features without one are not looked at."""
    column = 1 + FORMS.index(form)
    return {row[0]: float(row[column]) for row in _rows(WEIGHTS) if row[column] != _NONE}


def worth(sieve: Callable[..., object]) -> float:
    """Return how often what a sieve proposes is right, 0 to 1, as counted where it is known who is meant."""
    return _worths()[sieve.__name__]


@cache
def _worths() -> Mapping[str, float]:
    return {row[0]: float(row[1]) for row in _rows(SIEVES)}


def _rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a table, without comments and the line of headings."""
    lines = FOLDER.joinpath(name).read_text(encoding="utf-8").splitlines()
    told = [line.split("\t") for line in lines if line and not line.startswith("#")]
    yield from told[1:]
