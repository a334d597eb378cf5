"""Lines of a record that nobody says."""

import pytest

from onrecord.transcripts import is_of_record, sworn_name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("MR TOM BRITE (affirmed)", "MR TOM BRITE"),
        ("ANA GILL, GOVERNMENT'S WITNESS, SWORN", "ANA GILL"),
        ("<ANA GILL, RECALLED [10.02 am]", "ANA GILL"),
        ("DR. ANA M. GILL, having been first duly sworn, testified as follows:", "DR. ANA M. GILL"),
        ("THE JURY (sworn)", None),
        ("ANA GILL, HARBOUR MASTER", None),
        ("Ana Gill, who was sworn in on Monday, spoke.", None),
        ("QUAYS SHUT. The mayor, who was sworn in, said so.", None),
    ],
)
def test_who_takes_an_oath_is_named_in_capitals(line: str, name: str | None) -> None:
    found = sworn_name(line)
    assert (line[slice(*found)] if found else None) == name


@pytest.mark.parametrize(
    "line",
    [
        "Questions by MS JUDITH HOLT, COUNSEL TO THE INQUIRY",
        "Cross-examination by Mr. Brite",
        "FURTHER RE-EXAMINATION BY MR GILL",
        "Examination-in-chief by the Crown",
        "THE JURY (sworn)",
    ],
)
def test_lines_about_oaths_and_examinations_are_of_the_record(line: str) -> None:
    assert is_of_record(line)


@pytest.mark.parametrize(
    "line",
    ["Questions by post are welcome.", "I was examined by Dr Holt. She said no.", "No.", "I swore (and was affirmed)."],
)
def test_what_is_said_is_not(line: str) -> None:
    assert not is_of_record(line)
