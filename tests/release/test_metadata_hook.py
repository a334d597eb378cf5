"""README's links in the metadata."""

from pathlib import Path

import pytest

from release.description import relative_links
from release.metadata_hook import absolute_links, project_urls

AT = "https://example.org/house"
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[a](docs/a.md)", f"[a]({AT}/blob/main/docs/a.md)"),
        ("[a](./docs/a.md#part)", f"[a]({AT}/blob/main/docs/a.md#part)"),
        ("![a](docs/a.svg)", f"![a]({AT}/raw/main/docs/a.svg)"),
        ("[![a](a.svg)](docs/a.md)", f"[![a]({AT}/raw/main/a.svg)]({AT}/blob/main/docs/a.md)"),
        ('<img src="docs/a.svg">', f'<img src="{AT}/raw/main/docs/a.svg">'),
        ('<a href="docs/a.md">', f'<a href="{AT}/blob/main/docs/a.md">'),
        ("[a](https://example.org/x)", "[a](https://example.org/x)"),
        ("[a](#part) [b](mailto:a@example.org)", "[a](#part) [b](mailto:a@example.org)"),
        ("a list[0](1)", f"a list[0]({AT}/blob/main/1)"),
        ("who said [what] (and when)", "who said [what] (and when)"),
    ],
)
def test_relative_links_are_made_absolute(written: str, meant: str) -> None:
    assert absolute_links(written, AT) == meant


def test_no_link_of_the_readme_stays_relative() -> None:
    assert relative_links(README)
    assert not relative_links(absolute_links(README, AT))


def test_each_address_is_the_projects() -> None:
    assert all(url.startswith(AT) for url in project_urls(AT).values())
