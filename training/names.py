"""Make the tables of names out of what the installed rigour carries.

    python -m training.names

rigour has, in its compiled module, Wikidata's given names and surnames, lists of nicknames, particles, ordinals, legal
forms and kinds of bodies, and the territories; it builds taggers and mappings of them in each process that asks. The
same goes into files that are mapped into memory (MARISA tries), with the names normalised as they are looked up, and
into two lexicons. Lists have no way out of the module but its bytes: they lie in it as Zstandard frames. What a word of
an organisation's name stands for, and how a letter is written in Latin ones (`training.letters`), rigour is asked.
Takes half a minute. `python -m training.name_answers` compares what is told by the tables with what the installed
rigour tells. Writes `src/onrecord/models/names`, `name_words.tsv` and `territories.tsv` of `src/onrecord/lexicons`.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import zstandard
from marisa_trie import BytesTrie
from rigour import _core
from rigour.names import NameTypeTag, analyze_names, normalize_name, remove_org_types, replace_org_types_compare

from training.letters import letters

_SOURCE = Path(__file__).parent.parent / "src" / "onrecord"
OUTPUT, LEXICONS = _SOURCE / "models" / "names", _SOURCE / "lexicons"
_FRAME = re.compile(re.escape(b"\x28\xb5\x2f\xfd"))
_ARROW = " => "
_FRAME_WORD = "zqx"
_LISTS = {"person_symbols": "SYMBOL", "person_name_parts": "NAME", "person_nick": "NICK"}
_CATEGORIES = {"ORGCLS": "ORG_CLASS", "SYMBOL": "SYMBOL", "DOMAIN": "DOMAIN", "NUM": "NUMERIC", "LOC": "LOCATION"}


def main() -> None:
    OUTPUT.mkdir(parents=True, exist_ok=True)
    version = metadata.version("rigour")
    write_lexicon("name_words.tsv", _WORDS_HEAD.format(version=version), name_words())
    write_lexicon("territories.tsv", _TERRITORIES_HEAD.format(version=version), territory_rows())
    # Names of territories are written in Latin letters before they are looked up.
    write("letters", letters())
    write("territories", territory_names())
    write("person_names", {name: " ".join(symbols) for name, symbols in person_names().items()})
    write("legal_forms", legal_forms())
    write("organisation_names", organisation_names())
    source = (
        f"rigour {version} (MIT licence, OpenSanctions): the names and words that its taggers know, which are from "
        "Wikidata (CC0), ISO 20275 and lists of its own, the names of its territories, likewise, and how it and ICU "
        "(by way of normality) write letters in Latin ones, which is from the Unicode CLDR (Unicode-3.0)"
    )
    checksums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(OUTPUT.glob("*.marisa"))}
    card = json.dumps({"source": source, "sha256": checksums}, indent=2)
    (OUTPUT / "card.json").write_text(card + "\n", encoding="utf-8")


def write(table: str, entries: Mapping[str, str]) -> None:
    BytesTrie((name, entries[name].encode()) for name in sorted(entries)).save(str(OUTPUT / f"{table}.marisa"))


def write_lexicon(name: str, head: str, rows: Iterable[tuple[str, ...]]) -> None:
    (LEXICONS / name).write_text(head + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def person_names() -> dict[str, dict[str, None]]:
    """Return the symbols of each name, in the order in which rigour's tagger collects them."""
    found: dict[str, dict[str, None]] = {}

    def add(printed: str, symbol: str) -> None:
        name = normalize_name(printed)
        if name:
            found.setdefault(name, {})[symbol] = None

    for number, forms in _core.ordinals_dict().items():
        for form in forms:
            add(form, f"NUMERIC:{number}")
    lists = _lists()
    for name, category in _LISTS.items():
        for key, forms in sorted(lists[name].items()):
            for form in forms:
                add(form, f"{category}:{key.upper()}")
    for line in next(text for text in _texts() if _ARROW in text.partition("\n")[0]).splitlines():
        printed, _, identifier = line.rpartition(_ARROW)
        forms = printed.split(", ")
        # A name with one form ties nothing to it.
        if len({normalize_name(form) for form in forms} - {None, ""}) > 1:
            for form in forms:
                add(form, f"NAME:{identifier}")
    return found


def legal_forms() -> dict[str, str]:
    """Return the spellings of legal forms, in small letters, with the one by which rigour replaces each."""
    printed = {form.casefold() for row in _legal_forms() for form in _forms(row) if form.strip()}
    # Alone a form would stay as it is.
    framed = {form: f"{_FRAME_WORD} {form} {_FRAME_WORD}" for form in printed}
    return {
        form: replace_org_types_compare(text).removeprefix(_FRAME_WORD).removesuffix(_FRAME_WORD).strip()
        for form, text in framed.items()
        if not remove_org_types(text).replace(_FRAME_WORD, "").strip()
    }


