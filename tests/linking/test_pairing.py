from dataclasses import replace

from onrecord.linking.pairing import KINDS, MOST_PIECES, as_printed, pair_pieces, speakers_of
from tests.linking.built import HARROW, MINISTRY, VOSS, claim

PARAGRAPH = "It rained all day. Asked about the ship, the minister said it was empty. Nobody believed her."


def test_a_statement_is_read_with_the_sentence_that_attributes_it() -> None:
    assert as_printed(claim("it was empty", paragraph=PARAGRAPH, cue="said")) == (
        "Asked about the ship, the minister said it was empty."
    )


def test_pieces_tell_which_is_the_later_one_and_whether_one_speaks() -> None:
    same, other = (
        pair_pieces("It was full.", "It was empty.", "same"),
        pair_pieces("It was full.", "It was empty.", "other"),
    )
    assert same.ids == other.ids
    assert set(same.kinds).isdisjoint(other.kinds)
    assert len(same.ids) == len(same.kinds)
    assert max(same.kinds + other.kinds) < KINDS


def test_long_statements_are_cut_off() -> None:
    assert len(pair_pieces("ship " * 500, "ship " * 500, "open").ids) == 2 * MOST_PIECES + 3


def test_whether_one_speaks_is_open_where_somebody_is_not_a_named_person() -> None:
    said = claim("it was empty")
    assert speakers_of(said, claim("it is full")) == "same"
    assert speakers_of(said, claim("it is full", by=(HARROW,))) == "other"
    assert speakers_of(said, claim("it is full", by=(MINISTRY,))) == "open"
    assert speakers_of(said, claim("it is full", by=())) == "open"
    assert speakers_of(said, claim("it is full", by=(replace(VOSS, key=9, named=False),))) == "open"
