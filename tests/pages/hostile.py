"""Pages that are made to take long, in any size: each from a length in characters."""

import json
from collections.abc import Callable
from itertools import islice, repeat

SENTENCE = "The mayor of Dalbruck said on Monday that the bridge was closed for the summer. "
STORY = SENTENCE * 20 + "\n\n"
PICTURE = "The bridge on Monday, March 3, 2025. (Ida Falk/AFP)"
PARAGRAPH = f"<p>{SENTENCE * 3}</p>\n"

type Make = Callable[[int], str]


def filled(part: str, length: int) -> str:
    return (part * (length // len(part) + 1))[:length]


def html(body: str, head: str = "<title>Bridge closed for the summer</title>") -> str:
    return f"<html><head>{head}</head><body>{body}{PARAGRAPH}</body></html>"


def json_ld(fields: dict[str, object]) -> str:
    script = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle"} | fields)
    return f'<script type="application/ld+json">{script}</script>'


def names(length: int) -> list[str]:
    return [f"Mara Voss{number:x}" for number in range(length // 16)]


TEXTS: dict[str, str] = {
    "one line": SENTENCE,
    "one word": "x",
    "spaces": " ",
    "empty lines": "\n",
    "short lines": "a b c\n",
    "titles": "Bridge Closed For The Summer\n\n",
    "titles and stories": f"Bridge Closed For The Summer\n\nMarch 3, 2025\n\n{SENTENCE * 4}\n\n",
    "dates on lines": "March 3, 2025\n",
    "dates in a line": "Monday, March 3, 2025 ",
    "datelines": f"PORTO VELA, March 3 (Agency) - {SENTENCE}\n",
    "a dateline of hyphens": "Aa-",
    "pictures between titles": f"Bridge Closed For The Whole Summer\n{PICTURE}\nShort Line\n",
    "pictures and widgets": f"Bridge Closed For The Summer\n{PICTURE}\nShare\n{SENTENCE}\n",
    "years of one sentence": "in 2010 ",
    "years": "It was in 2010. ",
    "days of one sentence": "will Monday ",
    "words for widgets": "share " * 35 + "!\n",
    "menus": "a | " * 50 + "!\n",
    "breadcrumbs": "home > " + "a > " * 50 + "b.\n",
    "imprints": "privacy " * 20 + ".\n",
    "credits": "A.B/" * 40 + "\n",
    "separators": "* * *\nBridge Closed For The Summer\n" + SENTENCE + "\n",
    "sections": "World\n",
    "wrapped lines": "The ferry between the islands was cancelled on Monday after the wind had\n",
    "brackets": "(",
    "quote marks": '"',
    "digits": "1",
    "marks on a letter": "\u0301",
}  # fmt: skip
"""Text that is repeated."""

ELEMENTS: dict[str, str] = {
    "paragraphs": "<p>",
    "words": "<p>word",
    "crossed": "<b><i>x</b></i>",
    "links": "<a href='x'>said it</a> ",
    "items": "<li><a href='x'>said it</a></li>",
    "rows": "<tr><td>word</td><td>12</td></tr>",
    "stories": f"<article><h2>Bridge closed</h2>{PARAGRAPH * 2}</article>",
    "titles": "<h1>Bridge closed for the summer</h1>",
    "breaks": "said it<br>",
    "definitions": "<dt>said<dd>it",
    "forms": "<form><p>said</p></form>",
    "captions": "<div class='caption'><b></b></div>",
    "dates": "<time datetime='2025-03-04'>4 March 2025</time>",
    "no dates": "<abbr class='published' title='2025-99-04'>x</abbr>",
    "hidden": "<p hidden>said</p>",
    "comments": "<!-- x -->",
    "references": "&amp;",
    "tags cut off": "<a",
    "signs": "<",
    "ends": "</p>",
    "attributes of ends": "</p a b c>",
}
"""Markup that is repeated."""


def _text_of(part: str) -> Make:
    return lambda length: STORY + filled(part, length)


def _html_of(part: str) -> Make:
    return lambda length: html(filled(part, length))


PAGES: dict[str, Make] = {
    **{f"text: {name}": _text_of(part) for name, part in TEXTS.items()},
    **{f"HTML: {name}": _html_of(part) for name, part in ELEMENTS.items()},
    "HTML: attributes": lambda length: html(
        "".join(f"<p {' '.join(f'a{number}=1' for number in range(1_000))}>x</p>" for _ in range(length // 7_000))
    ),
    "HTML: wide below deep": lambda length: html("<div>" * 1_900 + filled("<p>said</p>", length)),
    "HTML: captions below captions": lambda length: html("<div class=caption>" * 1_900 + filled("<b></b>", length)),
    "HTML: footers": lambda length: html("<div class=footer>" * 1_000 + filled("<a href=x>said</a>", length)),
    "HTML: footers in footers": lambda length: html(filled("<div class=footer><a href=x>said</a>", min(length, 9_000))),
    "HTML: authors": lambda length: html("", "".join(f"<meta name=author content='{one}'>" for one in names(length))),
    "HTML: authors of JSON-LD": lambda length: html("", json_ld({"author": [{"name": one} for one in names(length)]})),
    "HTML: broken JSON-LD": lambda length: html("", json_ld({})[:-10] + filled('"author":"', length)),
    "HTML: comments in JSON-LD": lambda length: html("", json_ld({"articleBody": filled("<!-- >", length)})),
    "HTML: signs in metadata": lambda length: html(
        "", "".join(islice(repeat(f"<meta name=description content='{'<' * 4_000}'>"), length // 4_000))
    ),
    "HTML: long title": lambda length: html("", f"<title>{filled('word | ', length)}</title>"),
    "HTML: long attribute": lambda length: html(f"<p style='{filled('color: red; ', length)}'>x</p>"),
}
"""All of them."""
