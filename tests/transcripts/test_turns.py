"""The turns of a page: which labels open them, and how far each goes."""

from itertools import chain

import pytest

from onrecord.transcripts import find_turns

TALK = ("ANNA HOLT: Why is the quay shut?", "MAREK: It is rotten.", "The beams are black.", "ANNA HOLT: Who says so?")
STORY = ("The quay of Sarn is shut.", "It was built in 1911.", "Boats lie in the outer harbour now.", "Nobody pays.")


def turns(*paragraphs: str) -> list[tuple[str, int, int]]:
    return [(turn.label.name, turn.first, turn.last) for turn in find_turns(paragraphs)]


def test_a_turn_goes_on_to_the_next_label() -> None:
    assert turns(*TALK) == [("ANNA HOLT", 0, 0), ("MAREK", 1, 2), ("ANNA HOLT", 3, 3)]


def test_the_last_turn_goes_on_to_the_end_of_the_transcript() -> None:
    behind = ("MAREK: I do.", "I have seen them.", "END 4:14 P.M.", "The quay was built in 1911.")
    assert turns(*TALK, *behind)[-1] == ("MAREK", 4, 5)


def test_a_transcript_may_have_an_introduction() -> None:
    assert turns(*STORY[:2], *TALK) == [("ANNA HOLT", 2, 2), ("MAREK", 3, 4), ("ANNA HOLT", 5, 5)]


def test_in_a_story_an_exchange_is_its_own_paragraphs() -> None:
    assert turns(*STORY, "HOLT: Who says so?", "MAREK: I do.", *STORY) == [("HOLT", 4, 4), ("MAREK", 5, 5)]


def test_a_label_on_a_line_of_its_own_opens_the_next_paragraph() -> None:
    assert turns("Anna Holt 00:12", "Who shut it?", "Ivo Marek 00:15", "I did.", "I had to.") == [
        ("Anna Holt", 0, 1),
        ("Ivo Marek", 2, 4),
    ]


def test_a_chair_who_speaks_once_is_no_part_of_the_turn_before() -> None:
    debate = ("Hon. Ana Gill (Ostrel): Mr. Speaker, you heard it.", "Mr. Tom Brite (Sarn): That is false.")
    assert turns(*debate, "The Speaker: Order.", "Mr. Tom Brite: I am done.")[2] == ("The Speaker", 2, 2)
    shouted = (
        "Mr BRITE—I never did.",
        "An honourable member—Shame!",
        "Ms GILL (Ostrel)-You did.",
        "Mr BRITE-I did not.",
    )
    assert [name for name, _, _ in turns(*shouted)] == ["Mr BRITE", "An honourable member", "Ms GILL", "Mr BRITE"]


NARRATED = ("Workers had found cracks in the wall.", "Boats lie elsewhere now.", "It opens in May.", "It is old.")


@pytest.mark.parametrize(
    "exchange",
    [
        ("Ms. Gill: You lied to us.", "Mr. Brite: I never did."),
        ("Q: Is it shut?", "A: It is.", "Q: Who shut it?", "A: I did."),
        ("Gill: Is it shut?", "Brite: I shut it.", "Gill: Who asked you?"),
    ],
)
def test_narration_below_an_exchange_is_nobody_s(exchange: tuple[str, ...]) -> None:
    found = find_turns([*STORY[:1], *exchange, *NARRATED, "“It opens on Friday,” said Ana Gill."])
    assert [turn.last - turn.first for turn in found] == [0] * len(exchange)


