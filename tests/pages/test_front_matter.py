"""Front matter: the YAML that opens a stored text, and what becomes of it."""

import datetime
import json

import pytest

from onrecord import Moment
from onrecord.pages import cut, from_text, parse
from onrecord.pages.front_matter import front_matter
from tests.pages.page_parts import LEAD, SECOND, texts

DAY = datetime.date(2025, 3, 4)
TITLE = "Quay\\_shut in\\\n  \\ Sarn"
FIELDS = f'date: "2025-03-04"\nauthor: Mara Voss\nsource_url: https://herald.example/quay\ntitle: "{TITLE}"\n'
TEXT = f"---\n{FIELDS}---\n\n{LEAD}\n\n{SECOND}\n"


def test_its_fields_are_metadata() -> None:
    found = from_text(TEXT).metadata
    assert (found.title, found.byline, found.published) == ("Quay shut in Sarn", "Mara Voss", Moment(DAY))
    assert (found.url, found.canonical) == (None, "https://herald.example/quay")


def test_its_title_is_the_title_where_it_stands() -> None:
    (article,) = cut(from_text(TEXT))
    assert article.title is not None
    assert article.title.text == "Quay shut in Sarn"
    assert article.title.span is not None
    assert article.title.span.text == TITLE


def test_its_other_lines_are_debris_and_nothing_is_lost() -> None:
    (article,) = cut(from_text(TEXT))
    assert texts(article, "paragraphs") == [LEAD, SECOND]
    assert 'date: "2025-03-04"' in texts(article, "debris")


def test_a_day_may_have_a_time() -> None:
    found = from_text(TEXT.replace("date:", "published_time: 2025-03-05 18:11:06-04:00\nupdated:")).metadata
    assert found.published is not None
    assert (found.published.isoformat(), found.updated) == ("2025-03-05T18:11:06-04:00", Moment(DAY))


def test_what_is_told_from_without_counts() -> None:
    line = json.dumps({"text": TEXT, "title": "The quay", "outlet": "Herald"})
    found = parse(line.encode(), "application/json").metadata
    assert (found.title, found.outlet, found.byline) == ("The quay", "Herald", "Mara Voss")


@pytest.mark.parametrize(
    "text",
    [
        f"---\n- a list\n---\n{LEAD}",
        f"---\ntitle: [\n---\n{LEAD}",
        f"---\ntitle: Quay shut\n{LEAD}",
        f"{LEAD}\n---\ntitle: Quay shut\n---\n",
        "---\n---\n",
        "---\n" + "a: b\n" * 100 + "---\n",
    ],
)
def test_what_is_no_mapping_at_the_beginning_is_no_front_matter(text: str) -> None:
    assert front_matter(text) is None


def test_what_it_names_is_neither_made_nor_followed() -> None:
    found = front_matter("---\ntitle: &a !!python/object/apply:os.system ['true']\nauthor: *a\n---\n")
    assert found is not None
    assert (found.title, found.metadata.byline) == (None, None)


@pytest.mark.parametrize("title", [">-\n  Quay shut\n  in Sarn", "&a Quay shut in Sarn", "!!str Quay shut in Sarn"])
def test_a_title_that_is_not_printed_as_meant_is_told_and_has_no_place(title: str) -> None:
    found = front_matter(f"---\ntitle: {title}\n---\n")
    assert found is not None
    assert (found.title, found.metadata.title) == (None, "Quay shut in Sarn")


def test_a_key_that_is_no_word_is_passed_over() -> None:
    found = front_matter("---\n? [a, b]\n: c\ntitle: Quay shut\n---\n")
    assert found is not None
    assert found.metadata.title == "Quay shut"
