import datetime

import pytest

from onrecord import Published
from onrecord.pages import cut, from_text
from tests.pages.page_parts import CAPTION, LEAD, SECOND, articles


@pytest.mark.parametrize(
    ("blocks", "day", "basis"),
    [
        (["A Bridge Is Closed", "Published: 4 March 2025, 10.20 GMT", LEAD], "2025-03-04", "dateline"),
        (["A Bridge Is Closed", "The Herald, Tuesday, March 4, 2025", LEAD], "2025-03-04", "dateline"),
        (["DALBRUCK, March 4, 2025 (Meridian Wire) - " + LEAD], "2025-03-04", "dateline"),
        (["DALBRUCK, March 4 (Meridian Wire) - " + LEAD, CAPTION], "2025-03-04", "dateline"),
        (["A Bridge Is Closed", CAPTION, LEAD], "2025-03-04", "inferred"),
        (["A Bridge Is Closed", CAPTION, SECOND], "2025-03-03", "inferred"),
        (["A Bridge Is Closed", LEAD, "The bridge was opened on May 4, 1911."], None, "unknown"),
        (["A Bridge Is Closed", LEAD], None, "unknown"),
        (["A Bridge Is Closed", "2025-03-04T10:20:00Z", LEAD], "2025-03-04", "dateline"),
        (["A Bridge Is Closed", "Issued on: 13/03/2025 - 10:20", LEAD], "2025-03-13", "dateline"),
        (["A Bridge Is Closed", "Issued on: 03/04/2025 - 10:20", LEAD], None, "unknown"),
        (["A Bridge Is Closed", "Updated 5 March 2025", "Published 4 March 2025", LEAD], "2025-03-04", "dateline"),
        (["A Bridge Is Closed", "Updated 10:45 p.m. March 4, 2025", LEAD], "2025-03-04", "dateline"),
        (["A Bridge Is Closed", LEAD, SECOND, LEAD, SECOND, "Monday, May 4, 2020"], None, "unknown"),
        (["A Bridge Is Closed", LEAD, SECOND, LEAD, SECOND, "Published: May 4, 2020"], "2020-05-04", "dateline"),
        (["A Bridge Is Closed", LEAD, "It was opened on Monday, June 5, 1911."], None, "unknown"),
        (["A Bridge Is Closed", CAPTION, LEAD, "The bridge was repaired in 2026, the town said."], None, "unknown"),
        (["A Bridge Is Closed", CAPTION, LEAD, "The bridge will be pulled down in 2031."], "2025-03-04", "inferred"),
        (["A Bridge Is Closed", "FILE - " + CAPTION, LEAD], None, "unknown"),
        (["A Bridge Is Closed", CAPTION, "The town voted on Sunday to close the bridge."], "2025-03-03", "inferred"),
        (["DALBRUCK – March 4, 2025 – " + LEAD], "2025-03-04", "dateline"),
    ],
)
def test_the_publication_date_and_its_basis(blocks: list[str], day: str | None, basis: str) -> None:
    [article] = articles(*blocks)
    assert (article.published.day and article.published.day.isoformat(), article.published.basis) == (day, basis)


@pytest.mark.parametrize(
    ("address", "day", "basis"),
    [
        ("https://news.example/2025/03/13/bridge-closed", "2025-03-13", "inferred"),
        ("https://news.example/2025/03/04/bridge-closed", "2025-03-04", "inferred"),
        ("https://news.example/town/2025-03-13-bridge-closed", "2025-03-13", "inferred"),
        ("https://news.example/2025/mar/13/bridge-closed", "2025-03-13", "inferred"),
        ("https://news.example/2025/13/13/bridge-closed", None, "unknown"),
        ("https://news.example/2025/03/bridge-closed", None, "unknown"),
        ("https://news.example/story-20250313", None, "unknown"),
    ],
)
def test_the_day_in_an_address_that_opens_a_text(address: str, day: str | None, basis: str) -> None:
    [article] = articles(address, "A Bridge Is Closed", LEAD)
    assert (article.published.day and article.published.day.isoformat(), article.published.basis) == (day, basis)
    evidence = article.published.evidence
    assert (evidence is not None and evidence.text[:4] == "2025") == (day is not None)


def test_a_printed_day_comes_before_that_of_the_address() -> None:
    [article] = articles("https://news.example/2025/03/13/bridge", "A Bridge Is Closed", "4 March 2025", LEAD)
    assert article.published.day == datetime.date(2025, 3, 4)


def test_a_dateline_without_its_year_takes_it_from_the_stories_beside_it() -> None:
    one, two = articles(
        "COUNCIL CLOSES OLD BRIDGE", "DALBRUCK, March 3 (Meridian Wire) - " + LEAD, SECOND,
        "FERRY FARES ARE TO RISE", "OSTREL, March 4, 2025 (Meridian Wire) - " + SECOND,
    )  # fmt: skip
    assert [str(article.published.day) for article in (one, two)] == ["2025-03-03", "2025-03-04"]
    assert one.outlet is not None
    assert one.outlet.text == "Meridian Wire"


def test_a_weekday_of_another_week_does_not_move_the_date() -> None:
    lead = "The council, which met last Sunday, will meet again on Friday, and the bridge stays shut until then."
    [article] = articles("A Bridge Is Closed", CAPTION, lead)
    assert article.published.day == datetime.date(2025, 3, 3)


