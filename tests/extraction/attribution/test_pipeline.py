import pytest

from onrecord.records import Statement
from tests.extraction.conftest import Said, Statements, said


def shape(statement: Statement) -> tuple[str | None, str | None, list[str]]:
    """Source, cue and contents as printed, quote marks and commas at the edges off."""
    contents = [span.text.strip("“”\"'‘’,. ").removeprefix("that ") for span in statement.content]
    source = statement.source.text if statement.source else None
    return source, statement.cue.text if statement.cue else None, contents


SAYINGS = {
    "direct, cue after": (
        "“The quay is safe,” Mara Voss said on Monday.",
        ("Mara Voss", "said", ["The quay is safe"]),
    ),
    "direct, inverted": (
        '"The quay is safe," said Mara Voss, the harbour minister.',
        ("Mara Voss, the harbour minister", "said", ["The quay is safe"]),
    ),
    "direct, cue before": (
        "Mara Voss told the council: “The quay is safe.”",
        ("Mara Voss", "told", ["The quay is safe"]),
    ),
    "interrupted by its cue": (
        "“The quay,” Mara Voss said, “is as safe as it ever was.”",
        ("Mara Voss", "said", ["The quay", "is as safe as it ever was"]),
    ),
    "going on after its cue": (
        "“The quay is safe,” Mara Voss said. “It always was, and it always will be.”",
        ("Mara Voss", "said", ["The quay is safe", "It always was, and it always will be"]),
    ),
    "left open before its cue": (
        '"The quay is safe from end to end, Minister Mara Voss said on Monday.',
        ("Minister Mara Voss", "said", ["The quay is safe from end to end"]),
    ),
    "signed": (
        "“The quay is safe, and I would let my children play on it.” — Mara Voss",
        ("Mara Voss", "—", ["The quay is safe, and I would let my children play on it"]),
    ),
    "indirect": (
        "The harbour minister said that the quay would reopen in May.",
        ("The harbour minister", "said", ["the quay would reopen in May"]),
    ),
    "parenthetical": (
        "The quay would reopen in May, the minister said.",
        ("the minister", "said", ["The quay would reopen in May"]),
    ),
    "according to": (
        "The quay will reopen in May, according to the harbour office.",
        ("the harbour office", "according to", ["The quay will reopen in May"]),
    ),
    "mixed": (
        "Mara Voss said the quay was “as safe as a church”.",
        ("Mara Voss", "said", ["the quay was “as safe as a church"]),
    ),
    "denial": (
        "Mara Voss denied that the quay had been closed.",
        ("Mara Voss", "denied", ["the quay had been closed"]),
    ),
}


@pytest.mark.parametrize("what", SAYINGS)
def test_sayings(statements: Statements, what: str) -> None:
    text, expected = SAYINGS[what]
    assert [shape(statement) for statement in statements(text)] == [expected]


# What the network would find of it stands beside.
NOT_SAID: dict[str, tuple[str, list[Said]]] = {
    "label": ("The so-called “green quay” has neither trees nor grass.", [said(None, None, "green quay")]),
    "title": ("The choir sang “The Quay at Dawn” and went home.", [said(None, None, "The Quay at Dawn")]),
    "sign": ("Beside the “closed” gate stood two soldiers.", [said(None, None, "closed")]),
    "negated": (
        "The minister has not said when the quay will reopen.",
        [said("The minister", "has not said", "when the quay will reopen")],
    ),
    "declined": (
        "The minister declined to say when the quay would reopen.",
        [said("The minister", "declined", "to say when the quay would reopen")],
    ),
    "instrument": (
        "The thermometer at the gate said 41 degrees.",
        [said("The thermometer at the gate", "said", "41 degrees")],
    ),
    "thing": (
        "The minister proposed a “reset” with the islands.",
        [said("The minister", "proposed", "a “reset” with the islands")],
    ),
    "so-called": ("The so-called “wheat road” was closed in winter.", [said(None, None, "wheat road")]),
    "refused": (
        "The minister refused to comment on the quay.",
        [said("The minister", "refused", "to comment on the quay")],
    ),
    "neither of two": (
        "Neither minister would say how many berths were left.",
        [said("Neither minister", "would say", "how many berths were left")],
    ),
    "neither did": (
        "Mara Voss would neither confirm nor deny that a berth was sold.",
        [said("Mara Voss", "would neither confirm nor deny", "that a berth was sold")],
    ),
}