def organisation_names() -> dict[str, str]:
    """Return what rigour's tagger tells of each phrase in its lists, and in those of territories, as a whole."""
    lists = _lists()
    printed = {form for name in ("org_domains", "org_symbols") for forms in lists[name].values() for form in forms}
    printed |= {form for row in _legal_forms() for form in _forms(row)} | set(legal_forms().values())
    printed |= {form for forms in _core.ordinals_dict().values() for form in forms}
    printed |= {name for row in _territories() for kind in ("names_strong", "names_weak") for name in row[kind]}
    printed |= {row[kind] for row in _territories() for kind in ("name", "full_name")}
    phrases = {name for form in printed if (name := normalize_name(form))}
    return {phrase: symbols for phrase in phrases if (symbols := _tagged(phrase))}


def _tagged(phrase: str) -> str:
    (name,) = analyze_names(NameTypeTag.ORG, [phrase], numerics=False, rewrite=False)
    spans = [span.symbol for span in name.spans if len(span.parts) == len(name.parts)]
    return " ".join(sorted({f"{_CATEGORIES[symbol.category.value]}:{symbol.id}" for symbol in spans}))


def territory_names() -> dict[str, str]:
    """Return the codes of territories by their names, and of those by a place in them "CODE place".

    Of a name that several have, the first kind counts: a name, a name by which it is rarely called, a place.
    """
    # Here, since it reads the table of letters.
    from onrecord.gazetteers import territory_key  # noqa: PLC0415

    found: dict[str, str] = {}
    for kinds, mark in ((("name", "full_name", "names_strong"), ""), (("names_weak",), ""), (("places",), " place")):
        names = [
            (territory_key(name), row["code"])
            for row in _territories()
            for kind in kinds
            for name in ([row[kind]] if isinstance(row.get(kind), str) else row.get(kind, ()))
        ]
        found |= {name: code + mark for name, code in names if name and name not in found}
    return found


def territory_printed() -> set[str]:
    """Return all names and codes of territories as they are printed."""
    kinds = ("code", "name", "full_name", "names_strong", "names_weak", "places", "alpha3", "qid")
    told = [row[kind] for row in _territories() for kind in kinds if row.get(kind)]
    return {name for names in told for name in ([names] if isinstance(names, str) else names)}


def territory_rows() -> Iterator[tuple[str, ...]]:
    """Yield the rows of `territories.tsv`."""
    for row in _territories():
        items = [row["qid"], *row.get("other_qids", ())]
        yield (
            row["code"],
            row["name"],
            row.get("alpha3", ""),
            "yes" if row["is_country"] else "no",
            row.get("parent", ""),
            " ".join(row.get("langs", ())),
            " ".join(row.get("other_codes", ())),
            " ".join(item.lower() for item in items if item),
        )


def name_words() -> Iterator[tuple[str, str]]:
    """Yield the rows of `name_words.tsv`."""
    yield from ((word, "before persons") for word in _core.person_name_prefixes_list())
    yield from ((word, "before organisations") for word in _core.org_name_prefixes_list())
    yield from ((word, "stopword") for word in sorted({word.casefold() for word in _core.stopwords_list()}))


def _forms(row: dict[str, Any]) -> list[str]:
    return [*row.get("aliases", ()), *(row[kind] for kind in ("display", "compare") if row.get(kind))]


def _lists() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = next(
        json.loads(text) for text in _texts() if text.startswith("{") and '"person_nick"' in text
    )
    return found


def _legal_forms() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = next(
        json.loads(text) for text in _texts() if text.startswith("[") and '"aliases"' in text[:100]
    )
    return found


def _territories() -> list[dict[str, Any]]:
    return [json.loads(line) for line in _core.territories_jsonl().splitlines() if line]


def _texts() -> Iterator[str]:
    """Yield the texts that lie compressed in rigour's compiled module."""
    module = Path(_core.__file__).read_bytes()
    for frame in _FRAME.finditer(module):
        try:
            yield zstandard.ZstdDecompressor().decompressobj().decompress(module[frame.start() :]).decode()
        except (zstandard.ZstdError, UnicodeDecodeError):
            # Other bytes look like the beginning of a frame.
            continue


_WORDS_HEAD = """\
# Words before names that are no part of them, and words that join others in names.
# Source: lists of rigour {version} (OpenSanctions), MIT licence; made by `python -m training.names`.
# Columns: word, what it is ("before persons", "before organisations", "stopword").
"""
_TERRITORIES_HEAD = """\
# Countries, their parts, unions and what was one, without their names in other languages, which a table has.
# Source: the territories of rigour {version} (OpenSanctions), MIT licence, from Wikidata (CC0); made by
# `python -m training.names`.
# Columns: code, usual name, ISO 3166 alpha-3, whether it is a country, code of what it is a part of, languages (ISO
# 639-3), other codes, items of Wikidata.
"""


if __name__ == "__main__":
    main()
