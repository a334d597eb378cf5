"""What an event is by who tells of it."""

import pytest

from onrecord.extraction.events.standing import Asserted, standing
from onrecord.extraction.ranges import CharRange
from onrecord.rules import Firing, watching
from onrecord.vocabulary import Act, EventModality


@pytest.mark.parametrize(
    ("own", "act", "hedged", "how"),
    [
        ("happened", None, False, "happened"),
        ("planned", None, True, "planned"),
        ("ongoing", None, True, "alleged"),
        ("happened", "assert", False, "alleged"),
        ("planned", "assert", False, "planned"),
        ("planned", "demand", False, None),
        ("happened", "demand", False, "alleged"),
        ("planned", "threaten", False, "threatened"),
        ("planned", "deny", False, "denied"),
    ],
)
def test_who_tells_of_an_event_makes_it_what_it_is(
    own: EventModality, act: Act | None, hedged: bool, how: EventModality | None
) -> None:
    assert standing(Asserted(own, act, hedged), CharRange(0, 1)) == how


def test_of_two_rows_that_fit_the_first_speaks() -> None:
    with watching() as firings:
        standing(Asserted("happened", "deny", hedged=True), CharRange(3, 8))
    assert firings == [Firing("decision/standing-denied", 3, 8)]
