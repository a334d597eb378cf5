"""Who did what to whom: events told by the narrator and by statements, and those that statements are."""

from collections.abc import Callable

import pytest

from onrecord.records import Article, Event
from tests.extraction.conftest import Read

type Events = Callable[..., tuple[Event, ...]]


@pytest.fixture
def events(read: Read) -> Events:
    return lambda *paragraphs, **given: read(*paragraphs, **given).events


def told(event: Event) -> tuple[str, list[str], list[str], str]:
    return (
        event.type,
        [one.entity.name for one in event.actors],
        [one.entity.name for one in event.recipients],
        event.modality,
    )


# Retreats and concessions are one class of the classifier's.
CLASSES = {"RETREAT": "YIELD", "CONCEDE": "YIELD"}


def class_of(type_: str) -> str:
    return CLASSES.get(type_, type_)


BETWEEN_TWO = [
    ("France imposed sanctions on Belarus.", ("COERCE", ["France"], ["Belarus"], "happened")),
    ("Police arrested Ivo Marek in the harbour.", ("COERCE", ["Police"], ["Ivo Marek"], "happened")),
    ("Two soldiers were killed by rebels on Monday.", ("ASSAULT", ["rebels"], ["Two soldiers"], "happened")),
    ("Norway is sending food aid to Somalia.", ("AID", ["Norway"], ["Somalia"], "ongoing")),
    ("Two sailors were killed in a Peruvian airstrike.", ("ASSAULT", ["Peruvian"], ["Two sailors"], "happened")),
    ("A Peruvian missile killed two sailors.", ("ASSAULT", ["Peruvian"], ["two sailors"], "happened")),
    ("Peru received grain from Chile.", ("AID", ["Chile"], ["Peru"], "happened")),
    (
        "Supporters of Ivo Marek clashed with police.",
        ("ASSAULT", ["Supporters of Ivo Marek"], ["police"], "happened"),
    ),
    ("Rebels freed the captain whom the navy had jailed.", ("COERCE", ["the navy"], ["the captain"], "happened")),
    ("Police arrested six women held since May.", ("COERCE", ["Police"], ["six women"], "happened")),
    ("Peru will withdraw its troops from Chile.", ("RETREAT", ["Peru"], ["Chile"], "planned")),
    ("Brazil threatened to invade Uruguay.", ("ASSAULT", ["Brazil"], ["Uruguay"], "threatened")),
]


@pytest.mark.parametrize(("text", "expected"), BETWEEN_TWO)
def test_the_narrator_tells_of_an_event(
    events: Events, text: str, expected: tuple[str, list[str], list[str], str]
) -> None:
    found = events(text, found=[], types=[class_of(expected[0])])
    assert expected in [told(one) for one in found]
    assert all(one.narrated and one.asserted_by is None for one in found)


def test_who_is_accused_did_it_and_not_who_accuses(events: Events) -> None:
    found = events("Brazil accused Peru of bombing a hospital in Chile.", types=["ASSAULT"])
    assert [told(one)[1] for one in found if one.type == "ASSAULT"] == [["Peru"]]


@pytest.mark.parametrize(
    "text",
    [
        "Peru did not attack Chile.",
        "If Peru attacks Chile, prices will rise.",
        "Peru may attack Chile.",
        "Did Peru attack Chile?",
        "Ivo Marek is the brother of Mara Voss.",
    ],
)
def test_what_was_not_done_is_no_event(events: Events, text: str) -> None:
    assert not [one for one in events(text) if one.narrated]


