"""Names from the scores of their classes: a name goes on only from its own beginning."""

import numpy as np

from onrecord.extraction.encoder.name_path import NamePath

CLASSES = ["O", "B-ORG", "I-ORG", "B-PERSON", "I-PERSON"]
STARTS = np.array([True, False, False])


def best(*rows: list[float], starts: np.ndarray = STARTS) -> list[str]:
    scores = np.array(rows, dtype=np.float32)
    return [CLASSES[number] for number in NamePath(CLASSES).best(scores, starts[: len(rows)])]


def test_the_likeliest_classes_stand_where_they_make_names() -> None:
    assert best([0, 9, 0, 0, 0], [0, 0, 9, 0, 0], [9, 0, 0, 0, 0]) == ["B-ORG", "I-ORG", "O"]


def test_a_word_that_goes_on_decides_what_its_name_is() -> None:
    # The first word is a person's by a little, the second an organisation's by far.
    assert best([0, 4, 0, 5, 0], [0, 0, 9, 0, 1]) == ["B-ORG", "I-ORG"]


def test_what_goes_on_from_nothing_begins_a_name_or_is_none() -> None:
    assert best([9, 0, 0, 0, 0], [0, 5, 6, 0, 0]) == ["O", "B-ORG"]
    assert best([9, 0, 0, 0, 0], [5, 0, 6, 0, 0]) == ["O", "O"]


def test_a_name_ends_with_its_sentence() -> None:
    found = best([0, 9, 0, 0, 0], [0, 3, 9, 0, 0], starts=np.array([True, True]))
    assert found == ["B-ORG", "B-ORG"]


def test_one_word_is_a_name_of_its_own() -> None:
    assert best([0, 1, 2, 0, 0]) == ["B-ORG"]
