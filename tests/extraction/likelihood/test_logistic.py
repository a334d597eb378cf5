"""The two models that judge statements, and their tables."""

import hashlib
import math

import pytest

from onrecord.extraction.likelihood import INTERCEPT, Question, model_of
from onrecord.extraction.likelihood.logistic import Logistic
from onrecord.models import read_card
from tests.extraction.likelihood import FOLDER

MODEL = Logistic({INTERCEPT: 1.0, "far": -2.0, "near": 0.5}, {"far": "it is far", "near": "it is near"})


def test_the_log_odds_are_the_sum_of_what_is_the_case() -> None:
    assert MODEL.probability({}) == pytest.approx(1 / (1 + math.exp(-1)))
    assert MODEL.probability({"far": 2.0, "near": 1.0}) == pytest.approx(1 / (1 + math.exp(2.5)))
    assert MODEL.probability({"unheard of": 9.0}) == MODEL.probability({})


def test_what_speaks_against_is_what_is_simply_the_case() -> None:
    assert MODEL.against({"far": 1.0, "near": 1.0}) == ["it is far"]
    assert MODEL.against({"far": 0.5, "near": 1.0}) == []


@pytest.mark.parametrize("question", ["words", "speakers"])
def test_each_weight_that_ships_has_a_meaning(question: Question) -> None:
    model = model_of(question)
    assert INTERCEPT in model.weights
    assert all(model.meanings[name] for name in model.weights)


def test_the_card_is_of_the_tables_that_ship() -> None:
    card = read_card(FOLDER)
    assert card["sha256"] == {
        name: hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() for name in ("words.tsv", "speakers.tsv")
    }
    assert card["by folds of pages"]["both"]["expected calibration error"] < 0.04
