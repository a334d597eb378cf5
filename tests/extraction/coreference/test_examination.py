"""Who asks and who answers behind "Q" and "A", and who is meant by a role, in transcripts that are read whole."""

import time

import pytest

from onrecord import read

pytestmark = pytest.mark.model

TRIAL = """THE COURT: Call your witness.

MS. VOSS: The town calls Petra Lund.

THE COURT: State your name, please.

THE WITNESS: Petra Lund.

BY MS. VOSS:

Q. Where were you on the night of the fire, Ms. Lund?

A. I was on the quay.

I saw the shed burn.

Q. Who else was there?

MR. ORLEN: Objection.

THE COURT: Overruled.

A. Nobody.

BY MR. ORLEN:

Q. You had been drinking, had you not?

A. No, sir.
"""


def spoken(text: str) -> list[tuple[str, str]]:
    """Return who says what, in order."""
    return [
        (one.speakers[0].name if one.speakers else "", one.content[0].text)
        for article in read(text)
        for one in article.statements
        if one.nested_in is None
    ]


def test_in_an_examination_the_witness_answers_whoever_examines() -> None:
    said = {words: name for name, words in spoken(TRIAL)}
    assert said["I was on the quay."] == said["I saw the shed burn."] == said["Nobody."] == "Petra Lund"
    assert said["Petra Lund."] == "Petra Lund"
    assert said["Where were you on the night of the fire, Ms. Lund?"] == said["Who else was there?"] == "VOSS"
    assert said["You had been drinking, had you not?"] == "ORLEN"
    assert said["Overruled."] == "THE COURT"


def test_in_a_room_full_of_reporters_a_question_is_nobody_s() -> None:
    (article,) = read(
        "MS. VOSS: Good morning.\n\nQ  Is the quay shut?\n\nMS. VOSS: It is.\n\nQ  Since when?\n\nMS. VOSS: May."
    )
    asked = [one for one in article.statements if one.source is not None and one.source.text == "Q"]
    assert [(one.act, one.speakers[0].name, one.speakers[0].named) for one in asked] == [("demand", "Q", False)] * 2


def test_initials_are_those_of_the_persons_of_the_lead() -> None:
    lead = "Ada Orlen met the composer Ivo Marek in his kitchen in Sarn, where he has lived since the war.\n\n"
    said = spoken(
        lead + "AO: Which clock is right?\n\nIM: None of them.\n\nAO: Why keep them?\n\nIM: They are good company."
    )
    assert [name for name, _ in said] == ["Ada Orlen", "Ivo Marek"] * 2


def test_a_role_is_its_holder_unless_a_label_names_the_holder() -> None:
    lead = "Harbour spokesman Ivo Marek took questions in Sarn on Monday.\n\n"
    talk = "Spokesman: The quay is shut.\n\nQuestion: Since when?\n\nSpokesman: Since May.\n\nQuestion: And why?"
    assert spoken(lead + talk)[0][0] == "Ivo Marek"
    named = "PRESIDENT: Sit down.\n\nPRESIDENT MAREK: I will stand.\n\nPRESIDENT: As you like.\n\nPRESIDENT MAREK: Why?"
    assert [name for name, _ in spoken(named)] == ["PRESIDENT", "MAREK"] * 2


def test_each_witness_answers_after_being_called() -> None:
    more = TRIAL + "\nTHE COURT: Next.\n\nMS. VOSS: The town calls Mia Falk.\n\nQ. Did you see it?\n\nA. I heard it.\n"
    said = {words: name for name, words in spoken(more)}
    assert (said["Nobody."], said["I heard it."]) == ("Petra Lund", "Mia Falk")


def test_an_answer_is_nobody_s_where_several_are_named() -> None:
    lead = "Ada Orlen and Ivo Marek wrote to Petra Lund in May, and Mia Falk read the letters to the council.\n\n"
    said = spoken(lead + "Q: Where do I park?\n\nA: On the quay.\n\nQ: Do I pay?\n\nA: You do not.")
    assert {name for name, words in said if words in {"On the quay.", "You do not."}} == {"A"}


def test_who_was_president_is_not_the_president() -> None:
    lead = "Former president Ada Orlen was in the hall of Sarn to watch.\n\n"
    talk = "THE PRESIDENT: Sit down, please.\n\nMR. LUND: I will.\n\nTHE PRESIDENT: Thank you."
    assert [name for name, _ in spoken(lead + talk)] == ["THE PRESIDENT", "LUND", "THE PRESIDENT"]


def test_what_stands_over_questions_is_nobody_s_and_an_answer_in_brackets_is_one() -> None:
    record = TRIAL.replace("BY MR. ORLEN:", "CROSS-EXAMINATION\n\nBY MR. ORLEN:") + "\nQ. Is that so?\n\nA. (Yes.)\n"
    words = [words for _, words in spoken(record)]
    assert "CROSS-EXAMINATION" not in words
    assert words[-1] == "(Yes.)"


def test_many_labels_take_time_in_proportion() -> None:
    def taken(count: int) -> float:
        text = "\n\n".join(["THE WITNESS: It is me.\n\nMR. MAREK: Is it?"] * count)
        began = time.perf_counter()
        read(text)
        return time.perf_counter() - began

    taken(10)
    assert taken(400) < 8 * taken(100)


