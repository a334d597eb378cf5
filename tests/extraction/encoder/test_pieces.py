"""Word pieces: every word has some, windows hold whole paragraphs, and no piece is lost."""

from collections.abc import Callable

import numpy as np
import pytest
from spacy.lang.en import English
from tokenizers import Tokenizer

from onrecord.extraction import Document, find_quotations
from onrecord.extraction.encoder import FOLDER, WINDOW, Pieces
from onrecord.extraction.encoder import split as split_document
from tests.conftest import MakeArticle

type Split = Callable[..., tuple[list[str], Pieces]]

PIPELINE = English()


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_str((FOLDER / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@pytest.fixture
def split(tokenizer: Tokenizer, make_article: MakeArticle) -> Split:
    def pieces(*paragraphs: str, title: str | None = None) -> tuple[list[str], Pieces]:
        doc = Document(make_article(*paragraphs, title=title)).tokenize(PIPELINE)
        found = split_document(doc, tokenizer, find_quotations(doc))
        return [token.text for token in doc], found

    return pieces


def printed(tokenizer: Tokenizer, pieces: Pieces, word: int) -> str:
    ends = [*pieces.first[1:], len(pieces.ids)]
    return tokenizer.decode([int(i) for i in pieces.ids[pieces.first[word] : ends[word]]]).replace(" ", "")


def test_a_word_within_a_piece_has_pieces_of_its_own(tokenizer: Tokenizer, split: Split) -> None:
    tokens, pieces = split("We cannot wait. It is gonna rain.")
    assert [tokens[i] for i in pieces.words] == [token for token in tokens if token.strip()]
    assert [printed(tokenizer, pieces, tokens.index(word)) for word in ("can", "not", "na")] == ["can", "not", "na"]


def test_a_contraction_keeps_the_pieces_of_its_word(tokenizer: Tokenizer, split: Split) -> None:
    tokens, pieces = split("She doesn’t row.")
    assert [printed(tokenizer, pieces, tokens.index(word)) for word in ("does", "n’t")] == ["doesn", "’t"]


def test_windows_hold_whole_paragraphs_and_every_piece_once(split: Split) -> None:
    _, pieces = split(*(f"Paragraph {n} of the harbour log is short. " * 4 for n in range(30)))
    edges = [edge for window in pieces.windows for edge in window]
    assert edges[0] == 0
    assert edges[-1] == len(pieces.ids)
    assert edges[1:-1:2] == edges[2::2]
    assert all(end - start <= WINDOW for start, end in pieces.windows)
    assert {start for start, _ in pieces.windows} <= {start for start, _ in pieces.parts}


def test_a_long_paragraph_is_cut_behind_a_sentence(split: Split) -> None:
    tokens, pieces = split("The tide came late to Lanta and the boats lay on the sand until noon. " * 30)
    cuts = [start for start, _ in pieces.windows[1:]]
    words = np.searchsorted(pieces.first, cuts)
    assert cuts
    assert all(tokens[pieces.words[word] - 1].strip() in {".", ""} for word in words)


def test_a_word_longer_than_a_window_is_cut_itself(split: Split) -> None:
    _, pieces = split("-".join("abcdefgh" * 60) + " came.")
    assert all(0 < end - start <= WINDOW for start, end in pieces.windows)


def test_a_title_and_the_start_of_a_part_are_told(split: Split) -> None:
    _, pieces = split("The boats left.", title="Boats Leave")
    assert pieces.surface[:, 2].tolist()[:3] == [3, 0, 5]
