import pytest

from onrecord.entity_linking import Profile, blocking_keys


def keys(*names: str, country: str | None = None) -> frozenset[str]:
    return blocking_keys(Profile("person", names, country))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivo Marek", "Marek"),
        ("Viktor Orlenkov", "Viktor Orlekov"),
        ("Zelenkov", "Zelenkv"),
        ("Chen Weiming", "Weiming Chen"),
        ("Li Wei Ming", "Weiming Li"),
        ("Сергей Дорожкин", "Dorozhkin"),
        ("خالد الراشد", "Khaled al-Rashid"),
        ("Mohammed al-Sayed", "Muhammad Elsayed"),
        ("Ana Ruiz Salas", "Ruiz"),
    ],
)
def test_what_can_be_one_shares_a_key(one: str, other: str) -> None:
    assert keys(one) & keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ivo Marek", "Ivo Lindqvist"), ("Mohammed Barakat", "Mohammed Qadiri"), ("Kim Carter", "Kim Moore")],
)
def test_a_given_name_alone_is_no_key(one: str, other: str) -> None:
    assert not keys(one) & keys(other)


def test_the_surname_is_first_where_the_country_has_it_so() -> None:
    assert keys("Choi Seung-woo", country="KOR") & keys("Choi", country="KOR")


def test_kinds_do_not_share_keys_but_states_and_places_do() -> None:
    britain = [blocking_keys(Profile(kind, ("Britain",))) for kind in ("state", "place", "organisation", "person")]
    assert britain[0] & blocking_keys(Profile("place", ("UK",)))
    assert britain[0] == britain[1]
    assert not britain[0] & britain[2]
    assert not britain[2] & britain[3]


def test_words_that_many_bodies_have_are_no_keys() -> None:
    one, other = Profile("organisation", ("Bank of Talland",)), Profile("organisation", ("Bank of Ondara",))
    assert not blocking_keys(one) & blocking_keys(other)


def test_an_acronym_finds_the_name() -> None:
    assert blocking_keys(Profile("organisation", ("LPF",))) & blocking_keys(
        Profile("organisation", ("Lanta Peace Front",))
    )
