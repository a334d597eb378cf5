"""The captions of pictures: known by their form, with the credit that ends them."""

import re
from dataclasses import dataclass

from onrecord import lexicons
from onrecord.pages.boilerplate import NAME

_AGENCIES = "|".join(word for word, what in lexicons.rows("credit_words.tsv") if what == "agency")
_CREDIT_WORD = (
    rf"\b(?:{_AGENCIES})\b|[Pp]hoto|[Pp]icture|\bImages?\b|\bvia\b|\b[Hh]andout\b|\b[Cc]ourtesy\b|\bfile\b|\w/[A-Z]"
)
_AGENCY = rf"(?:{_AGENCIES})\b(?: (?:Photo|Images|Pictures))?"
# In parentheses, or after "Photo:" and the like, or with the sign of copyright.
_MARKED_CREDIT = re.compile(
    rf"\((?=[^()]*(?:{_CREDIT_WORD})|[A-Z]{{2,6}}\))[^()]{{2,120}}\)"
    r"|(?:Photo|Photograph|Picture|Image|Credit|Photo credit|Pic|Video)s?(?: by)?\s?[:/] ?[^.]{2,100}"
    r"|(?:Image source, ?|Credit ?\.\.\. ?)[^.]{2,100}"
    r"|©\s?[^.]{2,100}"
    rf"|\[(?=[^\[\]]*(?:{_CREDIT_WORD}))[^\[\]]{{2,120}}\]"
)
# "REUTERS/Ida Falk/File Photo", "Ida Falk/AFP via Getty Images", "Ida Falk — Getty Images"
_BARE_CREDIT = re.compile(
    rf"\b{_AGENCY} ?/ ?{NAME}(?: ?/ ?[\w ]{{2,40}})?"
    rf"|\b{NAME}(?: ?[/—–] ?{NAME})? ?(?:[/—–]| via) ?{_AGENCY}(?: via {_AGENCY})?"
)
# In a block that markup calls a caption, two names and a stroke will do.
_NAMES_CREDIT = re.compile(rf"\b{NAME} ?/ ?{NAME}")
# What every credit has, and few paragraphs have near their end.
_SIGN = re.compile(r"[/—–:)\]©]|\bvia\b|\.\.\.|\bsource,")
_ACRONYM = re.compile(rf"\((?!(?:{_AGENCIES})\))[A-Z]{{2,6}}\)")
_TWO_NAMES = re.compile(r"/|\bvia\b|[Pp]hoto")
# Words in small letters that credits hold; any other makes a parenthesis a remark.
_SMALL = lexicons.words("credit_words.tsv", "small")
_WORD = re.compile(r"[\w'’]+")
_OPENING = re.compile(
    r"(?:Image (?:caption|source),|Credit ?\.\.\.|FILE\b|File (?:photo|picture|image)|"
    r"In this (?:\w+ )?(?:photo|image|picture|handout|frame|file)|"
    r"This (?:\w+ )?(?:photo|image|picture|handout|combination)|(?:Photo|Photograph|Picture|Image|Caption)\s?:)"
)
_TRAILING_WIDGET = re.compile(r"\s+(?:Share|Tweet|Print|Save|Email|Enlarge|Expand|Close|Zoom)$")
_LONGEST = 1_200
_LONGEST_BARE = 400
_LONGEST_CREDIT = 200


@dataclass(frozen=True, slots=True)
class CaptionParts:
    """Where in a block a caption ends, before any widget's word, and where its credit stands, if it has one."""

    end: int
    credit: tuple[int, int] | None


def caption(text: str, *, marked: bool = False) -> CaptionParts | None:
    """Return the parts of a block that has the form of a caption, else None: a credit at its end, or opening words.

    A short paragraph is not a caption because it is short, an entry of a list not because it names its source.

    Args:
        text: the block.
        marked: its markup says that it is a caption, so that it is one whatever its form.
    """
    if not marked and (len(text) > _LONGEST or text[0] in "-•*–—"):
        return None
    widget = _TRAILING_WIDGET.search(text, max(len(text) - 20, 0))
    end = widget.start() if widget else len(text)
    credit = _credit(text, end, marked=marked)
    opens = _OPENING.match(text) is not None
    if credit is None and not opens and not marked:
        return None
    if credit is not None and credit[0] == 0 and not opens and not marked and len(text) > 120:
        return None
    return CaptionParts(end, credit)


def _credit(text: str, end: int, *, marked: bool) -> tuple[int, int] | None:
    """Return where the credit at the end of a block stands."""
    found = None
    low = max(end - _LONGEST_CREDIT, 0)
    if _SIGN.search(text, low, end) is None:
        return None
    for match in _MARKED_CREDIT.finditer(text, low, end):
        if text[match.end() : end].strip(" ."):
            continue
        bracketed = match.group()[0] in "(["
        if bracketed and not _of_names(match.group()):
            continue
        if bracketed and text.endswith(".", match.end(), end) and not _TWO_NAMES.search(match.group()):
            # "the Harbour Workers' League (HWL)." explains a name, as "the Associated Press (AP)." does.
            continue
        if _ACRONYM.fullmatch(match.group()) and not _after_sentence(text, match.start()):
            continue
        found = match.span()
    if found is not None or (len(text) > _LONGEST_BARE and not marked):
        return found
    for pattern in (_BARE_CREDIT, _NAMES_CREDIT) if marked else (_BARE_CREDIT,):
        for match in pattern.finditer(text, low, end):
            alone = not text[: match.start()].strip() or _after_sentence(text, match.start())
            if alone and not text[match.end() : end].strip(" ."):
                return match.span()
    return None


def _after_sentence(text: str, at: int) -> bool:
    return text[:at].rstrip()[-1:] in {*'.!?…"”'}


def _of_names(credit: str) -> bool:
    """Say whether what brackets hold are names, and words that stand between names in a credit."""
    return all(not word[0].islower() or word in _SMALL for word in _WORD.findall(credit))
