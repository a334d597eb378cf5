"""Whom lists, examples and nouns for organisations stand for, and who is named only after being described."""

from tests.extraction.conftest import Spoken, said


def test_those_named_as_examples_speak_with_their_group(spoken: Spoken) -> None:
    found = spoken("Many tax experts, including Fred Olander, said on Monday that the harbour dues were too high.")
    assert found == [["Fred Olander", "Many tax experts"]]


def test_a_list_of_politicians_with_seats_is_all_of_them(spoken: Spoken) -> None:
    found = spoken(
        "Some clerks, such as Sen. Ada Corman, R-Velo., and Ivo Marek, R-S.C., said the dues should be changed."
    )
    assert found[0][:2] == ["Ada Corman", "Ivo Marek"]


def test_who_stands_in_a_source_beside_a_date_speaks(spoken: Spoken) -> None:
    found = spoken(
        "Calls to open the harbour were rejected by the Fisheries Rights Council in 2015.",
        found=[said("the Fisheries Rights Council in 2015", "were rejected by", "Calls to open the harbour")],
    )
    assert found == [["Fisheries Rights Council"]]


def test_the_name_of_a_court_goes_on_behind_for_the(spoken: Spoken) -> None:
    found = spoken(
        "A three-judge panel of the U.S. Court of Appeals for the Sixth Circuit met on Monday.",
        "The appeals court said the rule was unfair.",
    )
    assert found == [["U.S. Court of Appeals for the Sixth Circuit"]]


def test_the_agency_is_the_office_named_last(spoken: Spoken) -> None:
    found = spoken(
        "The Velo Center published a study on Monday.",
        "Dues rose by a fifth, according to the nonpartisan Harbour Budget Office.",
        "The middle fifth paid most of it, the agency said in a report.",
    )
    assert found[-1] == ["Harbour Budget Office"]


def test_they_may_be_the_organisation_that_has_just_acted(spoken: Spoken) -> None:
    found = spoken("The Harbour Union checked the claim on Monday. On Tuesday they announced that it was true.")
    assert found == [["Harbour Union"]]


def test_they_are_not_the_organisation_where_others_acted_since(spoken: Spoken) -> None:
    found = spoken(
        "The Harbour Union has its seat in Velo.",
        "On Monday voters queued from dawn at the quay. They announced that it was over.",
    )
    assert ["Harbour Union"] not in found


def test_who_opens_the_next_paragraph_by_name_was_described_before(spoken: Spoken) -> None:
    found = spoken(
        "Velmora's tax commissioner says a review shows nobody released the filings.",
        "Kevin Sollen says he told staff on Monday to check the books.",
    )
    assert found == [["Kevin Sollen"], ["Kevin Sollen"]]


def test_somebody_with_a_role_of_their_own_was_not_described_before(spoken: Spoken) -> None:
    found = spoken(
        "Velmora's tax commissioner says a review shows nobody released the filings.",
        "Kevin Sollen, a lawyer for the union, says he told staff on Monday to check the books.",
    )
    assert found[0] != ["Kevin Sollen"]


def test_an_office_goes_on_to_the_pronoun_behind_it(spoken: Spoken) -> None:
    found = spoken(
        "President Peter Auber unveiled the plan last year.",
        '"They are not interested in votes," Robert Marek, a senator, said on Monday.',
        "In defeat, the president appeared cowed. Touring the coast in spring, he said little of the harbour.",
        found=[
            said("President Peter Auber", "unveiled", "the plan"),
            said("Robert Marek, a senator", "said", "They are not interested in votes,"),
            said("he", "said", "little of the harbour"),
        ],
    )
    assert found[-1] == ["Peter Auber"]


def test_a_nominee_is_of_the_party_that_is_told(spoken: Spoken) -> None:
    found = spoken(
        "The race between Republican Peter Auber and Democrat Harriet Volk is close.",
        "Republican presidential nominee Peter Auber met the union on Monday. Harriet Volk toured the harbour.",
        "The Democratic presidential nominee says the quay is safe.",
    )
    assert found[-1] == ["Harriet Volk"]


def test_who_a_statement_names_may_speak_where_nobody_else_is_near(spoken: Spoken) -> None:
    found = spoken(
        "The town was to hear from Peter Auber in spring.",
        *[
            "The harbour board had met on Monday and on Tuesday, and the town was to vote on a plan to sell the quay, "
            "the cranes and the ferries before the end of the year, as the law of the land asks of it."
        ]
        * 3,
        "Robert Marek is raising questions.",
        "He says Marek will leave the town on Friday.",
    )
    assert found[-1] != ["Peter Auber"]


