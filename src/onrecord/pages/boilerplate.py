"""What a line of a page is when it is not the story: widgets, bylines, outlets; and what looks like a title."""

import re

from onrecord import lexicons

_LISTS, _OTHERS = (
    re.compile("|".join(f"(?:{pattern})" for pattern, opens in lexicons.rows("page_debris.tsv") if opens == what))
    for what in ("list", "-")
)
_LONGEST_DEBRIS = 240
# "- Advertisement -", "[Advertisement]"; not "-12.40".
_FRAME = re.compile(r"^(?:[-–—*]+ |\[)|(?: [-–—*]+|\])$")
_SEPARATOR = re.compile(r"[-–—_=*~#•·]{3,}|(?:\* ?){3,}")

_PART = r"(?:(?:[A-Z]\.)+|[A-Z][\w'’-]*)"
NAME = rf"{_PART}(?: (?:{_PART}|van|von|de|da|al|bin|la|le|der|di)){{0,6}}"
"""Pattern of a name: words that begin with a capital, and what stands between them."""

_NAMES_ALONE = rf"{NAME}(?:(?:,? and|,| &) {NAME})*"
_OFFICE = r"(?i:reporter|correspondent|editor|writer|columnist|bureau chief)"
_BYLINE = re.compile(
    r"(?i:(?:(?:story|text|words|analysis|report|written|reported|posted|published) )?by[ :]+|from[ :]+|authors?: ?)"
    rf"(?P<names>{_NAMES_ALONE}(?: (?:staff|reporters?|correspondents?|agenc(?:y|ies)))?)"
    r"(?P<rest>(?: ?[,|·•–—/-] ?.{0,60}| (?:in|for) .{0,60})?)"
)
# A byline without "By", to be believed only beside a date.
_NAMES = re.compile(
    rf"(?P<office>{NAME}),(?: [\w'’-]+){{0,3}} {_OFFICE}"
    rf"|(?P<names>{_NAMES_ALONE})(?: in {NAME}| ?[|/–—] ?{NAME}| staff)?"
)
# In what stands before or behind a date on its line.
_BESIDE = re.compile(rf"(?:^|[\W_])(?i:by)[ :]+(?P<names>{_NAMES_ALONE})")
_OUTLET_LINE = re.compile(rf"{NAME} ?: (?P<outlet>{NAME})")
_CLOCK = re.compile(
    r"(?:\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?|\d{1,2} ?[AaPp]\.?[Mm]\.?)(?: ?\(?[A-Z]{2,4}(?:[+-]\d+)?\)?)?\.?"
)
_LABEL = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4} ?:\s+\S")
# A title that is a quotation and nothing else, without the stop or comma that ends one in a story.
_QUOTED_WHOLE = re.compile(r"[\"“][^\"“”]*[^\"“”.,][\"”]")
_LONGEST_TITLE = 180
_LONGEST_BYLINE = 120
_NAMES_WORDS = range(2, 9)
_LONGEST_OUTLET_LINE = 5
_TITLE_WORDS = range(2, 28)
_KICKER_WORDS = 3
_PROSE_WORDS = 14
_END = re.compile(r"([.!?…,;:])[\"”’')\]]*$")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")


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
    line = _FRAME.sub("", line)
    if not line or not any(c.isalnum() for c in line):
        return False
    if _LISTS.fullmatch(line):
        return True
    return False if _OTHERS.fullmatch(line) else None


def separator(text: str) -> bool:
    """Say whether a line is a rule between two things ("* * *", "-----")."""
    return _SEPARATOR.fullmatch(text.strip()) is not None


def byline(text: str) -> tuple[int, int] | None:
    """Return where the names of a byline stand in a line that is one ("By Mara Voss, Harbour Desk"), else None."""
    if len(text) > _LONGEST_BYLINE or _SENTENCE_END.search(text.strip()):
        return None
    match = _BYLINE.fullmatch(text.strip())
    if match is None:
        return None
    shift = len(text) - len(text.lstrip())
    return match.start("names") + shift, match.end("names") + shift


def byline_beside(text: str) -> tuple[int, int] | None:
    """Return where the names of a byline stand in what is beside a date ("By Mara Voss | "), None without "by"."""
    match = _BESIDE.search(text)
    return match.span("names") if match else None


def names(text: str) -> tuple[int, int] | None:
    """Return where the names stand in a line of a few names ("Mara Voss in Sarn"), else None."""
    match = _NAMES.fullmatch(text) if len(text) <= _LONGEST_BYLINE else None
    if match is None or len(text.split()) not in _NAMES_WORDS:
        return None
    return match.span("office" if match["office"] else "names")


def outlet(text: str) -> tuple[int, int] | None:
    """Return where the outlet stands in a line of a place and an outlet ("Sarn: The Herald"), else None."""
    match = _OUTLET_LINE.fullmatch(text) if len(text) <= _LONGEST_BYLINE else None
    return match.span("outlet") if match and len(text.split()) <= _LONGEST_OUTLET_LINE else None


def clock(text: str) -> bool:
    """Say whether a line is a time of day and nothing else."""
    return len(text) < 24 and _CLOCK.fullmatch(text.strip()) is not None


def title_like(text: str) -> bool:
    """Say whether a line could be a title or heading by its form: short, no sentence, no label, no quotation."""
    line = text.strip()
    if len(line) > _LONGEST_TITLE:
        return False
    words = line.split()
    if len(words) not in _TITLE_WORDS and not line.isupper():
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
    if len(line) > _LONGEST_TITLE or _LABEL.match(line) or line[-1] in ".!?…:;,\"”’')" or line[0] in "\"“‘'(":
        return False
    return len(line.split()) <= _KICKER_WORDS and any(c.isalpha() for c in line)


def prose(text: str) -> bool:
    """Say whether a block that is not like a title is running text: a sentence, or long."""
    line = text.strip()
    return _SENTENCE_END.search(line, max(len(line) - 8, 0)) is not None or len(line.split()) >= _PROSE_WORDS


def _capitalised(words: list[str]) -> bool:
    """Say whether nearly all long words begin with a capital, as in a title set in title case."""
    long = [word.strip("\"“”‘’'(") for word in words if len(word) > 3]
    return bool(long) and sum(word[:1].isupper() or word[:1].isdigit() for word in long) >= 0.75 * len(long)
