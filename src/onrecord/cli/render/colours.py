"""An article's text with its statements coloured by speaker, and one statement in its paragraph."""

from collections.abc import Sequence
from itertools import cycle

from rich.console import Group

from onrecord.cli.render.text import Text
from onrecord.ledger import ArticleRow, SpanRow, StatementRow

_COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "red", "bright_cyan", "bright_magenta", "bright_green")
_UNKNOWN = "bright_black"


def coloured_article(article: ArticleRow, statements: Sequence[StatementRow], text: str) -> Group:
    """Return the article as a person reads it: title, date, headings and paragraphs, what was said in colour.

    `text` is the page's text, which the spans of `article` and `statements` index. Each speaker has one colour,
    given in the legend at the end; where statements lie in each other the inner one's colour is seen.
    """
    colours = _colours(statements)
    marks = [
        (span["start"], span["end"], colours[_name(statement)])
        for statement in sorted(statements, key=lambda s: sum(c["start"] - c["end"] for c in s["content"]))
        for span in statement["content"]
    ]
    title = article["title"]
    lines = [Text(title["text"] if title else "(no title)", style="bold")]
    if title and title["start"] is not None:
        _colour(lines[0], title["start"], marks)
    published = f"{article['published'] or 'no date'} ({article['published_basis']})"
    updated = f", updated {article['updated']}" if article["updated"] else ""
    lines.append(Text(f"{published}{updated}  {article['id']}", style="dim"))
    heading_starts = {span["start"] for span in article["headings"]}
    blocks = sorted(article["paragraphs"] + article["headings"], key=lambda span: span["start"])
    for block in blocks:
        line = Text(text[block["start"] : block["end"]], style="bold" if block["start"] in heading_starts else "")
        _colour(line, block["start"], marks)
        lines += [Text(), line]
    if colours:
        legend = Text("\nSpeakers: ")
        for number, (name, colour) in enumerate(colours.items()):
            legend.append(", " if number else "").append(name, style=colour)
        lines.append(legend)
    return Group(*lines)


def _colour(line: Text, at: int, marks: Sequence[tuple[int, int, str]]) -> None:
    """Colour the parts of a line, whose first character is at `at` of the page, that are marked."""
    for start, end, colour in marks:
        low, high = max(start - at, 0), min(end - at, len(line))
        if low < high:
            line.stylize(colour, low, high)


def in_context(statement: StatementRow, article: ArticleRow, text: str) -> Text:
    """Return the paragraphs a statement stands in: its content in bold, its source underlined, its cue in italics."""
    spans = [*statement["content"], *(span for span in (statement["cue"], statement["source"]) if span)]
    low, high = min(span["start"] for span in spans), max(span["end"] for span in spans)
    title = article["title"]
    blocks = [(span["start"], span["end"]) for span in article["paragraphs"] + article["headings"]]
    if title and title["start"] is not None and title["end"] is not None:
        blocks.append((title["start"], title["end"]))
    touched = [block for block in blocks if block[0] < high and low < block[1]]
    start, end = min(block[0] for block in touched), max(block[1] for block in touched)
    line = Text(text[start:end])
    styles: list[tuple[SpanRow | None, str]] = [(span, "bold") for span in statement["content"]]
    styles += [(statement["cue"], "italic"), (statement["source"], "underline")]
    for span, style in styles:
        if span:
            line.stylize(style, span["start"] - start, span["end"] - start)
    shown = Text("\n")
    shown.append_text(line)
    return shown


def _colours(statements: Sequence[StatementRow]) -> dict[str, str]:
    """Return a colour for each speaker, in order of appearance; those who are not known share one."""
    palette = cycle(_COLOURS)
    colours: dict[str, str] = {}
    for statement in statements:
        name = _name(statement)
        if name not in colours:
            colours[name] = next(palette) if statement["speakers"] else _UNKNOWN
    return colours


def _name(statement: StatementRow) -> str:
    return " and ".join(speaker["name"] for speaker in statement["speakers"]) or "speaker unknown"
