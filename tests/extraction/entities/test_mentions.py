"""Names that the tagger gets wrong, mended by what stands around them. The tagger's output is set by hand."""

from collections.abc import Callable

import pytest
from spacy.tokens import Span as DocSpan

from onrecord.extraction.entities import recognise
from tests.conftest import Parse

type Named = Callable[..., dict[str, str]]


@pytest.fixture
def named(parse: Parse) -> Named:
    """Give the types of whom a text names, by name, where the tagger found `tagged` (words and labels)."""

    def found(text: str, **tagged: str) -> dict[str, str]:
        doc = parse(text)
        spans = []
        for label, words in tagged.items():
            start = -1
            for name in words.split("; "):
                start = text.index(name, start + 1)
                span = doc.char_span(start, start + len(name), label=label)
                assert span is not None, name
                spans.append(DocSpan(doc, span.start, span.end, label=label))
        doc.ents = sorted(spans, key=lambda span: span.start)
        return {member.name: member.type for member in recognise(doc).entities}

    return found


def test_a_body_is_named_by_what_it_is_for(named: Named) -> None:
    found = named("The Commission on Harbour Dues met.", ORG="Commission; Harbour Dues")
    assert found == {"Commission on Harbour Dues": "organisation"}


def test_who_holds_an_office_is_named_behind_what_it_is_for(named: Named) -> None:
    found = named("Minister for Health Anna Dukes said so.", ORG="Health Anna Dukes")
    assert found == {"Anna Dukes": "person"}


def test_a_body_with_a_given_name_in_its_name_stays_one(named: Named) -> None:
    found = named("The principal of Mount Mary College said so.", ORG="Mount Mary College")
    assert found == {"Mount Mary College": "organisation"}


def test_an_office_with_what_it_is_for_is_no_name(named: Named) -> None:
    found = named("MEC for Transport Jakob Mambolo said so.", ORG="MEC for; Transport", PERSON="Jakob Mambolo")
    assert found == {"Transport": "organisation", "Jakob Mambolo": "person"}


def test_a_name_does_not_end_with_of(named: Named) -> None:
    assert named("The Daily Light of Lanta said so.", ORG="Daily Light of", GPE="Lanta") == {
        "Daily Light of Lanta": "organisation"
    }
    assert named("Velo Inc and the clerk met.", ORG="Velo Inc and") == {"Velo Inc": "organisation"}


def test_two_bodies_side_by_side_stay_two(named: Named) -> None:
    found = named("The Harbour Board on Monday met Lanta Lines.", ORG="Harbour Board; Lanta Lines")
    assert sorted(found) == ["Harbour Board", "Lanta Lines"]


def test_what_a_clause_with_which_is_about_is_no_person(named: Named) -> None:
    found = named("Lanta Oriel, which owns the mine, said it was closed.", PERSON="Lanta Oriel")
    assert found == {"Lanta Oriel": "organisation"}
    assert named("Ada Orlen, who owns the mine, said it was closed.", PERSON="Ada Orlen") == {"Ada Orlen": "person"}


def test_what_stands_behind_a_noun_for_a_firm_is_no_person(named: Named) -> None:
    assert named("The grid operator Orlen cut power.", PERSON="Orlen") == {"Orlen": "organisation"}
    assert named("The clerk Orlen cut power.", PERSON="Orlen") == {"Orlen": "person"}


def test_a_firm_is_called_by_its_first_word_and_a_person_by_the_last(named: Named) -> None:
    found = named("Orvik Energy grew. Ada Orlen met Orvik.", ORG="Orvik Energy", PERSON="Ada Orlen; Orvik")
    assert found == {"Orvik Energy": "organisation", "Ada Orlen": "person"}


def test_a_word_of_a_firms_name_is_nobodys_surname(named: Named) -> None:
    found = named("Ada Energy met Velo Energy.", PERSON="Ada Energy", ORG="Velo Energy")
    assert found == {"Ada Energy": "person", "Velo Energy": "organisation"}


def test_a_capital_is_no_person(named: Named) -> None:
    assert "person" not in named("The envoy flew to La Paz.", PERSON="La Paz").values()


def test_an_office_alone_is_no_body(named: Named) -> None:
    assert named("The Premier said so.", ORG="Premier") == {}


def test_initials_do_not_hide_what_somebody_is_called(named: Named) -> None:
    found = named("B Z Orlen Ahmed Khan came. Orlen spoke.", PERSON="B Z Orlen Ahmed Khan")
    assert list(found) == ["B Z Orlen Ahmed Khan"]


def test_the_acronym_of_a_body_is_no_part_of_a_name(named: Named) -> None:
    assert list(named("Director Ada Orlen ILO spoke.", PERSON="Ada Orlen ILO")) == ["Ada Orlen"]


