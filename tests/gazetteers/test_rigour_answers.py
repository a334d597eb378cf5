"""What is told of names is what rigour tells: `python -m training.name_answers` keeps some of its answers here."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.gazetteers import (
    analyse_organisation,
    analyse_person,
    is_city,
    lookup_territory,
    without_article,
    without_legal_forms,
)
from onrecord.names import Name, in_latin, metaphone

_ANSWERS = [
    json.loads(line) for line in (Path(__file__).parent / "rigour_answers.jsonl").read_text("utf-8").splitlines()
]


def taken_apart(name: Name | None) -> Any:
    if name is None:
        return None
    symbols = {(s.symbol.category, s.symbol.id, tuple(p.index for p in s.parts)) for s in name.spans}
    return [(p.form, p.comparable, p.tag) for p in name.parts], sorted(symbols)


def code(text: str) -> str | None:
    found = lookup_territory(text)
    return found.code if found else None


_OURS: dict[str, Callable[[str], Any]] = {
    "persons' names": lambda name: taken_apart(analyse_person(name, symbols=True)),
    "organisations' names": lambda name: taken_apart(analyse_organisation(name)),
    "territories": code,
    "cities": is_city,
    "sounds of words": metaphone,
    "names in Latin letters": in_latin,
    "without legal forms": lambda name: without_legal_forms(name.casefold()),
    "without articles": without_article,
}
# A name without a word is none; in kana and Bopomofo three letters can be written otherwise than two and one.
_OTHERWISE = {"organisations' names": 3, "names in Latin letters": 5}


@pytest.mark.parametrize("question", _OURS)
def test_answers_are_those_of_rigour(question: str) -> None:
    asked = [(text, answer) for kept, text, answer in _ANSWERS if kept == question]
    differ = [text for text, answer in asked if json.loads(json.dumps(_OURS[question](text))) != answer]
    assert len(asked) >= 100
    assert len(differ) <= _OTHERWISE.get(question, 0), differ
