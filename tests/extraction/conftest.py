"""What tests of reading share: articles read without a model, by what is written down of them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest
from spacy.tokens import Doc

from onrecord.extraction import Document, find_quotations
from onrecord.extraction.attribution import Attribution
from onrecord.extraction.attribution.candidates import rule_relations
from onrecord.extraction.attribution.decoding import DecodedRelation
from onrecord.extraction.attribution.fusion import combine
from onrecord.extraction.encoder import Calibration
from onrecord.extraction.events import EventClassifier
from onrecord.extraction.ranges import CharRange, TokenRange
from onrecord.extraction.recording import record
from onrecord.records import Article, Label, Published, Statement
from tests.conftest import Annotate, MakeArticle

type Read = Callable[..., Article]
type Statements = Callable[..., tuple[Statement, ...]]
type Spoken = Callable[..., list[list[str]]]

# Every relation is right with a probability of .95.
_SURE = Calibration(2.944, {})
# As such relations have them.
_EVIDENCE = {"cue": 0.98, "content": 0.97, "source": 0.95}


@dataclass(frozen=True, slots=True)
class Said:
    """A relation that the network finds, in the words of the text."""

    source: str | None
    cue: str | None
    content: Sequence[str]
    others: Sequence[str]

    def decoded(self, doc: Doc) -> DecodedRelation:
        content = [_nearest(doc, words, 0) for words in self.content]
        at = doc[content[0][0]].idx
        return DecodedRelation(
            content=content,
            cue=_nearest(doc, self.cue, at) if self.cue else None,
            source=_nearest(doc, self.source, at) if self.source else None,
            others=[_nearest(doc, words, at) for words in self.others],
            evidence=dict(_EVIDENCE),
        )


def said(source: str | None, cue: str | None, *content: str, others: Sequence[str] = ()) -> Said:
    """Return a relation for `read`, with the sources that its cue might have had; without a cue it has no source."""
    return Said(source, cue, content, others)


def _nearest(doc: Doc, words: str, near: int) -> TokenRange:
    """Return the tokens of the words of a text that stand nearest to a character."""
    text = doc.text
    places = [at for at in range(len(text)) if text.startswith(words, at)]
    spans = [span for at in places if (span := doc.char_span(at, at + len(words))) is not None]
    if not spans:
        raise ValueError(f"{words!r} are no words of {text!r}")
    best = min(spans, key=lambda span: abs(span.start_char - near))
    return TokenRange(best.start, best.end)


def as_the_rules_say(doc: Doc, hints: Sequence[Attribution]) -> Iterator[DecodedRelation]:
    """Yield what a network finds that sees what the rules see.

    As the network that ships it reads no quote marks, and knows neither labelled turns nor statements in statements.
    """
    for hint in hints:
        content = [_unmarked(doc, words) for words in hint.content]
        if hint.cue is None or hint.inherited:
            yield DecodedRelation(content)
        elif doc.text[slice(*hint.cue)] != ":" and not any(_lies_in(hint, other) for other in hints):
            source = _tokens(doc, hint.source) if hint.source else None
            yield DecodedRelation(content, _tokens(doc, hint.cue), source, evidence=dict(_EVIDENCE))


def _lies_in(inner: Attribution, outer: Attribution) -> bool:
    return inner is not outer and all(
        any(start <= words[0] and words[1] <= end and (start, end) != words for start, end in outer.content)
        for words in inner.content
    )


def _tokens(doc: Doc, where: CharRange) -> TokenRange:
    span = doc.char_span(*where, alignment_mode="expand")
    assert span is not None
    return TokenRange(span.start, span.end)


def _unmarked(doc: Doc, where: CharRange) -> TokenRange:
    start, end = _tokens(doc, where)
    start += doc[start].is_quote
    return TokenRange(start, end - (doc[end - 1].is_quote and end - 1 > start))


class StandInClassifier(EventClassifier):
    """Is sure of the first of `types` that an event can be of, and believes in no other; of any type, where None."""

    def __init__(self, types: Sequence[str] | None) -> None:
        self._types = types

    def type(self, parts: list[str], types: Collection[str], *, certain: bool = False) -> tuple[str, float]:
        able = sorted(types) if self._types is None else [type_ for type_ in self._types if type_ in types]
        return (able[0], 1.0) if able else (min(types), 0.0)


@pytest.fixture
def read(annotate: Annotate, make_article: MakeArticle) -> Read:
    """Read an article made from paragraphs, without a model.

    What the network would find of attributions is `found`, or what the rules find; what the classifier would say of
    events, `types`.
    """

    def made(
        *paragraphs: str,
        title: str | None = None,
        byline: str | None = None,
        published: date | None = None,
        found: Sequence[Said] | None = None,
        types: Sequence[str] | None = None,
    ) -> Article:
        article = replace(
            make_article(*paragraphs, title=title),
            byline=Label(byline) if byline else None,
            published=Published(published, "given"),
        )
        doc = annotate(article)
        quotes, hints = find_quotations(doc), rule_relations(doc)
        decoded = as_the_rules_say(doc, hints) if found is None else (one.decoded(doc) for one in found)
        attributions = combine(doc, list(decoded), hints, quotes, _SURE)
        return record(Document(article), doc, quotes, attributions, StandInClassifier(types))

    return made


@pytest.fixture
def statements(read: Read) -> Statements:
    """Give the statements of an article made from paragraphs."""
    return lambda *paragraphs, **given: read(*paragraphs, **given).statements


@pytest.fixture
def spoken(statements: Statements) -> Spoken:
    """Give the names of the speakers of each statement of an article made from paragraphs."""
    return lambda *paragraphs, **given: [
        [speaker.name for speaker in statement.speakers] for statement in statements(*paragraphs, **given)
    ]