def test_a_name_goes_on_over_hyphens(named: Named) -> None:
    assert list(named("Mr. Pran Chai-o-cha spoke.", PERSON="Pran Chai-o")) == ["Pran Chai-o-cha"]


def test_hyphenated_surnames_name_persons(named: Named) -> None:
    assert list(named("Orlen-Kane said so.", PERSON="Orlen-Kane")) == ["Orlen-Kane"]


def test_brussels_acts_for_the_union_and_is_a_city(named: Named) -> None:
    assert named("Brussels rejected the plan.", GPE="Brussels") == {"Brussels": "organisation"}
    assert named("The envoy slept in Brussels.", GPE="Brussels") == {"Brussels": "place"}


def test_a_body_is_named_by_whose_office_it_is(named: Named) -> None:
    found = named("The Harbour Office of Lanta met.", ORG="Harbour Office", GPE="Lanta")
    assert found == {"Harbour Office of Lanta": "organisation"}
    assert "Dockers" in named("The Dockers of Lanta met.", ORG="Dockers", GPE="Lanta")


def test_a_nickname_in_marks_is_part_of_a_name(named: Named) -> None:
    assert "Ada “Dada” Orlen" in named("Mayor Ada “Dada” Orlen said so.", PERSON="Ada")
    assert "Ada" in named("Ada “smiled” and left.", PERSON="Ada")


@pytest.mark.parametrize(
    ("text", "tagged", "name"),
    [
        ("DHP Ada Orlen said so.", "DHP Ada Orlen", "Ada Orlen"),
        ("ADA ORLEN said so.", "ADA ORLEN", "ADA ORLEN"),
        ("MK Orlen said so.", "MK Orlen", "MK Orlen"),
        ("MEC Orlen said so.", "MEC Orlen", "Orlen"),
    ],
)
def test_an_acronym_before_a_name_is_a_title(named: Named, text: str, tagged: str, name: str) -> None:
    assert named(text, PERSON=tagged) == {name: "person"}


def test_a_country_before_a_name_is_no_part_of_it(named: Named) -> None:
    assert "Ivo Marek" in named("The ambassador to Britain Ivo Marek said so.", PERSON="Britain Ivo Marek")


def test_an_acronym_behind_a_name_is_an_office(named: Named) -> None:
    text = "Ada Orlen, QM of the port, denied it. The QM left."
    assert named(text, PERSON="Ada Orlen", ORG="QM; QM") == {"Ada Orlen": "person"}


@pytest.mark.parametrize("short", ["VHO", "Veloharb"])
def test_what_stands_in_brackets_is_a_short_name(named: Named, short: str) -> None:
    found = named(
        f"The Velo Harbour Office ({short}) met. {short} said so.", ORG=f"Velo Harbour Office; {short}; {short}"
    )
    assert found == {"Velo Harbour Office": "organisation"}


def test_a_hospital_named_after_somebody_is_a_body(named: Named) -> None:
    found = named("King Orlen Memorial Hospital said so.", PERSON="King Orlen Memorial Hospital")
    assert found == {"King Orlen Memorial Hospital": "organisation"}


def test_a_product_is_not_the_firm_that_is_named_before_it(named: Named) -> None:
    assert named("Velo grew. Velo Mail is new.", ORG="Velo; Velo Mail").keys() == {"Velo", "Velo Mail"}
    assert named("Velo Energy grew. Velo is old.", ORG="Velo Energy; Velo").keys() == {"Velo Energy"}


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("Abdel al-Orlen left. We left, al-Orlen said.", "Abdel al-Orlen"),
        ("Ada Orlen Marek left. Ada Orlen said so.", "Ada Orlen Marek; Ada Orlen"),
        ("Ada Orlen Marek left. Ada Orlen said so. Orlen left.", "Ada Orlen Marek; Ada Orlen"),
    ],
)
def test_a_shorter_form_is_the_same_person(named: Named, text: str, tagged: str) -> None:
    assert list(named(text, PERSON=tagged)) == [tagged.partition(";")[0]]


def test_a_son_is_told_from_his_father(parse: Parse) -> None:
    doc = parse("Ivo Marek Jr. carved. Ivo Marek Sr. hunted. Marek Jr. said so.")
    doc.ents = [DocSpan(doc, start, start + 3, label="PERSON") for start in (0, 5)]
    [son, father] = recognise(doc).entities
    assert ([len(one.mentions) for one in (son, father)], son.mentions[-1].text) == ([2, 1], "Marek Jr.")


def test_a_time_behind_a_name_is_no_part_of_it(named: Named) -> None:
    found = named("Mara Voss 00:40 Thanks. Mara Voss 01:12 Bye.", PERSON="Mara Voss 00:40; Mara Voss 01:12")
    assert found == {"Mara Voss": "person"}
