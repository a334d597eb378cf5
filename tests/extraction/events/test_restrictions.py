"""Every row that speaks takes its types away, whichever others do."""

from onrecord.extraction.events.arguments import NounType
from onrecord.extraction.events.parties import Parties
from onrecord.extraction.events.restrictions import types_between, types_of_actor
from onrecord.extraction.events.triggers import find_triggers
from onrecord.rules import watching, without
from onrecord.vocabulary import Sector
from tests.documents import annotated

SEIZED = """
They    PRP nsubj seized lemma=they
seized  VBD ROOT  -      lemma=seize
"""
SENT = """
They    PRP nsubj sent   lemma=they
sent    VBD ROOT  -      lemma=send
nurses  NNS dobj  sent   lemma=nurse
"""
SEIZE_NOTHING, SEIZE = "decision/event-coerces-something", "decision/event-ruler-coerces"


def parties(columns: str, sector: Sector, led: Sector | None = None) -> Parties:
    """Return the parties of an event that a group of `sector` is said to have done."""
    [trigger] = find_triggers(annotated(columns))
    return Parties(trigger, by=NounType("group", sector), led=led)


def test_all_rows_that_fit_speak() -> None:
    with watching() as firings:
        assert types_of_actor(parties(SEIZED, "BUS")) == set()
    assert [firing.rule for firing in firings] == [SEIZE, SEIZE_NOTHING]


def test_what_one_row_would_leave_another_takes() -> None:
    for row in (SEIZE, SEIZE_NOTHING):
        with without([row]):
            assert types_of_actor(parties(SEIZED, "BUS")) == set()
    with without([SEIZE, SEIZE_NOTHING]):
        assert types_of_actor(parties(SEIZED, "BUS")) == {"ASSAULT", "COERCE"}


def test_of_two_who_send_it_is_those_sent_that_are_forces() -> None:
    assert types_between(parties(SENT, "MIL")) == {"AID", "CONSULT"}
    assert types_between(parties(SENT, "BUS", led="MIL")) == {"AID", "CONSULT", "MOBILIZE"}