def test_a_user_of_a_network_is_called_by_the_handle(spoken: Spoken) -> None:
    found = spoken(
        "One user @quaywatch said on Monday that the gap was vast.",
        found=[said("One user @quaywatch", "said", "that the gap was vast")],
    )
    assert found == [["@quaywatch"]]


def test_the_campaign_is_that_of_who_has_just_acted(spoken: Spoken) -> None:
    found = spoken(
        "Presidential nominee Harriet Volk and nominee Peter Auber met. Auber's campaign said he was late.",
        "Harriet Volk plans to call on young people to serve.",
        "The campaign says she will speak on Friday.",
    )
    assert found[-1] == ["Harriet Volk's campaign"]


def test_a_firm_is_called_by_the_first_of_two_words(spoken: Spoken) -> None:
    found = spoken("Lorvik Energy kept its mines in the north.", 'In a statement, Lorvik said: "It was a success."')
    assert found == [["Lorvik Energy"]]


def test_somebody_who_was_one_thing_and_is_another_is_one(spoken: Spoken) -> None:
    found = spoken(
        "Secretary Harriet Volk is the nominee.",
        "On a show, the former secretary of state and current presidential nominee said she was sorry.",
    )
    assert found == [["Harriet Volk"]]


def test_the_doctor_of_a_house_is_not_the_house(spoken: Spoken) -> None:
    found = spoken("The White House was silent on Monday.", "A former White House doctor said the mayor was ill.")
    assert ["White House"] not in found


def test_a_surname_in_two_parts_is_one(spoken: Spoken) -> None:
    found = spoken("Douglas Holt-Eaker served as director.", '"I admire it," Mr. Holt-Eaker said on Monday.')
    assert found == [["Douglas Holt-Eaker"]]


def test_i_is_who_writes(spoken: Spoken) -> None:
    found = spoken(
        "I believe that the harbour will close.",
        "Nobody asked us.",
        "Charlotte Mieren is a playwright in Velo.",
    )
    assert found == [["Charlotte Mieren"]]


def test_i_is_nobody_where_no_note_closes_the_article(spoken: Spoken) -> None:
    found = spoken("Charlotte Mieren is a playwright in Velo.", "I believe that the harbour will close.")
    assert found == [[]]


def test_i_is_who_a_closing_note_names_behind_a_title(spoken: Spoken) -> None:
    found = spoken(
        "I believe that the harbour will close.",
        "Nobody asked us.",
        "Sen. Ivo Marek was the mayor of Velo.",
    )
    assert found == [["Ivo Marek"]]


def test_who_writes_as_i_is_not_he(spoken: Spoken) -> None:
    found = spoken(
        "Robert Volk met the union.",
        "I believe that the harbour will close. He said the quay was safe.",
        "Peter Auber is a clerk in Velo.",
    )
    assert found == [["Peter Auber"], ["Robert Volk"]]


def test_who_is_named_only_in_the_last_paragraph_may_be_he_where_nobody_writes_as_i(spoken: Spoken) -> None:
    found = spoken("The union met on Monday.", "Peter Auber opened the quay. He said it was safe.")
    assert found == [["Peter Auber"]]


def test_a_word_that_joins_a_sentence_to_the_last_is_no_part_of_a_description(spoken: Spoken) -> None:
    found = spoken(
        "Instead, the political novice who wants to unseat Rep. Ada Orlen is reaping big rewards from days of "
        "publicity about her resignation.",
        found=[said("Instead, the political novice", "wants", "to unseat Rep. Ada Orlen")],
    )
    assert found[0] == ["the political novice"]


def test_somebodys_pollster_is_not_that_person(spoken: Spoken) -> None:
    found = spoken("Ivo Marek met the union.", title="Former Marek Pollster Says the Quay Is Safe")
    assert found[0] != ["Ivo Marek"]


def test_those_of_a_group_who_are_like_somebody_speak_with_them(spoken: Spoken) -> None:
    found = spoken("Some defenders of the plan, like Ada Orlen, said the quay was safe.")
    assert found == [["Ada Orlen", "Some defenders of the plan"]]


def test_one_who_is_like_somebody_speaks_alone(spoken: Spoken) -> None:
    found = spoken("The town clerk, like Ada Orlen, said the quay was safe.")
    assert found == [["The town clerk"]]


def test_an_acronym_that_has_just_acted_is_the_agency_though_another_is_named_before(spoken: Spoken) -> None:
    found = spoken(
        "The Harbour Agency met on Monday.", "The HBC is in charge of the quays. The agency also said it was safe."
    )
    assert found[-1] == ["HBC"]
