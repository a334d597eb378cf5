"""Whom pronouns, offices and other descriptions stand for."""

import pytest

from tests.extraction.conftest import Spoken, said


def test_a_pronoun_that_opens_a_sentence_is_the_subject_behind_it(spoken: Spoken) -> None:
    found = spoken(
        "Peter Auber praised the plan.",
        "Although he said the quay was safe, Robert Marek closed it on Friday.",
    )
    assert found[-1] == ["Robert Marek"]


def test_nobody_speaks_of_themselves_by_name(spoken: Spoken) -> None:
    found = spoken("Mr. Auber met the union, and Mr. Marek met the town. He said Marek would close the quay.")
    assert found[-1] == ["Auber"]


def test_who_was_last_spoken_of_by_a_description_goes_on_speaking(spoken: Spoken) -> None:
    found = spoken(
        "Actress Harriet Volk said the quay was safe.",
        "The harbour board had met on Monday and on Tuesday, and the town was to vote on the plan to sell the quay, "
        "the cranes and the ferries before the end of the year, as the law of the land asks of it.",
        "The actress said she was tired of the union, which had more members than Anna Holt.",
        '"It will go on," she said.',
    )
    assert found[-1] == ["Harriet Volk"]


def test_they_are_those_who_are_named_together(spoken: Spoken) -> None:
    found = spoken("Ada Orlen and Harriet Volk met on Monday. They said the quay was safe.")
    assert found == [["Ada Orlen", "Harriet Volk"]]


def test_it_is_no_group_of_people(spoken: Spoken) -> None:
    found = spoken("Republicans said the quay was safe. It said nobody would be hurt.")
    assert found[-1] != ["Republicans"]


def test_both_are_the_two_named_last(spoken: Spoken) -> None:
    found = spoken("Peter Auber met Ada Orlen and Harriet Volk. Both women said the quay was safe.")
    assert found[-1] == ["Ada Orlen", "Harriet Volk"]


def test_a_member_of_a_party_is_nobody_of_the_other(spoken: Spoken) -> None:
    found = spoken(
        "Rep. Ada Orlen (D-Ohio) met Rep. Harriet Volk (R-Ohio) on Monday.",
        "The Democrat said the quay was safe.",
    )
    assert found[-1] == ["Ada Orlen"]


def test_the_candidate_is_somebody_named_again_and_again(spoken: Spoken) -> None:
    found = spoken(
        "Peter Auber will run for the harbour board. Auber met the union, and Auber met the town.",
        "Ada Orlen owns a ferry.",
        "The Republican candidate said the quay was safe.",
    )
    assert found[-1] == ["Peter Auber"]


def test_he_is_no_thing_that_tells_something(spoken: Spoken) -> None:
    found = spoken(
        "Peter Auber met the union.",
        "The appearance suggested that the quay was safe. He said the cranes would follow.",
    )
    assert found[-1] == ["Peter Auber"]


def test_he_may_be_somebody_without_a_name(spoken: Spoken) -> None:
    found = spoken("Peter Auber met the union.", "A port official said the quay was safe. He said it would last.")
    assert found[-1] == ["A port official"]


def test_the_front_runner_is_the_person_spoken_of(spoken: Spoken) -> None:
    found = spoken("Peter Auber said the quay was safe.", "The front-runner said he would walk on it.")
    assert found[-1] == ["Peter Auber"]


def test_what_is_told_besides_may_name_who_spoke(spoken: Spoken) -> None:
    found = spoken("Peter Auber met the union. He said the quay was safe, and Auber kept to it.")
    assert found[-1] == ["Peter Auber"]


def test_the_candidate_beside_her_staff_is_a_woman(spoken: Spoken) -> None:
    found = spoken("Ada Orlen met Peter Auber.", "The candidate and her staff said the quay was safe.")
    assert found[-1][0] == "Ada Orlen"


def test_the_holder_of_an_office_is_who_has_no_other_and_keeps_it(spoken: Spoken) -> None:
    found = spoken(
        "Peter Auber praised the plan of Governor Ada Orlen on Monday. Auber met the union.",
        "The Velo senator said the quay was safe.",
        "Ada Orlen spoke after him. The senator said he would walk on it.",
    )
    assert found[0] == ["Peter Auber"]
    assert found[-1] == ["Peter Auber"]


