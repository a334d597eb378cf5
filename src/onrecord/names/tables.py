"""Tables from names to what is known of them, mapped into memory: only what is looked up is ever read."""

from functools import cache
from importlib.resources import as_file, files

from marisa_trie import BytesTrie

from onrecord.errors import OnrecordError


@cache
def _table(name: str) -> BytesTrie:
    table = BytesTrie()
    # It stays mapped where the file is gone.
    with as_file(files("onrecord.models") / "names" / f"{name}.marisa") as path:
        try:
            table.mmap(str(path))
        except (OSError, RuntimeError) as error:
            raise OnrecordError(str(path), "is missing or damaged", "install onrecord again") from error
    return table


def known(table: str, name: str) -> str | None:
    """Return what a table has under a name, which is written as the table writes it; None if it has nothing.

    Raises:
        OnrecordError: the table's file is missing or damaged.

    Example: "person_names" has under "ada" "NAME:Q100275501 NAME:Q346047 NAME:Q37502609", under "orlen" nothing.

    Args:
        table: "person_names", "organisation_names", "legal_forms", "territories" or "letters".
        name: a name, normalised as the keys of that table are.
    """
    # A null character ends a key for marisa-trie, which then takes what lies behind it in memory for the value.
    if "\0" in name:
        return None
    found: list[bytes] | None = _table(table).get(name)
    return found[0].decode() if found else None


def beginnings(table: str, text: str) -> list[str]:
    """Return which names of a table `text` begins with, the shortest first.

    Raises:
        OnrecordError: the table's file is missing or damaged.
    """
    found: list[str] = _table(table).prefixes(text.partition("\0")[0])
    return found
