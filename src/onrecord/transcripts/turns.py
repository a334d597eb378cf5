"""The turns of a transcript: which labels open them, and how far each goes."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.transcripts.labels import ANSWER, QUESTION, VOICE, Label, is_role, label_of

# From so many labels on, and so many of the paragraphs, people talk to each other by turns.
_FEWEST = 3
_LABELLED = 0.1
# Where so many of the paragraphs have labels, what stands between two of them is said.
_DENSE = 0.2
# So large a share of the page is turns where it is a transcript.
_SHARE = 0.5
# So many of the labelled paragraphs sound spoken where people talk.
_SPOKEN_SHARE = 0.25
# A name that stands once is a label among others.
_NAME_WORDS = range(2, 5)
_ROLE_WORDS = range(2, 5)
_TWO = 2
# So few labels, of which each stands once, may be a question and its answer.
_PAIR = 3
# So many labels, of which two come again, are a transcript's.
_MANY = 8
# Where so many have a time, what has none is no label.
_MARKED = 0.8
_DASHES = {"—", "–", "--"}
# Narration: "..., said Orlen".
_TOLD = re.compile(r"[”\"]\W*(?:\w+ ){0,3}(?:said|says|told|added|asked)\b")
_MARKS = {'"', "“", "‘", "'"}
# What is spoken asks, has a first or second person, or words of assent, thanks and order.
_SPOKEN = re.compile(
    r"\?|\b(?:I|(?:[Ww]e|[Yy]ou|[Mm]y|[Yy]our|[Oo]ur|[Mm]e|us|[Yy]es|[Yy]eah|[Nn]o|[Tt]hanks?|[Pp]lease|[Oo]kay|Oh|Hear|Order|"
    r"[Hh]ello|Good (?:morning|afternoon|evening)|[Ss]ir|[Mm]adam|[Mm]r\.? (?:Speaker|President|Chairman)))\b"
)
# "Ends 4.14 pm", "###", "This interview has been edited for length.", "(END VIDEO CLIP)".
_OVER = re.compile(
    r"\W*(?:(?:END|End|Ends|ENDS)\W*(?:(?:of|OF|VIDEO|AUDIO|\d).{0,40})?|#{3}|(?:With )?(?:additional )?reporting by .*"
    r"|Follow .{0,60} on (?:Twitter|Facebook|X)\b.*"
    r"|(?:This|The) (?:interview|transcript|conversation) (?:has been|was) .{0,40}(?:edited|condensed|translated).*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What is said behind a label, up to the next one.

    Attributes:
        label: the label.
        first: the number of the paragraph that it opens.
        last: that of the last paragraph of the turn.
    """

    label: Label
    first: int
    last: int


def find_turns(paragraphs: Sequence[str]) -> list[Turn]:
    """Return the turns of a page, in order; none where it has no transcript.

    Lists and boxes have labels too ("GOALKEEPERS: ..."), each once, or the same again. On a page that is for the most
    part a transcript each turn goes on to the next label; elsewhere, where an exchange is printed in a story, it is its
    paragraph.

    Args:
        paragraphs: the paragraphs of the page, without headings, captions and debris.
    """
    labels = _talking(paragraphs, _labels(paragraphs))
    starts = list(labels)
    if not starts:
        return []
    over = next((n for n in range(starts[-1] + 1, len(paragraphs)) if _OVER.fullmatch(paragraphs[n])), len(paragraphs))
    firm = _is_firm(labels)
    turns = [
        Turn(labels[first], first, following - 1 if firm else _last_spoken(labels[first], paragraphs, first, following))
        for first, following in pairwise(starts)
    ]
    # The last one is no longer than others are, but for what sounds spoken.
    usual = starts[-1] + max((turn.last - turn.first for turn in turns), default=0)
    last = max(_last_spoken(labels[starts[-1]], paragraphs, starts[-1], over), min(usual, over - 1))
    told = (n for n in range(starts[-1] + 1, last + 1) if _TOLD.search(paragraphs[n]))
    turns.append(Turn(labels[starts[-1]], starts[-1], next(told, last + 1) - 1))
    if not _is_transcript(turns, paragraphs):
        turns = [Turn(one.label, one.first, min(one.last, one.first + _is_alone(one, paragraphs))) for one in turns]
    return turns


def _is_firm(labels: Mapping[int, Label]) -> bool:
    """Say whether what stands between two labels is said in any case: there are many, or they stand close together."""
    times = Counter(label.name for label in labels.values())
    many = len(labels) >= _MANY and sum(count > 1 for count in times.values()) >= _TWO
    return many or len(labels) >= _DENSE * (max(labels) + 1 - min(labels))


def _is_alone(turn: Turn, paragraphs: Sequence[str]) -> bool:
    """Say whether a label stands on a line of its own."""
    return turn.label.end >= len(paragraphs[turn.first])


def _last_spoken(label: Label, paragraphs: Sequence[str], first: int, end: int) -> int:
    """Return the last paragraph from the turn at `first` to before `end` that goes on from those before as speech."""
    # What stands below a label on a line of its own is said in any case.
    last = min(first + (label.end >= len(paragraphs[first])), end - 1)
    while last + 1 < end and (_sounds_spoken(paragraphs, last + 1, 1) or _sounds_spoken(paragraphs, last + 2, 2)):
        last += 1
    return last


