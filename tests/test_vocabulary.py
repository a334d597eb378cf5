"""Every value of a closed vocabulary is described, and nothing else."""

from typing import TypeAliasType, get_args

import pytest

from onrecord import vocabulary

TYPES = {name: one for name, one in vars(vocabulary).items() if isinstance(one, TypeAliasType)}


@pytest.mark.parametrize("name", TYPES)
def test_each_value_is_described(name: str) -> None:
    described = vocabulary.VOCABULARIES[name]
    assert tuple(described) == get_args(TYPES[name].__value__)
    assert all(meaning.strip() for meaning in described.values())


def test_nothing_else_is_described() -> None:
    assert vocabulary.VOCABULARIES.keys() == TYPES.keys()
