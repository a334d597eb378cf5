"""The turns of a transcript: which labels open them, and how far each goes."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.transcripts.labels import ANSWER, QUESTION, VOICE, Label, is_role, label_of

# From so many labels on, so large a share of the page between the first and the last, and so many of its paragraphs, it
# is a transcript.
_FEWEST = 3
_SHARE = 0.5
_LABELLED = 0.1
# Where so many of the labels show by their form that they are, others that come again are parts of a list in a turn.
_MARKED = 0.8
# A name that stands once is a label where so many paragraphs have one.
_DENSE = 0.3
_NAME_WORDS = range(2, 5)
_ROLE_WORDS = range(2, 5)
_TWO = 2
# So few labels, of which each stands once, may be a question and its answer.
_PAIR = 3
_MARKS = {'"', "“", "‘", "'"}
# "Ends 4.14 pm", "###", "This interview has been edited for length.", "(END VIDEO CLIP)".
_OVER = re.compile(
    r"\W*(?:(?:END|End|Ends|ENDS)\b(?! of the day).{0,40}|#{3}|(?:With )?(?:additional )?reporting by .*"
    r"|Follow .{0,60} on (?:Twitter|Facebook|X)\b.*|(?:This|The) (?:interview|transcript|conversation) (?:has|was) .*)",
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
    runs_on = over - starts[0] >= _SHARE * len(paragraphs) and _is_transcript(labels, over, paragraphs)
    turns = []
    for first, following in zip(starts, [*starts[1:], over], strict=True):
        alone = labels[first].end >= len(paragraphs[first])
        last = following - 1 if runs_on else min(first + alone, following - 1)
        turns.append(Turn(labels[first], first, last))
    return turns


def _labels(paragraphs: Sequence[str]) -> dict[int, Label]:
    """Return the labels that open paragraphs, by the numbers of these.

    Where names stand on lines of their own with what they are ("Ana Gill (Ostrel North)"), they do so without it later;
    where captions mark each new voice, nothing else does.
    """
    labels = {number: label for number, text in enumerate(paragraphs) if (label := label_of(text))}
    voices = {number: label for number, label in labels.items() if paragraphs[number].startswith(VOICE)}
    if len(voices) >= _TWO:
        return voices
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
    if not _is_talk(labels, times, paragraphs):
        return {}
    if times[QUESTION] + times[ANSWER] == 1 and max(times.values()) == 1:
        labels = {n: label for n, label in labels.items() if label.name not in {QUESTION, ANSWER}}
    kept = {n: label for n, label in labels.items() if label.marked or times[label.name] > 1}
    if sum(label.marked for label in kept.values()) >= _MARKED * len(kept):
        return {n: label for n, label in kept.items() if label.marked}
    dense = len(kept) >= _FEWEST and len(kept) >= _DENSE * (max(kept) + 1 - min(kept))
    return {
        n: label
        for n, label in labels.items()
        if n in kept or (dense and min(kept) < n < max(kept) and len(label.name.split()) in _NAME_WORDS)
    }


def _is_talk(labels: Mapping[int, Label], times: Counter[str], paragraphs: Sequence[str]) -> bool:
    """Say whether people talk to each other: two are persons, one speaks again, or one asks and another answers."""
    if len({label.name for label in labels.values() if label.sure}) >= _TWO:
        return True
    if len(times) < _TWO:
        told = (label.sure or _is_answer(paragraphs, n, label) for n, label in labels.items())
        return len(labels) > 1 and all(told)
    asked = len(labels) <= _PAIR and any(_asks(paragraphs[number]) for number in labels)
    return asked or max(times.values()) > 1


def _is_answer(paragraphs: Sequence[str], number: int, label: Label) -> bool:
    """Say whether what is labelled answers a question that has no label, or is quoted."""
    quoted = paragraphs[number][label.end : label.end + 1] in _MARKS
    return quoted or (number > 0 and _asks(paragraphs[number - 1]))


def _is_transcript(labels: Mapping[int, Label], over: int, paragraphs: Sequence[str]) -> bool:
    """Say whether two or more talk to each other by turns, who are told by labels up to the paragraph `over`."""
    times = Counter(label.name for label in labels.values())
    sure = {label.name for label in labels.values() if label.sure}
    again = sum(count > 1 for count in times.values())
    asked = any(_asks(paragraphs[number]) for number in labels)
    talk = again >= _TWO or (again > 0 and asked and len(times) >= _TWO) or len(sure) >= _TWO
    few = len(labels) < _FEWEST or len(labels) < _LABELLED * (over - min(labels))
    return talk and (not few or len(sure) >= _TWO)


def _asks(paragraph: str) -> bool:
    return paragraph.rstrip(' ”"*').endswith("?")
