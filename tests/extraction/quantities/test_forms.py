"""In which form a number is printed, by the text alone."""

import re

import pytest

from onrecord.extraction.quantities.forms import FORMS, Form, FormsNear
from onrecord.extraction.quantities.printed_quantities import printed_quantities
from onrecord.rules import Rule, without


def _forms(text: str) -> list[set[str]]:
    """Return, for each number of a text, the names of the forms it is in."""
    names = {rule.apply.expression: rule.id.removeprefix("veto/quantity-") for rule in FORMS}
    quantities = printed_quantities(text)
    forms = FormsNear(text, quantities)
    return [{names[expression] for expression in forms.at(quantity.number)} for quantity in quantities]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It opens on 3 May at 7 pm for 12 guests.", [{"day-and-month"}, {"am-or-pm"}, set()]),
        ("Call (785) 555-0125 by 6 o'clock.", [{"telephone"}, {"telephone"}, {"telephone"}, {"oclock"}]),
        ("One day the northern half sank.", [{"one-day"}, {"half-of-two"}]),
        ("It has two-thirds, one-fifth and a 30-second part.", [set(), set(), set()]),
        ("It has the sixty-third.", [{"ordinal-in-words"}]),
        ("At least one of them fell, and one of them rose.", [set(), {"one-day"}]),
    ],
)
def test_a_number_is_in_the_form_that_is_printed_around_it(text: str, names: list[set[str]]) -> None:
    assert _forms(text) == names


def test_far_from_a_number_no_form_is_looked_for() -> None:
    words = "The harbour of Lanta was quiet. " * 9
    assert _forms(f"On 3 May it rained. {words} 12 boats sank.") == [{"day-and-month"}, set()]


def test_of_two_forms_at_one_place_the_first_is_found() -> None:
    assert _forms("It sank at 9:30 pm.")[0] == {"time-of-day"}
    with without(["veto/quantity-time-of-day"]):
        assert _forms("It sank at 9:30 pm.")[0] == {"hours-and-minutes"}


@pytest.mark.parametrize("rule", FORMS, ids=lambda rule: rule.id)
def test_a_form_is_more_than_nothing(rule: Rule[Form]) -> None:
    assert re.compile(rule.apply.expression, re.VERBOSE).fullmatch("") is None
