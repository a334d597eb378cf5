"""What runs in a process beside the first: articles come in, what is read of them goes out, both as bytes."""

import gc
import os
import pickle
import threading
import time
from dataclasses import fields, replace
from typing import Any

from onrecord.errors import PageError
from onrecord.extraction import load_reader
from onrecord.pages import cut, from_text
from onrecord.records import Article

_FIELDS = tuple(field.name for field in fields(Article))
_SECOND = 1.0

_FIRST = (
    'Ada Orlen, the mayor, said on Monday that 12 boats had left. "We paid $5 million," she told Ivo Brandt. '
    "The police arrested two dockers."
)
"""A text to read at the beginning: what is first loaded with a name, a day, a price or an event is then there."""


def begin(pipeline: str | None, parent: int) -> None:
    """Load the reader, and what it loads when it first reads; the process ends with `parent`, which may be killed."""
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    for _ in load_reader(pipeline).read(cut(from_text(_FIRST))):
        pass
    # What is loaded stays, and need not be searched each time that garbage is collected.
    gc.freeze()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_SECOND)
    os._exit(1)


def packed(article: Article) -> bytes:
    """Return what a worker needs of an article.

    That is neither the bytes of its page nor the texts of the other articles there, of which there may be thousands.
    """
    spans = [*article.paragraphs, *article.headings]
    if article.title and article.title.span:
        spans.append(article.title.span)
    start = min((span.start for span in spans), default=0)
    end = max((span.end for span in spans), default=0)
    page = replace(article.page, body=b"", blocks=(), text=article.page.text[start:end])
    return pickle.dumps((replace(article, page=page), start), pickle.HIGHEST_PROTOCOL)


def read(pipeline: str | None, given: bytes) -> bytes | None:
    """Return what reading adds to a `packed` article, or the error of its budget; None where it breaks."""
    try:
        article, start = pickle.loads(given)
        page = article.page
        # Spaces stand for the other articles, so that all places are those of the page.
        article = replace(article, page=replace(page, text=" " * start + page.text))
        [done] = load_reader(pipeline).read([article])
    except PageError as error:
        return pickle.dumps(error, pickle.HIGHEST_PROTOCOL)
    except Exception:
        return None
    added = {name: getattr(done, name) for name in _FIELDS if getattr(done, name) is not getattr(article, name)}
    return pickle.dumps(added, pickle.HIGHEST_PROTOCOL)


def unpacked(article: Article, added: bytes) -> Article | PageError:
    """Return an article with what reading it in a worker has added, or the error of its budget."""
    values: dict[str, Any] | PageError = pickle.loads(added)
    return values if isinstance(values, PageError) else replace(article, **values)