@pytest.mark.parametrize("what", NOT_SAID)
def test_what_is_no_statement(statements: Statements, what: str) -> None:
    text, found = NOT_SAID[what]
    assert statements(text, found=found) == ()
    assert statements(text) == ()


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Governor Mara Voss said the harbour levy would be scrapped by July.", "announce"),
        ("Governor Mara Voss said the harbour levy must be scrapped.", "demand"),
        ("Governor Mara Voss said the town would ban sugar if the harbour stayed shut.", "threaten"),
        ("Governor Mara Voss warned that the town would ban sugar if the harbour stayed shut.", "threaten"),
        ("Governor Mara Voss said the harbour master must have left.", "assert"),
        ("Governor Mara Voss said the town would cut the levy if the harbour opened.", "assert"),
        ('"We reject the levy," Governor Mara Voss said.', "reject"),
        ("Governor Mara Voss said the harbour levy had been scrapped in July.", "assert"),
    ],
)
def test_the_act_is_told_by_the_words_too(statements: Statements, text: str, act: str) -> None:
    assert [statement.act for statement in statements(text)] == [act]


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("described", "the tax cut as reckless", "criticise"),
        ("described", "the tax cut as a brave and honest plan", "praise"),
        ("described", "the tax cut as a plan for the spring", "assert"),
        ("told", "the divers to come back after sunset", "demand"),
        ("denounced", "the levy as a gift", "criticise"),
    ],
)
def test_the_act_is_told_by_what_the_network_finds(statements: Statements, cue: str, content: str, act: str) -> None:
    found = [said("Governor Mara Voss", cue, content)]
    assert [one.act for one in statements(f"Governor Mara Voss {cue} {content}.", found=found)] == [act]


@pytest.mark.parametrize(
    ("cue", "behind", "modality", "polarity"),
    [
        ("told", "parliament on Monday that the quay is safe", "said", "positive"),
        ("will tell", "parliament on Monday that the quay is safe", "expected", "positive"),
        ("denied", "on Monday that the quay was unsafe", "said", "negative"),
    ],
)
def test_what_is_yet_to_be_said_is_told_from_what_was(
    statements: Statements, cue: str, behind: str, modality: str, polarity: str
) -> None:
    content = behind[behind.index("that") :]
    [found] = statements(f"The minister {cue} {behind}.", found=[said("The minister", cue, content)])
    assert (found.modality, found.polarity) == (modality, polarity)


def test_a_participle_is_said_by_the_subject_of_its_sentence(statements: Statements) -> None:
    found = statements("The minister closed the quay on Monday, saying that it was no longer safe.")
    assert shape(found[-1]) == ("The minister", "saying", ["it was no longer safe"])


def test_a_free_standing_quotation_goes_on_from_the_statement_before(statements: Statements) -> None:
    found = statements(
        "Mara Voss said the quay was closed on Monday after a crane fell into the basin.",
        "“We will open it in May. Nobody will lose a berth.”",
        "The harbour board meets on Friday.",
    )
    assert [shape(s)[:2] for s in found] == [("Mara Voss", "said")] * 2
    assert found[1].kind == "direct"


def test_a_quotation_left_open_goes_on_in_the_paragraph_that_reopens_it(statements: Statements) -> None:
    [found] = statements(
        "“The quay is closed,” Mara Voss said. “It will stay closed.", "“We will open it when it is safe.”"
    )
    assert [span.text for span in found.content] == [
        "“The quay is closed,”",
        "“It will stay closed.",
        "“We will open it when it is safe.”",
    ]


def test_a_quotation_left_open_may_have_its_cue_in_its_last_paragraph(statements: Statements) -> None:
    found = statements(
        "Diver Jon Rask showed reporters his boat on Monday.",
        "“We sold our nets in July. Nobody at the ministry picked up the telephone.",
        "“My father built that boat. I will not be the one to sink it,” he said.",
        found=[
            said(None, None, "We sold our nets in July. Nobody at the ministry picked up the telephone."),
            said("he", "said", "My father built that boat. I will not be the one to sink it,"),
        ],
    )
    assert [shape(s)[2] for s in found] == [
        [
            "We sold our nets in July. Nobody at the ministry picked up the telephone",
            "My father built that boat. I will not be the one to sink it",
        ]
    ]


