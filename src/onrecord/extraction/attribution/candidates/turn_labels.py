"""Turns of an interview or transcript as relations: each paragraph of one is a direct statement of its label."""

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc

from onrecord.extraction.attribution.candidates.labelled_statements import BELIEVED, labelled_statement
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.document import paragraphs_of, text_of, turns_of
from onrecord.extraction.ranges import CharRange
from onrecord.rules import Rule
from onrecord.transcripts import Turn, is_of_record

_NAME = "candidate/turn-label"
# "CROSS-EXAMINATION BY MR. MAREK" has no more words.
_OVER = 6
# "(Laughter.)", "[applause]", "2:15 P.M. EDT", "12:05", "00:01.200 --> 00:05.000", "Q&A Session:": what nobody says.
_NOTE = re.compile(
    r"[\"“]?(?:[(\[][^()\[\]]*[)\]][.,]?\s*)+|\d{1,2}:\d{2}(?: [AaPp]\.?[Mm]\.?.{0,5})?"
    r"|(?:\d+\s+)?[\d:.,]+ --> [\d:.,]+.*"
    r"|(?:Prepared [Rr]emarks|Presentation|(?:Q ?(?:&|and) ?A|Questions? (?:&|and) [Aa]nswers?)(?: [Ss]ession)?):?"
)


def labelled_turns(doc: Doc) -> list[Attribution]:
    """Return the turns of a transcript, a direct statement for each of their paragraphs; see `find_turns`.

    The source of each is the words for the speaker in the label, its cue the mark that closes that, if there is one.
    """
    text = text_of(doc)
    paragraphs = paragraphs_of(doc)
    return [one for turn in turns_of(doc) for one in _statements(turn, paragraphs, text)]


def _statements(turn: Turn, parts: list[CharRange], text: str) -> Iterator[Attribution]:
    label, start = turn.label, parts[turn.first].start
    shouted = text[start + label.end : parts[turn.first].end].isupper()
    for number in sorted(set(range(turn.first, turn.last + 1)) - turn.asked):
        content = CharRange(start + label.end if number == turn.first else parts[number].start, parts[number].end)
        words = text[slice(*content)].strip()
        # "A. (Yes.)" is an answer.
        if words and (number == turn.first or not _is_note(words, shouted=shouted)):
            source = CharRange(start + label.speaker[0], start + label.speaker[1])
            cue = CharRange(start + label.cue[0], start + label.cue[1]) if label.cue is not None else None
            yield labelled_statement(_NAME, source, cue, content, words, "speech")


def _is_note(words: str, *, shouted: bool) -> bool:
    """Say whether a paragraph is nobody's words: a direction in brackets, a time, a line of a record or in capitals.

    Captions are `shouted`, all of them in capitals.
    """
    over = not shouted and words.isupper() and words[-1].isalpha() and len(words.split()) <= _OVER
    return over or is_of_record(words) or _NOTE.fullmatch(words) is not None


TURN: Rule[Callable[[Doc], list[Attribution]]] = Rule(_NAME, labelled_turns, BELIEVED)
