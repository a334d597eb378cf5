"""Who an article names: persons, organisations, states and places, told apart and joined."""

from collections.abc import Callable

import pytest
from spacy.tokens import Span as DocSpan

from onrecord.extraction.entities import recognise
from onrecord.records import Entity
from tests.conftest import Parse
from tests.extraction.conftest import Read

type Named = Callable[..., dict[str, Entity]]


@pytest.fixture
def named(read: Read) -> Named:
    return lambda *paragraphs: {f"{entity.name} ({entity.type})": entity for entity in read(*paragraphs).entities}


def test_a_capital_that_acts_is_its_state_and_one_that_is_visited_a_city(named: Named) -> None:
    found = named(
        "Bucharest said it considered the matter closed.",
        "The envoy travelled to Bucharest on Friday and met reporters in Sofia.",
    )
    assert found["Romania (state)"].country == "ROU"
    assert [span.text for span in found["Romania (state)"].mentions] == ["Bucharest"]
    assert [span.start for span in found["Bucharest (place)"].mentions] == [72]
    assert "Sofia (place)" in found


def test_a_state_has_the_name_that_is_printed(named: Named) -> None:
    found = named("Britain rejected the plan. London had signed it in May, and Britain will not sign again.")
    assert [span.text for span in found["Britain (state)"].mentions] == ["Britain", "London", "Britain"]


def test_a_country_of_two_names_is_one_and_two_countries_are_two(named: Named) -> None:
    found = named("Peru accused Trinidad and Tobago of spying. Serbia and Montenegro lie far away.")
    assert {"Trinidad and Tobago (state)", "Serbia (state)", "Montenegro (state)"} <= found.keys()


def test_a_city_that_is_no_capital_is_no_state(named: Named) -> None:
    assert "Barcelona (place)" in named("The envoy said Barcelona had signed the plan.")


def test_a_dateline_does_not_name_the_state(named: Named) -> None:
    found = named("TEHRAN, March 4 - Iran has freed two sailors. Tehran said so on Monday.")
    assert "Iran (state)" in found


def test_an_indefinite_article_is_no_part_of_a_name(named: Named) -> None:
    assert "African Union (organisation)" in named("Peru said an African Union force would guard the port.")


def test_a_seat_of_power_is_an_organisation(named: Named) -> None:
    found = named("The Kremlin said the talks would go on.")
    assert found["Kremlin (organisation)"].country == "RUS"


def test_a_misspelt_surname_is_that_of_the_one_person_it_resembles(named: Named) -> None:
    found = named(
        "Vrandečik's remarks anger the union.",
        "Harbour Minister Ivo Vrandečić said the quay was safe. Vrandečić said the union was wrong.",
    )
    assert "Vrandečik" in found["Ivo Vrandečić (person)"].variants


def test_father_and_son_stay_two(named: Named) -> None:
    found = named("Karl Brandt Sr. founded the yard. Karl Brandt Jr. said it would close.")
    assert len([name for name in found if "Brandt" in name]) == 2


def test_a_role_tells_the_country(named: Named) -> None:
    found = named("Kenyan Harbour Minister Wanjiku Otero said the quay was safe.")
    assert found["Wanjiku Otero (person)"].country == "KEN"


def test_two_of_one_surname_are_told_apart_by_the_role_that_follows(named: Named) -> None:
    found = named(
        "Trade Minister Carlo Rossetti and union leader Elisa Rossetti met on Monday.",
        "Rossetti, the union leader, said the talks had failed.",
    )
    assert len(found["Elisa Rossetti (person)"].mentions) == 2


def test_an_apostrophe_is_the_same_straight_and_curly(named: Named) -> None:
    found = named("Commissioner James O’Leary said the quay was safe. O'Leary said it again on Monday.")
    assert len(found["James O’Leary (person)"].mentions) == 2


def test_a_name_in_a_headline_is_the_one_of_the_text(read: Read) -> None:
    text = "Ada Orlen questioned Lanta Savings chief Piet Auber on Tuesday. Orlen said he must resign."
    article = read(text, title="Ada Orlen Hammers Lanta Savings Chief")
    [orlen] = [entity for entity in article.entities if "Orlen" in entity.name]
    assert orlen.name == "Ada Orlen"
    assert orlen.mentions[0].start == 0


def test_where_one_is_always_named_in_full_the_surname_is_the_others(named: Named) -> None:
    found = named(
        "Ivo Marek's plan for the harbour is vague. Marek would sell the quay.",
        "Dana Marek praised the plan. Dana Marek met the union, and Dana Marek met the town.",
        "Marek says he would sell it all.",
    )
    assert len(found["Ivo Marek (person)"].mentions) == 3


