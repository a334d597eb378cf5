"""Which runs of words of a text count, and what is told by the fingerprints among them."""

import numpy as np
import pytest

from onrecord.linking import fingerprints, likely_share
from onrecord.linking.shingles import Shingles, containment, shingles_of

SENTENCE = "The council of Dalbruck voted on Tuesday to close the old bridge for the summer."
OTHER = "Engineers had found cracks in two of its five arches and asked for a new survey."


def made(number: int, *, start: int = 0) -> Shingles:
    """Shingles of a text with so many different words."""
    return shingles_of(" ".join(f"word{place}" for place in range(start, start + number + 3)))


def test_a_shingle_is_a_run_of_four_words_in_one_paragraph() -> None:
    assert len(shingles_of("one two three four five")) == 2
    assert len(shingles_of("one two three\nfour five six")) == 0
    assert len(shingles_of("")) == 0


def test_case_and_marks_make_no_difference() -> None:
    assert np.array_equal(shingles_of(SENTENCE), shingles_of(SENTENCE.upper().replace("VOTED", "VOTED —")))


def test_the_order_of_words_does() -> None:
    assert containment(shingles_of("one two three four"), shingles_of("four three two one")) == 0.0


@pytest.mark.parametrize(
    "quotation", ["“We would rather walk than fall today”", '"We would rather walk than fall today"']
)
def test_what_is_quoted_does_not_count(quotation: str) -> None:
    told = f"{SENTENCE}\n{quotation}\n{OTHER}"
    assert np.array_equal(shingles_of(told), shingles_of(f"{SENTENCE}\n{OTHER}"))


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    assert containment(shingles_of(f"“We would rather walk than fall\n{SENTENCE}"), shingles_of(SENTENCE)) == 1.0


def test_of_a_text_of_quotations_all_words_count() -> None:
    assert len(shingles_of("Lin said: “We would rather walk than fall, and so would all of you who live here.”")) > 0


@pytest.mark.parametrize(("number", "least"), [(3, 3), (15, 15), (40, 10), (300, 10), (5_000, 200)])
def test_a_text_has_enough_fingerprints_however_short(number: int, least: int) -> None:
    assert len(fingerprints(made(number))) >= least


def test_a_long_text_has_few_of_its_shingles_as_fingerprints() -> None:
    assert len(fingerprints(made(5_000))) < 500


def test_fingerprints_of_a_part_are_among_those_of_the_whole_and_tell_the_share() -> None:
    whole, part, other = made(2_000), made(400), made(2_000, start=1_200)
    common = set(fingerprints(whole)) & set(fingerprints(part))
    assert 0.6 < likely_share(len(common), len(whole), len(part)) < 1.5
    common = set(fingerprints(whole)) & set(fingerprints(other))
    assert 0.2 < likely_share(len(common), len(whole), len(other)) < 0.6


def test_containment_is_a_share_of_the_shorter_text() -> None:
    both = shingles_of(f"{SENTENCE}\n{OTHER}")
    assert containment(shingles_of(SENTENCE), both) == containment(both, shingles_of(SENTENCE)) == 1.0
    assert containment(shingles_of(SENTENCE), shingles_of(OTHER)) == 0.0
    assert containment(shingles_of(""), both) == 0.0
