from rich.text import Text

from onrecord.cli.render import coloured_article
from onrecord.ledger import ArticleRow, StatementRow


def span(text: str, part: str) -> dict[str, object]:
    start = text.index(part)
    return {"start": start, "end": start + len(part), "text": part}


def test_each_speaker_has_a_colour_and_the_inner_statement_is_seen() -> None:
    text = "Ada Lin said that Bo Orn had called it a lie."
    outer, inner = "that Bo Orn had called it a lie", "it a lie"
    article: ArticleRow = {  # type: ignore[typeddict-item]
        "id": "a-1",
        "title": None,
        "published": None,
        "published_basis": "unknown",
        "updated": None,
        "headings": [],
        "paragraphs": [span(text, text)],
    }
    statements: list[StatementRow] = [
        {"content": [span(text, words)], "speakers": [{"name": name}]}  # type: ignore[typeddict-item]
        for words, name in ((outer, "Ada Lin"), (inner, "Bo Orn"))
    ]
    *_, paragraph, legend = [line for line in coloured_article(article, statements, text).renderables if line]
    assert isinstance(paragraph, Text)
    assert isinstance(legend, Text)
    colours = {legend.plain[s.start : s.end]: s.style for s in legend.spans if s.style}
    assert len({colours["Ada Lin"], colours["Bo Orn"]}) == 2
    seen = [style.style for style in paragraph.spans if style.start <= text.index("a lie") < style.end]
    assert seen == [colours["Ada Lin"], colours["Bo Orn"]]
