"""Which blocks of an HTML page are its story: by what an extractor found, where markup does not say otherwise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.pages.alignment import in_main_text
from onrecord.pages.main_text import MainText
from onrecord.records import Metadata
from onrecord.vocabulary import BlockRole

MARKUP = "markup"
"""What tells the story where no main text stands on the page."""

# A main text of which fewer characters stand on the page is none.
_LEAST = 100
# What markup calls boilerplate may be of the story only in so long a block.
_LONG = 80


@dataclass(slots=True)
class Piece:
    """A block of a page before it is known what is the story.

    Attributes:
        text: its text.
        role: what its markup says.
        form: the innermost form that it is in, 0 if in none.
        firm: it is in an element that never holds a story: a menu, a footer, a teaser.
        emphasised: all of it is set in bold or italics.
        quotation: the number of the block quotation that it is in, 0 if in none.
    """

    text: str
    role: BlockRole
    form: int
    firm: bool
    emphasised: bool = False
    quotation: int = 0


def story_roles(pieces: Sequence[Piece], found: Iterable[MainText]) -> tuple[list[BlockRole], str]:
    """Return the role of each block, and what told the story from the rest.

    The first main text that stands on the page decides: what it lacks is boilerplate, but for a heading over what it
    has. Where none does, markup alone decides.
    """
    texts = [piece.text if _may_be_told(piece) else "" for piece in pieces]
    for main in found:
        told = [any(some) for some in zip(*(in_main_text(texts, text) for text in main.texts), strict=True)]
        if sum(len(text) for text, kept in zip(texts, told, strict=True) if kept) >= _LEAST:
            return _roles(pieces, told), main.extractor
    return ["boilerplate" if piece.firm else piece.role for piece in pieces], MARKUP


def _roles(pieces: Sequence[Piece], told: Sequence[bool]) -> list[BlockRole]:
    roles: list[BlockRole] = []
    heads = False
    for piece, kept in zip(reversed(pieces), reversed(told), strict=True):
        role = piece.role
        if kept and role == "boilerplate":
            role = "text"
        elif not kept and (role == "text" or (role == "heading" and not heads)):
            role = "boilerplate"
        roles.append(role)
        heads = kept or piece.role == "title"
    return roles[::-1]


def _may_be_told(piece: Piece) -> bool:
    long = piece.role == "boilerplate" and len(piece.text) >= _LONG
    return not piece.firm and (long or piece.role in {"text", "heading"})


def keep_one_title(pieces: Sequence[Piece], metadata: Metadata, head: str = "") -> None:
    """Leave the title of the one story of a page: the one most like its metadata's; the others head sections.

    What a site is called stands in an h1 too. Where that is the only one, the title is the heading that `head`, the
    text of the page's <title>, begins with.
    """
    titles = [piece for piece in pieces if piece.role == "title"]
    head = " ".join(head.casefold().split())
    title, named = (metadata.title or "").casefold(), (metadata.outlet or "").casefold()
    told = set(title.split())

    def likeness(piece: Piece) -> tuple[bool, float, bool]:
        text = piece.text.casefold()
        words = set(text.split())
        # "Quay is shut | The Daily News of Sarn".
        return title.startswith(text), len(told & words) / max(len(told | words), 1), text != named

    kept = max(titles, key=likeness, default=None)
    if kept is not None and not head.startswith(kept.text.casefold()):
        site = kept.text.casefold() == named or head.endswith(kept.text.casefold())
        headings = (one for one in pieces if one.role == "heading" and head.startswith(one.text.casefold()))
        kept = next((one for one in headings if site and len(one.text.split()) > 1), kept)
        kept.role = "title"
    before = True
    for piece in titles:
        before = before and piece is not kept
        if piece is not kept:
            piece.role = "boilerplate" if before else "heading"
