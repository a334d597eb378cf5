"""Turns of an interview or transcript: "NAME: words" at the start of a paragraph."""

import re
from collections import Counter
from collections.abc import Callable

from spacy.tokens import Doc

from onrecord.extraction.attribution.reasons import reasons_of_rule
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.document import PARTS, text_of
from onrecord.extraction.ranges import CharRange
from onrecord.records import Reason
from onrecord.rules import Rule

# A name of one to six words, each with a capital or all in capitals, and a colon with words after it. Each turn of a
# transcript that is quoted may open with a quote mark.
_LABEL = re.compile(
    r"[\"“]?((?:[A-Z][\w.'’-]*|of|the|de|van|von|al)(?: (?:[A-Z][\w.'’-]*|of|the|de|van|von|al)){0,5}) ?:(?= +\S)"
)
_LONGEST = 50
# What opens the lines of a letter that is printed whole.
_HEADERS = {"From", "To", "Cc", "Date", "Sent", "Subject"}
_NAME, _BELIEVED = "candidate/turn-label", 0.85


def labelled_turns(doc: Doc) -> list[Attribution]:
    """Return the turns of a transcript: each paragraph opened by a speaker's label is one direct statement.

    Lists and boxes have labels too ("GOALKEEPERS: ...", "RESULTS: ..."), each once; where people talk to each other
    one of them speaks again, or one asks and another answers. Then labels in capitals are turns as well, whether they
    come again or not.
    """
    found: list[tuple[str, Attribution]] = []
    text = text_of(doc)
    for part in doc.spans[PARTS]:
        words = text[part.start_char : part.end_char]
        match = _LABEL.match(words[:_LONGEST])
        if match is None or part.label_ != "paragraph" or match.group(1) in _HEADERS:
            continue
        start = part.start_char
        content = start + match.end() + len(words[match.end() :]) - len(words[match.end() :].lstrip())
        turn = Attribution(
            source=CharRange(start + match.start(1), start + match.end(1)),
            cue=CharRange(start + match.end() - 1, start + match.end()),
            content=(CharRange(content, part.end_char),),
            medium="speech",
            act="demand" if words.rstrip(' ”"').endswith("?") else "assert",
            confidence=_BELIEVED,
            reasons=(*reasons_of_rule(_NAME, _BELIEVED), Reason("act", _NAME)),
        )
        found.append((match.group(1), turn))
    times = Counter(label for label, _ in found)
    asked = len(found) > 1 and any(turn.act == "demand" for _, turn in found)
    if not asked and all(count == 1 for count in times.values()):
        return []
    return [turn for label, turn in found if label.isupper() or times[label] > 1]


TURN: Rule[Callable[[Doc], list[Attribution]]] = Rule(_NAME, labelled_turns, _BELIEVED)
