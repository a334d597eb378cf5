"""When an article was last changed, and that it is told only where it is later than publication."""

import pytest

from onrecord.pages import cut, from_text
from tests.pages.page_parts import LEAD, SECOND, articles

TITLE = "A Bridge Is Closed"


@pytest.mark.parametrize(
    ("lines", "updated"),
    [
        (["Published 4 March 2031", "Updated 5 March 2031"], "2031-03-05"),
        (["Updated 5 March 2031"], None),
        (["Published 4 March 2031", "Updated 3 March 2031"], None),
        (["Published 4 March 2031", "Updated 5 March 2031, 10:45 GMT"], "2031-03-05T10:45:00+00:00"),
        (["Published 4 March 2031, 10:20 GMT", "Updated 4 March 2031, 10:45 GMT"], "2031-03-04T10:45:00+00:00"),
        (["Published 4 March 2031, 10:20 GMT", "Updated 4 March 2031, 10:20 GMT"], None),
        (["Published 4 March 2031, 10:20", "Updated 4 March 2031, 10:45"], None),
        (["Published 4 March 2031 10:20 GMT | Updated 5 March 2031 9:45 GMT"], "2031-03-05T09:45:00+00:00"),
        (["4 March 2031 10:20 GMT, updated 10:45 GMT"], "2031-03-04T10:45:00+00:00"),
    ],
)
def test_front_matter_tells_an_update(lines: list[str], updated: str | None) -> None:
    [article] = articles(TITLE, *lines, LEAD)
    assert (article.updated and article.updated.isoformat()) == updated


def test_a_line_of_the_story_tells_none() -> None:
    [article] = articles(TITLE, "Published 4 March 2031", LEAD, "Updated 5 March 2031 by the council.")
    assert article.updated is None


def test_the_time_of_an_update_is_not_that_of_publication() -> None:
    [article] = articles(TITLE, "Updated 4 March 2031, 10:45 GMT", LEAD)
    assert (str(article.published.day), article.published.time) == ("2031-03-04", None)


@pytest.mark.parametrize(
    ("published", "changed", "updated"),
    [
        ("2031-03-04T08:00:00Z", "2031-03-06T08:00:00Z", "2031-03-06T08:00:00+00:00"),
        ("2031-03-04T08:00:00Z", None, None),
        # The same instant, and instants whose order is not that of their days.
        ("2031-03-04T08:00:00Z", "2031-03-04T10:00:00+02:00", None),
        ("2031-03-04T23:30:00-05:00", "2031-03-05T03:00:00Z", None),
        ("2031-03-05T00:30:00+02:00", "2031-03-04T23:00:00Z", "2031-03-04T23:00:00+00:00"),
        # A time that is not known does not decide.
        ("2031-03-04", "2031-03-04T10:00:00Z", None),
        ("2031-03-04T08:00:00Z", "2031-03-04T10:00:00", None),
        ("2031-03-04T08:00:00", "2031-03-05", "2031-03-05"),
    ],
)
def test_the_metadata_of_a_page_tells_an_update(published: str, changed: str | None, updated: str | None) -> None:
    metas = {"published": published, "modified": changed}
    head = "".join(f'<meta property="article:{name}_time" content="{at}">' for name, at in metas.items() if at)
    [article] = cut(from_text(f"<html><head>{head}</head><body><h1>A Bridge</h1><p>{LEAD}</p><p>{SECOND}</p></body>"))
    assert str(article.published.day) == published[:10]
    assert (article.updated and article.updated.isoformat()) == updated
