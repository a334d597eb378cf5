"""Whose words a document is, as far as the article tells."""

import pytest

from tests.extraction.conftest import Spoken


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("The union's website says the quay is shut.", "The union"),
        ("A new Lanta Post report says the quay is shut.", "Lanta Post"),
        ("According to Ada Orlen's account, the quay was shut.", "Ada Orlen"),
        ("Data from the Harbour Office show the quay is shut.", "Harbour Office"),
        ("A Quinn University poll found that the quay is shut.", "A Quinn University poll"),
        ("A police report says the quay is shut.", "A police report"),
    ],
)
def test_a_document_speaks_for_whoever_made_it(spoken: Spoken, text: str, maker: str) -> None:
    assert spoken(text) == [[maker]]


@pytest.mark.parametrize(
    "before",
    [
        "The Harbour Office denied the claims in a statement.",
        "The Harbour Office released a statement.",
        "A statement by the Harbour Office was read.",
    ],
)
def test_a_document_that_is_spoken_of_again_has_the_maker_it_had(spoken: Spoken, before: str) -> None:
    assert spoken(before, "The statement said the quay was shut.")[-1] == ["Harbour Office"]


def test_another_document_has_another_maker(spoken: Spoken) -> None:
    found = spoken("The Harbour Office released a statement.", "The letter said the quay was shut.")
    assert found[-1] == ["The letter"]