def test_a_witness_is_called_by_the_record_and_not_by_a_remark() -> None:
    remark = TRIAL.replace("MR. ORLEN: Objection.", "MR. ORLEN: Our witness, Mia Falk, must leave at noon.")
    assert {words: name for name, words in spoken(remark)}["Nobody."] == "Petra Lund"
    lead = "This is the testimony of Petra Lund, who said that she was called at night.\n\n"
    said = spoken(lead + "Q. Who called you?\n\nA. It was late.\n\nQ. Did you ask?\n\nA. I did not.")
    assert {words: name for name, words in said}["It was late."] == "Petra Lund"


def test_the_president_of_a_bank_is_not_the_president() -> None:
    lead = "Ivo Marek, president of Bost Bank, was in the hall of Sarn to watch.\n\n"
    talk = "THE PRESIDENT: Sit down, please.\n\nMR. LUND: I will.\n\nTHE PRESIDENT: Thank you."
    assert [name for name, _ in spoken(lead + talk)] == ["THE PRESIDENT", "LUND", "THE PRESIDENT"]


DEPOSITION = """DEPOSITION OF {}

Q    Who had a key?

A    I had one.

Q    Who else?

A    The mayor.
"""


@pytest.mark.parametrize(("line", "answers"), [("PETRA LUND   22", "PETRA LUND"), ("THE PARTIES", "A"), ("LUND", "A")])
def test_the_line_above_a_deposition_names_the_witness_in_capitals(line: str, answers: str) -> None:
    said = {words: name for name, words in spoken(DEPOSITION.format(line))}
    assert (said["Who else?"], said["The mayor."]) == ("Q", answers)


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        ("DR MIA FALK (sworn)", "MIA FALK"),
        ("MIA FALK, called by the town, having been duly affirmed, testified as follows", "MIA FALK"),
        ("MS MIA FALK (recalled)", "MIA FALK"),
        ("JOHN B. FALK, THE TOWN'S WITNESS, SWORN", "JOHN B. FALK"),
        ("THE JURY (sworn)", "A"),
    ],
)
def test_whoever_takes_an_oath_by_a_line_in_capitals_answers(line: str, answers: str) -> None:
    record = f"""MR ORLEN: The next witness, please.

{line}

Questions by MR IVO ORLEN

MR ORLEN: Were you there?

A. I was.

Q. Since when?

A. Since noon.
"""
    orlen = ["ORLEN"] * 2
    said = [(name.removeprefix("IVO "), words) for name, words in spoken(record)]
    assert [name for name, _ in said] == [*orlen, answers, "ORLEN", answers]


def test_another_oath_is_of_another_witness() -> None:
    record = "MR VOSS: Call them.\n\n" + "".join(
        f"{name} (affirmed)\n\nMR VOSS: Were you there?\n\nA. I was by the {thing}.\n\n"
        f"Q. Alone?\n\nA. With the {thing}.\n\n"
        for name, thing in (("MS PETRA LUND", "boat"), ("MR TOM FALK", "shed"))
    )
    said = {words: name for name, words in spoken(record)}
    assert said["I was by the boat."] == said["With the boat."] == "PETRA LUND"
    assert said["I was by the shed."] == said["With the shed."] == "TOM FALK"


MIDDLE = """Q. Where were you?

A. At home.

MS. FALK: Do you know this page?

A. It is mine.

MR. MAREK: {}

THE WITNESS: Yes.
"""


def test_a_record_that_begins_in_the_middle_tells_below_who_asks() -> None:
    assert spoken(MIDDLE.format("I object."))[0] == ("FALK", "Where were you?")
    two = MIDDLE.format("May I ask one?").replace("THE WITNESS: Yes.", "MR. MAREK: Is it your hand?\n\nA. It is.")
    assert spoken(two)[0] == ("Q", "Where were you?")


def test_whoever_speaks_right_above_the_first_question_asks_it_unless_a_judge_does() -> None:
    record = """PRESIDING JUDGE ORLEN: Can you hear me?

THE WITNESS: Yes.

{}: Thank you, your Honour.

Q. Where were you?

A. At home.

MR FALK: I object.

Q. Alone?

A. I was.
"""
    said = {words: name for name, words in spoken(record.format("MS VOSS"))}
    assert said["Where were you?"] == said["Alone?"] == "VOSS"
    said = {words: name for name, words in spoken(record.format("PRESIDING JUDGE ORLEN"))}
    assert said["Where were you?"] == said["Alone?"] == "Q"


def test_a_label_tells_a_fuller_name_than_whoever_speaks_to_its_bearer() -> None:
    talk = "DANA VOSS: Who is there?\n\nIVO MAREK: I am, Dana.\n\nDANA VOSS: Alone?\n\nIVO MAREK: Dana, I am not."
    assert {name for name, _ in spoken(talk)} == {"DANA VOSS", "IVO MAREK"}
    title = "Orlen on the Quay: A Year\n\nMr. Orlen said that it rained. He said that it was cold."
    assert {name for name, _ in spoken(title)} <= {"Orlen", ""}


def test_headings_of_a_call_and_times_are_nobody_s() -> None:
    call = """Operator

Good morning, and welcome to our call.

Ada Orlen -- Chief Executive Officer

Thank you. We lost a ship, and I am sorry.

{}

Operator

Our first question comes from Tom Falk.

Tom Falk -- Bost Bank -- Analyst

How much did you lose?

Ada Orlen -- Chief Executive Officer

More than we had hoped.
"""
    for line in ("Questions & Answers:", "Q&A Session", "12:05", "00:01.200 --> 00:05.000"):
        said = [(name, words) for name, words in spoken(call.format(line))]
        assert line not in {words for _, words in said}
        assert [name for name, _ in said] == ["Operator", "Ada Orlen", "Operator", "Tom Falk", "Ada Orlen"]
