"""An outlet has one name, whatever its pages call it."""

import pytest

from onrecord import lexicons
from onrecord.folding import fold
from onrecord.ledger.outlets import outlet_name


@pytest.mark.parametrize(
    ("printed", "url", "name"),
    [
        ("Orlen  Herald", "https://other.example/levy", "Orlen Herald"),
        (None, "https://www.herald.example/levy", "herald.example"),
        (None, "https://news.herald.example:8080/levy", "news.herald.example"),
        ("The Associated Press", None, "AP"),
        ("Associated press", None, "AP"),
        (None, "https://apnews.com/article/1", "AP"),
        ("www.reuters.com", None, "Reuters"),
        (" ", None, None),
        (None, None, None),
    ],
)
def test_an_outlet_is_what_it_prints_or_else_its_host(printed: str | None, url: str | None, name: str | None) -> None:
    assert outlet_name(printed, url) == name


def test_each_spelling_is_listed_once_as_it_is_looked_up_and_each_name_leads_to_itself() -> None:
    rows = lexicons.rows("outlet_names.tsv")
    spellings = [spelling for spelling, _ in rows]
    assert len(set(spellings)) == len(spellings)
    assert [spelling for spelling in spellings if fold(spelling).removeprefix("www.") != spelling] == []
    assert {outlet_name(name, None) for _, name in rows} == {name for _, name in rows}
