import pytest

from onrecord.records import Statement
from tests.extraction.conftest import Spoken, Statements, said


def names(statement: Statement) -> list[str]:
    return [speaker.name for speaker in statement.speakers]


def test_a_short_name_is_the_fullest_name_of_that_person(statements: Statements) -> None:
    found = statements(
        "Harbour Minister Mara Elin Voss said the quay would reopen on Monday.",
        '"We are ready," Voss said.',
    )
    assert [names(s) for s in found] == [["Mara Elin Voss"], ["Mara Elin Voss"]]


def test_a_pronoun_is_the_person_who_spoke_last(statements: Statements) -> None:
    found = statements(
        "Ivo Marek said the ferry had left Dalbrück early.",
        'He said that Captain Tomas Reuter "did what he had to do".',
        'Later he added: "We will publish the log."',
    )
    assert [names(s) for s in found] == [["Ivo Marek"]] * 3


def test_a_pronoun_agrees_in_gender(statements: Statements) -> None:
    found = statements(
        "Mrs. Dana Kolle met the union chairman, Mr. Piet Auber, on Friday.",
        "She said the talks were useful.",
        "He said they were not.",
    )
    assert [names(s) for s in found] == [["Dana Kolle"], ["Piet Auber"]]


def test_two_people_of_one_surname_stay_two(statements: Statements) -> None:
    found = statements(
        "Anna Holt said the vote was fair. Peter Holt said it was stolen.",
        "Anna Holt said she would not answer him.",
    )
    assert [names(s) for s in found] == [["Anna Holt"], ["Peter Holt"], ["Anna Holt"]]


def test_a_joint_statement_has_several_speakers(statements: Statements) -> None:
    [found] = statements("Mara Voss and Ivo Marek said the bridge was safe.")
    assert names(found) == ["Mara Voss", "Ivo Marek"]


def test_an_unnamed_source_keeps_its_description(statements: Statements) -> None:
    [found] = statements("Two port officials said the crane had failed.")
    [speaker] = found.speakers
    assert (speaker.name, speaker.type) == ("Two port officials", "group")


def test_unnamed_sources_are_never_merged(statements: Statements) -> None:
    one, other = statements("An official said the crane had failed.", "An official said the brakes had failed.")
    assert one.speakers[0].id != other.speakers[0].id


def test_a_person_in_apposition_is_the_speaker(statements: Statements) -> None:
    [found] = statements("The head of the harbour fund, Ivo Marek, said the money was there.")
    assert names(found) == ["Ivo Marek"]


def test_a_title_alone_is_the_person_who_holds_it(statements: Statements) -> None:
    found = statements(
        "Prime Minister Lena Ostby met union leader Karl Brandt on Monday.",
        "The prime minister said the strike was over.",
    )
    assert names(found[-1]) == ["Lena Ostby"]


def test_an_organisation_speaks_without_its_article(statements: Statements) -> None:
    [found] = statements("The Dalbruck Harbour Authority said the quay was closed.")
    assert [(s.name, s.type) for s in found.speakers] == [("Dalbruck Harbour Authority", "organisation")]


def test_a_free_standing_quote_has_the_speaker_of_the_one_before(statements: Statements) -> None:
    found = statements("Ivo Marek said the ferry had left early.", '"We will publish the log. Nobody was warned."')
    assert names(found[-1]) == ["Ivo Marek"]
    assert found[-1].confidence < found[0].confidence


def test_a_pronoun_agrees_with_the_given_name(statements: Statements) -> None:
    found = statements(
        "Harriet Volk met Dominic Sarr on Friday.",
        "She said the talks were useful.",
        "He said they were a waste of time.",
    )
    assert [names(s) for s in found] == [["Harriet Volk"], ["Dominic Sarr"]]


def test_he_between_quote_marks_is_not_who_is_quoted(statements: Statements) -> None:
    found = statements(
        "“When I called the captain he told me, ‘Not one of my ships has sailed,’ and I left,” said Hugo Tamarin."
    )
    inner = next(s for s in found if s.nested_in)
    assert names(inner) == ["the captain"]
    assert [entity.name for entity in inner.addressees] == ["Hugo Tamarin"]