def test_a_dateline_is_nobody_s_words(statements: Statements) -> None:
    content = "TALVIK, Norra, Aug 15 - Divers have pulled nine anchors from the mud"
    [found] = statements(
        f"{content}, harbour master Jon Rask said.", found=[said("harbour master Jon Rask", "said", content)]
    )
    assert shape(found) == ("harbour master Jon Rask", "said", ["Divers have pulled nine anchors from the mud"])


def test_what_is_expected_may_be_told_by_somebody(statements: Statements) -> None:
    found = statements(
        "Norra's fisheries minister, Mara Voss, is expected to announce on Tuesday that quotas will fall by a fifth,"
        " two people briefed on the plan told the Harbour Post."
    )
    [told] = [s for s in found if s.cue and s.cue.text == "told"]
    assert told.content[0].text.startswith("Norra's fisheries minister")
    assert told.content[0].text.endswith("fall by a fifth")


def test_titles_are_read(statements: Statements) -> None:
    found = statements("The quay has been closed since Monday.", title="Minister says quay is safe")
    assert [shape(s) for s in found] == [("Minister", "says", ["quay is safe"])]


def test_turns_of_a_transcript(statements: Statements) -> None:
    found = statements(
        "CLERK: Did you sign the order?",
        "MAYOR VOSS: I signed what lay in front of me.",
        found=[
            said(None, None, "Did you sign the order"),
            said("MAYOR VOSS", ":", "I signed what lay in front of me"),
        ],
    )
    assert [shape(s) for s in found] == [
        ("CLERK", ":", ["Did you sign the order?"]),
        ("MAYOR VOSS", ":", ["I signed what lay in front of me"]),
    ]
    assert {s.kind for s in found} == {"direct"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The quay is safe,” Mara Voss said.", "direct"),
        ("Mara Voss said the quay was safe.", "indirect"),
        ("Mara Voss said the quay was “safe enough”.", "mixed"),
        ("“The quay has been safe since October, minister Mara Voss said on Monday.", "direct"),
    ],
)
def test_kinds(statements: Statements, text: str, kind: str) -> None:
    assert [statement.kind for statement in statements(text)] == [kind]


def test_reading_a_page_twice_gives_the_same_ids(statements: Statements) -> None:
    text = "“The quay is safe,” Mara Voss said. She denied that it had been closed."
    assert [s.id for s in statements(text)] == [s.id for s in statements(text)]


def test_labels_may_stand_in_the_quote_marks(statements: Statements) -> None:
    found = statements(
        '"CLERK: Did you sign the order?"',
        '"MAYOR VOSS: I signed what lay in front of me."',
        found=[
            said(None, None, "CLERK: Did you sign the order?"),
            said(None, None, "I signed what lay in front of me"),
        ],
    )
    assert [s.source.text for s in found if s.source] == ["CLERK", "MAYOR VOSS"]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Mara Voss said the quay was safe.", "speech"),
        ("Mara Voss wrote that the quay was safe.", "writing"),
        ("Mara Voss posted on her page that the quay was safe.", "writing"),
        ("Mara Voss believes that the quay is safe.", "thought"),
    ],
)
def test_the_medium_is_told_by_the_cue(statements: Statements, text: str, medium: str) -> None:
    assert [statement.medium for statement in statements(text)] == [medium]


def test_the_medium_is_told_by_a_cue_that_is_no_verb(statements: Statements) -> None:
    [found] = statements(
        "Mara Voss is confident that the quay is safe.",
        found=[said("Mara Voss", "is confident", "that the quay is safe")],
    )
    assert found.medium == "thought"


NESTED = [
    "“The quay is safe,” Mara Voss told her staff, according to three people who were in the room.",
    "Mara Voss said that Ivo Marek had told her that the quay was closed.",
    "“I asked the guard, and he told me, ‘Nobody crossed the quay,’ and I believed him,” said Mara Voss.",
    "The harbour office said on Monday that Ivo Marek had denied that the quay was closed.",
]


@pytest.mark.parametrize("text", NESTED)
def test_statements_within_statements(statements: Statements, text: str) -> None:
    outer, inner = statements(text)
    assert outer.nested_in is None
    assert inner.nested_in == outer.id
    assert "quay" in inner.content[-1].text
