"""Statements without a verb of saying, words that say nothing, and who is said to have said something."""

import pytest

from onrecord.extraction.attribution.decoding import DecodedRelation
from onrecord.extraction.attribution.fusion import combine
from onrecord.extraction.attribution.rules import rule_relations
from onrecord.extraction.encoder import Calibration
from onrecord.extraction.ranges import TokenRange
from onrecord.records import Statement
from tests.conftest import Parse
from tests.extraction.conftest import Read


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
        "A study by the union",
        "the cost at anything from €700m to €900m",
    ),
    "The harbour minister offered 90, spread over three years.": ("The harbour minister", "90"),
    "The union's own figure is 214.": ("The union", "214"),
    "Villagers spoke of up to 60 missing.": ("Villagers", "up to 60 missing"),
}


@pytest.mark.parametrize(("text", "expected"), RECKONED.items())
def test_a_reckoning_is_its_makers_statement(statements: Read, text: str, expected: tuple[str, str]) -> None:
    [statement] = statements("The harbour was busy.", text)
    speakers, content = told(statement)
    assert (speakers, content.strip(",. ")) == ([expected[0]], expected[1])


@pytest.mark.parametrize(
    "text",
    [
        "In other words, the quay was late.",
        "By the end of the count the quay was full.",
        "Harbour law says nothing about toy drones.",
        "Outside the court, she would say no more.",
        'Known on the docks as "the Ghost", Dirk Marten took the stand.',
        "Let's say you think the quay will cost 40 crowns.",
        "She called into a radio show on Monday.",
        "Norra, which sits on the council, called a meeting on Monday.",
    ],
)
def test_it_is_no_statement(statements: Read, text: str) -> None:
    assert not statements("The harbour was busy.", text)


def test_a_vote_is_no_statement(statements: Read) -> None:
    assert not [one for one in statements("Lawmakers voted 121 to 112 against the motion.") if one.medium == "speech"]


def test_by_his_account_it_is_his(statements: Read) -> None:
    found = statements("Peter Auber spoke to the union on Monday.", "Forty soldiers laid down arms, by his account.")
    assert (["Peter Auber"], "Forty soldiers laid down arms") in [told(statement) for statement in found]


def test_the_number_that_others_claim_is_theirs_within_anothers_words(statements: Read) -> None:
    found = statements("Ivo Marek said 14 boats had sunk, far fewer than the 70 claimed by the union.")
    assert [told(statement)[0] for statement in found] == [["Ivo Marek"], ["the union"]]
    assert told(found[1])[1] == "the 70"


def test_a_cue_between_commas_tells_who_speaks(statements: Read) -> None:
    found = statements(
        "Ada Orlen met the union on Monday.",
        "The province has trucked in 40 barrels of water, she went on, roughly two a head.",
    )
    assert told(found[-1])[0] == ["Ada Orlen"]


def test_who_is_told_is_no_part_of_what(statements: Read) -> None:
    [statement] = statements("Finance chief Ketan Orlen told an earnings call he saw margins holding above 17%.")
    assert told(statement)[1] == "he saw margins holding above 17%"


def test_a_dateline_with_a_colon_is_no_speaker(statements: Read) -> None:
    [statement] = statements(
        "PORT VELA: The harbour board will spend 40 crowns on the sea wall, Water Minister Ivo Marek informed the "
        "council on Thursday."
    )
    assert told(statement)[0] == ["Ivo Marek"]


def test_by_whom_somebody_is_accused_speaks(statements: Read) -> None:
    found = statements("Mara Voss said the quay was safe. Ivo Marek was accused by Peru and Brazil of lying.")
    assert [entity.name for entity in found[-1].speakers] == ["Peru", "Brazil"]
    assert [span.text for span in found[-1].content] == ["Ivo Marek", "of lying"]


