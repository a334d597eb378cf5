"""An examination or an interview in questions and answers: who asks, and who answers."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.coreference.context import Context
from onrecord.extraction.document import PARTS
from onrecord.extraction.entities import DiscourseEntity, PersonName, is_title
from onrecord.transcripts import ANSWER, QUESTION, label_of

_BY = "by"


class Examination:
    """The questions and answers of a document, as far as they are read.

    Attributes:
        start: the token at which the first question or answer begins; the end of the document if there is none.
    """

    def __init__(self, context: Context) -> None:
        self._doc, self._discourse, self._spoken = context.doc, context.discourse, context.spoken
        self._parts = list(context.doc.spans[PARTS])
        self.start = next(_questions_and_answers(context.doc), len(context.doc))

    @property
    def witness(self) -> DiscourseEntity | None:
        """Who answers: whoever did last; else who is named most of those named in full before, and has no label."""
        places, spoke = self._spoken
        last = next((spoke[place] for place in reversed(places) if _is(self._doc[place], ANSWER)), ())
        if last:
            return last[0]
        persons = [
            entity
            for entity in self._discourse.entities
            if entity.type == "person" and entity.named and " " in entity.name and entity.before(self.start)
        ]
        labelled = self.labelled
        return max((one for one in persons if one not in labelled), key=lambda one: len(one.mentions), default=None)

    @property
    def labelled(self) -> set[DiscourseEntity]:
        """Whom labels name."""
        return {one for part in self._parts for one in self._labelled(part)}

    def examiner(self, token: int) -> DiscourseEntity | None:
        """Return who asks the question at `token`, None where there is no answer, as in a room full of reporters.

        "BY MR. MAREK:" stands over his questions, or a question of his under his name comes before.
        """
        if not any(_is(self._doc[at], ANSWER) for at in _questions_and_answers(self._doc)):
            return None
        for part in reversed([part for part in self._parts if part.start < token]):
            if _is(self._doc[part.start], QUESTION):
                return next(iter(self._spoken[1].get(part.start, ())), None)
            if self._doc[part.start].lower_ == _BY or part.text.rstrip().endswith("?"):
                for one in self._labelled(part):
                    return one
        return None

    def _labelled(self, part: DocSpan) -> Iterator[DiscourseEntity]:
        """Yield the persons whose name a label at the beginning of a part has."""
        label = label_of(part.text)
        if label is None or label.name in {QUESTION, ANSWER}:
            return
        start = part.start_char + label.speaker[0]
        span = self._doc.char_span(start, part.start_char + label.speaker[1], alignment_mode="expand")
        if span is not None:
            name = name_in(self._doc, span[1:] if span[0].lower_ == _BY and len(span) > 1 else span)
            yield from (one for one in self._discourse.entities if one.type == "person" and is_called(one, name))


def _questions_and_answers(doc: Doc) -> Iterator[int]:
    """Yield the tokens that are "Q" or "A" as a label; "A harbour in trouble" begins no interview."""
    for part in doc.spans[PARTS]:
        opening = doc[part.start]
        closed = opening.text.endswith(".") or doc[part.start : part.start + 2].text.endswith((":", "."))
        if _is(opening, QUESTION) or (_is(opening, ANSWER) and closed):
            yield part.start


def _is(token: Token, label: str) -> bool:
    return token.text.rstrip(".") == label


def is_called(person: DiscourseEntity, name: PersonName) -> bool:
    """Say whether a person's name has the words of a name, or fewer of them."""
    known = PersonName.parse(person.name)
    return known.extends(name) or name.extends(known)


def name_in(doc: Doc, span: DocSpan) -> PersonName:
    """Return the name behind the titles of a label."""
    titles = [token.i for token in span[:-1] if is_title(token.text)]
    return PersonName.parse(doc[titles[-1] + 1 if titles else span.start : span.end].text)
