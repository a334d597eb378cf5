"""What a wheel says of itself: licences as files, addresses, and a long description whose links hold anywhere."""

import re
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

from release.errors import ReleaseError

LICENCES = ("LICENSE", "THIRD-PARTY.md", "licenses/WordNet-3.0.txt", "licenses/MIT-spaCy.txt")
"""Files without which the package may not be given to others, among those that it must have."""

_URLS = ("Homepage", "Source", "Changelog", "Issues", "Documentation")
_RELATIVE = re.compile(r"\]\((?!https?://|#|mailto:)([^)\s]+)|\b(?:src|href)=\"(?!https?://|#)([^\"]+)")


def check_description(wheel: Path) -> None:
    """Check the metadata of a wheel.

    Raises:
        ReleaseError: a licence's text is no file of it, an address is missing, or a link of the long description is
            relative, so that it leads nowhere on a package index.
    """
    with zipfile.ZipFile(wheel) as archive:
        [place] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = Parser().parsestr(archive.read(place).decode())
        there = set(archive.namelist())
    folder = place.removesuffix("METADATA") + "licenses/"
    missing = [name for name in LICENCES if folder + name not in there]
    if missing:
        raise ReleaseError(f"{wheel.name} lacks {', '.join(missing)}")
    named = {line.partition(",")[0] for line in metadata.get_all("Project-URL") or []}
    if not named >= set(_URLS):
        raise ReleaseError(f"{wheel.name} has no address of {', '.join(sorted(set(_URLS) - named))}")
    if relative := relative_links(_description(metadata)):
        raise ReleaseError(f"links of README.md lead nowhere outside the project: {', '.join(relative)}")


def relative_links(text: str) -> list[str]:
    """Return the targets of relative links and pictures in Markdown: "docs/a.md" of "[a](docs/a.md)"."""
    return [found[1] or found[2] for found in _RELATIVE.finditer(text)]


def _description(metadata: Message) -> str:
    return str(metadata.get_payload())
