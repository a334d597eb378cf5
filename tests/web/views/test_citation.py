import pytest

from onrecord import Ledger
from onrecord.web.views.citation import citation


def test_a_citation_has_all_that_it_takes_to_find_and_check_the_words(ledger: Ledger) -> None:
    row = ledger.statements(words="bridge")[0]
    article = ledger.article(row["article"]["id"])
    [span] = row["content"]
    assert citation(row, article, "onrecord 1.0") == (
        "“The bridge is shut”\n"
        "Speaker: Lin Jäder, mayor\n"
        "Printed: Bridge closed, 2025-03-04\n"
        "Address: https://news.example/bridge\n"
        f"Page: SHA-256 {row['page']['sha256']}, characters {span['start']}-{span['end']}\n"
        f"Statement: {row['id']}, read by onrecord 1.0"
    )
    text = ledger.article_text(row["article"]["id"])
    assert text[span["start"] : span["end"]] == "The bridge is shut"


@pytest.mark.parametrize(
    ("kind", "text", "first"),
    [
        ("indirect", "the bridge was shut", "the bridge was shut"),
        ("mixed", "the bridge was “shut”", "the bridge was “shut”"),
        ("direct", "“Shut,” he said, “and\n locked”", "“Shut,” he said, “and locked”"),
    ],
)
def test_the_reporters_words_stand_in_no_quote_marks(ledger: Ledger, kind: str, text: str, first: str) -> None:
    row = ledger.statements(words="bridge")[0]
    row["kind"], row["content"][0]["text"], row["speakers"], row["said_on"] = kind, text, [], "2025-03-02"
    lines = citation(row, ledger.article(row["article"]["id"]), "onrecord 1.0").split("\n")
    assert lines[:3] == [first, "Speaker: unknown (“Lin Jäder”)", "Said: 2025-03-02"]