def test_who_is_quoted_speaks_and_not_who_quotes(statements: Read) -> None:
    [statement] = statements(
        "The shipments “have never once been weighed”, a former clerk was quoted by the weekly Talyn Medee as saying."
    )
    assert told(statement) == (["a former clerk"], "The shipments “have never once been weighed”")


def test_a_cue_for_which_the_model_has_no_source_takes_the_parses(parse: Parse) -> None:
    doc = parse("Peter Auber said the dues were too high.")
    found = DecodedRelation(content=[TokenRange(3, 8)], cue=TokenRange(2, 3))
    [relation] = combine(doc, [found], rule_relations(doc), [], Calibration(0.0, {}))
    assert relation.source == (0, len("Peter Auber"))


def test_a_report_is_called_without_when_it_came_out(statements: Read) -> None:
    [statement] = statements(
        "Forty bridges need repair, according to a report by the Audit Office published on Thursday."
    )
    assert told(statement)[0] == ["a report by the Audit Office"]


def test_a_ministry_is_called_by_all_its_words(statements: Read) -> None:
    [statement] = statements("The talks will go on, the Kyrgyz water ministry disclosed on Thursday.")
    assert told(statement)[0] == ["the Kyrgyz water ministry"]


def test_ministers_of_two_countries_are_the_names_behind_them(statements: Read) -> None:
    [statement] = statements(
        "In a joint statement, the foreign ministers of Chile and Uruguay, Inés Larraín and Gonzalo Prado, deplored "
        "the seizure of the trawler as “an act of piracy”."
    )
    assert told(statement)[0] == ["Inés Larraín", "Gonzalo Prado"]


def test_whoever_speaks_to_somebody_asks_in_an_interview(statements: Read) -> None:
    found = statements(
        "Jonas Wikstrom spoke by telephone to Birgit Hald, who builds ice roads.",
        "Q: How thick must the ice be?",
        "A: Forty centimetres for a car.",
    )
    assert [told(statement)[0] for statement in found] == [["Jonas Wikstrom"], ["Birgit Hald"]]


def test_a_statement_is_aimed_at_somebody_without_a_name(statements: Read) -> None:
    [statement] = statements("Ada Orlen accuses the bank of lying about its loans.")
    assert [target.name for target in statement.targets] == ["the bank"]


def test_an_estimate_is_its_makers(statements: Read) -> None:
    [statement] = statements("Some 9,000 people have left, according to an estimate by the charity Open Quay.")
    assert told(statement)[0] == ["Open Quay"]


def test_a_trade_in_front_of_a_name_is_no_part_of_it(statements: Read) -> None:
    [statement] = statements("The survey was short.", "Biologist Karma Tshewa said the cats were counted twice.")
    assert told(statement)[0] == ["Karma Tshewa"]


def test_a_name_goes_on_over_its_particle(statements: Read) -> None:
    [statement] = statements("The mine was shut.", "Carbones del Suroeste, which owns the mine, said it was safe.")
    assert told(statement)[0] == ["Carbones del Suroeste"]


def test_what_may_yet_be_said_is_no_event_of_today(statements: Read) -> None:
    found = statements("If Norra accuses Sarn of theft, prices will rise.")
    assert all(
        statement.modality == "expected" for statement in found if statement.cue and statement.cue.text == "accuses"
    )


def test_what_somebody_is_expected_to_announce_is_not_said(statements: Read) -> None:
    found = statements("The harbour minister is expected to announce on Friday that the quay will close.")
    told_of = [(one.modality, one.medium) for one in found if one.cue and one.cue.text.endswith("to announce")]
    assert told_of == [("expected", "speech")]


def test_a_claim_that_somebody_repeats_is_still_whose_it_was(statements: Read) -> None:
    found = statements("Ida Karn repeated Norway's assertions that it supports a peaceful settlement.")
    assert [told(statement)[0] for statement in found] == [["Ida Karn"], ["Norway"]]
    assert found[1].nested_in == found[0].id
