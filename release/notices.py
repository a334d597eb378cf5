"""The table of libraries in THIRD-PARTY.md, from what is installed."""

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
FILE = ROOT / "THIRD-PARTY.md"

_PART = re.compile(r"(<!-- written by .*? -->\n).*?(<!-- end -->)", re.DOTALL)
_EXTRAS = ("tables", "plots", "web")
# The first line of a licence's text is no name of it when it is longer.
_LONGEST = 60


def written(text: str) -> str:
    """Return THIRD-PARTY.md with the table anew."""
    rows = ["| library | version | licence | for |", "|---|---|---|---|", *_rows()]
    return _PART.sub(lambda part: f"{part[1]}\n" + "\n".join(rows) + f"\n\n{part[2]}", text)


def _rows() -> Iterator[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [("reading and asking", project["dependencies"])]
    needed += [(f"the extra `{extra}`", project["optional-dependencies"][extra]) for extra in _EXTRAS]
    for use, requirements in needed:
        for requirement in requirements:
            told = metadata.metadata(Requirement(requirement).name)
            yield f"| {told['Name']} | {told['Version']} | {licence(told)} | {use} |"


def licence(told: metadata.PackageMetadata) -> str:
    """Return the licence of a distribution by its metadata: the expression, else the field, else the classifiers.

    "MIT" of `License-Expression: MIT`; not what a `License` field holds where that is the whole text of one.
    """
    field = told.get("License") or ""
    if told.get("License-Expression"):
        return str(told["License-Expression"])
    if field and "\n" not in field and len(field) <= _LONGEST:
        return field
    licences = [one for one in told.get_all("Classifier") or [] if one.startswith("License ::")]
    classifiers = [one.rpartition(" :: ")[2] for one in licences]
    return ", ".join(classifiers) or "not stated"
