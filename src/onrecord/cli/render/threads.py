"""An argument as a person reads it: a tree of statements, with the words marked by which each belongs to another."""

from collections.abc import Iterator

from rich.tree import Tree

from onrecord.cli.render.links import speakers_of
from onrecord.cli.render.terminal import err, out
from onrecord.cli.render.text import Text
from onrecord.ledger import LinkRow, SpanRow, ThreadRow, day_of

# Outlets that are named of a statement.
_OUTLETS = 2


def print_thread(thread: ThreadRow) -> None:
    """Print an argument; say on standard error where it is cut."""
    tree = Tree(_label(thread), guide_style="dim")
    _grow(tree, thread)
    out.print(tree)
    above = thread["link"]
    if above is not None:
        err.print(Text(f"What that {above['kind']} is not shown: onrecord thread {above['to']}"), soft_wrap=True)


def _grow(tree: Tree, thread: ThreadRow) -> None:
    for reply in thread["replies"]:
        _grow(tree.add(_label(reply)), reply)
    if thread["left_out"]:
        id = thread["statement"]["id"]
        tree.add(Text(f"... and {thread['left_out']:,} more: onrecord show {id}", style="dim"))


def _label(thread: ThreadRow) -> Text:
    """Return how a statement belongs to the one above, who said it when and where it is printed; then its words."""
    statement, link = thread["statement"], thread["link"]
    label = Text()
    if link is not None:
        label.append(f"{link['kind']}{'' if link['asserted'] else '?'}  ", style="cyan")
    label.append(f"{day_of(statement) or 'no date'}  ", style="dim")
    label.append(speakers_of(statement), style="bold")
    label.append(f"  {_printed(thread)}".rstrip() + f"  {statement['id']}\n", style="dim")
    return label.append(_marked(thread))


def _printed(thread: ThreadRow) -> str:
    """Return the first outlets that print a statement, and how many printings there are."""
    named = ", ".join(thread["outlets"][:_OUTLETS])
    more = len(thread["outlets"]) > _OUTLETS or thread["printings"] > max(len(thread["outlets"]), 1)
    return f"{named} ({thread['printings']:,} printings)".strip() if more else named


def _marked(thread: ThreadRow) -> Text:
    """Return the words of a statement, marked where they show how it belongs to the one above, or one below to it."""
    statement = thread["statement"]
    own = [thread["link"], *(reply["link"] for reply in thread["replies"])]
    marks = [span for link in own if link for span in _evidence(link, statement["id"])]
    words = Text()
    for number, span in enumerate(statement["content"]):
        words.append(" ... " if number else "")
        part = Text(span["text"].replace("\n", " "), style="" if statement["kind"] == "direct" else "italic")
        for mark in marks:
            low, high = max(mark["start"], span["start"]), min(mark["end"], span["end"])
            if low < high:
                part.stylize("bold underline", low - span["start"], high - span["start"])
        words.append(part)
    return words


def _evidence(link: LinkRow, statement: str) -> Iterator[SpanRow]:
    return (one["span"] for one in link["evidence"] if one["statement"] == statement)