def test_the_former_house_speaker_is_not_the_house(spoken: Spoken) -> None:
    found = spoken("Peter Auber called the plan a shame. The former House Speaker said it would fail.")
    assert found[-1] == ["Peter Auber"]


def test_somebody_in_the_sentence_of_a_speaker_is_somebody_else(spoken: Spoken) -> None:
    found = spoken('"It is so," Harriet Volk said when the Velo interviewer said it was not.')
    assert ["the Velo interviewer"] in found


def test_what_somebody_is_said_to_be_is_that_person(spoken: Spoken) -> None:
    found = spoken(
        "Peter Auber said the quay was safe.",
        "Ada Orlen is not the only well-known Republican to recently endorse the plan.",
    )
    assert found[-1] == ["Ada Orlen"]


def test_the_host_is_one_of_the_hosts(spoken: Spoken) -> None:
    found = spoken("Ada Orlen met hosts Peter Auber and Harriet Volk. The host said he liked the quay.")
    assert found[-1] == ["Peter Auber"]


def test_a_list_with_homes_speaks_together(spoken: Spoken) -> None:
    [found] = spoken(
        "The senators -- Ada Orlen of Texas, Peter Auber of Ohio and Ivo Marek of Maine -- said it was safe."
    )
    assert found == ["Ada Orlen", "Peter Auber", "Ivo Marek"]


def test_the_members_of_a_list_speak_and_not_their_number(spoken: Spoken) -> None:
    [found] = spoken("Two holdout unions, the Lanta Dockers Union and the Velo Pilots Union, said the quay was unsafe.")
    assert found == ["Lanta Dockers Union", "Velo Pilots Union"]


def test_who_answers_an_interview_is_who_it_is_about(spoken: Spoken) -> None:
    found = spoken(
        "Actress Harriet Volk has become known through the film Orlen. Volk spoke on Monday.",
        "Q: Is the quay safe?",
        "A: It is, and I walk on it every day with my dog.",
        "Q: And the cranes?",
        "A: They are not safe, and nobody should walk under them.",
    )
    assert found[-1] == ["Harriet Volk"]


@pytest.mark.parametrize(
    "source",
    [
        "Ada Orlen, a Marek campaign aide during her failed 2008 run and now director of the Lanta Institute,",
        "Democratic presidential candidate Senator Ada Orlen (D-VT)",
        "One clerk not on the list of the town, Ada Orlen,",
        "A woman later identified as Ada Orlen, a clerk at the port,",
        "Harbour Board Vice President and Managing Editor Ada Orlen",
        "Gov. Ada Orlen of Lanta, an Auber ally stung by her rejection in the race,",
    ],
)
def test_a_source_is_the_person_whose_name_it_prints(spoken: Spoken, source: str) -> None:
    found = spoken(f"{source} said the quay was safe.", "Orlen said it again.")
    assert found[0] == ["Ada Orlen"]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Ivo Marek, director of policy at the Lanta Centre, and a Republican who led the town staff,", ["Ivo Marek"]),
        ("Two military analysts, Ivo Marek and Ada Orlen,", ["Ivo Marek", "Ada Orlen"]),
        ("Filmmaker and best-selling author Ada Orlen", ["Ada Orlen"]),
        ("Ivo Marek and Reuters’ Ada Orlen", ["Ivo Marek", "Ada Orlen"]),
        ("Supporters of her opponent, Sen. Ivo Marek,", ["Supporters of her opponent"]),
        ("Ivo Marek, a clerk for ministers such as Ada Orlen,", ["Ivo Marek"]),
    ],
)
def test_a_source_is_all_whom_it_names_and_nobody_else(spoken: Spoken, source: str, names: list[str]) -> None:
    assert spoken(f"{source} said the quay was safe.")[0] == names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Harbour Board Vice President and Managing Editor Piet Auber", ["Piet Auber"]),
        ("Piet Auber and Reuters’ Ada Orlen", ["Piet Auber", "Ada Orlen"]),
    ],
)
def test_a_source_is_whom_it_names_where_the_parser_slips(spoken: Spoken, source: str, names: list[str]) -> None:
    found = spoken(f"{source} said the quay was safe.", found=[said(source, "said", "the quay was safe")])
    assert found == [names]