def test_a_last_turn_goes_on_as_long_as_it_sounds_spoken() -> None:
    assert turns(*TALK, "MAREK: I do.", *NARRATED)[-1] == ("MAREK", 4, 4)
    assert turns(*TALK, "MAREK: I do.", *NARRATED[:1], "We all do.", "You know it.")[-1] == ("MAREK", 4, 7)
    assert turns(*TALK, "MAREK: I do.", "“No,” said Ana Gill, “we do not.”", "We all do.")[-1] == ("MAREK", 4, 4)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("20:15 Film: The Crane", "21:40 News: The day in Sarn", "22:00 Film: The Quay"),
        ("[12:30] Goal: Brite scores.", "[12:41] Foul: Gill falls.", "[12:50] Goal: Gill scores."),
        ("Queen Street: Closed", "King Road: One lane", *STORY),
        ("Sen. Ana Gill: The harbour master is 54.", "Gov. Tom Brite: The lawyer is 61.", *STORY),
        ("Sir Alan Marek, banker: For services to the harbour.", "Dame Ada Orlen, teacher: For services to schools."),
        ("Gen. Marek: War is over", *STORY, "Mayor Brite: Roof to be mended", *STORY),
        ("Ostrel: Marek 12, Voss 40", "Lahr: Brite 31", "Ostrel: Marek 70", "Lahr: Gill 88"),
        (
            "EEL: 800 g. Ask your shop.",
            "SAUCE: 2 dl cream.",
            "SAUCE: You need patience.",
            "METHOD: Fry it in your pan.",
        ),
        ("Fair: You will find 40 stalls.", "Run: Bring your shoes.", "Cinema: Our River.", "Fair: We like the fish."),
        (
            "11:30 Police: Bridge shut",
            "11:10 Council: No school",
            "10:50 Police: Lorry on its side",
            "10:20 Ferries: None",
        ),
        ("Who built it?", "A. Jon Callow, they say. You know him?", "B. Ana Gill", "A. I did.", "B. You did."),
        ("Tom Brite (Green)", "12,300 votes", "Ana Gill (Union)", "11,800 votes"),
        ("GOALKEEPERS: Ivo Marek.", "DEFENDERS: Mara Voss.", "FORWARDS: Runa Vald."),
        ("POWER LOST: Who is to blame?", "RAIN: Sarn is wet.", "FIRE: Ostrel burns.", "BOATS: All lost."),
        ("NOTE: The quay is shut.", *STORY),
        ("Ostrel: the quay is shut.", "Ostrel: the bridge is open.", *STORY),
        ("Q", *STORY),
        ("Quays are shut.", "A harbour in trouble."),
        (),
    ],
)
def test_lists_and_boxes_are_no_turns(paragraphs: tuple[str, ...]) -> None:
    assert turns(*paragraphs) == []


def test_answers_alone_may_be_labelled() -> None:
    asked = ("Who shut the quay?", "Marek: I did.", "And why?", "Marek: It is rotten.")
    assert turns(*asked) == [("Marek", 1, 1), ("Marek", 3, 3)]


def test_two_with_titles_talk_though_each_speaks_once() -> None:
    debate = (
        "Mr BRITE (Ostrel—Minister for Ports) (3.18 pm)—It must close.",
        "It is rotten.",
        "Ms GILL—That is false.",
    )
    assert turns(*debate) == [("Mr BRITE", 0, 1), ("Ms GILL", 2, 2)]


def test_what_comes_again_in_a_turn_is_no_label_where_labels_are_in_capitals() -> None:
    talk = (
        *TALK,
        "MAREK: I will tell you.",
        "Second: it is old.",
        "ANNA HOLT: Go on.",
        "MAREK: No.",
        "Second: it leaks.",
    )
    assert {name for name, _, _ in turns(*talk)} == {"ANNA HOLT", "MAREK"}


def test_one_question_among_labels_is_a_turn() -> None:
    talk = ("MS. HOLT: Good morning.", "Q  Who shut the quay?", "MS. HOLT: The mayor.", "MS. VOSS: And I.")
    assert [name for name, _, _ in turns(*talk)] == ["MS. HOLT", "Q", "MS. HOLT", "MS. VOSS"]


def test_who_speaks_once_among_names_that_speak_again_ends_the_turn_before() -> None:
    talk = ("Ana Gill: Did you jump?", "Tom Brite: I did.", "Ana Gill: I was nine.", "Tom Brite: And I ten.")
    last = "Jon Callow: Thank you both, we are back on Friday."
    assert turns(*talk, last)[-2:] == [("Tom Brite", 3, 3), ("Jon Callow", 4, 4)]


def test_narration_between_the_lines_of_a_story_is_nobody_s() -> None:
    story = [*STORY, "Gill: You lied.", "The hall went quiet.", "Polls show Gill ahead.", "Brite: I never did."]
    story += ["The next topic was the quay.", "Gill: You shut it.", "Brite: We had to.", "The hall cheered.", *NARRATED]
    assert {turn.last - turn.first for turn in find_turns(story)} == {0}


def test_a_log_of_what_happens_is_no_talk() -> None:
    log = ("10:20 Anna Holt: I am on the quay.", "10:45 Police close the bridge.", "11:02 Tom Brite: We cannot cross.")
    assert turns(*log, "11:30 Power fails.", "11:40 Anna Holt: I see trees on the road.") == []


