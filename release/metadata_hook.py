"""What the metadata of the package says of its address: project URLs, and the README with links that hold anywhere.

Hatchling loads this file by its path while it builds, so that it imports nothing of the project.
"""

import re
from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface

# The target of a Markdown link or image that is no address, no anchor and no absolute path.
_RELATIVE = re.compile(r"(!?)(\[(?:[^\[\]]|!?\[[^\[\]]*\]\([^()]*\))*\]\()(?![a-z][a-z0-9+.-]*:|#|/)(?:\./)?([^()\s]+)")
# The same of the HTML that a README may have for pictures and links.
_ATTRIBUTE = re.compile(r"\b(src|srcset|href)=\"(?![a-z][a-z0-9+.-]*:|#|/)(?:\./)?([^\"]+)\"")


def absolute_links(text: str, address: str) -> str:
    """Return Markdown whose relative links lead to the files of the project at `address`.

    `[docs](docs/a.md)` becomes `[docs](ADDRESS/blob/main/docs/a.md)`, a picture's `![](docs/a.svg)` becomes
    `![](ADDRESS/raw/main/docs/a.svg)`; `[site](https://example.org)` and `[limits](#limits)` stay as they are.
    """

    def markdown(found: re.Match[str]) -> str:
        place = "raw" if found[1] else "blob"
        # A picture may stand for the words of a link.
        words = _RELATIVE.sub(markdown, found[2])
        return f"{found[1]}{words}{address}/{place}/main/{found[3]}"

    def attribute(found: re.Match[str]) -> str:
        place = "blob" if found[1] == "href" else "raw"
        return f'{found[1]}="{address}/{place}/main/{found[2]}"'

    return _ATTRIBUTE.sub(attribute, _RELATIVE.sub(markdown, text))


def project_urls(address: str) -> dict[str, str]:
    """Return the addresses that the metadata names, by their labels, of a project that is at `address`."""
    return {
        "Homepage": address,
        "Documentation": f"{address}/tree/main/docs",
        "Source": address,
        "Changelog": f"{address}/blob/main/CHANGELOG.md",
        "Issues": f"{address}/issues",
    }


class Metadata(MetadataHookInterface):
    """Gives the fields `readme` and `urls`, by the address in pyproject.toml."""

    def update(self, metadata: dict[str, object]) -> None:
        """Add the two fields to the `project` table."""
        address = self.config["address"]
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": absolute_links(text, address)}
        metadata["urls"] = project_urls(address)
