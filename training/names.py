"""Make the tables of names out of what the installed rigour carries.

    python -m training.names

rigour has, in its compiled module, Wikidata's given names and surnames, lists of nicknames, particles and ordinals, and
the names of territories; it builds a tagger and a mapping of them in each process that asks. The same, with the names
normalised as rigour normalises them, goes into two files that are mapped into memory (MARISA tries). Names have no way
out of the module but its bytes: they lie in it as Zstandard frames. Takes ten seconds. `tests/gazetteers` compares the
tables with the tagger of the rigour that is installed. Writes `src/onrecord/models/names`.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

import zstandard
from marisa_trie import BytesTrie
from rigour import _core
from rigour.names import normalize_name
from rigour.territories.lookup import _get_territory_names

OUTPUT = Path(__file__).parent.parent / "src" / "onrecord" / "models" / "names"
_FRAME = re.compile(re.escape(b"\x28\xb5\x2f\xfd"))
_ARROW = " => "
_LISTS = {"person_symbols": "SYMBOL", "person_name_parts": "NAME", "person_nick": "NICK"}


def main() -> None:
    OUTPUT.mkdir(parents=True, exist_ok=True)
    write("person_names", {name: " ".join(symbols) for name, symbols in person_names().items()})
    write("territories", {name: territory.code for name, territory in _get_territory_names().items() if name})
    version = metadata.version("rigour")
    source = (
        f"rigour {version} (MIT licence, OpenSanctions): the names that its tagger of persons knows, which are from "
        "Wikidata (CC0) and lists of its own, and the names of its territories, likewise"
    )
    checksums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(OUTPUT.glob("*.marisa"))}
    card = json.dumps({"source": source, "sha256": checksums}, indent=2)
    (OUTPUT / "card.json").write_text(card + "\n", encoding="utf-8")


def write(table: str, entries: Mapping[str, str]) -> None:
    BytesTrie((name, entries[name].encode()) for name in sorted(entries)).save(str(OUTPUT / f"{table}.marisa"))


def person_names() -> dict[str, dict[str, None]]:
    """Return the symbols of each name, in the order in which rigour's tagger collects them."""
    texts = list(_texts())
    found: dict[str, dict[str, None]] = {}

    def add(printed: str, symbol: str) -> None:
        name = normalize_name(printed)
        if name:
            found.setdefault(name, {})[symbol] = None

    for number, forms in _core.ordinals_dict().items():
        for form in forms:
            add(form, f"NUMERIC:{number}")
    lists = next(json.loads(text) for text in texts if text.startswith("{") and '"person_nick"' in text)
    for name, category in _LISTS.items():
        for key, forms in sorted(lists[name].items()):
            for form in forms:
                add(form, f"{category}:{key.upper()}")
    for line in next(text for text in texts if _ARROW in text.partition("\n")[0]).splitlines():
        printed, _, identifier = line.rpartition(_ARROW)
        forms = printed.split(", ")
        # A name with one form ties nothing to it.
        if len({normalize_name(form) for form in forms} - {None, ""}) > 1:
            for form in forms:
                add(form, f"NAME:{identifier}")
    return found


def _texts() -> Iterator[str]:
    """Yield the texts that lie compressed in rigour's compiled module."""
    module = Path(_core.__file__).read_bytes()
    for frame in _FRAME.finditer(module):
        try:
            yield zstandard.ZstdDecompressor().decompressobj().decompress(module[frame.start() :]).decode()
        except (zstandard.ZstdError, UnicodeDecodeError):
            # Other bytes look like the beginning of a frame.
            continue


if __name__ == "__main__":
    main()