def test_we_inside_a_statement_is_its_speaker(statements: Statements) -> None:
    found = statements("“In May we told the harbour board, ‘The quay is not safe,’ and nobody came,” Mara Voss said.")
    inner = next(s for s in found if s.nested_in)
    assert names(inner) == ["Mara Voss"]


def test_an_office_abbreviated_before_the_name_is_spelt_out_afterwards(statements: Statements) -> None:
    found = statements(
        "Sen. Ada Thornbury of Vermont met Gov. Paul Reisman in Ohio.",
        "The senator said the bridge was safe. The governor said it was not.",
    )
    assert [names(s) for s in found] == [["Ada Thornbury"], ["Paul Reisman"]]


def test_an_epithet_is_the_person_spoken_of(statements: Statements) -> None:
    found = statements("Paul Reisman opened the rally.", "The billionaire said he would not stand aside.")
    assert names(found[-1]) == ["Paul Reisman"]


def test_a_campaign_is_one_however_it_is_called(statements: Statements) -> None:
    found = statements(
        "Paul Reisman spoke in Ohio on Monday.",
        "The Reisman campaign said the tour would go on. His campaign said more stops would follow.",
    )
    assert [names(s) for s in found] == [["Reisman campaign"]] * 2


def test_the_campaign_is_the_one_mentioned_last(statements: Statements) -> None:
    found = statements("The Reisman campaign said the tour would go on.", "The campaign said more stops would follow.")
    assert names(found[-1]) == ["Reisman campaign"]


def test_a_spokeswoman_speaks_for_her_organisation(statements: Statements) -> None:
    [found] = statements("Ingrid Haalberg, a spokeswoman for the Lanta Harbour Authority, said the quay was closed.")
    assert names(found) == ["Ingrid Haalberg"]
    assert found.on_behalf_of is not None
    assert found.on_behalf_of.name == "Lanta Harbour Authority"


def test_who_is_told_is_addressed(statements: Statements) -> None:
    [found] = statements("Mara Voss told Ivo Marek that the bridge was safe.")
    assert [entity.name for entity in found.addressees] == ["Ivo Marek"]


def test_what_the_tagger_passed_over_is_named(statements: Statements) -> None:
    [found] = statements("The ferry had left early, according to lantanews.com.")
    assert [(s.name, s.named) for s in found.speakers] == [("lantanews.com", True)]


def test_somebody_described_in_the_lead_is_who_is_named_soon_after(statements: Statements) -> None:
    found = statements(
        "A former Dalbrück Harbour Board chairman says the town should sell its quay.",
        '"Now is the time," said Ivo Marek, who led the Dalbrück Harbour Board until May.',
    )
    assert names(found[0]) == ["Ivo Marek"]


def test_an_official_who_is_left_unnamed_stays_unnamed(statements: Statements) -> None:
    found = statements(
        "A harbour official said the quay would close.",
        '"That is nonsense," said Ivo Marek, who led the harbour board until May.',
    )
    assert names(found[0]) == ["A harbour official"]


def test_somebodys_lawyer_is_the_one_who_is_named_as_that(statements: Statements) -> None:
    found = statements(
        "A lawyer for Reuter, Mara Voss, said her client was ill.",
        "Reuter's attorney said he would not pay.",
    )
    assert [names(s) for s in found] == [["Mara Voss"], ["Mara Voss"]]


def test_a_noun_for_an_organisation_is_the_one_whose_name_has_it(statements: Statements) -> None:
    found = statements(
        "The Alliance for Open Harbours met in Lanta Vale. Ivo Marek praised Dalbrück Energy.",
        "The alliance said the quay was safe.",
    )
    assert names(found[-1]) == ["Alliance for Open Harbours"]


