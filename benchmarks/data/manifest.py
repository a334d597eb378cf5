"""What is known of each set that a benchmark measures on, from manifest.toml."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpora.location import OWN, SHARED
from corpora.polnear import checksum

_BESIDE = "../shared/"


@dataclass(frozen=True, slots=True)
class EvaluationSet:
    """A set that is measured on; the first lines of manifest.toml say what each field is.

    A score on a set is one on texts that nobody has seen only if it is the `first_score`, or if `seen` begins with
    "never".
    """

    name: str
    place: str
    printed_by: tuple[str, ...]
    size: str
    writer: str
    written: str
    blind: Literal["yes", "no", "unknown", "no gold"]
    first_score: str
    seen: str
    licence: str
    part: str | None = None
    sha256: str | None = None

    @property
    def is_own(self) -> bool:
        """Whether it is part of the project, in this folder."""
        return not self.place.startswith(_BESIDE)

    @property
    def path(self) -> Path:
        """Where it is, if it is there."""
        return OWN / self.place if self.is_own else SHARED / self.place.removeprefix(_BESIDE)

    def is_intact(self) -> bool:
        """Return whether what is there, of a set beside the project, has the checksum that is noted."""
        path = self.path
        return self.sha256 == (checksum(path) if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest())


def evaluation_sets() -> list[EvaluationSet]:
    """Return all sets of the manifest, in its order.

    Raises:
        TypeError: one lacks a field, or has one that is not known.
    """
    told = tomllib.loads((OWN / "manifest.toml").read_text(encoding="utf-8"))["set"]
    return [EvaluationSet(**one | {"printed_by": tuple(one["printed_by"])}) for one in told]
