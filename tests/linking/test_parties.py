from dataclasses import replace

import pytest

from onrecord.linking.parties import Parties, Party
from tests.linking.built import MINISTRY, VOSS


def are_one(one: str, other: str, like: Party = VOSS) -> bool:
    first, second = replace(like, key=8, name=one), replace(like, key=9, name=other)
    return Parties((first,)).share(Parties((second,)), within=False)


def test_who_is_registered_as_one_is_one() -> None:
    assert Parties((VOSS,)).share(Parties((replace(VOSS, name="The minister"),)), within=True)


def test_part_of_a_persons_name_is_enough_in_another_article() -> None:
    assert are_one("Voss", "Mara Voss")
    assert are_one("Mara Voss", "Voss")
    assert not are_one("Mara Voss", "Bill Voss")
    assert not are_one("Harrow", "Mara Voss")


def test_somebody_who_is_only_described_is_nobody_else() -> None:
    assert not are_one("the minister", "the minister", replace(VOSS, named=False))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Ossian health ministry", "health ministry", True),
        ("the embassy of Ossia", "Ossia's embassy", True),
        ("the ministry", "the Ossian health ministry", False),
        ("the army", "the Ossian army", False),
    ],
)
def test_a_body_is_called_by_all_words_of_its_name_but_one(one: str, other: str, *, same: bool) -> None:
    assert are_one(one, other, MINISTRY) == same


def test_a_body_of_another_country_is_another() -> None:
    ours, theirs = (replace(MINISTRY, key=number, country=code) for number, code in ((8, "aa"), (9, "bb")))
    assert not Parties((ours,)).share(Parties((theirs,)), within=False)
    assert Parties((ours,)).share(Parties((replace(theirs, country=None),)), within=False)


def test_a_person_is_no_body_of_that_name() -> None:
    body = replace(VOSS, key=9, name="Voss", type="organisation")
    assert not Parties((VOSS,)).share(Parties((body,)), within=False)
