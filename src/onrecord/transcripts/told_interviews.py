"""Interviews that are told by who asks: "But you wrote a book, I say." above quoted answers."""

import re
from collections.abc import Sequence

from onrecord.transcripts.interviews import Asked, Interview
from onrecord.transcripts.speech import asks, is_narrated

_QUOTATION = re.compile('["“][^"“”]*["”]?')
_ASKS = r"(?:ask|say|asked|said|wonder|wondered|suggest|suggested|reply|replied|object|objected|insist|insisted)"
_I_ASK = re.compile(rf"\bI (?:{_ASKS}|tell|told)\b")
# "But you wrote a book, I say."
_ASKED = re.compile(rf"(?P<words>\S.*?)[,?!] (?P<speaker>I) (?P<cue>{_ASKS})(?: (?:him|her|them))?\W*")
_SECOND_PERSON = re.compile(r"\b[Yy]ou(?:r|rs)?\b")
# The most characters of what is asked, and the least answers and questions; so many answers stand below a question.
_LONGEST, _LEAST, _BELOW = 200, 3, 0.5


def find_told_interview(parts: Sequence[str]) -> Interview | None:
    """Return the interview that a narrator tells of who asks as "I"; None where none is told.

    Answers are the parts between quote marks. Between two of them a short part that asks, or speaks to "you", is said
    to who answers. "I" says again and again that it asks; and no other narrator tells who said the quoted words.

    Args:
        parts: the title, headings and paragraphs of a page.
    """
    begun = [number for number, part in enumerate(parts) if number and _QUOTATION.match(part)]
    if len(begun) < _LEAST or any(is_narrated(part) for part in parts):
        return None
    quoted = set(begun)
    told = {n for n, part in enumerate(parts) if _I_ASK.search(_QUOTATION.sub("", part))}
    between = sorted(set(range(begun[0] + 1, begun[-1])) - quoted)
    questions = {n: asked for n in between if (asked := _asked(parts, n, quoted)) is not None}
    above = told | questions.keys()
    if not told or not questions or len(above) < _LEAST or sum(n - 1 in above for n in begun) < _BELOW * len(begun):
        return None
    whole = [n for n in begun if not any(character.isalnum() for character in _QUOTATION.sub("", parts[n]))]
    return Interview(questions, whole, begun[0])


def _asked(parts: Sequence[str], number: int, quoted: set[int]) -> Asked | None:
    part = parts[number]
    addressed = number - 1 in quoted and _SECOND_PERSON.search(part) is not None
    # "He looks at the harbour for a while" may stand before the answer.
    followed = number + 1 in quoted or (addressed and asks(part) and number + 2 in quoted)
    told = _ASKED.fullmatch(part)
    if len(part) > _LONGEST or not followed:
        return None
    if told is not None:
        return Asked(told.span("words"), told.span("speaker"), told.span("cue"))
    return Asked((0, len(part))) if asks(part) or (addressed and not _I_ASK.search(part)) else None
