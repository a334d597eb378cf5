"""What counts as a statement for the rules alone, whose it is and how far it reaches: one behaviour a test."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from onrecord.extraction.attribution.candidates import rule_relations
from onrecord.extraction.ranges import CharRange
from tests.conftest import Parse

_EDGES = "\"'“”‘’.,?! "


@dataclass(frozen=True)
class Found:
    """An attribution as text; `words` is the content without the marks and `that` at its edges, a matter of taste."""

    source: str | None
    cue: str | None
    words: str
    medium: str
    act: str
    confidence: float


type Find = Callable[..., list[Found]]


@pytest.fixture
def find(parse: Parse) -> Find:
    def found(*paragraphs: str, title: str | None = None) -> list[Found]:
        doc = parse(*paragraphs, title=title)
        text = doc.text

        def cut(where: CharRange | None) -> str | None:
            return text[where[0] : where[1]] if where else None

        def words(content: tuple[CharRange, ...]) -> str:
            return " … ".join(text[s:e].strip(_EDGES) for s, e in content).removeprefix("that ")

        return [
            Found(cut(a.source), cut(a.cue), words(a.content), a.medium, a.act, a.confidence)
            for a in rule_relations(doc)
        ]

    return found


def brief(found: list[Found]) -> list[tuple[str | None, str]]:
    return [(f.source, f.words) for f in found]


# Quotations


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('"The quay is closed until spring," Mara Voss said.', "Mara Voss"),
        ('"The quay is closed until spring," said Mara Voss.', "Mara Voss"),
        ('Mara Voss said: "The quay is closed until spring."', "Mara Voss"),
        ('Mara Voss told reporters, "The quay is closed until spring."', "Mara Voss"),
        ("“The quay is closed until spring,” Minister Mara Voss told reporters.", "Minister Mara Voss"),
        ("‘The quay is closed until spring,’ Mara Voss said.", "Mara Voss"),
        ('“The quay is closed until spring," Mara Voss said.', "Mara Voss"),
    ],
)
def test_a_quotation_has_the_source_its_cue_names(find: Find, text: str, source: str) -> None:
    assert brief(find(text)) == [(source, "The quay is closed until spring")]


def test_a_quotation_interrupted_by_its_cue_is_one_statement(find: Find) -> None:
    [found] = find('"The quay," Mara Voss said, "is closed until spring."')
    assert (found.source, found.cue, found.words) == ("Mara Voss", "said", "The quay … is closed until spring")


def test_a_free_standing_quotation_goes_on_from_the_one_before(find: Find) -> None:
    found = find('"The quay is closed," Mara Voss said.', '"Nobody warned us. We had no time at all."')
    assert brief(found) == [
        ("Mara Voss", "The quay is closed"),
        ("Mara Voss", "Nobody warned us. We had no time at all"),
    ]
    assert found[1].confidence < found[0].confidence


def test_a_free_standing_quotation_goes_on_from_an_indirect_statement(find: Find) -> None:
    found = find(
        "Mara Voss said she knew of no plan by the council to congratulate the winner.",
        '"We have repeatedly asked for the papers. They never came."',
    )
    assert found[-1].source == "Mara Voss"


def test_a_title_in_marks_that_closes_what_is_said_is_part_of_its_sentence(find: Find) -> None:
    found = find('The choir left. His first film was "The Quay," Voss said.')
    assert brief(found) == [("Voss", 'His first film was "The Quay')]


def test_a_quotation_goes_on_through_paragraphs_that_reopen_it(find: Find) -> None:
    found = find('Mara Voss said: "The quay is closed.', '"Nobody warned us. We had no time at all."')
    assert {f.source for f in found} == {"Mara Voss"}
    assert "Nobody warned us" in found[-1].words


def test_a_quotation_left_open_ends_where_its_cue_clause_begins(find: Find) -> None:
    found = find(
        '"The auction was clean, Minister Dana Kolle said on Tuesday. “Nobody was bribed,” she added.',
    )
    assert brief(found) == [("Minister Dana Kolle", "The auction was clean"), ("she", "Nobody was bribed")]


def test_an_odd_quote_mark_costs_only_its_own_paragraph(find: Find) -> None:
    found = find('The pipe was 12" wide and old.', '"It burst on Monday night," Ivo Marek said.')
    assert ("Ivo Marek", "It burst on Monday night") in brief(found)


@pytest.mark.parametrize(
    "text",
    [
        'The "green corridor" opened on Monday.',
        'The engineers presented a "restart" of the old plan.',
        "Exports of “dual-use” goods rose in May.",
        'The button was labelled "overload" in error.',
        'The sign on the gate read "Closed".',
        "The thermometer said 47C at noon.",
        'She has read "The Long Winter" twice.',
    ],
)
def test_quote_marks_around_labels_and_titles_are_not_speech(find: Find, text: str) -> None:
    assert find(text) == []


# Clauses


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("Mara Voss said the quay would close.", "Mara Voss", "the quay would close"),
        ("Mara Voss said that the quay would close.", "Mara Voss", "the quay would close"),
        ("The quay would close, Mara Voss said.", "Mara Voss", "The quay would close"),
        ("The quay would close, said Mara Voss.", "Mara Voss", "The quay would close"),
        ("Mara Voss has said the quay would close.", "Mara Voss", "the quay would close"),
        ("Mara Voss said it would not close the quay.", "Mara Voss", "it would not close the quay"),
        ("According to Mara Voss, the quay will close in May.", "Mara Voss", "the quay will close in May"),
        ("The quay will close in May, according to Mara Voss.", "Mara Voss", "The quay will close in May"),
        ("Mara Voss denied that she had signed the lease.", "Mara Voss", "she had signed the lease"),
        ("Mara Voss told the dockers to come back on Monday.", "Mara Voss", "to come back on Monday"),
    ],
)
def test_a_reporting_clause_gives_source_and_content(find: Find, text: str, source: str, words: str) -> None:
    assert brief(find(text)) == [(source, words)]


def test_the_source_is_the_whole_subject(find: Find) -> None:
    [found] = find("Harbour chief Mara Voss, who took office in May, said the quay was safe.")
    assert found.source == "Harbour chief Mara Voss, who took office in May"


def test_a_parenthetical_cue_splits_its_content(find: Find) -> None:
    found = find("Her deputy disagreed, she conceded, but he would not be resigning.")
    assert ("she", "Her deputy disagreed … but he would not be resigning") in brief(found)


def test_a_saying_after_a_comma_belongs_to_the_subject_that_says(find: Find) -> None:
    found = find(
        "The palace reacted calmly on Monday after Ivo Marek won the vote, saying the union was still a rival."
    )
    assert brief(found) == [("The palace", "the union was still a rival")]


def test_the_relay_of_another_s_words_names_who_spoke(find: Find) -> None:
    found = find("The daily Morgenblatt quoted a port official as saying the crane was unsafe.")
    assert ("a port official", "the crane was unsafe") in brief(found)


def test_a_nominal_claim_has_its_owner_as_source(find: Find) -> None:
    found = find("The mine rejected claims by villagers that its pond had leaked.")
    assert ("villagers", "its pond had leaked") in brief(found)
    assert any(f.source == "The mine" and "claims by villagers" in f.words and f.act == "reject" for f in found)


@pytest.mark.parametrize(
    "text",
    [
        "Mara Voss has not said whether the quay will close.",
        "Mara Voss has not explained how the quay was paid for.",
        "Mara Voss declined to say how many were hurt.",
        "Mara Voss declined further questions.",
        "Mara Voss will tell the council that the quay must close.",
        "Mara Voss refused to say who had signed.",
    ],
)
def test_what_is_not_said_or_not_yet_is_no_statement(find: Find, text: str) -> None:
    assert find(text) == []


def test_beliefs_and_intentions_are_thought(find: Find) -> None:
    [belief] = find("Mara Voss believes the quay is safe.")
    assert belief.medium == "thought"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Mara Voss denied that she had signed the lease.", "deny"),
        ("Mara Voss accused the union of lying.", "accuse"),
        ("Mara Voss accused the board of lying.", "accuse"),
        ("Mara Voss promised to rebuild the quay.", "promise"),
        ("Mara Voss predicted that the quay would close.", "predict"),
        ("Mara Voss said the quay was wet.", "assert"),
        ("“They left us mud,” Mara Voss shot back.", "reject"),
    ],
)
def test_the_act_is_that_of_the_cue(find: Find, text: str, act: str) -> None:
    assert [f.act for f in find(text)] == [act]


def test_clauses_beside_the_first_are_said_too(find: Find) -> None:
    found = find("Mara Voss has said the quay is safe, but that it must be widened.")
    assert brief(found) == [("Mara Voss", "the quay is safe, but that it must be widened")]


def test_a_cue_may_stand_between_a_subject_and_its_verb(find: Find) -> None:
    found = find('The quay, said Mara Voss, who built it in May, "is not sinking, it is settling".')
    assert brief(found) == [("Mara Voss, who built it in May", "The quay … is not sinking, it is settling")]


def test_words_quoted_within_a_quotation_are_their_speakers(find: Find) -> None:
    found = find("“I asked the captain and he told me, ‘Nobody was on board,’ and I believed him,” Ivo Marek said.")
    assert ("he", "Nobody was on board") in brief(found)
    assert found[0].source == "Ivo Marek"


def test_a_statement_put_out_as_a_document_is_its_author_s(find: Find) -> None:
    found = find("The harbour office issued a statement saying the quay was safe.")
    assert ("The harbour office", "the quay was safe") in brief(found)


# Labels


def test_labelled_turns_are_direct_statements_of_their_label(find: Find) -> None:
    found = find("MAREK: Who signed the lease?", "VOSS: I did. It was my duty.", "MAREK: And who paid?")
    assert [(f.source, f.cue) for f in found] == [("MAREK", ":"), ("VOSS", ":"), ("MAREK", ":")]
    assert [f.words for f in found] == ["Who signed the lease", "I did. It was my duty", "And who paid"]


def test_each_paragraph_of_a_turn_is_a_statement_of_its_label(find: Find) -> None:
    found = find("MS. HOLT: Good morning.", "The quay is shut.", "(Laughter.)", "Q  Why?", "MS. HOLT: It is rotten.")
    assert [(f.source, f.words) for f in found] == [
        ("MS. HOLT", "Good morning"),
        ("MS. HOLT", "The quay is shut"),
        ("Q", "Why"),
        ("MS. HOLT", "It is rotten"),
    ]
    assert [f.cue for f in found] == [":", ":", None, ":"]


def test_a_single_label_is_no_speaker(find: Find) -> None:
    assert find("NOTE: the quay is closed on Monday.", "It opens on Tuesday.") == []


def test_a_title_with_a_colon_states(find: Find) -> None:
    found = find("The talks failed on Monday.", title="Dalbruck rebels: ‘a waste of ink’")
    assert ("Dalbruck rebels", "a waste of ink") in brief(found)


# The list


def test_statements_stand_in_the_order_of_their_content(parse: Parse) -> None:
    paragraphs = (
        'Mara Voss said she knew that the quay was safe. "It is not," Ivo Marek said.',
        '"It never was, you see."',
    )
    doc = parse(*paragraphs)
    starts = [a.content[0][0] for a in rule_relations(doc)]
    assert len(starts) >= 3
    assert starts == sorted(starts)


def test_an_article_without_speech_has_no_statements(find: Find) -> None:
    assert find("The quay was built in 1911.", "It is 300 metres long.") == []