def test_a_given_date_comes_after_a_printed_one_and_before_an_inferred_one() -> None:
    given_day = datetime.date(2025, 3, 7)
    [printed] = articles("A Bridge Is Closed", "4 March 2025", LEAD, given=given_day)
    [captioned] = articles("A Bridge Is Closed", CAPTION, LEAD, given=given_day)
    assert (printed.published.day, printed.published.basis) == (datetime.date(2025, 3, 4), "dateline")
    assert (captioned.published.day, captioned.published.basis) == (given_day, "given")


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("Published: 4 March 2025, 10.20 GMT", "10:20:00+00:00"),
        ("2025-03-04T10:20:00+02:00", "10:20:00+02:00"),
        ("Published: 4 March 2025, 10.20", "None"),
    ],
)
def test_a_date_line_may_have_a_time_with_its_zone(line: str, time: str) -> None:
    [article] = articles("A Bridge Is Closed", line, LEAD)
    assert (article.published.day, str(article.published.time)) == (datetime.date(2025, 3, 4), time)
    assert article.published.evidence is not None


def page(head: str = "", body: str = "") -> Published:
    """When a page with this head, and this between title and story, was published."""
    head = f"<title>A Bridge Is Closed</title>{head}"
    body = f"<h1>A Bridge Is Closed</h1>{body}<p>{LEAD}</p><p>{SECOND}</p>"
    [article] = cut(from_text(f"<html><head>{head}</head><body>{body}</body></html>"))
    return article.published


ANOTHER_S = [
    '<script>dataLayer = [{"pageDate": "2025-03-09", "datePublished": "2025-03-09T08:00:00Z"}]</script>',
    '<script type="application/ld+json">{"@type": "ImageObject", "datePublished": "2025-03-01"}</script>',
    '<script type="application/ld+json">{"@type": "VideoObject", "uploadDate": "2025-03-01T08:00:00Z"}</script>',
    '<meta name="parsely-pub-date" content="2025-03-10T08:00:00Z">',
    '<meta property="og:image" content="https://herald.example/2025/03/02/bridge.jpg">',
]


@pytest.mark.parametrize("head", ANOTHER_S)
def test_what_pictures_and_analytics_have_is_never_the_day_of_a_story(head: str) -> None:
    assert page(head) == Published()
    printed = page(head, "<p>Published: 4 March 2025, 10.20 GMT</p>")
    assert (str(printed.day), str(printed.time), printed.basis) == ("2025-03-04", "10:20:00+00:00", "dateline")


def test_the_day_in_the_address_that_a_page_claims_counts_last() -> None:
    head = '<link rel="canonical" href="https://herald.example/2025/mar/13/bridge">'
    claimed, printed = page(head), page(head, "<p>4 March 2025</p>")
    assert (str(claimed.day), claimed.basis, claimed.evidence) == ("2025-03-13", "inferred", None)
    assert (str(printed.day), printed.basis) == ("2025-03-04", "dateline")


DECLARED = """<html><head><title>Bridge closed for the summer</title>
<meta property="article:published_time" content="{}"></head><body><article>
<h1>Bridge closed for the summer</h1><p class="date">{}</p><p>{}</p><p>{}</p></article></body></html>"""


@pytest.mark.parametrize(
    ("declared", "printed", "published"),
    [
        ("2025-03-05T01:30:00Z", "March 4, 2025 8:30 PM", "2025-03-04"),
        ("2025-03-05T01:30:00Z", "Published 4 March 2025, 20:30 -05:00", "2025-03-04T20:30:00-05:00"),
        ("2025-03-05T21:30:00Z", "6 March 2025", "2025-03-06"),
        (
            "2025-03-05T02:30:00Z",
            "PUBLISHED: March 4, 2025 at 8:30 pm | UPDATED: March 5, 2025 at 9:16 am",
            "2025-03-04",
        ),
        ("2025-03-05T21:30:00Z", "4 March 2025", "2025-03-05T21:30:00+00:00"),
        ("2025-03-05T01:30:00Z", "March 6, 2025", "2025-03-05T01:30:00+00:00"),
        ("2025-03-05T01:30:00Z", "March 3, 2025", "2025-03-05T01:30:00+00:00"),
        ("2025-03-05T21:30:00Z", "Updated20:49, 6 March 2025", "2025-03-05T21:30:00+00:00"),
        ("2025-03-05T01:30:00+01:00", "March 4, 2025", "2025-03-05T01:30:00+01:00"),
    ],
)
def test_a_printed_day_beside_that_of_utc_is_the_local_one(declared: str, printed: str, published: str) -> None:
    [article] = cut(from_text(DECLARED.format(declared, printed, LEAD, SECOND)))
    day, time = article.published.day, article.published.time
    assert day is not None
    assert day.isoformat() + (f"T{time.isoformat()}" if time else "") == published


def test_an_update_of_the_same_instant_is_none_though_the_local_day_is_printed() -> None:
    page = DECLARED.format("2025-03-05T01:30:00Z", "March 4, 2025", LEAD, SECOND)
    meta = '<meta property="article:modified_time" content="2025-03-05T01:{}:00Z"></head>'
    [same], [later] = (cut(from_text(page.replace("</head>", meta.format(minute)))) for minute in ("30", "45"))
    assert same.updated is None
    assert later.updated is not None


def test_a_day_that_is_printed_below_the_story_is_not_its_own() -> None:
    page = DECLARED.format("2025-03-05T01:30:00Z", "The Herald", LEAD, SECOND)
    [article] = cut(from_text(page.replace(f"<p>{SECOND}", f"<p>March 4, 2025</p><p>{SECOND}")))
    assert (article.published.day, article.published.basis) == (datetime.date(2025, 3, 5), "metadata")