def test_who_is_the_one_named_right_before_it(statements: Statements) -> None:
    found = statements("The hall cheered Ivo Marek, Piet Auber and Mara Voss, who said the quay was safe.")
    assert names(found[0]) == ["Mara Voss"]


def test_a_plural_verb_after_who_means_all_that_were_named(statements: Statements) -> None:
    found = statements("The plan answers both Democrats and Republicans, who say the quay is unsafe.")
    assert names(found[0]) == ["Democrats", "Republicans"]


def test_names_with_their_parties_in_brackets_speak_together(statements: Statements) -> None:
    found = statements(
        "Sens. Ada Orlen (D-Ore.), Piet Auber (R-Ohio) and Tomas Reuter (D-N.J.) said the quay was safe."
    )
    assert names(found[0]) == ["Ada Orlen", "Piet Auber", "Tomas Reuter"]


def test_a_dateline_is_no_part_of_the_source(statements: Statements) -> None:
    [found] = statements("DALBRÜCK -- Harbour Minister Mara Voss, opening the quay, said it was safe.")
    assert found.source is not None
    assert found.source.text.startswith("Harbour Minister Mara Voss")
    assert names(found) == ["Mara Voss"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Ivo Marek accused Dalbrück Energy of hiding the leak.", "Dalbrück Energy"),
        ("Ivo Marek urged the Lanta Port Authority to open the quay.", "Lanta Port Authority"),
        ("Ivo Marek rejected claims by fishermen that the quay was unsafe.", "fishermen"),
        ("Ivo Marek told residents to boil their water.", "residents"),
    ],
)
def test_a_statement_is_aimed_at_somebody(statements: Statements, text: str, target: str) -> None:
    found = statements(text)
    assert [entity.name for entity in found[0].targets] == [target]


def test_whose_plan_is_criticised_is_the_target(statements: Statements) -> None:
    content = "Mara Voss's plan to sell the quay"
    [found] = statements(f"Ivo Marek criticised {content}.", found=[said("Ivo Marek", "criticised", content)])
    assert [entity.name for entity in found.targets] == ["Mara Voss"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Mara Voss said the quay was unsafe. Ivo Marek rejected the claim.", ["Mara Voss"]),
        ("Mara Voss said the quay was unsafe. Ivo Marek retorted that it was new.", ["Mara Voss"]),
        ("Mara Voss said the quay was unsafe. Ivo Marek denied that he would resign.", []),
        ("Ivo Marek said the quay was unsafe. Marek rejected the claim.", []),
        ("Mara Voss accused Ivo Marek of lying. Marek rejected a pay rise.", []),
    ],
)
def test_a_denial_is_aimed_at_whom_it_answers(statements: Statements, text: str, targets: list[str]) -> None:
    assert [entity.name for entity in statements(text)[-1].targets] == targets


def test_a_relative_pronoun_is_aimed_at(statements: Statements) -> None:
    [found] = statements(
        "Mara Voss, whom Ivo Marek accuses of lying, lives in Dalbrück.",
        found=[said("Ivo Marek", "accuses of", "lying")],
    )
    assert [entity.name for entity in found.targets] == ["Mara Voss"]


def test_a_plain_statement_is_aimed_at_nobody(statements: Statements) -> None:
    [found] = statements("Ivo Marek said the harbour board had met Mara Voss on Tuesday.")
    assert found.targets == ()


def test_who_is_told_to_do_something_is_asked_for_it(statements: Statements) -> None:
    [found] = statements("Ivo Marek told residents to boil their water.")
    assert found.act == "demand"


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Ivo Marek said at a daily briefing that the quay was safe.", "a daily briefing"),
        ('"The quay is safe," Ivo Marek said in an interview with the Lanta Post.', "an interview with the Lanta Post"),
        ('"The quay is safe," Ivo Marek wrote on Telegram.', "Telegram"),
        ("Ivo Marek said in Dalbrück that the quay was safe.", None),
        ('"It is shut," Ada Orlen posted on her Telegram account.', "her Telegram account"),
        ("Ada Orlen told a daily briefing that the quay was shut.", "a daily briefing"),
    ],
)
def test_a_statement_has_the_venue_that_is_printed(statements: Statements, text: str, venue: str | None) -> None:
    found = statements(text)[0].venue
    assert (found.text if found else None) == venue


