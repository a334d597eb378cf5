"""The tables that ship, which a person can read: the weights, and what sieves are worth."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from onrecord.extraction.coreference import FORMS
from training.antecedents.fitting import Model
from training.antecedents.meanings import MEANINGS

SHIPPED = Path(__file__).parent.parent.parent / "src" / "onrecord" / "models" / "antecedents"
WEIGHTS, SIEVES = "weights.tsv", "sieves.tsv"

PRIORS = {
    "surname_of_several": 0.8,
    "topic_of_sentence": 0.8,
    "named_in_main_clause": 0.8,
    "only_one_of_article": 0.7,
    "described_in_sentence": 0.7,
    "who_speaks": 0.8,
    "organisation_of_a_person": 0.8,
    "organisation_last_owned": 0.85,
    "related_person": 0.85,
    "holder_of_role": 0.85,
    "former_or_latter": 0.6,
    "several_together": 0.6,
    "organisation_called_so": 0.7,
    "named_after_lead": 0.6,
    "who_asks_or_answers": 0.6,
}
"""What each sieve that makes no choice was held to be worth before anything was counted; the others that find
a name are worth 1."""

# What was held before counts as so many answers.
_HELD = 10
_LEAST = 0.01

_ABOUT_WEIGHTS = """\
# How much each feature speaks for somebody who may be meant by a pronoun or noun: for a pronoun of one person that is
# the source of a statement ("he says"), another such pronoun ("he"), "it", "they", a noun for a person, and one for a
# body. A place where somebody is mentioned has the sum of the weights of its features, each times its value: 1 where no
# number is told. The probability of a candidate is the share of its places in the exponentials of all sums; "nobody" is
# one of the candidates. "-": not looked at. Written by `python -m training.antecedents`, which tells how it is learnt.
"""
_ABOUT_SIEVES = """\
# What each sieve of coreference is worth that makes no choice by weights: how often it is right where it is known who
# is meant, with what it was held to be worth before (prior) as {held} answers more. Written by
# `python -m training.antecedents`.
"""


def write_weights(model: Model, temperature: float) -> None:
    """Write the weights, divided by the temperature so that what ships needs none."""
    rows = ["\t".join(("feature", *FORMS, "meaning"))]
    for feature, meaning in MEANINGS.items():
        found = [model.of(feature, form) / temperature for form in FORMS]
        if any(abs(weight) >= _LEAST for weight in found):
            told = (f"{weight:.2f}" if abs(weight) >= _LEAST else "-" for weight in found)
            rows.append("\t".join((feature, *told, meaning)))
    (SHIPPED / WEIGHTS).write_text(_ABOUT_WEIGHTS + "\n".join(rows) + "\n", encoding="utf-8")


def write_sieves(right: Counter[str], asked: Counter[str]) -> None:
    """Write what sieves are worth by how often each was `right`, and of how many that were `asked`."""
    rows = ["\t".join(("sieve", "worth", "right", "of", "prior"))]
    for sieve, prior in PRIORS.items():
        worth = (right[sieve] + _HELD * prior) / (asked[sieve] + _HELD)
        rows.append("\t".join((sieve, f"{worth:.2f}", str(right[sieve]), str(asked[sieve]), str(prior))))
    (SHIPPED / SIEVES).write_text(_ABOUT_SIEVES.format(held=_HELD) + "\n".join(rows) + "\n", encoding="utf-8")


def write_card(figures: Mapping[str, Any]) -> None:
    """Write the card of the tables: their checksums, and how good choices are by folds."""
    digests = {name: hashlib.sha256((SHIPPED / name).read_bytes()).hexdigest() for name in (WEIGHTS, SIEVES)}
    text = json.dumps({"sha256": digests} | dict(figures), indent=2, ensure_ascii=False)
    (SHIPPED / "card.json").write_text(text + "\n", encoding="utf-8")
