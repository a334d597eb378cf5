"""What a line of a page is when it is not the story: widgets, bylines, captions; and what looks like a title."""

import re
from dataclasses import dataclass

from onrecord import lexicons

_DEBRIS = [(re.compile(pattern), opens == "list") for pattern, opens in lexicons.rows("page_debris.tsv")]
_LONGEST_DEBRIS = 240
_SEPARATOR = re.compile(r"[-–—_=*~#•·]{3,}|(?:\* ?){3,}")

_BYLINE = re.compile(
    r"(?i:by|from|story by|text by|words by|analysis by)[ :]+"
    r"(?P<names>[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|van|von|de|da|al|bin|la|le|der|di|and|&|in|for|,))*)"
    r"(?P<rest>(?:[,|·•–—-] ?.{0,60})?)"
)
# A credit ends a caption: in parentheses, or after "Photo:" and the like, or with the sign of copyright.
_AGENCIES = (
    r"AP|AFP|EPA|UPI|Reuters|Getty|Shutterstock|Xinhua|TASS|Anadolu|DPA|ANSA|EFE|PA|Bloomberg|Alamy|Handout|Pool"
)
_CREDIT_WORD = (
    rf"\b(?:{_AGENCIES})\b|[Pp]hoto|[Pp]icture|\bImages?\b|\bvia\b|\b[Hh]andout\b|\b[Cc]ourtesy\b|\bfile\b|\w/[A-Z]"
)
_CREDIT = re.compile(
    rf"\((?=[^()]*(?:{_CREDIT_WORD})|[A-Z]{{2,6}}\))[^()]{{2,120}}\)"
    r"|(?:Photo|Photograph|Picture|Image|Credit|Photo credit|Pic|Video)s?(?: by)?\s?[:/] ?[^.]{2,100}"
    r"|©\s?[^.]{2,100}"
    rf"|\[(?=[^\[\]]*(?:{_CREDIT_WORD}))[^\[\]]{{2,120}}\]"
)
_ACRONYM = re.compile(rf"\((?!(?:{_AGENCIES})\))[A-Z]{{2,6}}\)")
_OPENS_CAPTION = re.compile(
    r"(?:FILE\b|File (?:photo|picture|image)|In this (?:\w+ )?(?:photo|image|picture|handout|frame|file)|"
    r"This (?:\w+ )?(?:photo|image|picture|handout|combination)|(?:Photo|Photograph|Picture|Image|Caption)\s?:)"
)
_TRAILING_WIDGET = re.compile(r"\s+(?:Share|Tweet|Print|Save|Email|Enlarge|Expand|Close|Zoom)$")
_LABEL = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4} ?:\s+\S")
# A title that is a quotation and nothing else, without the stop or comma that ends one in a story.
_QUOTED_WHOLE = re.compile(r"[\"“][^\"“”]*[^\"“”.,][\"”]")
_LONGEST_TITLE = 180
_TITLE_WORDS = range(2, 28)
_KICKER_WORDS = 3
_PROSE_WORDS = 14
_END = re.compile(r"([.!?…,;:])[\"”’')\]]*$")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class CaptionParts:
    """Where in a block a caption ends, before any widget's word, and where its credit stands, if it has one."""

    end: int
    credit: tuple[int, int] | None


def debris(text: str) -> bool:
    """Say whether a line is a widget, a counter, a box or a notice rather than the story."""
    return _debris(text) is not None


def opens_list(text: str) -> bool:
    """Say whether a line opens a list of links to other stories ("Related", "Most read")."""
    return bool(_debris(text))


def _debris(text: str) -> bool | None:
    if len(text) > _LONGEST_DEBRIS:
        return None
    line = " ".join(text.casefold().split()).strip("|·•>»→ ")
    if not line or not any(c.isalnum() for c in line):
        return False
    return next((opens for pattern, opens in _DEBRIS if pattern.fullmatch(line)), None)


def separator(text: str) -> bool:
    """Say whether a line is a rule between two things ("* * *", "-----")."""
    return _SEPARATOR.fullmatch(text.strip()) is not None


def byline(text: str) -> tuple[int, int] | None:
    """Return where the names of a byline stand in a line that is one ("By Mara Voss, Harbour Desk"), else None."""
    match = _BYLINE.fullmatch(text.strip())
    if match is None or len(text) > 120 or _SENTENCE_END.search(text.strip()):
        return None
    shift = len(text) - len(text.lstrip())
    return match.start("names") + shift, match.end("names") + shift


def caption(text: str) -> CaptionParts | None:
    """Return the parts of a line that has the form of a caption, else None: a credit at its end, or its opening words.

    A short paragraph is not a caption because it is short.
    """
    widget = _TRAILING_WIDGET.search(text)
    end = widget.start() if widget else len(text)
    credit = None
    for match in _CREDIT.finditer(text, 0, end):
        if text[match.end() : end].strip(" ."):
            continue
        if _ACRONYM.fullmatch(match.group()) and not _after_sentence(text, match, end):
            # "the Harbour Workers' League (HWL)." explains a name.
            continue
        credit = (match.start(), match.end())
    if credit is None and _OPENS_CAPTION.match(text) is None:
        return None
    if credit is not None and credit[0] == 0 and _OPENS_CAPTION.match(text) is None and len(text) > 120:
        return None
    return CaptionParts(end, credit)


def _after_sentence(text: str, match: re.Match[str], end: int) -> bool:
    return not text[match.end() : end].strip() and text[: match.start()].rstrip()[-1:] in {*'.!?…"”'}


def title_like(text: str) -> bool:
    """Say whether a line could be a title or heading by its form: short, no sentence, no label, no quotation."""
    line = text.strip()
    words = line.split()
    if len(line) > _LONGEST_TITLE or (len(words) not in _TITLE_WORDS and not line.isupper()):
        return False
    if line[0] in "„«-•*(":
        return False
    if _LABEL.match(line) and line.split(":")[0].isupper():
        return False
    end = _END.search(line)
    if end is not None and not line.endswith(("...", "U.S.", "U.N.", "E.U.")):
        quoted = end.end(1) < len(line)
        if end[1] in ",;:" or not _capitalised(words):
            return end[1] in "?!" and not quoted
    return line[0] not in '“"' or _capitalised(words) or _QUOTED_WHOLE.fullmatch(line) is not None


def kicker(text: str) -> bool:
    """Say whether a line is a word or three without an end: a section's name, a place, a tag, never running text."""
    line = text.strip()
    if _LABEL.match(line) or line[-1] in ".!?…:;,\"”’')" or line[0] in "\"“‘'(":
        return False
    return len(line.split()) <= _KICKER_WORDS and any(c.isalpha() for c in line)


def prose(text: str) -> bool:
    """Say whether a block is running text: a sentence, or long."""
    line = text.strip()
    if title_like(line):
        return False
    return len(line.split()) >= _PROSE_WORDS or _SENTENCE_END.search(line) is not None


def _capitalised(words: list[str]) -> bool:
    """Say whether nearly all long words begin with a capital, as in a title set in title case."""
    long = [word.strip("\"“”‘’'(") for word in words if len(word) > 3]
    return bool(long) and sum(word[:1].isupper() or word[:1].isdigit() for word in long) >= 0.75 * len(long)