def test_a_clerk_who_is_named_is_whoever_that_is(statements: Statements) -> None:
    found = statements("The town heard Ivo Marek, a clerk at the port who said the quay was safe.")
    assert names(found[-1]) == ["Ivo Marek"]


def test_an_office_goes_on_about_who_spoke_and_has_no_other(statements: Statements) -> None:
    found = statements("Ivo Marek said the quay was safe. The Velo senator said he would walk on it.")
    assert [names(s) for s in found] == [["Ivo Marek"], ["Ivo Marek"]]


def test_an_office_is_not_that_of_who_has_another(statements: Statements) -> None:
    found = statements("Harbour Minister Ivo Marek said the quay was safe.", "The Velo senator said it was not.")
    assert names(found[1]) != ["Ivo Marek"]


def test_a_plural_is_those_who_spoke_last_together(statements: Statements) -> None:
    found = statements(
        "Senator Ada Orlen and Senator Ivo Marek said the quay was safe. The crane fell in May, the senators said."
    )
    assert [speaker.name for speaker in found[-1].speakers] == ["Ada Orlen", "Ivo Marek"]


def test_a_party_and_seat_behind_a_name_are_nobody(statements: Statements) -> None:
    [found] = statements("State Sen. Ada Orlen (D-Sarn Falls) said on Monday that the quay was safe.")
    assert [speaker.name for speaker in found.speakers] == ["Ada Orlen"]


def test_a_court_of_the_lead_is_the_one_named_after_it(statements: Statements) -> None:
    found = statements(
        "A federal appeals court ruled Friday that the quay was public.",
        "A panel of the Lanta Court of Appeals sent the case back to Sarn.",
    )
    assert [speaker.name for speaker in found[0].speakers] == ["Lanta Court of Appeals"]


def test_i_is_whoever_the_byline_names(statements: Statements) -> None:
    paragraphs = ("I believe that the harbour will close.", "I am Charlotte Mieren, and I write plays.")
    [found] = statements(*paragraphs, byline="By Charlotte Mieren")
    assert names(found) == ["Charlotte Mieren"]


def test_a_quotation_goes_on_from_nobody_after_paragraphs_about_others(spoken: Spoken) -> None:
    told, quoted = "Ada Orlen said the ferry had left.", "“We will publish the log on Monday.”"
    others = ("The town has a new mill.", "Corn is cheap.")
    assert spoken(told, quoted) == [["Ada Orlen"], ["Ada Orlen"]]
    assert spoken(told, others[0], quoted) == [["Ada Orlen"], ["Ada Orlen"]]
    assert spoken(told, *others, quoted) == [["Ada Orlen"]]
    assert spoken(told, others[0], "Orlen runs the port.", quoted) == [["Ada Orlen"], ["Ada Orlen"]]


def test_from_whom_a_quotation_comes_is_told_in_front_of_it(spoken: Spoken) -> None:
    assert spoken("And from chairwoman Ada Orlen:", "“Nora brings a wealth of experience.”") == [["Ada Orlen"]]


def test_who_holds_an_office_of_a_body_speaks_and_not_the_body(spoken: Spoken) -> None:
    text = "Lanta's Office of Harbour Dues (OHD) Chief Jaime Orlen said the quay was shut."
    assert spoken(text, found=[said(text.partition(" said")[0], "said", "the quay was shut")]) == [["Jaime Orlen"]]


def test_somebody_is_told_by_age_and_number(spoken: Spoken) -> None:
    found = spoken(
        "Safina Orlen is a mother of two. According to Amina Volk, trade has grown.",
        "“Nothing can harm us here now,” said the mother of four.",
    )
    assert found[-1] != ["Safina Orlen"]
