"""An examination or an interview in questions and answers: who asks, and who answers."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.coreference.context import Context
from onrecord.extraction.document import PARTS
from onrecord.extraction.entities import DiscourseEntity, PersonName, is_title
from onrecord.transcripts import ANSWER, QUESTION, label_of, sworn_name

_BY = "by"
# A paragraph of a record in which a witness is called.
_CALLS = re.compile(
    r"\b(?:sworn|affirmed|witness|deposition|testimony|to the stand|(?:evidence|examination) of)\b", re.IGNORECASE
)
# "DEPOSITION OF EDDA MORAY": in capitals the tagger knows no name.
_DEPOSED = re.compile(r"\b(?:DEPOSITION|TESTIMONY) OF (?P<name>(?!THE )[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,3})\b")
# Whoever asks so examines nobody.
_JUDGES = re.compile(r"\b(?:judge|justice|court|magistrate|sir|lady|lord|chair\w*|clerk)\b", re.IGNORECASE)
_CALLS_BY_NAME = re.compile(r"\b(?:calls|[Nn]ext witness is) (?:to the stand )?[A-Z]")
# Key of `doc.user_data`.
_RECORD = "onrecord.examination"


@dataclass(frozen=True, slots=True)
class _Record:
    """What the paragraphs of a document tell of questions and answers, by the tokens at which they begin.

    Attributes:
        questions: which of them begin with "Q", in order.
        answers: which with "A".
        asking: the names in other labels whose paragraph asks, or that say who examines ("BY MR. MAREK:").
        labelled: the names in labels, by each of their words.
        calls: where paragraphs without a label call a witness, and where those end; and those with one that say whom.
        answered: the one name in labels whose questions are answered behind an "A".
        deposed: who is named in capitals by a line above all labels, and is nobody to the tagger.
        sworn: where lines end that name in capitals who takes an oath, and who that is.
    """

    questions: Sequence[int]
    answers: Sequence[int]
    asking: Sequence[tuple[int, PersonName]]
    labelled: Mapping[str, Sequence[PersonName]]
    calls: Sequence[tuple[int, int]]
    answered: PersonName | None
    deposed: DiscourseEntity | None
    sworn: Sequence[tuple[int, DiscourseEntity]]


class Examination:
    """The questions and answers of a document, with who is known to ask and to answer.

    Attributes:
        start: the token at which the first question or answer begins; the end of the document if there is none.
    """

    def __init__(self, context: Context) -> None:
        self._discourse = context.discourse
        self._record = _record_of(context.doc)
        self.start = min([*self._record.questions[:1], *self._record.answers[:1], len(context.doc)])

    def witness(self, token: int) -> DiscourseEntity | None:
        """Return who answers at `token`: whom the record has called last, else the one named in full in the lead.

        Nobody where several are named, since an answer is then anybody's.
        """
        unlabelled = self._unlabelled()
        calls = [call for call in self._record.calls if call[0] < token]
        called = [(place, one) for one in unlabelled for place in _places_within(one, calls)]
        called += [(place, self._known(one)) for place, one in self._record.sworn if place < token]
        if called:
            return max(called, key=lambda found: found[0])[1]
        named = [one for one in unlabelled if one.before(self.start)]
        if not named:
            return self._record.deposed
        return named[0] if len(named) == 1 else None

    def examiner(self, token: int) -> DiscourseEntity | None:
        """Return who asks the question at `token`, None where there is no answer, as in a room full of reporters.

        "BY MR. MAREK:" stands over his questions, or a question of his under his name comes before; or below, where
        a record begins in the middle and nobody else is answered.
        """
        before = [name for start, name in self._record.asking if start < token]
        name = before[-1] if before else self._record.answered
        if not self._record.answers or name is None:
            return None
        return next((one for one in self._persons() if is_called(one, name)), None)

    def has_label(self, person: DiscourseEntity) -> bool:
        """Say whether a label names a person."""
        words = PersonName.parse(person.name).words
        return any(is_called(person, name) for word in words for name in self._record.labelled.get(word, ()))

    def _known(self, sworn: DiscourseEntity) -> DiscourseEntity:
        """Return who is named as fully elsewhere by the name of somebody sworn, else that one."""
        name = PersonName.parse(sworn.name)
        return next((one for one in self._persons() if PersonName.parse(one.name).extends(name)), sworn)

    def _persons(self) -> list[DiscourseEntity]:
        return [one for one in self._discourse.entities if one.type == "person" and one.named]

    def _unlabelled(self) -> list[DiscourseEntity]:
        return [one for one in self._persons() if " " in one.name and not self.has_label(one)]


def _record_of(doc: Doc) -> _Record:
    """Return the record of a document, which is made once."""
    record: _Record | None = doc.user_data.get(_RECORD)
    if record is None:
        record = doc.user_data[_RECORD] = _made(doc)
    return record


def _made(doc: Doc) -> _Record:
    questions: list[int] = []
    answers: list[int] = []
    calls: list[tuple[int, int]] = []
    asking: list[tuple[int, PersonName]] = []
    labelled: dict[str, PersonName] = {}
    answered: list[PersonName] = []
    asked: PersonName | None = None
    above: PersonName | None = None
    sworn: list[tuple[int, DiscourseEntity]] = []
    deposed: DocSpan | None = None
    for part in doc.spans[PARTS]:
        opening, text = doc[part.start], part.text
        label = label_of(text)
        if label is not None and label.name in {QUESTION, ANSWER}:
            (questions if _is(opening, QUESTION) else answers).append(part.start)
            if asked is not None and not _is(opening, QUESTION):
                answered.append(asked)
            elif above is not None and not asking and questions == [part.start]:
                # Whoever speaks right above the first question asks it.
                asking.append((part.start - 1, above))
            asked = above = None
            continue
        if (_CALLS if label is None else _CALLS_BY_NAME).search(text):
            calls.append((part.start, part.end))
        oath = sworn_name(text) if label is None else None
        taking = _speaker(doc, part, oath) if oath is not None else None
        if taking is not None:
            sworn.append((part.end - 1, _entity(doc, taking)))
        line = _DEPOSED.search(text) if deposed is None and label is None and not labelled and not questions else None
        if line is not None:
            deposed = _speaker(doc, part, line.span("name"))
        span = _speaker(doc, part, label.speaker) if label is not None else None
        if span is None:
            continue
        by = span[0].lower_ == _BY and len(span) > 1
        name = name_in(doc, span[1:] if by else span)
        labelled[span.text] = name
        above = None if _JUDGES.search(span.text) else name
        asked = above if text.rstrip().endswith("?") else None
        if by or asked is not None:
            asking.append((part.start, name))
    by_word: dict[str, list[PersonName]] = {}
    for name in labelled.values():
        for word in name.words:
            by_word.setdefault(word, []).append(name)
    witness = _entity(doc, deposed) if deposed is not None else None
    return _Record(questions, answers, asking, by_word, calls, _only(answered), witness, sworn)


def _only(names: Sequence[PersonName]) -> PersonName | None:
    """Return the name that all of some are, None where they are more."""
    return names[0] if names and all(name.words == names[0].words for name in names) else None


def _entity(doc: Doc, span: DocSpan) -> DiscourseEntity:
    """Return a person named in capitals, whom the tagger does not know."""
    named = without_titles(doc, span)
    return DiscourseEntity("person", named.text, [named])


def _places_within(person: DiscourseEntity, ranges: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield where a person is mentioned within some of the ranges of tokens, which are in order."""
    for mention in person.mentions:
        at = bisect_right(ranges, mention.start, key=lambda one: one[0]) - 1
        if at >= 0 and mention.start < ranges[at][1]:
            yield mention.start


def _speaker(doc: Doc, part: DocSpan, speaker: tuple[int, int]) -> DocSpan | None:
    start = part.start_char
    return doc.char_span(start + speaker[0], start + speaker[1], alignment_mode="expand")


def _is(token: Token, label: str) -> bool:
    return token.text.rstrip(".") == label


def is_called(person: DiscourseEntity, name: PersonName) -> bool:
    """Say whether a person's name has the words of a name, or fewer of them."""
    known = PersonName.parse(person.name)
    return known.extends(name) or name.extends(known)


def name_in(doc: Doc, span: DocSpan) -> PersonName:
    """Return the name behind the titles of a label."""
    return PersonName.parse(without_titles(doc, span).text)


def without_titles(doc: Doc, span: DocSpan) -> DocSpan:
    """Return the words of a label behind its titles."""
    titles = [token.i for token in span[:-1] if is_title(token.text)]
    return doc[titles[-1] + 1 if titles else span.start : span.end]
