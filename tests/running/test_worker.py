"""A process that reads beside the first has loaded what reading loads before it takes an article."""

import os
import subprocess
import sys

import pytest

_SCRIPT = """
import os, sys
from onrecord.running import worker
from onrecord.extraction import load_reader
from onrecord.pages import cut, from_text
worker.begin(None, os.getppid())
before = set(sys.modules)
text = "Ivo Brandt, the minister, told Mara Voss on Friday that troops had attacked 3 villages in Sarn. It cost $2."
[article] = load_reader(None).read(cut(from_text(text)))
print(len(article.events), sorted(name for name in set(sys.modules) - before if not name.startswith("encodings")))
"""


@pytest.mark.model
def test_everything_is_imported_before_the_first_article() -> None:
    run = subprocess.run([sys.executable, "-c", _SCRIPT], check=True, capture_output=True, text=True, env=os.environ)
    assert run.stdout == "1 []\n"