def test_a_surname_alone_is_not_his_wife_who_is_named_in_full(named: Named) -> None:
    found = named("Mr. Marek said the quay was safe. Mr. Marek will open it. His wife, Maria Marek, was there.")
    assert len(found["Maria Marek (person)"].mentions) == 1
    assert len(found["Marek (person)"].mentions) == 2


def test_a_title_tells_which_of_one_surname_is_meant(named: Named) -> None:
    found = named(
        "Anna Marek met the union. Peter Marek opened the quay, and Peter Marek closed it again.",
        "Mrs. Marek said the quay was safe. Mrs. Marek said it twice.",
    )
    assert len(found["Anna Marek (person)"].mentions) == 3


def test_a_name_with_a_doubled_letter_is_no_other_and_the_usual_form_is_kept(named: Named) -> None:
    found = named("Philip Marek opened the quay.", "Phillip Marek said it was safe. Phillip Marek walked on it.")
    assert len(found["Phillip Marek (person)"].mentions) == 3


def test_the_short_name_of_an_organisation_is_the_full_one(named: Named) -> None:
    found = named("The Washington Post asked the union. The Post reported that the quay was safe.")
    assert [span.text for span in found["Washington Post (organisation)"].mentions] == ["Washington Post", "Post"]


def test_where_somebody_is_from_is_no_part_of_the_name(named: Named) -> None:
    found = named("Harriet Volk of Cheyenne said the quay was safe.")
    assert "Harriet Volk (person)" in found


def test_the_gender_of_others_in_a_role_says_nothing(named: Named) -> None:
    found = named("James Hamilton, the lawyer leading Mrs. Orlen's search, said the quay was safe.")
    assert found["James Hamilton (person)"].gender == "m"


def test_a_surname_with_an_apostrophe_is_part_of_the_name(named: Named) -> None:
    found = named("Filmmaker and best-selling author Dinesh D’Souvelo made a film. D’Souvelo said it was good.")
    assert len(found["Dinesh D’Souvelo (person)"].mentions) == 2


def test_who_is_named_by_surname_alone_keeps_what_the_tagger_passed_over(named: Named) -> None:
    found = named(
        "President Obama's final speech was long. The escalating tensions between the town and the Obama "
        "administration grew. Obama has long had a difficult relationship with the town. It showed Obama's luck.",
    )
    assert len(found["Obama (person)"].mentions) >= 3


def test_a_surname_misspelt_throughout_is_that_of_whoever_is_named_before(named: Named) -> None:
    found = named("Tyresa McKellan saw the mayor at a rally.", "McKelan said he was late. McKelan left early.")
    assert [name for name in found if "McK" in name] == ["Tyresa McKellan (person)"]


def test_a_firm_whose_last_word_stands_alone_again_and_again_is_a_person(named: Named) -> None:
    found = named("Ivo Auber opened the quay in May. Auber said it was safe. Auber will walk on it.")
    assert len(found["Ivo Auber (person)"].mentions) == 3


def test_a_plain_word_behind_a_surname_is_no_part_of_the_name(parse: Parse) -> None:
    doc = parse("Peter Auber met the union. Auber nevertheless gave it his all.")
    doc.ents = [DocSpan(doc, 0, 2, label="PERSON"), DocSpan(doc, 6, 8, label="PERSON")]
    [auber] = recognise(doc).entities
    assert [mention.text for mention in auber.mentions] == ["Peter Auber", "Auber"]


def test_a_resident_named_like_a_place_is_a_person(named: Named) -> None:
    found = named("The town heard from a resident named Caroline on Monday.")
    assert "Caroline (person)" in found


def test_a_name_of_letters_and_dots_names_somebody(named: Named) -> None:
    found = named("The U.S. rejected the plan on Monday.")
    assert [span.text for span in found["U.S. (state)"].mentions] == ["U.S."]


def test_two_with_one_surname_printed_once_are_two(named: Named) -> None:
    found = named("Ivo and Ada Orlen opened the quay on Monday.")
    assert list(found) == ["Ivo Orlen (person)", "Ada Orlen (person)"]


@pytest.mark.parametrize(("given", "gender"), [("Velmar", None), ("Robert", "m")])
def test_whom_a_spokeswoman_speaks_for_is_no_woman_for_that(named: Named, given: str, gender: str | None) -> None:
    found = named(f"{given} Auber met the union. A spokeswoman for Auber said the quay was safe.")
    assert found[f"{given} Auber (person)"].gender == gender


def test_the_name_of_a_board_begins_before_its_and(named: Named) -> None:
    found = named("The Maritime and Fisheries Board said the quay was safe.")
    assert "Maritime and Fisheries Board (organisation)" in found
