"""Documents that a person stands for: annotated by hand, and read without the encoder.

A few words stand in the test itself, in columns (`compact`). Whole sentences that tests name by their text alone stand
in `tests/extraction/documents/*.conllu` (`conllu`, `collection`); `python -m tests.documents add` drafts new ones.

words (what a person writes down), annotation (from there to the document that the pipeline leaves), article (an article
of plain paragraphs), draft (what the encoder says, for a person to correct).
"""

from tests.documents.annotation import ANNOTATOR, annotate
from tests.documents.article import article_of
from tests.documents.collection import FOLDER, Collection, MissingSentenceError
from tests.documents.compact import annotated
from tests.documents.words import Sentence, Word

__all__ = [
    "ANNOTATOR",
    "FOLDER",
    "Collection",
    "MissingSentenceError",
    "Sentence",
    "Word",
    "annotate",
    "annotated",
    "article_of",
]
