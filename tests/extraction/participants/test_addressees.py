import pytest

from tests.extraction.conftest import Statements


@pytest.mark.parametrize(
    "text",
    [
        "Mara Voss told Ivo Marek the quay was shut.",
        "Mara Voss confirmed to Ivo Marek that the quay was shut.",
        "Speaking to Ivo Marek, Mara Voss said the quay was shut.",
        "Mara Voss said in an interview with Ivo Marek that the quay was shut.",
    ],
)
def test_a_hearer_is_named_with_the_word_of_saying(statements: Statements, text: str) -> None:
    [found] = statements(text)
    assert [entity.name for entity in found.addressees] == ["Ivo Marek"]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Voss said the road to Port Velo was shut.",
        "Mara Voss said in a letter with Ivo Marek that the quay was shut.",
        "Mara Voss said after a conversation with Ivo Marek that the quay was shut.",
        "Walking to Port Velo, Mara Voss said the quay was shut.",
    ],
)
def test_who_is_named_besides_hears_nothing(statements: Statements, text: str) -> None:
    [found] = statements(text)
    assert found.addressees == ()
