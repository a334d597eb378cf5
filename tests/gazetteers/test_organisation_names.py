"""Names of organisations are taken apart, with what is known of their words."""

import pytest

from onrecord.gazetteers import analyse_organisation, without_article, without_legal_forms


def told(text: str) -> dict[str, set[str]]:
    name = analyse_organisation(text)
    assert name is not None
    found: dict[str, set[str]] = {}
    for span in name.spans:
        words = " ".join(part.form for part in span.parts)
        found.setdefault(words, set()).add(f"{span.symbol.category}:{span.symbol.id}")
    return found


def test_words_for_bodies_legal_forms_numbers_and_territories_are_known() -> None:
    found = told("The Orlen Port Department of New York, 7 Limited")
    assert "SYMBOL:DEPT" in found["department"]
    assert found["new york"] == {"LOCATION:us-ny"}
    assert found["7"] == {"NUMERIC:7"}
    assert found["ltd"] == {"ORG_CLASS:LLC"}


def test_a_word_has_its_tag() -> None:
    name = analyse_organisation("Bank of Orlen A/S 12")
    assert name is not None
    assert [(part.form, part.tag) for part in name.parts] == [
        ("bank", ""), ("of", "STOP"), ("orlen", ""), ("a", "LEGAL"), ("s", "LEGAL"), ("12", "NUM"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "The -", "&"])
def test_no_word_is_no_name(text: str) -> None:
    assert analyse_organisation(text) is None


def test_a_name_that_is_a_legal_form_stays() -> None:
    name = analyse_organisation("GmbH")
    assert name is not None
    assert [part.form for part in name.parts] == ["gmbh"]


@pytest.mark.parametrize(
    ("name", "bare"),
    [("velo gmbh & co. kg", "velo "), ("velo, inc. of orlen", "velo,  of orlen"), ("incorlen", "incorlen"), ("", "")],
)
def test_legal_forms_are_left_out_where_they_are_words(name: str, bare: str) -> None:
    assert without_legal_forms(name) == bare


@pytest.mark.parametrize(("name", "bare"), [("The Orlen Bank", "Orlen Bank"), ("“La Velo", "Velo"), ("The", "The")])
def test_articles_are_left_out_before_a_name(name: str, bare: str) -> None:
    assert without_article(name) == bare