def test_a_name_in_a_turn_is_not_the_speaker_s_own() -> None:
    notes = ("We thank Ivo Marek for his time.", "Marek was born in Sarn in 1950.")
    assert turns(*TALK, "MAREK: I do.", *notes)[-1] == ("MAREK", 4, 4)


def test_points_of_an_answer_are_no_speakers_where_labels_are_in_capitals() -> None:
    talk = (
        *TALK,
        "MAREK: I have two points for you.",
        "North Quay: We will build it.",
        "Night Boats: You will have them.",
    )
    assert {name for name, _, _ in turns(*talk, "ANNA HOLT: Thank you.")} == {"ANNA HOLT", "MAREK"}


def test_no_paragraph_is_in_two_turns() -> None:
    found = find_turns([*STORY[:1], *TALK, *TALK, *STORY[:1]])
    paragraphs = list(chain.from_iterable(range(turn.first, turn.last + 1) for turn in found))
    assert paragraphs == list(range(1, 9))


def test_where_only_the_first_turns_of_an_interview_have_labels_the_last_of_those_ends_at_the_next_question() -> None:
    labelled = ["The Bugle sat down with Ana Gill.", *("Bugle: Did you shut it?", "Ana Gill: I did.") * 2]
    unlabelled = ["Do you miss it?", "I do.", "What will you do?", "I will sleep.", "Can you?", "I can."]
    found = find_turns([*labelled, *unlabelled])
    assert [(turn.label.name, turn.first, turn.last) for turn in found][-2:] == [("Bugle", 3, 3), ("Ana Gill", 4, 4)]


DEBATE = [
    "Anna Holt: The bridge was built in 1911 for carts.", "A new one costs forty million.",
    "Tom Brite: Nobody disputes the age of the bridge.", "The cathedral is older.",
    "Anna Holt: Nine members were found to be rotten.", "The town has one crossing.",
]  # fmt: skip


def test_persons_who_take_turns_by_their_full_names_debate_whatever_it_sounds_like() -> None:
    found = find_turns(["Should the bridge be pulled down?", *DEBATE])
    assert [(turn.label.name, turn.first, turn.last) for turn in found] == [
        ("Anna Holt", 1, 2),
        ("Tom Brite", 3, 4),
        ("Anna Holt", 5, 6),
    ]


@pytest.mark.parametrize("behind", ["The editor thanks Tom Brite for his time.", "The vote is in May."])
def test_the_last_turn_of_a_debate_is_no_longer_than_others_and_names_nobody_who_speaks(behind: str) -> None:
    assert find_turns([*DEBATE, behind])[-1].last == len(DEBATE) - 1
    assert find_turns([*DEBATE[:-1], "Anna Holt is an engineer."])[-1].last == len(DEBATE) - 2


@pytest.mark.parametrize(
    "paragraphs",
    [
        DEBATE[:4],
        [*DEBATE[:2], *DEBATE[4:], *DEBATE[2:4]],
        [paragraph.replace("Anna Holt", "Ostrel Council") for paragraph in DEBATE],
        [paragraph.replace("Anna Holt", "Anna") for paragraph in DEBATE],
        ["Anna Holt: 6.3 and 7.1.", "Tom Brite: 6.2 and 7.0.", "Anna Holt: 6.4 and 7.3."],
    ],
)
def test_lists_of_persons_and_what_others_are_called_are_no_debates(paragraphs: list[str]) -> None:
    assert find_turns(["The bridge is old.", *paragraphs]) == []


def test_what_does_not_sound_spoken_before_narration_about_the_last_speaker_is_narration() -> None:
    talk = [f"{name} Gill: You know it." for name in ("Ana", "Tom") * 4] + ["It is so.", "You know that too."]
    said = find_turns([*talk[:3], *talk[-2:], *talk[3:]])
    assert said[2].last == 4
    told = find_turns([*talk[:3], *talk[-2:], *talk[3:8], "That was that.", "The story was Gill’s own."])
    assert told[-1].last == told[-1].first


def test_a_list_of_persons_with_their_offices_is_no_talk() -> None:
    listed = ["Ana Gill — Harbour Master", "{} the port. Do you know her?", "Tom Brite — Fire Chief", "I know you."]
    assert [turn.first for turn in find_turns([*listed[:1], listed[1].format("I run"), *listed[2:]] * 2)] == [
        0,
        2,
        4,
        6,
    ]
    assert find_turns([*listed[:1], listed[1].format("Gill runs"), *listed[2:]] * 2) == []
