"""Statements without a verb of saying, words that say nothing, and who is said to have said something."""

import pytest

from onrecord.records import Statement
from tests.extraction.conftest import Said, Statements, said


def told(statement: Statement) -> tuple[list[str], str]:
    return [speaker.name for speaker in statement.speakers], " ".join(span.text for span in statement.content)


RECKONED = {
    "By the count of the volunteers on the beach, nearly 3,000 sea birds have died.": (
        "the volunteers on the beach",
        "nearly 3,000 sea birds have died",
    ),
    "In the words of the delegate Mara Tilagi, it was half a loaf.": ("Mara Tilagi", "it was half a loaf"),
    "By Mara Tilagi's reckoning, the quay will last ten years.": ("Mara Tilagi", "the quay will last ten years"),
    "A nurse counted 17 bodies.": ("A nurse", "17 bodies"),
    "Harbour police put the crowd that marched through Velo on Saturday at 4,000.": (
        "Harbour police",
        "the crowd that marched through Velo on Saturday at 4,000",
    ),
    "Harbour police put the crowd at anywhere from 40 to 60.": (
        "Harbour police",
        "the crowd at anywhere from 40 to 60",
    ),
    "The harbour ministry gave a toll of 12 dead.": ("The harbour ministry", "a toll of 12 dead"),
    "The crowd was put at 4,000 by the union.": ("the union", "The crowd at 4,000"),
    "A study by the union put the cost at anything from €700m to €900m.": (
        "the union",
        "the cost at anything from €700m to €900m",
    ),
    "The harbour minister offered 90, spread over three years.": ("The harbour minister", "90"),
    "The union's own figure is 214.": ("The union", "214"),
    "Villagers spoke of up to 60 missing.": ("Villagers", "up to 60 missing"),
}


@pytest.mark.parametrize(("text", "expected"), RECKONED.items())
def test_a_reckoning_is_its_makers_statement(statements: Statements, text: str, expected: tuple[str, str]) -> None:
    [statement] = statements("The harbour was busy.", text, found=[])
    speakers, content = told(statement)
    assert (speakers, content.strip(",. ")) == ([expected[0]], expected[1])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In other words, the quay was late.", []),
        ("By the end of the count the quay was full.", []),
        ("Harbour law says nothing about toy drones.", [said("Harbour law", "says", "nothing about toy drones")]),
        ("Outside the court, she would say no more.", [said("she", "would say", "no more")]),
        (
            'Known on the docks as "the Ghost", Dirk Marten took the stand.',
            [said("the docks", "Known", "the Ghost")],
        ),
        (
            "Let's say you think the quay will cost 40 crowns.",
            [said("'s", "say", "you think the quay will cost 40 crowns")],
        ),
        ("She called into a radio show on Monday.", []),
        ("Norra, which sits on the council, called a meeting on Monday.", []),
        ("Norra, which sits on the council, called a meeting on Monday.", [said("Norra", "called", "a meeting")]),
    ],
)
def test_it_is_no_statement(statements: Statements, text: str, found: list[Said]) -> None:
    assert not statements("The harbour was busy.", text, found=found)


def test_a_vote_is_no_statement(statements: Statements) -> None:
    found = [said("Lawmakers", "voted", "121 to 112 against the motion")]
    assert not [
        one
        for one in statements("Lawmakers voted 121 to 112 against the motion.", found=found)
        if one.medium == "speech"
    ]


def test_by_his_account_it_is_his(statements: Statements) -> None:
    found = statements(
        "Peter Auber spoke to the union on Monday.", "Forty soldiers laid down arms, by his account.", found=[]
    )
    assert (["Peter Auber"], "Forty soldiers laid down arms") in [told(statement) for statement in found]


def test_the_number_that_others_claim_is_theirs_within_anothers_words(statements: Statements) -> None:
    words = "14 boats had sunk, far fewer than the 70 claimed by the union"
    found = statements(f"Ivo Marek said {words}.", found=[said("Ivo Marek", "said", words)])
    assert [told(statement)[0] for statement in found] == [["Ivo Marek"], ["the union"]]
    assert told(found[1])[1] == "the 70"


def test_a_cue_between_commas_tells_who_speaks(statements: Statements) -> None:
    found = statements(
        "Ada Orlen met the union on Monday.",
        "The province has trucked in 40 barrels of water, she went on, roughly two a head.",
        found=[],
    )
    assert told(found[-1])[0] == ["Ada Orlen"]


def test_who_is_told_is_no_part_of_what(statements: Statements) -> None:
    content = "an earnings call he saw margins holding above 17%"
    [statement] = statements(
        f"Finance chief Ketan Orlen told {content}.", found=[said("Finance chief Ketan Orlen", "told", content)]
    )
    assert told(statement)[1] == "he saw margins holding above 17%"


def test_a_dateline_with_a_colon_is_no_speaker(statements: Statements) -> None:
    [statement] = statements(
        "PORT VELA: The harbour board will spend 40 crowns on the sea wall, Water Minister Ivo Marek informed the "
        "council on Thursday.",
        found=[said("PORT VELA", ":", "The harbour board will spend 40 crowns on the sea wall")],
    )
    assert told(statement) == (["Ivo Marek"], "The harbour board will spend 40 crowns on the sea wall")
    assert statement.cue is not None
    assert statement.cue.text == "informed"


