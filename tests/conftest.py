"""What tests share: the encoder, once, and articles and documents made from plain paragraphs."""

import multiprocessing.process
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import onnxruntime
import pytest
from hypothesis import settings
from spacy.tokens import Doc

from corpora.location import SHARED
from onrecord.extraction import Reader, load_reader
from onrecord.extraction.encoder import Encoder
from onrecord.records import Article
from tests.documents import Collection, article_of

ROOT = Path(__file__).parent.parent

# Who asks for one of these runs a model, or the program in a process of its own.
_OF_MODELS = {"encoder", "folder", "onrecord", "reader"}

# The same examples at each run, so that a change is red for what it did; `--hypothesis-profile=default` searches.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")

type MakeArticle = Callable[..., Article]
type Parse = Callable[..., Doc]
type Annotate = Callable[[Article], Doc]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that run a model by what they ask for; others that do say so themselves."""
    for item in items:
        if isinstance(item, pytest.Function):
            given = item.callspec.params if hasattr(item, "callspec") else {}
            if _OF_MODELS & (set(item.fixturenames) - set(given)):
                item.add_marker("model")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Let no test, nor a fixture of its, run a model that is not marked for it, or a process that might."""

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("runs a model or a process of its own: mark it `model`, or write down what the model would say")

    with pytest.MonkeyPatch.context() as patch:
        if item.get_closest_marker("model") is None:
            patch.setattr(onnxruntime.InferenceSession, "__init__", refuse)
            patch.setattr(onnxruntime.InferenceSession, "run", refuse)
            patch.setattr(multiprocessing.process.BaseProcess, "start", refuse)
            patch.setattr(subprocess, "run", refuse)
        return (yield)


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
