"""Who speaks behind a label that tells an office alone, in transcripts that are read whole."""

import pytest

from onrecord import read

pytestmark = pytest.mark.model

SITTING = """{}

Mr GILL (Ostrel)—I ask whether the quay is safe.

{} SPEAKER—Order! I remind you of the time.

{}

Mr GILL—I thank you.

{} SPEAKER—The question is put. Is it agreed?
"""


def speakers(opening: str, title: str, change: str = "The House divided.") -> list[str]:
    """Return who says what stands behind the labels of the chair."""
    text = SITTING.format(opening, title, change, title)
    return [
        one.speakers[0].name
        for article in read(text)
        for one in article.statements
        if one.source is not None and one.source.text.endswith("SPEAKER")
    ]


@pytest.mark.parametrize(("title", "name"), [("Madam", "Halla Brenning"), ("The", "Mr Teodor Vash")])
def test_whoever_brackets_name_behind_an_office_holds_it(title: str, name: str) -> None:
    assert set(speakers(f"{title} SPEAKER ({name}) took the chair at 2 p.m., and read prayers.", title)) == {
        name.removeprefix("Mr ")
    }


def test_brackets_in_a_label_name_who_holds_the_office_later() -> None:
    record = """Mr. GILL. Mr. President, I rise to thank the town.

The PRESIDING OFFICER (Ms. Orlen). The clerk will report.

Mr. GILL. I thank the chair. Will you hear me?

The PRESIDING OFFICER. Without objection.
"""
    said = {one.content[0].text: one.speakers[0].name for article in read(record) for one in article.statements}
    assert said["The clerk will report."] == said["Without objection."] == "Orlen"


def test_nobody_holds_it_whom_nothing_names_nor_of_another_office_nor_behind_a_change() -> None:
    opening = "Mr SPEAKER (Hon. Teodor Vash) took the chair at 2 p.m., and read prayers."
    assert "Teodor Vash" not in speakers("The House met at 2 p.m.", "Mr")
    assert "Teodor Vash" not in speakers(opening.replace("Mr SPEAKER", "Mr DEPUTY SPEAKER"), "Mr")
    assert [name == "Teodor Vash" for name in speakers(opening, "Mr", "(Mr Lund took the chair.)")] == [True, False]