def test_by_whom_somebody_is_accused_speaks(statements: Statements) -> None:
    found = statements(
        "Mara Voss said the quay was safe. Ivo Marek was accused by Peru and Brazil of lying.",
        found=[
            said("Mara Voss", "said", "the quay was safe"),
            said("Mara Voss", "was accused by", "Ivo Marek", "Peru and Brazil of lying"),
        ],
    )
    assert [entity.name for entity in found[-1].speakers] == ["Peru", "Brazil"]
    assert [span.text for span in found[-1].content] == ["Ivo Marek", "of lying"]


def test_who_is_quoted_speaks_and_not_who_quotes(statements: Statements) -> None:
    [statement] = statements(
        "The shipments “have never once been weighed”, a former clerk was quoted by the weekly Talyn Medee as saying.",
        found=[
            said(
                "the weekly Talyn Medee",
                "was quoted by",
                "The shipments “have never once been weighed",
                "a former clerk",
            )
        ],
    )
    assert told(statement) == (["a former clerk"], "The shipments “have never once been weighed”")


@pytest.mark.parametrize(
    "text",
    [
        "Forty bridges need repair, according to a survey by the Audit Office published on Thursday.",
        "Forty quays need repair, according to a survey by the Audit Office released on Friday.",
    ],
)
def test_a_survey_is_called_without_when_it_came_out(statements: Statements, text: str) -> None:
    [statement] = statements(text)
    assert told(statement)[0] == ["a survey by the Audit Office"]


def test_a_ministry_is_called_by_all_its_words(statements: Statements) -> None:
    [statement] = statements(
        "The talks will go on, the Kyrgyz water ministry disclosed on Thursday.",
        found=[said("the Kyrgyz water ministry", "disclosed", "The talks will go on")],
    )
    assert told(statement)[0] == ["the Kyrgyz water ministry"]


def test_ministers_of_two_countries_are_the_names_behind_them(statements: Statements) -> None:
    [statement] = statements(
        "In a joint statement, the foreign ministers of Chile and Uruguay, Inés Larraín and Gonzalo Prado, deplored "
        "the seizure of the trawler as “an act of piracy”."
    )
    assert told(statement)[0] == ["Inés Larraín", "Gonzalo Prado"]


def test_whoever_speaks_to_somebody_asks_in_an_interview(statements: Statements) -> None:
    found = statements(
        "Jonas Wikstrom spoke by telephone to Birgit Hald, who builds ice roads.",
        "Q: How thick must the ice be?",
        "A: Forty centimetres for a car.",
        found=[said(None, None, "How thick must")],
    )
    assert [told(statement)[0] for statement in found] == [["Jonas Wikstrom"], ["Birgit Hald"]]


def test_a_statement_is_aimed_at_somebody_without_a_name(statements: Statements) -> None:
    [statement] = statements("Ada Orlen accuses the bank of lying about its loans.")
    assert [target.name for target in statement.targets] == ["the bank"]


def test_an_estimate_is_its_makers(statements: Statements) -> None:
    [statement] = statements("Some 9,000 people have left, according to an estimate by the charity Open Quay.")
    assert told(statement)[0] == ["Open Quay"]


def test_a_trade_in_front_of_a_name_is_no_part_of_it(statements: Statements) -> None:
    [statement] = statements("The survey was short.", "Biologist Karma Tshewa said the cats were counted twice.")
    assert told(statement)[0] == ["Karma Tshewa"]


def test_a_name_goes_on_over_its_particle(statements: Statements) -> None:
    [statement] = statements("The mine was shut.", "Carbones del Suroeste, which owns the mine, said it was safe.")
    assert told(statement)[0] == ["Carbones del Suroeste"]


def test_what_may_yet_be_said_is_no_event_of_today(statements: Statements) -> None:
    found = statements(
        "If Norra accuses Sarn of theft, prices will rise.", found=[said("Norra", "accuses", "Sarn of theft")]
    )
    assert [(one.cue.text if one.cue else None, one.modality) for one in found] == [("accuses", "expected")]


def test_what_somebody_is_expected_to_announce_is_not_said(statements: Statements) -> None:
    found = statements(
        "The harbour minister is expected to announce on Friday that the quay will close.",
        found=[said(None, "is expected", "The harbour minister", "to announce on Friday that the quay will close")],
    )
    told_of = [(one.modality, one.medium) for one in found if one.cue and one.cue.text.endswith("to announce")]
    assert told_of == [("expected", "speech")]


def test_a_claim_that_somebody_repeats_is_still_whose_it_was(statements: Statements) -> None:
    found = statements(
        "Ida Karn repeated Norway's assertions that it supports a peaceful settlement.",
        found=[said("Ida Karn", "repeated", "Norway's assertions", "that it supports a peaceful settlement")],
    )
    assert [told(statement)[0] for statement in found] == [["Ida Karn"], ["Norway"]]
    assert found[1].nested_in == found[0].id
