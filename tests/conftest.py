"""What tests share: the encoder, once, and articles and documents made from plain paragraphs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.tokens import Doc

from corpora.location import SHARED
from onrecord.extraction import Document, Reader, find_quotations, load_reader
from onrecord.extraction.encoder import Encoder
from onrecord.records import Article, Label, Page, Span

ROOT = Path(__file__).parent.parent

# The same examples at each run, so that a change is red for what it did; `--hypothesis-profile=default` searches.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")

type MakeArticle = Callable[..., Article]
type Parse = Callable[..., Doc]
type Spoken = Callable[..., list[list[str]]]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring data, which is not part of the project."""
    if not SHARED.is_dir():
        pytest.skip("needs the measuring data in ../shared, which is not part of the project")
    return SHARED


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples" / "pages"


@pytest.fixture(scope="session")
def reader() -> Reader:
    return load_reader()


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return Encoder()


@pytest.fixture
def make_article() -> MakeArticle:
    """Make an article whose page is a title, if any, and paragraphs, a blank line between two."""

    def make(*paragraphs: str, title: str | None = None) -> Article:
        blocks = ([title] if title else []) + list(paragraphs)
        text = "\n\n".join(blocks)
        page = Page(sha256="0" * 64, media_type="text/plain", body=text.encode(), text=text, blocks=())
        spans, at = [], 0
        for block in blocks:
            spans.append(Span(at, at + len(block), block))
            at += len(block) + 2
        label = Label(spans[0].text, spans[0]) if title else None
        return Article("0" * 12 + "-1", page, 1, title=label, paragraphs=tuple(spans[1:] if title else spans))

    return make


@pytest.fixture
def parse(encoder: Encoder, make_article: MakeArticle) -> Parse:
    """Make the annotated document of an article made from paragraphs."""

    def parsed(*paragraphs: str, title: str | None = None) -> Doc:
        doc = Document(make_article(*paragraphs, title=title)).tokenize(encoder.language)
        encoder.annotate(doc, encoder.encode(encoder.split(doc, find_quotations(doc))))
        return doc

    return parsed


@pytest.fixture
def spoken(reader: Reader, make_article: MakeArticle) -> Spoken:
    """Give the names of the speakers of each statement of an article made from paragraphs."""

    def read(*paragraphs: str, title: str | None = None) -> list[list[str]]:
        [article] = reader.read([make_article(*paragraphs, title=title)])
        return [[speaker.name for speaker in statement.speakers] for statement in article.statements]

    return read
