"""Words of two names are paired by the names of Wikidata that they share."""

from onrecord.entity_linking.pairings import pairings
from onrecord.gazetteers import analyse_person
from onrecord.names import Name


def name(text: str) -> Name:
    found = analyse_person(text, symbols=True)
    assert found is not None
    return found


def paired(one: str, other: str) -> set[frozenset[tuple[str, str]]]:
    return {
        frozenset((" ".join(p.form for p in pair.left), " ".join(p.form for p in pair.right)) for pair in pairs)
        for pairs in pairings(name(one), name(other))
    }


def test_spellings_of_a_name_are_paired_in_any_order() -> None:
    assert paired("Sergei Petrov", "Petrov Sergey") == {frozenset({("sergei", "sergey"), ("petrov", "petrov")})}


def test_several_words_can_be_one_name() -> None:
    assert ("abd allah", "abdallah") in next(iter(paired("Abd Allah Orlen", "Abdallah Orlen")))


def test_words_that_share_several_are_paired_in_every_way() -> None:
    ways = paired("Alex Alexander", "Alexander Alex")
    assert frozenset({("alex", "alex"), ("alexander", "alexander")}) in ways
    assert frozenset({("alex", "alexander"), ("alexander", "alex")}) in ways


def test_names_that_share_nothing_have_one_way_without_a_pair() -> None:
    assert paired("Vorlimask", "Telmurand") == {frozenset()}


def test_names_of_many_words_are_paired_in_some_ways_by_their_first_words() -> None:
    ways = list(pairings(name("Alex Alexander " * 200), name("Alexander Alex " * 200)))
    assert len(ways) <= 16
    assert all(pair.left[-1].index < 12 for pairs in ways for pair in pairs)
