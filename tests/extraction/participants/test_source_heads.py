"""Who says what where the parse is right: rules that had been written around slips of an earlier parser."""

import pytest

from tests.extraction.conftest import Read, Spoken, Statements, said


def test_the_agent_of_a_passive_does_not_speak_in_the_next_verb(spoken: Spoken) -> None:
    found = spoken("Ivo Marek was criticised by the bishop and declared that the vote was fair.")
    assert ["Ivo Marek"] in found
    assert ["bishop"] not in [names for names in found if names == ["bishop"]][1:]


def test_who_closes_a_headlines_clause_says_it(statements: Statements) -> None:
    found = statements(
        "Nobody was found on Monday.",
        title="Mine fire traps 40, says union; owner insists on 22",
        found=[said("owner", "says", "Mine fire traps 40", others=["union"])],
    )
    assert [([speaker.name for speaker in one.speakers], one.content[0].text) for one in found] == [
        (["union"], "Mine fire traps 40")
    ]


def test_who_stands_behind_a_semicolon_is_somebody_else(statements: Statements) -> None:
    found = statements(
        "The suit was filed on Monday.",
        title="Peru vows to sue over slick; Sarnian mayor: ‘Show us the ship’",
        found=[said("Peru", "vows", "to sue over slick"), said("Peru", ":", "Show us the ship")],
    )
    [quoted] = [one for one in found if "Show us the ship" in one.content[0].text]
    assert [speaker.name for speaker in quoted.speakers] == ["Sarnian mayor"]


def test_a_firm_is_no_who(spoken: Spoken) -> None:
    found = spoken("The bill should calm nervous Democrats on Capitol Hill, who have argued that it is too weak.")
    assert ["Capitol Hill"] not in found


def test_an_apposition_to_a_state_is_the_state(spoken: Spoken) -> None:
    found = spoken(
        "Peru closed the strait on Monday.",
        "Even Chile, Peru's only ally and its lifeline to the world, said it was “resolutely opposed” to the test.",
        found=[
            said(
                "Peru's only ally and its lifeline to the world",
                "said",
                "it was “resolutely opposed” to the test",
            )
        ],
    )
    assert found[-1] == ["Chile"]


def test_candidates_before_their_names_are_those_named(spoken: Spoken) -> None:
    found = spoken("Presidential candidates Ada Orlen and Ivo Marek said that the harbour would be opened again.")
    assert found == [["Ada Orlen", "Ivo Marek"]]


def test_candidates_that_the_parser_has_beside_their_names_are_those_named(spoken: Spoken) -> None:
    content = "that the harbour would be opened again"
    found = spoken(
        f"Mayoral candidates Ada Orlen and Ivo Marek said {content}.",
        found=[said("Mayoral candidates Ada Orlen and Ivo Marek", "said", content)],
    )
    assert found == [["Ada Orlen", "Ivo Marek"]]


def test_what_is_reported_and_a_free_quotation_behind_it_are_two(statements: Statements) -> None:
    free = "We will publish the log. Nobody was warned."
    found = statements(
        "Ivo Marek said the ferry had left early.",
        f'"{free}"',
        found=[said("Ivo Marek", "said", "the ferry had left early", free)],
    )
    assert [(one.kind, [speaker.name for speaker in one.speakers]) for one in found] == [
        ("indirect", ["Ivo Marek"]),
        ("direct", ["Ivo Marek"]),
    ]


def test_who_is_told_to_do_something_is_no_part_of_what_is_said(statements: Statements) -> None:
    [found] = statements("Governor Mara Voss told the divers to come back after sunset.")
    assert found.content[0].text == "to come back after sunset"


def test_things_that_words_for_deeds_are_about_are_not_said(statements: Statements) -> None:
    found = statements("France and Peru ended their quarrel over tuna. The two countries said the deal was fair.")
    assert [one.content[0].text for one in found] == ["the deal was fair"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Residents reached by telephone said the bridge had fallen.", "Residents reached by telephone"),
        ("The class of 1999 said it was sorry.", "The class of 1999"),
        ("Victims of the attack in 2015 said they had waited.", "Victims of the attack in 2015"),
        ("A study on cars parked near schools said they were a danger.", "A study on cars parked near schools"),
        ("An Iraqi militia on Monday threatened to close the road.", "An Iraqi militia"),
        ("Forty bridges need repair, according to a survey by the Audit Office published on Thursday.", None),
    ],
)
def test_a_description_ends_where_it_ends(spoken: Spoken, text: str, name: str | None) -> None:
    [names] = spoken(text)
    assert names == [name or "a survey by the Audit Office"]


def test_a_description_does_not_end_with_on(spoken: Spoken) -> None:
    found = spoken(
        "Officials reached by phone on Monday said the bridge was shut.",
        found=[said("Officials reached by phone on", "said", "the bridge was shut")],
    )
    assert found == [["Officials reached by phone"]]


def test_a_bid_that_somebody_was_made_fails_no_page(statements: Statements) -> None:
    assert statements("The union was offered 40 by the ministry.", "Ivo Marek said it was too little.")


def test_a_dateline_with_a_year_is_no_part_of_what_is_said(statements: Statements) -> None:
    [found] = statements("OSTREL, Kestria, March 13, 2025 - The harbour was closed, the mayor said.")
    assert found.content[0].text == "The harbour was closed"


def test_two_who_are_each_told_what_they_are_both_speak(spoken: Spoken) -> None:
    found = spoken("Ivo Marek, a Republican, and Ada Orlen, a Democrat, said they would vote no.")
    assert found == [["Ivo Marek", "Ada Orlen"]]


@pytest.mark.parametrize("text", ["In court Orlen said he was innocent.", "He told the newspaper Orlen was ill."])
def test_a_noun_for_a_body_that_is_no_part_of_a_name_makes_nobody_a_firm(read: Read, text: str) -> None:
    article = read("Ada Orlen was tried on Monday.", text)
    assert [entity.type for entity in article.entities if "Orlen" in entity.name] == ["person"]


def test_what_is_said_of_a_deed_with_which_makes_nobody_a_firm(spoken: Spoken) -> None:
    found = spoken("The council dismissed Ivo Marek, which angered the union. “I did my job,” Marek said.")
    assert found[-1] == ["Ivo Marek"]


def test_a_counterpart_and_the_name_behind_are_one(spoken: Spoken) -> None:
    found = spoken(
        "Days before the invasion, Sarnian President Ivo Marek and his Peruvian counterpart Teo Oriel signed a "
        "statement saying that there was a “friendship without limits” between their nations."
    )
    assert found[0] == ["Ivo Marek", "Teo Oriel"]


def test_what_a_hyphen_binds_is_no_speaker(spoken: Spoken) -> None:
    found = spoken("Organizer and co-founder Ada Orlen says the name has never been more fitting.")
    assert found == [["Ada Orlen"]]


def test_what_a_hyphen_binds_is_no_speaker_where_the_parser_has_it_for_one(spoken: Spoken) -> None:
    content = "the name has never been more fitting"
    found = spoken(
        f"Founder and co-owner Ada Orlen says {content}.",
        found=[said("Founder and co-owner Ada Orlen", "says", content)],
    )
    assert found == [["Ada Orlen"]]
