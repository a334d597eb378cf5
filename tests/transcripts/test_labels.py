"""The labels of turns: each form with what it looks like and what looks like it, and what is read from a label."""

import pytest

from onrecord.transcripts.labels import FORMS, LabelForm, is_role, label_of


@pytest.mark.parametrize(("form", "text"), [(form, text) for form in FORMS for text in form.examples])
def test_a_form_has_its_examples(form: LabelForm, text: str) -> None:
    found = form.pattern.match(text)
    assert found is not None
    assert form.holds(found)
    assert label_of(text) is not None


@pytest.mark.parametrize(("form", "text"), [(form, text) for form in FORMS for text in form.counterexamples])
def test_no_label_opens_a_counterexample(form: LabelForm, text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("paragraph", "name", "cue", "said"),
    [
        ("MS. HOLT:  The quay is shut.", "MS. HOLT", ":", "The quay is shut."),
        ("Q    Who shut it?", "Q", None, "Who shut it?"),
        ("A. The mayor.", "A", ".", "The mayor."),
        ("Ana Gill, harbour master: No.", "Ana Gill", ":", "No."),
        ("The Minister for Ports (Mr. Alan Brite): No.", "Mr. Alan Brite", ":", "No."),
        ("Hon. Ana Gill (Minister of Ports, Lib.): No.", "Hon. Ana Gill", ":", "No."),
        ("Mr BRITE (Ostrel—Minister for Ports) (3.18 pm)—No.", "Mr BRITE", "—", "No."),
        ("[02:50:05] ANNA HOLT: No.", "ANNA HOLT", ":", "No."),
        ("Anna Holt: (00:12)", "Anna Holt", ":", ""),
        ("Speaker 1  00:12", "Speaker 1", None, ""),
        ("<anna> no", "anna", ">", "no"),
        ("GEN. ÁLVARO: No.", "GEN. ÁLVARO", ":", "No."),
    ],
)
def test_a_label_tells_who_speaks_and_where_that_begins(paragraph: str, name: str, cue: str | None, said: str) -> None:
    label = label_of(paragraph)
    assert label is not None
    assert (label.name, paragraph[slice(*label.speaker)]) == (name, name)
    assert (paragraph[slice(*label.cue)] if label.cue else None, paragraph[label.end :]) == (cue, said)


@pytest.mark.parametrize(
    ("paragraph", "marked", "sure"),
    [
        ("Marek: No.", False, False),
        ("MAREK: No.", True, False),
        ("Marek (laughs): No.", True, False),
        ("Dr Marek: No.", True, True),
        ("[12:03] Marek: No.", True, True),
        ("Q  Who?", True, False),
    ],
)
def test_its_form_shows_how_far_a_label_can_be_believed(paragraph: str, *, marked: bool, sure: bool) -> None:
    label = label_of(paragraph)
    assert label is not None
    assert (label.marked, label.sure) == (marked, sure)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Adam Orlen, the journalist who broke the story, tweets: the quay is shut",
        "PHOTOS: The quay in March",
        "Read more: The quay",
        "Of all this he knew: nothing",
        "He said: no",
        "",
    ],
)
def test_what_tells_of_nobody_who_speaks_is_no_label(paragraph: str) -> None:
    assert label_of(paragraph) is None


@pytest.mark.parametrize(("name", "role"), [("Q", True), ("THE COURT", True), ("Speaker 2", True), ("PRICE", False)])
def test_a_role_names_nobody(name: str, *, role: bool) -> None:
    assert is_role(name) is role