OF_ONE = [
    ("Thousands of workers marched through Ostrel on Monday.", ("PROTEST", ["Thousands of workers"], [])),
    ("Students staged a protest in Ostrel.", ("PROTEST", ["Students"], [])),
    ("Peru mobilised 40,000 reservists.", ("MOBILIZE", ["Peru"], [])),
    ("The army withdrew from the town.", ("RETREAT", ["The army"], [])),
    ("The minister resigned on Friday.", ("CONCEDE", ["The minister"], [])),
    ("Rebels captured the port.", ("ASSAULT", ["Rebels"], [])),
    ("12 people were killed in Ostrel.", ("ASSAULT", [], ["12 people"])),
    ("Two of the sailors had been arrested.", ("COERCE", [], ["Two of the sailors"])),
    ("A surveyor was jailed on Monday.", ("COERCE", [], ["A surveyor"])),
    ("A deadly airstrike killed two sailors.", ("ASSAULT", [], ["two sailors"])),
    ("Two sailors were killed in heavy shelling.", ("ASSAULT", [], ["Two sailors"])),
    ("A missile killed two sailors.", ("ASSAULT", [], ["two sailors"])),
    ("The arrest of two surveyors angered the town.", ("COERCE", [], ["two surveyors"])),
    ("Students blocked the road.", ("PROTEST", ["Students"], [])),
    ("Nurses walked out on Monday.", ("PROTEST", ["Nurses"], [])),
    ("Police units were deployed to the town.", ("MOBILIZE", ["Police units"], [])),
    ("Peru on Monday imposed a tariff on sugar.", ("SANCTION", ["Peru"], [])),
    ("Peru recalled its ambassador.", ("SANCTION", ["Peru"], [])),
    ("Peru imposed a tariff on sugar.", ("SANCTION", ["Peru"], [])),
    ("Peru and Chile held talks in Ostrel.", ("CONSULT", ["Peru", "Chile"], [])),
    ("The army sent soldiers to guard the port.", ("MOBILIZE", ["The army"], [])),
    ("The ship was seized by the navy.", ("COERCE", ["the navy"], [])),
]


@pytest.mark.parametrize(("text", "expected"), OF_ONE)
def test_a_deed_with_one_party_is_an_event(
    events: Events, text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    found = events(text, found=[], types=[class_of(expected[0])])
    assert [told(one) for one in found] == [(*expected, "happened")]


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Marek withdrew from the race.",
        "Ivo Marek captured the mood.",
        "The company deployed a new program.",
        "12 people were killed in a crash.",
        "12 people were killed in a fire.",
        "The storm killed 12 people.",
        "Peru withdrew the ban.",
        "Peru withdrew its bid to host the games.",
        "Peru broke the ceasefire.",
        "The army moved the meeting.",
        "Ivo Marek discussed the harbour.",
        "The sanctions on Peru are old.",
        "The plan was killed in Ostrel.",
        "Ivo Marek was held responsible.",
        "A memo of the Lanta campaign was released.",
        "Not one of the soldiers was arrested.",
        "There were calls for the minister to resign.",
        "Ivo Marek called for the release of two sailors.",
        "Two owners moved to Dalbrück.",
        "Thousands have not marched.",
        "Thousands may march on Monday.",
        "Ivo Marek demands ministers resign.",
        "Ivo Marek has not considered resigning.",
        "The statement was released by the government.",
    ],
)
def test_a_word_for_a_deed_is_no_event_of_one_party_where_it_means_something_else(events: Events, text: str) -> None:
    assert [one for one in events(text, found=[]) if not (one.actors and one.recipients)] == []


def test_a_name_that_the_tagger_passed_over_takes_part(events: Events) -> None:
    found = events(
        "Kestria lies on a strait.", "OSTREL, Kestria, March 13, 2025 - Kestria released ten sailors.", types=["YIELD"]
    )
    assert told(found[-1])[:3] == ("CONCEDE", ["Kestria"], ["ten sailors"])


def test_a_party_is_no_headline(events: Events) -> None:
    found = events(
        "Velmora accused Kestria on Wednesday of boarding a grain ship in the Sarn Strait.",
        title="Velmora Says Kestria Seized Grain Ship in Sarn Strait",
    )
    assert {one.entity.name for event in found for one in (*event.actors, *event.recipients)} == {"Velmora", "Kestria"}