def test_an_office_is_the_one_whose_name_has_its_words_however_far_away(spoken: Spoken) -> None:
    filler = "The quay is old, and the town was to vote on whether it should be sold or kept before the winter. "
    found = spoken(
        "The Lanta Budget Office said the quay was too dear.",
        filler * 14,
        "The budget office said it would be paid for.",
    )
    assert found[-1] == ["Lanta Budget Office"]


def test_a_surname_alone_is_not_that_of_a_relative(spoken: Spoken) -> None:
    found = spoken(
        "Senator Teo Varga backed the levy on Monday.",
        "The mayor had attacked his wife, Nora Varga, in spring.",
        "Varga said the harbour could not wait.",
    )
    assert found[-1] == ["Teo Varga"]


def test_each_is_the_two_named_before(spoken: Spoken) -> None:
    found = spoken("Ada Orlen and Ivo Marek vied for the seat on Monday, each saying the other had no plan.")
    assert found == [["Ada Orlen", "Ivo Marek"]]


def test_the_two_countries_are_those_named_last(spoken: Spoken) -> None:
    found = spoken("France and Peru ended their quarrel over tuna. The two countries said the deal was fair.")
    assert [sorted(names) for names in found] == [["France", "Peru"]]


def test_two_offices_under_one_article_are_one_person(spoken: Spoken) -> None:
    found = spoken("Ada Orlen ran for mayor in May.", "The former senator and banker said it was a mistake.")
    assert len(found[0]) == 1


def test_a_distant_pronoun_is_the_only_one_it_can_be(spoken: Spoken) -> None:
    filler = "The town rebuilt the long wall by the sea, stone by stone, while the rain fell on the empty market. " * 16
    assert spoken("Mrs. Ada Orlen was elected mayor in May.", filler, "She said the wall would hold.") == [
        ["Ada Orlen"]
    ]


def test_he_is_whom_the_sentence_is_said_to_be_about(spoken: Spoken) -> None:
    found = spoken("Robert Marek met the town. Peter Auber said the quay was safe. As for Marek, he said it was not.")
    assert found[-1] == ["Robert Marek"]


def test_the_spokesman_of_the_holder_of_an_office_is_who_is_named_as_his(spoken: Spoken) -> None:
    found = spoken(
        "Congressman Ivo Marek met the union. Marek's spokesman, Peter Auber, left.",
        "The congressman's spokesman said the quay was safe.",
    )
    assert found[-1] == ["Peter Auber"]


def test_they_are_those_who_acted_together_though_a_report_was_quoted_since(spoken: Spoken) -> None:
    found = spoken(
        "Peter Auber and Ivo Marek met Robert Volk in May. The report said Marek was late. "
        "They pushed him, saying the quay was unsafe."
    )
    assert found[-1] == ["Peter Auber", "Ivo Marek"]


def test_they_are_all_who_spoke_last(spoken: Spoken) -> None:
    found = spoken("Ada Orlen met the town. She and her aides argued that it was safe. They note that it has lasted.")
    assert found[-1] == found[0] == ["Ada Orlen", "her aides"]


def test_the_two_are_the_two_named_last(spoken: Spoken) -> None:
    found = spoken("Peter Auber met Ada Orlen and Harriet Volk. The two said the quay was safe.")
    assert found == [["Ada Orlen", "Harriet Volk"]]


def test_a_statement_is_that_of_who_released_it(spoken: Spoken) -> None:
    found = spoken("A statement released by Ada Orlen said the quay was safe.")
    assert found == [["Ada Orlen"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Though Marek's party had lost, he began to hope that the quay was safe.",
        "One of Marek's tirades came in May, when he said the quay was unsafe.",
    ],
)
def test_he_is_whose_affairs_the_clause_before_is_about(spoken: Spoken, sentence: str) -> None:
    found = spoken("Robert Marek leads the union.", f"The dockers met Peter Auber on Monday. {sentence}")
    assert found == [["Robert Marek"]]


@pytest.mark.parametrize(("word", "speaker"), [("former", "Ada Orlen"), ("latter", "Peter Auber")])
def test_the_former_and_the_latter_are_the_two_named_last(spoken: Spoken, word: str, speaker: str) -> None:
    found = spoken("Ada Orlen met Peter Auber.", f"The {word} said the quay was safe.")
    assert found[-1] == [speaker]
