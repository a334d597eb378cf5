"""What the encoder says of a text, as a draft that a person reads and corrects."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from onrecord.extraction import Document, find_quotations
from onrecord.extraction.encoder import Encoder
from tests.documents.article import article_of
from tests.documents.collection import FOLDER, Collection
from tests.documents.conllu import Entry, read, write
from tests.documents.words import Sentence, Word


def add(name: str, paragraphs: Sequence[str], title: str | None = None, folder: Path = FOLDER) -> list[Sentence]:
    """Add to a file drafts of the sentences of a text that no file has; return them.

    Args:
        name: the file's, without ending.
        paragraphs: those of the text, which is read as a whole.
        title: its title, if it has one.
        folder: where the files are.
    """
    known = Collection(folder)
    missing = [part for part in ([title] if title else []) + list(paragraphs) if known.sentences(part) is None]
    doc = _read(*paragraphs, title=title)
    texts = {one.sentence.text for entries in known.entries.values() for one in entries}
    added: dict[str, Sentence] = {}
    for sentence in sentences_of(doc):
        if sentence.text not in texts and any(sentence.text in part for part in missing):
            added.setdefault(sentence.text, sentence)
    file = folder / f"{name}.conllu"
    write(file, [*(read(file) if file.exists() else ()), *map(Entry, added.values())])
    return list(added.values())


def sentences_of(doc: Doc) -> Iterator[Sentence]:
    """Yield the sentences of an annotated document; one never goes on over the end of a part."""
    for span in doc.sents:
        words = [token.i for token in span if not token.is_space]
        if words:
            yield _sentence(doc[words[0] : words[-1] + 1], words)


def _sentence(span: DocSpan, words: list[int]) -> Sentence:
    doc, place = span.doc, {i: number for number, i in enumerate(words)}
    return Sentence(
        span.text,
        [
            Word(
                doc[i].text,
                doc[i].tag_,
                doc[i].dep_,
                place[doc[i].head.i],
                f"{doc[i].ent_iob_}-{doc[i].ent_type_}" if doc[i].ent_type_ else "O",
            )
            for i in words
        ],
    )


def _read(*paragraphs: str, title: str | None) -> Doc:
    encoder = _encoder()
    doc = Document(article_of(*paragraphs, title=title)).tokenize(encoder.language)
    encoder.annotate(doc, encoder.encode(encoder.split(doc, find_quotations(doc))))
    return doc


@cache
def _encoder() -> Encoder:
    return Encoder()
