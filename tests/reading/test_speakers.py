from collections.abc import Callable

import pytest

from onrecord.reading import Reader
from onrecord.records import Statement
from tests.conftest import MakeArticle

type Read = Callable[..., tuple[Statement, ...]]


@pytest.fixture
def statements(reader: Reader, make_article: MakeArticle) -> Read:
    def read(*paragraphs: str) -> tuple[Statement, ...]:
        [article] = reader.read([make_article(*paragraphs)])
        return article.statements

    return read


def names(statement: Statement) -> list[str]:
    return [speaker.name for speaker in statement.speakers]


def test_a_short_name_is_the_fullest_name_of_that_person(statements: Read) -> None:
    found = statements(
        "Harbour Minister Mara Elin Voss said the quay would reopen on Monday.",
        '"We are ready," Voss said.',
    )
    assert [names(s) for s in found] == [["Mara Elin Voss"], ["Mara Elin Voss"]]


def test_a_pronoun_is_the_person_who_spoke_last(statements: Read) -> None:
    found = statements(
        "Ivo Marek said the ferry had left Dalbrück early.",
        'He said that Captain Tomas Reuter "did what he had to do".',
        'Later he added: "We will publish the log."',
    )
    assert [names(s) for s in found] == [["Ivo Marek"]] * 3


def test_a_pronoun_agrees_in_gender(statements: Read) -> None:
    found = statements(
        "Mrs. Dana Kolle met the union chairman, Mr. Piet Auber, on Friday.",
        "She said the talks were useful.",
        "He said they were not.",
    )
    assert [names(s) for s in found] == [["Dana Kolle"], ["Piet Auber"]]


def test_two_people_of_one_surname_stay_two(statements: Read) -> None:
    found = statements(
        "Anna Holt said the vote was fair. Peter Holt said it was stolen.",
        "Anna Holt said she would not answer him.",
    )
    assert [names(s) for s in found] == [["Anna Holt"], ["Peter Holt"], ["Anna Holt"]]


def test_a_joint_statement_has_several_speakers(statements: Read) -> None:
    [found] = statements("Mara Voss and Ivo Marek said the bridge was safe.")
    assert names(found) == ["Mara Voss", "Ivo Marek"]


def test_an_unnamed_source_keeps_its_description(statements: Read) -> None:
    [found] = statements("Two port officials said the crane had failed.")
    [speaker] = found.speakers
    assert (speaker.name, speaker.type) == ("Two port officials", "group")


def test_unnamed_sources_are_never_merged(statements: Read) -> None:
    one, other = statements("An official said the crane had failed.", "An official said the brakes had failed.")
    assert one.speakers[0].id != other.speakers[0].id


def test_a_person_in_apposition_is_the_speaker(statements: Read) -> None:
    [found] = statements("The head of the harbour fund, Ivo Marek, said the money was there.")
    assert names(found) == ["Ivo Marek"]


def test_a_title_alone_is_the_person_who_holds_it(statements: Read) -> None:
    found = statements(
        "Prime Minister Lena Ostby met union leader Karl Brandt on Monday.",
        "The prime minister said the strike was over.",
    )
    assert names(found[-1]) == ["Lena Ostby"]


def test_an_organisation_speaks_without_its_article(statements: Read) -> None:
    [found] = statements("The Dalbruck Harbour Authority said the quay was closed.")
    assert [(s.name, s.type) for s in found.speakers] == [("Dalbruck Harbour Authority", "organisation")]


def test_a_free_standing_quote_has_the_speaker_of_the_one_before(statements: Read) -> None:
    found = statements("Ivo Marek said the ferry had left early.", '"We will publish the log. Nobody was warned."')
    assert names(found[-1]) == ["Ivo Marek"]
    assert found[-1].confidence < found[0].confidence
