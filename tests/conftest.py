"""What tests share: the encoder, once, and articles and documents made from plain paragraphs."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.tokens import Doc

from corpora.location import SHARED
from onrecord.extraction import Reader, load_reader
from onrecord.extraction.encoder import Encoder
from onrecord.records import Article
from tests.documents import Collection, article_of

ROOT = Path(__file__).parent.parent

# The same examples at each run, so that a change is red for what it did; `--hypothesis-profile=default` searches.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")

type MakeArticle = Callable[..., Article]
type Parse = Callable[..., Doc]
type Annotate = Callable[[Article], Doc]


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
    return article_of


@pytest.fixture(scope="session")
def sentences() -> Collection:
    """The sentences that are written down."""
    return Collection()


@pytest.fixture
def annotate(request: pytest.FixtureRequest, sentences: Collection) -> Annotate:
    """Make the annotated document of an article, from what is written down of its sentences."""
    return partial(sentences.document, file=request.path.parent.relative_to(ROOT / "tests").parts[:2][-1])


@pytest.fixture
def parse(annotate: Annotate, make_article: MakeArticle) -> Parse:
    """Make the annotated document of an article made from paragraphs, from what is written down of their sentences."""
    return lambda *paragraphs, title=None: annotate(make_article(*paragraphs, title=title))
