"""What tests need of a Markdown document: its blocks of code, its links and its headings."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
AT_THE_TOP = tuple(
    path
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "benchmarks/README.md")
    if (path := ROOT / name).exists()
)
DOCUMENTS = (*AT_THE_TOP, *sorted(DOCS.rglob("*.md")))

_FENCE = re.compile(
    r"^(?:<!-- (?P<mark>[^\n]*) -->\n)?(?P<fence>```)(?P<language>\w*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL
)
_INLINE_CODE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"\[[^\]]*\]\(<?([^)\s>]+)>?\)")


@dataclass(frozen=True)
class Block:
    """A block of code: its language, and the comment right above it ("" if there is none)."""

    language: str
    mark: str
    code: str


def name_of(document: Path) -> str:
    """Return where a document is, for the name of a test."""
    return document.relative_to(ROOT).as_posix()


def blocks(text: str) -> Iterator[Block]:
    """Give the blocks of code, in order."""
    for match in _FENCE.finditer(text):
        yield Block(match["language"], match["mark"] or "", match["code"])


def prose(text: str) -> str:
    """Return a document without its blocks of code."""
    return _FENCE.sub("", text)


def links(text: str) -> list[str]:
    """Return where the links and pictures point to, in order; what stands in code is none."""
    return _LINK.findall(_INLINE_CODE.sub("code", prose(text)))


def code_spans(text: str) -> list[str]:
    """Return what stands in code within the prose."""
    return [span[1:-1] for span in _INLINE_CODE.findall(prose(text))]


def anchors(text: str) -> set[str]:
    """Return the anchors of the headings, as forges make them."""
    seen: Counter[str] = Counter()
    found = set()
    for heading in re.findall(r"^#+ (.+)$", prose(text), re.MULTILINE):
        shown = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).casefold()
        slug = re.sub(r"[^\w\- ]", "", shown).replace(" ", "-")
        found.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    return found
