"""The turns of a transcript: which labels open them, and how far each goes."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord import lexicons
from onrecord.transcripts.interviews import find_interview
from onrecord.transcripts.labels import ANSWER, QUESTION, VOICE, Label, begins_with_time, is_role, label_of
from onrecord.transcripts.speech import asks, is_narrated, is_over, sounds_spoken
from onrecord.transcripts.unlabelled_questions import asked_between

_GIVEN_NAMES = lexicons.mapping("given_names.tsv")
_TWO = 2
# With so many labels, on so many of the paragraphs of its turns, a page may be a transcript; so much of it is turns.
_FEWEST, _LABELLED, _SHARE = 3, 0.1, 0.5
# What stands between two labels is said where so many of the paragraphs have labels; where there are so many labels, of
# which two come again; or where all labels show by their form that they are, from so early on.
_DENSE, _MANY, _EARLY = 0.5, 8, 2
# A name that stands once is a label where so many of the paragraphs have one.
_AMONG = 0.2
# So many of the labelled paragraphs sound spoken where people talk; in a chat, where each has a time, fewer.
_SPOKEN, _CHATTED = 0.4, 0.25
# Where so many labels are marked, or have a time, others are parts of a list.
_MOST = 0.8
# Where so many of the lines with a time are no labels, it is a log of what happens.
_LOG = 0.5
# So few labels, of which each stands once, may be a question and its answer.
_PAIR = 3
# The words of a name that stands once; of a role on a line of its own.
_WORDS, _ROLE_WORDS = range(2, 5), range(1, 5)
# The words of a full name, and the least of what is said in a debate.
_FULL_NAME, _SENTENCE = range(2, 4), 6
_DASHES = {"—", "–", "--", "-"}
_MARKS = {'"', "“", "‘", "'"}


@dataclass(frozen=True, slots=True)
class Turn:
    """What is said behind a label, up to the next one.

    Attributes:
        label: the label.
        first: the number of the paragraph that it opens.
        last: that of the last paragraph of the turn.
        asked: those of the paragraphs between that somebody else asks, without a label.
    """

    label: Label
    first: int
    last: int
    asked: frozenset[int] = frozenset()


def find_turns(paragraphs: Sequence[str], emphasised: Collection[int] = ()) -> list[Turn]:
    """Return the turns of a page, in order; none where nobody talks.

    Lists and boxes have labels too ("GOALKEEPERS: ..."), each once, or the same again. On a page that is for the most
    part a transcript each turn goes on to the next label; elsewhere, where an exchange is printed in a story, it is its
    paragraph. What is asked between two turns (`asked_between`) is in neither.

    Args:
        paragraphs: the paragraphs of the page, without headings, captions and debris.
        emphasised: the numbers of those that are in bold or italics, where markup tells.
    """
    talk = _Labelled(paragraphs, _labels(paragraphs)).speaking()
    starts = list(talk.labels)
    if not starts:
        return []
    firm = talk.stand_close()
    asked = asked_between(paragraphs, talk.labels, emphasised)
    turns = [
        Turn(talk.labels[first], first, following - 1 if firm else talk.last_spoken(first, following))
        for first, following in pairwise(starts)
    ]
    longest = max((turn.last - turn.first for turn in turns), default=0)
    turns.append(Turn(talk.labels[starts[-1]], starts[-1], talk.end_of_last(starts[-1], longest)))
    turns = [
        Turn(one.label, one.first, one.last - (one.last in asked), frozenset(asked & set(range(one.first, one.last))))
        for one in turns
    ]
    if not talk.is_transcript(len(asked) + sum(turn.last + 1 - turn.first for turn in turns)):
        turns = [Turn(one.label, one.first, min(one.last, one.first + talk.is_alone(one.first))) for one in turns]
    return turns


def _labels(paragraphs: Sequence[str]) -> dict[int, Label]:
    """Return what has the form of a label, by the numbers of the paragraphs that it opens.

    Where names stand on lines of their own with what they are ("Ana Gill (Ostrel North)"), they do so without it later;
    where captions mark each new voice, or a chat has a time for each, nothing else is one.
    """
    labels = {number: label for number, text in enumerate(paragraphs) if (label := label_of(text))}
    voices = {number: label for number, label in labels.items() if paragraphs[number].startswith(VOICE)}
    if len(voices) >= _TWO:
        return voices
    timed = {number: label for number, label in labels.items() if label.timed}
    if len(timed) >= _FEWEST and len(timed) >= _MOST * len(labels):
        others = sum(n not in timed and begins_with_time(text) for n, text in enumerate(paragraphs))
        return timed if others < _LOG * len(timed) else {}
    if any(text.startswith("B. ") for text in paragraphs):
        # The answers of a quiz.
        labels = {number: label for number, label in labels.items() if label.name not in {QUESTION, ANSWER}}
    lines = {number for number, label in labels.items() if label.end >= len(paragraphs[number])}
    if any(_tells_of(labels[number], paragraphs[number + 1]) for number in lines if number + 1 < len(paragraphs)):
        # A list of persons: "Ana Gill — Harbour Master" above "Gill was born in Ostrel."
        labels = {number: label for number, label in labels.items() if number not in lines or label.sure}
    alone = {labels[number].name for number in lines & labels.keys()}
    if len(alone) < _TWO:
        return labels
    for number, text in enumerate(paragraphs):
        name = text.strip()
        if number not in labels and (name in alone or (len(name.split()) in _ROLE_WORDS and is_role(name))):
            labels[number] = Label((0, len(name)), None, len(text), name, marked=True, sure=False)
    return dict(sorted(labels.items()))


def _tells_of(label: Label, below: str) -> bool:
    """Say whether what stands below a label begins with the name of whom it names, as nobody does."""
    return below.startswith((f"{label.name} ", f"{label.name},", f"{_surname(label)} ", f"{_surname(label)},"))


def _surname(label: Label) -> str:
    return label.name.split()[-1]


class _Labelled:
    """The paragraphs of a page, with those of `labels`, by their numbers and in order."""

    def __init__(self, paragraphs: Sequence[str], labels: Mapping[int, Label]) -> None:
        self.labels = labels
        self._paragraphs = paragraphs
        self._times = Counter(label.name for label in labels.values())
        self._sure = {label.name for label in labels.values() if label.sure}

    def speaking(self) -> "_Labelled":
        """Return the page with the labels that open turns only; with none where nobody talks."""
        if self._is_debate():
            return self
        if not self._is_talk():
            return _Labelled(self._paragraphs, {})
        labels = self.labels
        if self._times[QUESTION] + self._times[ANSWER] == 1 and max(self._times.values()) == 1:
            labels = {n: label for n, label in labels.items() if label.name not in {QUESTION, ANSWER}}
        again = {name for name, count in self._times.items() if count > 1}
        # "Ana Gill" at first, and "Gill" from then on.
        kept = {n: one for n, one in labels.items() if one.marked or not again.isdisjoint({one.name, _surname(one)})}
        first, last = min(kept, default=0), max(kept, default=0)
        # Whoever speaks once is named as the others are.
        plain = sum(label.marked for label in kept.values()) < _MOST * len(kept)
        among = plain and len(kept) >= max(_FEWEST, _AMONG * (last + 1 - first))
        named = {n for n, label in labels.items() if among and first < n and len(label.name.split()) < _WORDS.stop}
        if plain:
            named |= {n for n in labels if n - 1 in kept and n + 1 in kept}
        return _Labelled(self._paragraphs, dict(sorted((kept | {n: labels[n] for n in named}).items())))

    def stand_close(self) -> bool:
        """Say whether what stands between two labels is said in any case: there are many, or they stand close."""
        again = sum(count > 1 for count in self._times.values())
        share = len(self.labels) / (max(self.labels) + 1 - min(self.labels))
        many = len(self.labels) >= _MANY and again >= _TWO and share >= _LABELLED
        early = min(self.labels) <= _EARLY and (
            all(label.marked for label in self.labels.values()) or self._is_debate()
        )
        return share >= _DENSE or many or early

    def is_transcript(self, covered: int) -> bool:
        """Say whether a page of which so many paragraphs are turns is one: several talk to each other on half of it."""
        again = sum(count > 1 for count in self._times.values())
        answered = again > 0 and len(self._times) >= _TWO and any(asks(self._paragraphs[n]) for n in self.labels)
        several = len(self._sure) >= _TWO or self._is_debate()
        many = len(self.labels) >= max(_FEWEST, _LABELLED * covered)
        return covered >= _SHARE * len(self._paragraphs) and (several or (many and (again >= _TWO or answered)))

    def is_alone(self, number: int) -> bool:
        """Say whether the label at a paragraph stands on a line of its own."""
        return self.labels[number].end >= len(self._paragraphs[number])

    def last_spoken(self, first: int, end: int) -> int:
        """Return the last paragraph from the turn at `first` to before `end` that goes on from those before as speech.

        What stands below a label on a line of its own is said in any case.
        """
        last = min(first + self.is_alone(first), end - 1)
        while last + 1 < end and (self._are_spoken(last + 1, 1) or self._are_spoken(last + 2, 2)):
            if self._is_about_speaker(last + 1, first):
                break
            last += 1
        return last

    def end_of_last(self, first: int, longest: int) -> int:
        """Return the last paragraph of the last turn, which goes on as long as others, `longest`, or sounds spoken."""
        behind = range(first + 1, len(self._paragraphs))
        end = next((n for n in behind if is_over(self._paragraphs[n])), len(self._paragraphs))
        interview = find_interview(self._paragraphs)
        if interview is not None and interview.first > first:
            # The first turns alone have labels.
            end = min(end, interview.first)
        last = self.last_spoken(first, end)
        debate = self._is_debate()
        if self.stand_close() and (debate or len(self.labels) >= _MANY):
            last = max(last, min(first + longest, end - 1))
        told = range(first + 1, last + 1)
        about = self.labels if debate else (first,)
        narrated = (
            n for n in told if is_narrated(self._paragraphs[n]) or any(self._is_about_speaker(n, one) for one in about)
        )
        narration = next(narrated, None)
        if narration is None:
            return last
        # What stands before it is said only as far as it sounds so.
        return next((n for n in range(narration - 1, first, -1) if self._are_spoken(n, 1)), first)

    def _is_about_speaker(self, number: int, first: int) -> bool:
        """Say whether a paragraph names whoever has the turn at `first`, as nobody does of themselves."""
        surname = _surname(self.labels[first])
        words = (re.split(r"[’']", word)[0] for word in self._paragraphs[number].casefold().split())
        return len(surname) > _TWO and surname.casefold() in words

    def _is_debate(self) -> bool:
        """Say whether all labels are full names of persons, who take turns, one of them again.

        So print a debate, or two letters and a reply, of which nothing need sound spoken.
        """
        names = [label.name.split() for label in self.labels.values()]
        persons = all(len(name) in _FULL_NAME and name[0].casefold() in _GIVEN_NAMES for name in names)
        turning = all(one != other for one, other in pairwise(names))
        told = all(len(self._said(number).split()) >= _SENTENCE for number in self.labels)
        return persons and turning and told and len(names) >= _FEWEST and len(self._times) < len(names)

    def _is_talk(self) -> bool:
        """Say whether people talk: it sounds spoken, and two are persons, two speak again, or one asks another.

        Times and titles open the lines of programmes, reports and lists, too, which nobody speaks.
        """
        if len({label.name for n, label in self.labels.items() if self._is_of_debate(n)}) >= _TWO:
            return True
        said = [self._said(number) for number in self.labels]
        least = _CHATTED if all(label.timed for label in self.labels.values()) else _SPOKEN
        if sum(map(sounds_spoken, said)) < max(1, int(least * len(said))):
            return False
        if len(self._sure) >= _TWO:
            return True
        if len(self._times) < _TWO:
            return len(self.labels) > 1 and all(self.labels[n].sure or self._is_answer(n) for n in self.labels)
        again, asked = sum(count > 1 for count in self._times.values()), any(map(asks, said))
        return again >= _TWO or self._take_turns() or (asked and (again > 0 or len(said) <= _PAIR))

    def _take_turns(self) -> bool:
        """Say whether somebody speaks again after another, one of whom has a title or a role."""
        names = [label.name for label in self.labels.values()]
        persons = {label.name for label in self.labels.values() if label.sure or is_role(label.name)}
        return any(
            first == third != second and not persons.isdisjoint({first, second})
            for first, second, third in zip(names, names[1:], names[2:], strict=False)
        )

    def _said(self, number: int) -> str:
        """Return what stands behind a label, or below one that stands alone."""
        behind = self._paragraphs[number][self.labels[number].end :]
        return behind or "".join(self._paragraphs[number + 1 : number + 2])

    def _is_of_debate(self, number: int) -> bool:
        """Say whether a label is as those of a parliament and of nothing else: "Ms GILL—"."""
        label = self.labels[number]
        dash = label.cue is not None and self._paragraphs[number][slice(*label.cue)] in _DASHES
        return dash and label.sure and label.name.split()[-1].isupper()

    def _is_answer(self, number: int) -> bool:
        """Say whether what is labelled answers a question that has no label, or is quoted."""
        quoted = self._said(number)[:1] in _MARKS
        return quoted or (number > 0 and asks(self._paragraphs[number - 1]))

    def _are_spoken(self, number: int, count: int) -> bool:
        some = self._paragraphs[number : number + count]
        return len(some) == count and all(map(sounds_spoken, some))
