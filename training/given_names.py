"""Make the lexicon of given names and the gender they are given to, from the package nomquamgender.

    python -m training.given_names

The package counts the bearers of names in public records of many countries (Van Buskirk, Clauset and Larremore, "An
Open-Source Cultural Consensus Approach to Name-Based Gender Classification", 2022; MIT). It takes 250 MB and two
seconds to load; what reading needs of it is two thirds of a megabyte. Needs the extra `training`.
"""

import importlib.util
import json
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "onrecord" / "lexicons" / "given_names.tsv"
HEADER = """\
# Given names that at least nine in ten of their bearers have as women (f) or as men (m).
# Source: nomquamgender 0.1.4 by Van Buskirk, Clauset and Larremore, MIT; made by `python -m training.given_names`.
# Columns: name (folded), gender.
"""
# Names that are counted less, and in fewer sources, are often surnames or misspelt.
_COUNTED, _SOURCES = 100, 4
_DECISIVE = 0.1


def main() -> None:
    spec = importlib.util.find_spec("nomquamgender")
    if spec is None or spec.origin is None:
        raise SystemExit("nomquamgender is not installed: install the extra `training`")
    known = json.loads((Path(spec.origin).parent / "name_data.json").read_text(encoding="utf-8"))
    lines = []
    for name, (sources, counted, share, *_) in sorted(known.items()):
        decisive = share <= _DECISIVE or share >= 1 - _DECISIVE
        if decisive and (counted >= _COUNTED or sources >= _SOURCES) and name.isascii() and name.isalpha():
            lines.append(f"{name}\t{'f' if share > 0.5 else 'm'}\n")
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
