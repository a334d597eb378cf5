"""A ledger every text of which holds what a terminal would obey, or would not show."""

from dataclasses import replace
from pathlib import Path

from onrecord import (
    Article,
    Caption,
    Entity,
    Event,
    Label,
    Ledger,
    Metadata,
    Page,
    Participant,
    Published,
    Quantity,
    Span,
    Statement,
)
from tests.ledger.records import DAY, make_page, span

SIGNS = (
    "\x1b]52;c;ZWNobw==\x07", "\x1b[2J\x1b[1;1H", "\x1b]0;title\x1b\\", "\x1b]8;;http://evil.example\x1b\\", "\x1b[8m",
    "\x9b2J", "\x9d0;title\x9c", "\x85", "\u202e\u202c", "\u2066\u2069", "\u200b\u200d\u200e\u2060", "\ufeff", "\u2028",
    "\u2029", "\ufe0f", "\U000e0041", "\xad", "\b\b\b", "\r", "\x7f", "\f", "\0", "\x0e", "[bold red]x[/]", ":smile:",
)  # fmt: skip
"""What a page may hold, each of another kind."""


def hostile_page(sign: str) -> tuple[Page, Article]:
    """A page, and an article with a statement, a quantity and an event, all of whose texts hold `sign`."""
    told = f"Minister Hal{sign}la ac{sign}cused Kes{sign}tria of 1{sign}4 cra{sign}tes"
    text = f"{told}: “It is fa{sign}ir.” In Os{sign}trel."
    page = replace(make_page(text), path=f"a{sign}.txt", metadata=Metadata(url=f"http://x/{sign}"))

    def words(part: str) -> Span:
        return span(text, part)

    minister = Entity(
        "e1", f"Hal{sign}la", "person", role=f"Mini{sign}ster", variants=(f"Ha{sign}",), mentions=(words("Hal"),)
    )
    state = Entity("e2", f"Kes{sign}tria", "state", mentions=(words("Kes"),))
    said = Statement(
        "s1", "direct", "speech", "accuse", (words(f"It is fa{sign}ir."),), words(f"ac{sign}cused"),
        words(f"Minister Hal{sign}la"), (minister,), 0.5, targets=(state,), venue=words(f"Os{sign}trel"),
    )  # fmt: skip
    quantity = Quantity(
        "q1", words(f"1{sign}4"), 14, None, None, f"un{sign}it", words(f"cra{sign}tes"), words("of"), words("Os"), None,
        None, minister, False, "s1", Span(0, len(text), text),
    )  # fmt: skip
    event = Event(
        "v1", "ACCUSE", (words(f"ac{sign}cused"),), (Participant(minister, "GOV"),), (Participant(state),), words("Os"),
        None, None, "happened", minister, False, "s1", 0.8,
    )  # fmt: skip
    return page, Article(
        f"{page.sha256[:12]}-1", page, 1, title=Label(f"A ti{sign}tle"), byline=Label(f"By{sign}"),
        outlet=Label(f"Her{sign}ald"), published=Published(DAY, "metadata"), paragraphs=(Span(0, len(text), text),),
        captions=(Caption(words("In Os")),), statements=(said,), entities=(minister, state), quantities=(quantity,),
        events=(event,),
    )  # fmt: skip


def make_hostile_ledger(path: Path, *signs: str) -> None:
    """Make a ledger with a page for each sign, and a judgement whose note and names hold the first."""
    with Ledger(path) as ledger:
        for sign in signs:
            page, article = hostile_page(sign)
            assert ledger.add_page(page, [article], reader=f"reader{sign}")
        [first, *_] = ledger.entities(type="person")
        ledger.rename(first["id"], f"Hal{signs[0]}la Brenning", note=f"be{signs[0]}cause")
