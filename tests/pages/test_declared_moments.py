"""When a page declares its story to be published, and what it declares of other things on it."""

import datetime
import json

import lxml.html
import pytest

from onrecord import Moment
from onrecord.pages.declared_moments import declared_moment

TITLE = "Old bridge of Dalbruck is shut"
DAY = datetime.date(2025, 3, 12)


def moment(head: str = "", body: str = "", *objects: object) -> Moment | None:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in objects)
    page = f"<html><head>{head}{scripts}</head><body><h1>{TITLE}</h1>{body}</body></html>"
    return declared_moment(lxml.html.document_fromstring(page), "published")


def day(head: str = "", body: str = "", *objects: object) -> datetime.date | None:
    found = moment(head, body, *objects)
    return found.day if found else None


def article(day: str, headline: str = TITLE, kind: str = "NewsArticle") -> dict[str, object]:
    return {"@type": kind, "headline": headline, "datePublished": day}


@pytest.mark.parametrize(
    "written",
    ["2025-03-12T23:30:00-05:00", "2025-03-12T16:45+0100", "2025-03-12", "12 March 2025", "Wednesday, 12 March 2025"],
)
def test_the_day_is_the_local_one_however_it_is_written(written: str) -> None:
    assert day("", "", article(written)) == DAY


def test_a_moment_that_is_none_is_no_day() -> None:
    assert day("", "", article("2025-03-12T00:00:00+99:99")) is None


def test_the_article_with_the_page_s_title_comes_before_others() -> None:
    meta = '<meta property="article:published_time" content="2025-03-12T08:00:00Z">'
    other = article("2019-01-01", "Ferry fares rise")
    assert day("", "", [other, article("2025-03-12")]) == DAY
    assert day("", "", {"@graph": [article("2025-03-12"), other]}) == DAY
    assert day(meta, "", other) == DAY
    assert day("", "", article("2025-03-12", "Bridge shut")) == DAY
    assert day("", "", other, article("2018-01-01", "Quay shut")) is None


def test_what_pictures_comments_jobs_and_boxes_have_is_not_the_story_s() -> None:
    picture = {"@type": "ImageObject", "datePublished": "2025-03-10"}
    assert day("", "", article("2025-03-12") | {"image": [picture]}) == DAY
    assert day("", "", picture, article("2025-01-01", kind="JobPosting")) is None
    time = '<time itemprop="datePublished" datetime="{}"></time>'
    comment = f'<div itemtype="https://schema.org/Comment">{time.format("2025-04-01")}</div>'
    box = f"<aside>{time.format('2020-04-01')}</aside>"
    assert day("", comment + box + time.format("2025-03-12")) == DAY
    assert day('<meta name="DCSext.firstPublished" content="2019-02-05">') is None


@pytest.mark.parametrize("script", ["{", "[[[", "null", '"a"', "[" * 5000])
def test_broken_json_costs_itself_only(script: str) -> None:
    broken = f'<script type="application/ld+json">{script}</script>'
    assert day(broken, "", article("2025-03-12")) == DAY


@pytest.mark.parametrize(
    ("head", "declared", "told"),
    [
        ("", "2025-03-12T23:30:00-05:00", "2025-03-12T23:30:00-05:00"),
        ("", "2025-03-12T23:30:00Z", "2025-03-12T23:30:00+00:00"),
        ("", "2025-03-12T23:30:00", "2025-03-12"),
        ("", "Wed, 12 Mar 2025 16:07:38 +0200", "2025-03-12T16:07:38+02:00"),
        # Another of the same day has the time or its zone, and another tells the same instant in local time.
        ("2025-03-12T16:07:38+02:00", "2025-03-12", "2025-03-12T16:07:38+02:00"),
        ("2025-03-12T16:07:38+02:00", "2025-03-12T16:07:38", "2025-03-12T16:07:38+02:00"),
        ("2025-03-12T23:30:00-05:00", "2025-03-13T04:30:00Z", "2025-03-12T23:30:00-05:00"),
        # What tells another day or instant tells nothing.
        ("2025-03-13T16:07:38+02:00", "2025-03-12", "2025-03-12"),
        ("2025-03-12T16:07:39+02:00", "2025-03-12T14:07:38Z", "2025-03-12T14:07:38+00:00"),
    ],
)
def test_the_time_is_the_local_one_with_its_zone(head: str, declared: str, told: str) -> None:
    meta = f'<meta property="article:published_time" content="{head}">' if head else ""
    found = moment(meta, "", article(declared))
    assert found is not None
    assert found.isoformat() == told


