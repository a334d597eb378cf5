from dataclasses import replace

from onrecord.linking import (
    LONGEST,
    PIECE_KINDS,
    PIECE_ROLES,
    Pieces,
    Place,
    Printed,
    Speakers,
    as_printed,
    pair_pieces,
    place_of,
    speakers_of,
    statement_pieces,
)
from tests.linking.built import HARROW, MINISTRY, VOSS, claim

PARAGRAPH = "It rained all day. Asked about the ship, the minister said it was empty. Nobody believed her."
FULL = Printed("Mara Voss", "", "It was full.", ((0, 11),))
EMPTY = Printed("Bill Harrow", "", "It was empty.", ((0, 12),))


def pieces(speakers: Speakers = "open", place: Place = "days") -> Pieces:
    return pair_pieces(EMPTY, FULL, speakers, place)


def test_a_statement_is_read_with_the_sentence_that_attributes_it_and_the_one_before() -> None:
    printed = as_printed(claim("it was empty", paragraph=PARAGRAPH, cue="said"))
    assert printed.text.strip() == "Asked about the ship, the minister said it was empty."
    assert printed.before.strip() == "It rained all day."
    assert [printed.text[start:end] for start, end in printed.said] == ["it was empty"]
    assert printed.speakers == "Mara Voss"


def test_the_first_sentence_of_a_paragraph_has_none_before() -> None:
    assert as_printed(claim("It rained all day", paragraph=PARAGRAPH)).before == ""


def test_speakers_what_is_said_and_what_stands_beside_it_are_told_apart() -> None:
    said = Printed("Voss", "", "She said it rained.", ((9, 18),))
    roles = [role for _, role in statement_pieces(said)]
    # Her name, "She said", "it rained", the full stop and the piece that ends a statement.
    assert roles == [0, 1, 1, 2, 2, 1, 1]
    assert set(roles) == set(range(PIECE_ROLES))


def test_the_first_piece_tells_whether_one_speaks_and_how_they_stand() -> None:
    kinds = {pieces(speakers, place).kinds[0] for speakers in ("same", "other", "open") for place in ("next", "days")}
    assert len(kinds) == 6
    assert pieces("same").ids == pieces("other").ids
    assert pieces("same").kinds[1:] == pieces("other").kinds[1:]
    assert max(pieces().kinds) < PIECE_KINDS


def test_which_is_the_later_one_is_told() -> None:
    swapped = pair_pieces(FULL, EMPTY, "open", "days")
    assert swapped.ids != pieces().ids
    assert len(swapped.ids) == len(swapped.kinds)


def test_long_statements_are_cut_off() -> None:
    long = Printed("ship " * 500, "ship " * 500, "ship " * 500, ((0, 100),))
    assert len(pair_pieces(long, long, "open", "days").ids) == LONGEST


def test_whether_one_speaks_is_open_where_somebody_is_not_a_named_person() -> None:
    said = claim("it was empty")
    assert speakers_of(said, claim("it is full"), within=True) == "same"
    assert speakers_of(said, claim("it is full", by=(HARROW,)), within=True) == "other"
    assert speakers_of(said, claim("it is full", by=(MINISTRY,)), within=True) == "open"
    assert speakers_of(said, claim("it is full", by=()), within=True) == "open"
    assert speakers_of(said, claim("it is full", by=(replace(HARROW, named=False),)), within=True) == "open"


def test_a_surname_in_another_article_is_the_same_speaker() -> None:
    surname = claim("it is full", by=(replace(VOSS, key=9, name="Voss"),))
    assert speakers_of(surname, claim("it was empty"), within=False) == "same"
    # Within one article reading has told that they are two.
    assert speakers_of(surname, claim("it was empty"), within=True) == "other"


def test_how_two_statements_stand_to_each_other() -> None:
    first, second, third = claim("one", number=0), claim("two", number=1), claim("three", number=2, day=None)
    assert place_of(second, first, within=True) == "next"
    assert place_of(third, first, within=True) == "within"
    assert place_of(second, first, within=False) == "one day"
    assert place_of(third, first, within=False) == "days"