def _sounds_spoken(paragraphs: Sequence[str], number: int, count: int) -> bool:
    some = paragraphs[number : number + count]
    return len(some) == count and all(map(_is_spoken, some))


def _is_spoken(words: str) -> bool:
    """Say whether words sound spoken; captions are all in capitals."""
    return _SPOKEN.search(words) is not None or words.isupper()


def _labels(paragraphs: Sequence[str]) -> dict[int, Label]:
    """Return the labels that open paragraphs, by the numbers of these.

    Where names stand on lines of their own with what they are ("Ana Gill (Ostrel North)"), they do so without it later;
    where captions mark each new voice, or a chat has a time for each, nothing else does.
    """
    labels = {number: label for number, text in enumerate(paragraphs) if (label := label_of(text))}
    voices = {number: label for number, label in labels.items() if paragraphs[number].startswith(VOICE)}
    if len(voices) >= _TWO:
        return voices
    timed = {number: label for number, label in labels.items() if label.timed}
    if len(timed) >= _FEWEST and len(timed) >= _MARKED * len(labels):
        return timed
    alone = {label.name for number, label in labels.items() if label.end >= len(paragraphs[number])}
    if len(alone) < _TWO:
        return labels
    for number, text in enumerate(paragraphs):
        name = text.strip()
        if number not in labels and (name in alone or (len(name.split()) in _ROLE_WORDS and is_role(name))):
            labels[number] = Label((0, len(name)), None, len(text), name, marked=True, sure=False)
    return dict(sorted(labels.items()))


def _talking(paragraphs: Sequence[str], labels: Mapping[int, Label]) -> dict[int, Label]:
    """Return those of `labels` that open turns, by the numbers of their paragraphs; none where nobody talks."""
    times = Counter(label.name for label in labels.values())
    if not labels or not _is_talk(labels, times, paragraphs):
        return {}
    if times[QUESTION] + times[ANSWER] == 1 and max(times.values()) == 1:
        labels = {n: label for n, label in labels.items() if label.name not in {QUESTION, ANSWER}}
    kept = {n: label for n, label in labels.items() if label.marked or times[label.name] > 1}
    first, last = min(kept, default=0), max(kept, default=0)
    among = len(kept) >= _FEWEST and len(kept) >= _DENSE * (last + 1 - first)
    named = {n for n, label in labels.items() if among and first < n < last and len(label.name.split()) in _NAME_WORDS}
    # Whoever speaks between two others is one of them.
    named |= {n for n in labels if n - 1 in kept and n + 1 in kept}
    return dict(sorted((kept | {n: labels[n] for n in named}).items()))


def _is_talk(labels: Mapping[int, Label], times: Counter[str], paragraphs: Sequence[str]) -> bool:
    """Say whether people talk to each other: it sounds spoken, and two are persons, one speaks again, or asks another.

    Times and titles open the lines of programmes, reports and lists, too, which nobody speaks.
    """
    said = {n: paragraphs[n][label.end :] or "".join(paragraphs[n + 1 : n + 2]) for n, label in labels.items()}
    spoken = sum(map(_is_spoken, said.values()))
    if len({label.name for n, label in labels.items() if _is_of_debate(label, paragraphs[n])}) >= _TWO:
        return True
    if spoken < max(1, _SPOKEN_SHARE * len(labels)):
        return False
    if len({label.name for label in labels.values() if label.sure}) >= _TWO:
        return True
    if len(times) < _TWO:
        told = (label.sure or _is_answer(paragraphs, n, label) for n, label in labels.items())
        return len(labels) > 1 and all(told)
    asked = len(labels) <= _PAIR and any(_asks(words) for words in said.values())
    return asked or max(times.values()) > 1


def _is_of_debate(label: Label, paragraph: str) -> bool:
    """Say whether a label is as those of a parliament and of nothing else: "Ms GILL—"."""
    dash = label.cue is not None and paragraph[slice(*label.cue)] in _DASHES
    return dash and label.sure and label.name.split()[-1].isupper()


def _is_answer(paragraphs: Sequence[str], number: int, label: Label) -> bool:
    """Say whether what is labelled answers a question that has no label, or is quoted."""
    quoted = paragraphs[number][label.end : label.end + 1] in _MARKS
    return quoted or (number > 0 and _asks(paragraphs[number - 1]))


def _is_transcript(turns: Sequence[Turn], paragraphs: Sequence[str]) -> bool:
    """Say whether a page is one: half of it is turns, of two or more who talk to each other."""
    times = Counter(turn.label.name for turn in turns)
    sure = {turn.label.name for turn in turns if turn.label.sure}
    again = sum(count > 1 for count in times.values())
    asked = any(_asks(paragraphs[turn.first]) for turn in turns)
    talk = again >= _TWO or (again > 0 and asked and len(times) >= _TWO) or len(sure) >= _TWO
    covered = sum(turn.last + 1 - turn.first for turn in turns)
    few = len(turns) < _FEWEST or len(turns) < _LABELLED * covered
    return talk and covered >= _SHARE * len(paragraphs) and (not few or len(sure) >= _TWO)


def _asks(paragraph: str) -> bool:
    return paragraph.rstrip(' ”"*').endswith("?")
