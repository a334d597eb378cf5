"""Examples: statements that reading finds on annotated pages, what is the case of each, and what is right of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpora.real_pages import RealPage, real_pages
from corpora.statement_matching import RIGHT_WORDS, Row, content_words, matched, shared
from onrecord import SHOWN_MEDIA, pages
from onrecord.extraction import Document, find_quotations
from onrecord.extraction.attribution import Nesting, attribute
from onrecord.extraction.coreference import resolve
from onrecord.extraction.encoder import Encoder
from onrecord.extraction.entities import recognise
from onrecord.extraction.likelihood import Claim, claims, features_of_speakers, features_of_words
from onrecord.extraction.participants import participant_mentions, resolve_participants
from onrecord.records import Article


@dataclass(frozen=True, slots=True)
class Example:
    """A statement.

    Attributes:
        page: the page that it is on.
        words: what is the case of its words.
        speakers: what is the case of its speakers.
        said: it was made, and has these words.
        right: its speakers are right, too.
        required: it is one that a list of what was said on the page must have.
    """

    page: str
    words: Mapping[str, float]
    speakers: Mapping[str, float]
    said: bool
    right: bool
    required: bool


def examples(encoder: Encoder) -> Iterator[Example]:
    """Yield the statements found on the pages for training, but for turns and thoughts, matched with the annotation.

    Raises:
        FileNotFoundError: the texts are not there.
    """
    for page in real_pages("training"):
        found = [one for article in pages.cut(pages.from_text(page.text)) for one in _claims(article, encoder)]
        yield from _judged(page, found)


def _claims(article: Article, encoder: Encoder) -> Iterator[tuple[Claim, Row]]:
    """Yield what is found in an article, as it is judged and as it would be exported."""
    document = Document(article)
    doc = document.tokenize(encoder.language)
    quotes = find_quotations(doc)
    encoding = encoder.encode(encoder.split(doc, quotes))
    encoder.annotate(doc, encoding)
    attributions = attribute(doc, quotes, encoder, encoding)
    nesting, discourse = Nesting(attributions), recognise(doc)
    byline = article.byline.text if article.byline else None
    mentions = [*participant_mentions(doc, attributions)]
    coreference = resolve(doc, discourse, attributions, nesting, mentions, byline)
    participants = resolve_participants(doc, discourse, attributions, coreference)
    for claim in claims(doc, quotes, attributions, participants, nesting):
        spans = document.to_page(claim.relation.content)
        if spans and claim.relation.medium in SHOWN_MEDIA and not claim.relation.is_labelled(doc):
            speakers = [
                {"name": one.name, "role": next(iter(one.roles), None), "named": one.named}
                for one in claim.participants.speakers
            ]
            yield claim, {"content": [{"start": one.start, "end": one.end} for one in spans], "speakers": speakers}


def _judged(page: RealPage, found: Sequence[tuple[Claim, Row]]) -> Iterator[Example]:
    matching = matched(page, [row for _, row in found])
    partners = {at: one for one, some in zip(page.statements, matching.partners, strict=True) for at in some}
    for at, ((claim, row), verdict) in enumerate(zip(found, matching.verdicts, strict=True)):
        asked = partners.get(at)
        own = content_words(page.text, [(span["start"], span["end"]) for span in row["content"]])
        alike = shared(own, content_words(page.text, asked.content)) if asked is not None else 0.0
        yield Example(
            page=page.name,
            words=features_of_words(claim),
            speakers=features_of_speakers(claim),
            said=verdict == "right" or (verdict == "wrong speaker" and alike >= RIGHT_WORDS),
            right=verdict == "right",
            required=asked is not None and asked.required,
        )
