"""The tables of the weights and of what sieves are worth."""

import hashlib
import json

import pytest

from onrecord.extraction.coreference.anaphor import FORMS, Form
from onrecord.extraction.coreference.sieves import descriptions, labels, possessions, pronouns
from onrecord.extraction.coreference.weight_tables import FOLDER, SIEVES, WEIGHTS, weights, worth


@pytest.mark.parametrize("form", FORMS)
def test_each_form_has_weights_and_nearness_speaks_for_somebody(form: Form) -> None:
    assert weights(form)["sentences, log"] < 0
    assert "nobody" in weights(form) or "nobody near" in weights(form)


def test_no_line_of_the_table_says_nothing() -> None:
    rows = FOLDER.joinpath(WEIGHTS).read_text(encoding="utf-8").splitlines()
    told = [row.split("\t") for row in rows if not row.startswith("#")]
    assert told[0] == ["feature", *FORMS, "meaning"]
    assert all(len(row) == len(told[0]) and row[-1] for row in told)
    assert all(set(row[1:-1]) != {"-"} for row in told[1:])


def test_sieves_are_worth_a_share() -> None:
    counted = (
        pronouns.topic_of_sentence, pronouns.who_speaks, possessions.related_person, descriptions.holder_of_role,
        descriptions.former_or_latter, labels.who_asks_or_answers,
    )  # fmt: skip
    assert all(0 < worth(sieve) < 1 for sieve in counted)


def test_the_card_is_that_of_the_tables() -> None:
    card = json.loads(FOLDER.joinpath("card.json").read_text(encoding="utf-8"))
    digests = {name: hashlib.sha256(FOLDER.joinpath(name).read_bytes()).hexdigest() for name in (WEIGHTS, SIEVES)}
    assert card["sha256"] == digests
