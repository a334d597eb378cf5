"""Only what a browser would fetch is an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.web_address import web_address


@pytest.mark.parametrize(
    "written",
    [
        "https://herald.example/levy?page=2#top",
        "http://herald.example",
        "HTTPS://Herald.example/Äcker/橋",
        "http://[2001:db8::1]/",
    ],
)
def test_an_address_is_kept_as_it_is_written(written: str) -> None:
    assert web_address(written) == written
    assert web_address(f" {written}\n") == written


@pytest.mark.parametrize(
    "written",
    [
        None, "", "javascript:alert(1)", '=HYPERLINK("https://herald.example")', "herald.example/levy", "https:///levy",
        "data:text/html,<p>", "file:///etc/hosts", "https://[herald", "https://a.example/\u202ecod.exe",
        "https://a.example/ b", "https://a.example/\x1b]52;c;YQ==\x07", "https://a.example/\ud800",
        "https://a.example/" + "a" * 9_000,
    ],
)  # fmt: skip
def test_anything_else_is_none(written: str | None) -> None:
    assert web_address(written) is None


@given(st.one_of(st.text(), st.text().map("https://".__add__)))
def test_whatever_is_written_is_an_address_as_it_stands_or_none(written: str) -> None:
    found = web_address(written)
    assert found is None or (found == written.strip() and found.isprintable() and found.lower().startswith("http"))
