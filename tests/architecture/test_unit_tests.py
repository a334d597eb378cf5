"""Unit tests run no model: what is not marked for it is refused."""

import subprocess
import sys

import pytest

from onrecord.extraction import Reader, load_reader
from onrecord.extraction.encoder import Encoder
from tests.conftest import MakeArticle


def test_a_test_without_the_marker_loads_no_model() -> None:
    with pytest.raises(pytest.fail.Exception, match="mark it `model`"):
        Encoder()


def test_a_test_without_the_marker_starts_no_process() -> None:
    with pytest.raises(pytest.fail.Exception, match="mark it `model`"):
        subprocess.run([sys.executable, "-m", "onrecord"], check=False)


@pytest.mark.model
def test_a_test_with_the_marker_may() -> None:
    assert load_reader().version
    assert subprocess.run([sys.executable, "-c", ""], check=True).returncode == 0


def test_a_model_that_another_test_has_loaded_does_not_run(make_article: MakeArticle) -> None:
    # The reader is loaded once in a process; the test above has done so, if it ran.
    with pytest.raises(pytest.fail.Exception, match="mark it `model`"):
        list(load_reader().read([make_article("It rained.")]))


def test_who_asks_for_no_model_is_not_marked(request: pytest.FixtureRequest) -> None:
    assert request.node.get_closest_marker("model") is None


def test_who_asks_for_the_reader_is_marked(request: pytest.FixtureRequest, reader: Reader) -> None:
    assert request.node.get_closest_marker("model") is not None
