"""The example pages, read as a person reads them."""

import datetime
from pathlib import Path

import pytest

import onrecord
from onrecord import Article

pytestmark = pytest.mark.model

# (page, title, published, paragraphs, captions, headings)
PAGES: list[tuple[str, str | None, str | None, int, int, list[str]]] = [
    ("two-stories.txt", "Velmora Says Kestria Seized Grain Ship in Sarn Strait", "2025-03-05", 9, 1, ["FAMILIES WAIT"]),
    ("two-stories.txt", "Kestria Calls Velmora's Account of Ship Raid 'Fiction'", "2025-03-07", 7, 1, []),
    ("harbour-levy.html", "Dockers threaten strike over harbour levy", "2025-03-10", 7, 1, ["A question of money"]),
    ("school-bus.html", "Village keeps its school bus, for now", None, 5, 0, []),
    ("live-blog.txt", "Storm Agda: latest updates from the coast", "2025-03-20", 6, 0, []),
    ("interview.txt", '"I never wanted the lighthouse to be a museum"', "2025-03-16", 7, 0, []),
    ("no-date.txt", "Orchard owners and beekeepers fall out over spraying", None, 6, 0, []),
    ("wire.txt", "Sailors of grain ship freed after nine days", "2025-03-13", 6, 0, []),
    ("mixed-quotes.txt", "Opera house chief quits over 'the chandelier affair'", "2025-03-21", 6, 0, []),
    ("stories.jsonl", "Coast guard says inspection of Velmoran ship was routine", "2025-03-05", 3, 0, []),
    ("stories.jsonl", "Ferry fares to rise by a tenth", "2025-03-08", 3, 0, []),
    ("stories.jsonl", "Kolberg stands by harbour levy", "2025-03-14", 3, 0, []),
    ("fishermen.txt.gz", "Fishermen return to the strait with doubts", "2025-03-18", 4, 1, []),
]

# (page, words said, speaker)
SAID = [
    ("two-stories.txt", "We want them home, and we want them home this week", "Halla Brenning"),
    ("two-stories.txt", "I do not sleep", "Petra Holm"),
    ("two-stories.txt", "two of the sailors had been released because of illness", "Radek Solm"),
    ("two-stories.txt", "We will show the crates to any journalist who cares to come", "Teodor Vash"),
    ("two-stories.txt", "There were no rifles on that ship", "Halla Brenning"),
    ("harbour-levy.html", "If she wants the levy, she can unload the ships herself", "Greta Olander"),
    ("harbour-levy.html", "that the union had been offered a seat on the board", "Greta Olander"),
    ("live-blog.txt", "Stay away from the water", "Anneli Brand"),
    ("interview.txt", "I told him that satellites do not fry fish", "Edda Marr"),
    ("no-date.txt", "Mine live where the apples are", "Ruben Achterberg"),
    ("no-date.txt", "her own bees were “fat and cheerful”", "Nora Vance"),
    ("mixed-quotes.txt", "And the worst at arithmetic", "Leo Marchetti"),
    ("wire.txt", "they have come home", "Halla Brenning"),
    ("wire.txt", "it needs repairs to its rudder", "Radek Solm"),
    ("fishermen.txt.gz", "She came to the bridge when there were cameras", "Liv Nol"),
    ("stories.jsonl", "It takes as long as it takes", "Radek Solm"),
]

NOT_SAID = [
    ("two-stories.txt", "wheat corridor"),
    ("two-stories.txt", "whether the navy had been sent"),
    ("harbour-levy.html", "The minister will speak in parliament"),
]


@pytest.fixture(scope="module")
def articles(examples: Path) -> dict[str, list[Article]]:
    return {path.name: onrecord.read(path) for path in sorted(examples.iterdir())}


def test_articles_are_cut_as_a_person_would(articles: dict[str, list[Article]]) -> None:
    found = [
        (
            name,
            article.title and article.title.text,
            article.published.day and article.published.day.isoformat(),
            len(article.paragraphs),
            len(article.captions),
            [heading.text for heading in article.headings],
        )
        for name in articles
        for article in articles[name]
    ]
    assert sorted(found, key=str) == sorted(PAGES, key=str)


def test_captions_have_their_credit_and_date(articles: dict[str, list[Article]]) -> None:
    one, two = articles["two-stories.txt"]
    assert [(c.credit and c.credit.text, c.date) for a in (one, two) for c in a.captions] == [
        ("(Meridian Wire/Ida Falk)", datetime.date(2025, 3, 4)),
        ("(Kestrian Coast Guard via Meridian Wire)", datetime.date(2025, 3, 6)),
    ]


@pytest.mark.parametrize(("name", "words", "speaker"), SAID)
def test_who_said_it(articles: dict[str, list[Article]], name: str, words: str, speaker: str) -> None:
    speakers = [
        [entity.name for entity in statement.speakers]
        for article in articles[name]
        for statement in article.statements
        if any(words in " ".join(span.text.split()) for span in statement.content)
    ]
    assert [speaker] in speakers


@pytest.mark.parametrize(("name", "words"), NOT_SAID)
def test_what_nobody_said(articles: dict[str, list[Article]], name: str, words: str) -> None:
    statements = [statement for article in articles[name] for statement in article.statements]
    assert not any(words in span.text for statement in statements for span in statement.content)


def test_text_in_hand_is_read_like_a_file(examples: Path, articles: dict[str, list[Article]]) -> None:
    text = (examples / "wire.txt").read_text(encoding="utf-8")
    [article] = onrecord.read(text)
    assert article.statements == articles["wire.txt"][0].statements


def test_every_span_is_what_the_page_says_there(articles: dict[str, list[Article]]) -> None:
    for article in (article for found in articles.values() for article in found):
        for statement in article.statements:
            for span in (*statement.content, statement.cue, statement.source):
                assert span is None or article.page.text[span.start : span.end] == span.text
        for entity in article.entities:
            assert entity.mentions
            assert all(article.page.text[m.start : m.end] == m.text for m in entity.mentions)