TIME = '<time datetime="2025-03-12T16:07:38+02:00">{}</time>'
STORY = "<p>The town council of Dalbruck voted on Tuesday to close the old bridge for the summer, the mayor said.</p>"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="DC.date.issued" content="2025-03-12T16:07:38+02:00">', ""),
        ('<meta property="article:published" content="2025-03-12T16:07:38+02:00">', ""),
        ('<meta name="datePublished" content="2025-03-12T16:07:38+02:00">', ""),
        ("", '<span itemprop="datePublished" content="2025-03-12T16:07:38+02:00">12 March</span>'),
        ("", '<div itemprop="datePublished">2025-03-12T16:07:38+02:00</div>'),
        ("", f"<div>{TIME.format('2 days ago')}</div>{STORY}"),
        ("", '<abbr class="published" title="2025-03-12T16:07:38+02:00">12 March</abbr>'),
        ("", f"<p>Updated {TIME.replace('12T', '13T').format('13 March')}</p><p>{TIME.format('12 March')}</p>{STORY}"),
    ],
)
def test_what_is_less_common_is_read_too(head: str, body: str) -> None:
    found = moment(head, body)
    assert found is not None
    assert found.isoformat() == "2025-03-12T16:07:38+02:00"


@pytest.mark.parametrize(
    "body",
    [
        f'<a href="/ferry">Ferry fares rise {TIME.format("12 March")}</a>{STORY}',
        f"<aside>{TIME.format('12 March')}</aside>{STORY}",
        f"{STORY}<div>{TIME.format('12 March')}</div>",
        f'<div class="comments"><p>{TIME.format("12 March")}</p></div>',
        '<div class="comments"><span itemprop="datePublished">12 March 2025</span></div>',
        f"<p>Updated: {TIME.format('12 March')}</p>{STORY}",
    ],
)
def test_a_time_that_is_another_s_is_not_the_story_s(body: str) -> None:
    assert moment("", body) is None


@pytest.mark.parametrize("name", ["parsely-pub-date", "sailthru.date", "cXenseParse:publishtime", "DCSext.pubdate"])
def test_what_the_analytics_say_is_not_the_story_s(name: str) -> None:
    script = '<script>dataLayer = [{"datePublished": "2025-03-09T08:00:00Z"}]</script>'
    assert moment(f'<meta name="{name}" content="2025-03-10T08:00:00Z">{script}') is None


def test_times_beside_another_heading_than_the_title_are_not_the_story_s() -> None:
    teaser = f"<h2>Ferry fares are to rise</h2><p>{TIME.format('12 March')}</p>"
    page = f"<html><head></head><body>{teaser}<h1>{TITLE}</h1>{STORY}</body></html>"
    assert declared_moment(lxml.html.document_fromstring(page), "published") is None


def test_the_update_is_the_one_that_says_so() -> None:
    body = f"<p>{TIME.format('12 March')}</p><p>Updated: {TIME.replace('12T', '13T').format('13 March')}</p>{STORY}"
    page = f"<html><head></head><body><h1>{TITLE}</h1>{body}</body></html>"
    found = declared_moment(lxml.html.document_fromstring(page), "updated")
    assert found is not None
    assert found.isoformat() == "2025-03-13T16:07:38+02:00"
