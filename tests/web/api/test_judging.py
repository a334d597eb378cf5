"""The body of each kind of judgement has what the method of that name takes."""

import inspect
from typing import get_args

import pytest

from onrecord import Ledger
from onrecord.web.api.judging import Decided, Judgement

KINDS: tuple[type[Decided], ...] = get_args(get_args(Judgement)[0])


@pytest.mark.parametrize("body", KINDS, ids=lambda body: body.__name__)
def test_its_fields_are_the_arguments(body: type[Decided]) -> None:
    [kind] = get_args(body.model_fields["kind"].annotation)
    taken = inspect.signature(getattr(Ledger, kind)).parameters
    assert set(taken) - {"self"} == set(body.model_fields) - {"kind"}
    optional = {name for name, one in taken.items() if one.default is not inspect.Parameter.empty}
    assert optional == {name for name, one in body.model_fields.items() if not one.is_required()}
