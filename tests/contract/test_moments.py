"""When an article was published and changed: as its page declares it, in whatever form, the local day first."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import Ledger
from onrecord.pages import cut, parse
from tests.ledger.records import exported
from tests.pages.page_parts import LEAD, SECOND

type Form = Callable[[str, str], bytes]

PUBLISHED, UPDATED = "2031-03-07T23:40:00+02:00", "2031-03-08T00:05:00+02:00"


def html(published: str, updated: str) -> bytes:
    story = {"@type": "NewsArticle", "headline": "A Bridge", "datePublished": published, "dateModified": updated}
    picture = {"@type": "ImageObject", "uploadDate": "2031-03-05T08:00:00Z", "datePublished": "2031-03-05"}
    script = f'<script type="application/ld+json">{json.dumps([picture, story | {"image": picture}])}</script>'
    return f"<html><head>{script}</head><body><h1>A Bridge</h1><p>{LEAD}</p><p>{SECOND}</p></body></html>".encode()


def metadata(published: str, updated: str) -> bytes:
    told = {"published_time": published, "modified_time": updated}
    head = "".join(f'<meta property="article:{name}" content="{at}">' for name, at in told.items())
    return f"<html><head>{head}</head><body><h1>A Bridge</h1><p>{LEAD}</p><p>{SECOND}</p></body></html>".encode()


def marked(published: str, updated: str) -> bytes:
    times = f'<p><time datetime="{published}">Friday</time></p><p>Updated <time datetime="{updated}">later</time></p>'
    return f"<html><body><h1>A Bridge of Dalbruck</h1>{times}<p>{LEAD}</p><p>{SECOND}</p></body></html>".encode()


def front_matter(published: str, updated: str) -> bytes:
    return f"---\ntitle: A Bridge\ndate: {published}\nupdated: {updated}\n---\n\n{LEAD}\n\n{SECOND}\n".encode()


def json_line(published: str, updated: str) -> bytes:
    return json.dumps({"text": f"{LEAD}\n\n{SECOND}", "published": published, "updated": updated}).encode()


FORMS: list[tuple[Form, str]] = [
    (html, "text/html"), (metadata, "text/html"), (marked, "text/html"), (front_matter, "text/plain"),
    (json_line, "application/json"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "media_type"), FORMS)
@pytest.mark.parametrize(
    ("declared", "told"),
    [
        ((PUBLISHED, UPDATED), (PUBLISHED, UPDATED)),
        ((PUBLISHED, "2031-03-07T22:00:00Z"), (PUBLISHED, "2031-03-07T22:00:00+00:00")),
        ((PUBLISHED, "2031-03-07T21:40:00Z"), (PUBLISHED, None)),
        ((PUBLISHED, PUBLISHED), (PUBLISHED, None)),
        (("2031-03-07T23:40:00Z", "2031-03-08"), ("2031-03-07T23:40:00+00:00", "2031-03-08")),
        (("2031-03-07T23:40:00", "2031-03-08T00:05:00"), ("2031-03-07", "2031-03-08")),
    ],
)
def test_what_a_page_declares_is_exported_unchanged(
    tmp_path: Path, form: Form, media_type: str, declared: tuple[str, str], told: tuple[str, str | None]
) -> None:
    page = parse(form(*declared), media_type, path="a")
    with Ledger(tmp_path / "a.ledger") as ledger:
        assert ledger.add_page(page, cut(page), reader="r1")
        row = json.loads(exported(ledger, "articles", "jsonl"))
        assert list(ledger.check()) == []
    assert (row["published"], row["published_basis"], row["updated"]) == (told[0], "metadata", told[1])
    assert row["published"][:10] == declared[0][:10]
