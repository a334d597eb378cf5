import pytest

from onrecord.linking import Features, finding
from onrecord.linking.finding import find_links, is_possible
from onrecord.linking.material import Claim
from tests.linking.built import HARROW, VOSS, claim, story

OTHERS = [
    claim(f"the train of {hour}:{minute:02} was late again", by=(HARROW,)) for hour in range(6) for minute in range(60)
]


def test_nobody_denies_what_he_said_himself() -> None:
    assert is_possible("revises", "same")
    assert is_possible("denies", "other")
    assert is_possible("repeats", "other")
    assert not is_possible("denies", "same")


def test_of_very_many_statements_only_those_with_most_in_common_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def noted(later: Claim, earlier: Claim, alike: float | None) -> Features:
        compared.append(earlier.words)
        return {}

    monkeypatch.setattr(finding, "features_of", noted)
    accusation = claim("the navy hid rifles beneath the wheat of the Halcyon", by=(HARROW,))
    reply = claim("no rifles were ever beneath the wheat of the Halcyon", by=(VOSS,))
    find_links(story(reply), [story(*OTHERS[:200], accusation, *OTHERS[200:])], None)
    assert accusation.words in compared
    assert len(compared) < len(OTHERS) / 2