def test_what_a_speaker_tells_of_is_alleged_by_them(events: Events) -> None:
    found = events("Mara Voss said that rebels had attacked Peru on Monday.", types=["ASSAULT"])
    [attack] = [one for one in found if one.type == "ASSAULT"]
    assert attack.modality == "alleged"
    assert not attack.narrated
    assert attack.asserted_by is not None
    assert attack.asserted_by.name == "Mara Voss"


def test_what_a_speaker_says_would_be_done_is_planned(events: Events) -> None:
    found = events("The minister said Peru would close the border.", types=["COERCE"])
    assert [told(one) for one in found] == [("COERCE", ["Peru"], [], "planned")]
    assert events("Peru would close the border.") == ()


def test_what_is_done_by_saying_so_is_told_by_its_own_word(events: Events) -> None:
    [event] = events('"We thank Peru for its patience," Mara Voss said.')
    assert told(event) == ("SUPPORT", ["Mara Voss"], ["Peru"], "happened")
    assert [span.text for span in event.spans] == ["thank"]


def test_an_event_has_the_day_of_its_own_clause(events: Events) -> None:
    found = events(
        "OSTREL, 6 March 2024 - Police who were hired in 2019 freed two women on 4 March 2024, closing the road."
    )
    assert {one.date for one in found} == {"2024-03-04"}


def test_what_a_speaker_denies_is_denied(events: Events) -> None:
    found = events("Mara Voss denied that Peru had bombed Chile.", types=["ASSAULT"])
    assert "denied" in [one.modality for one in found if one.type == "ASSAULT"]


def test_a_statement_with_a_target_is_an_event_itself(read: Read) -> None:
    article = read("Mara Voss accused Ivo Marek of hiding the report.")
    [statement] = article.statements
    [event] = [one for one in article.events if one.statement == statement.id]
    assert told(event) == ("ACCUSE", ["Mara Voss"], ["Ivo Marek"], "happened")
    assert event.narrated
    assert [span.text for span in event.spans] == ["accused"]


def test_a_denial_aimed_at_nobody_is_an_event_without_recipient(events: Events) -> None:
    assert told(events("Mara Voss denied the report.")[0]) == ("REJECT", ["Mara Voss"], [], "happened")


def test_who_is_dismissed_is_not_shot_at(events: Events) -> None:
    [event] = events("The president fired two generals.")
    assert event.type in {"COERCE", "SANCTION"}


def test_the_words_of_an_event_begin_with_its_auxiliaries(events: Events) -> None:
    [event] = events("A surveyor has been jailed for nine years.")
    assert [span.text for span in event.spans] == ["has been jailed for nine years"]


def test_a_promised_end_of_a_war_did_not_happen(events: Events) -> None:
    found = events("Ivo Marek promised to end the war between Peru and Chile within a day.")
    assert all(one.modality != "happened" or one.type == "AGREE" for one in found)


def test_participants_have_sector_and_country(events: Events) -> None:
    [event] = events("French soldiers attacked militants in Mali.", types=["ASSAULT"])
    [actor] = event.actors
    assert (actor.entity.country, actor.sector) == ("FRA", "MIL")
    [recipient] = event.recipients
    assert recipient.sector == "REB"
    assert event.place is not None
    assert event.place.text == "Mali"


def test_an_event_has_the_day_it_is_told_with(read: Read) -> None:
    article = read("On 3 March 2029 police arrested Ivo Marek.")
    assert [one.date for one in article.events] == ["2029-03-03"]


def test_every_span_is_the_text_of_the_page(read: Read) -> None:
    article = read("Police stormed the camp of the rebels and arrested two men.")
    assert [told(one) for one in article.events] != []
    for span in _spans(article):
        assert article.page.text[span[0] : span[1]] == span[2]


def _spans(article: Article) -> list[tuple[int, int, str]]:
    return [(s.start, s.end, s.text) for one in article.events for s in one.spans]
