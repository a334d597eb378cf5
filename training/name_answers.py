"""Compare what onrecord tells of names with what the installed rigour tells: python -m training.name_answers.

Names are put together at random from the tables and from what rigour knows, with titles, initials, numerals, hyphens
and many scripts, the same ones each time. Prints for each question how many answers differ, and some of them. Writes
rigour's answers to some to `tests/gazetteers/rigour_answers.jsonl`, since who runs the tests has no rigour. Takes two
minutes.
"""

import json
import random
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from marisa_trie import BytesTrie
from rich.console import Console
from rigour import names as theirs
from rigour._core import metaphone as their_metaphone
from rigour.names import NameTypeTag, analyze_names, tokenize_name
from rigour.territories import lookup_territory as their_territory
from rigour.territories.util import normalize_territory_name
from rigour.text.scripts import can_latinize, text_scripts
from rigour.text.translit import ascii_text

from onrecord import gazetteers
from onrecord.names import Name, in_latin, is_spelt, metaphone, scripts, tokens
from training.names import territory_printed

_CATEGORIES = {"ORGCLS": "ORG_CLASS", "NUM": "NUMERIC", "LOC": "LOCATION"}
_SHOWN = 8
_KEPT = {
    "persons' names": 120,
    "organisations' names": 200,
    "territories": 800,
    "cities": 300,
    "sounds of words": 500,
    "names in Latin letters": 500,
    "without legal forms": 200,
    "without articles": 100,
}
ANSWERS = Path(__file__).parent.parent / "tests" / "gazetteers" / "rigour_answers.jsonl"

type Described = tuple[list[tuple[str, str, str]], list[tuple[str, str, tuple[int, ...]]]] | None


def main() -> None:
    draw = random.Random(20)
    persons, bodies = list(_persons(draw, 60_000)), list(_bodies(draw, 20_000))
    words = sorted({word for phrase in _keys("person_names") for word in phrase.split()})
    texts = [*_printed(draw, 105_000)]
    kept: list[str] = []
    for title, asked, ours, rigours in _questions(persons, bodies, words, texts):
        _compare(title, asked, ours, rigours)
        if title in _KEPT:
            some = sorted(draw.sample(asked, _KEPT[title]))
            kept += (json.dumps([title, text, rigours(text)], ensure_ascii=False) for text in some)
    ANSWERS.write_text("".join(f"{row}\n" for row in kept), encoding="utf-8")


def _questions(
    persons: list[str], bodies: list[str], words: list[str], texts: list[str]
) -> Iterator[tuple[str, list[str], Callable[[str], object], Callable[[str], object]]]:
    characters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    yield "persons' names", persons, lambda name: _of_ours(gazetteers.analyse_person(name, symbols=True)), _their_person
    yield "organisations' names", bodies, lambda name: _of_ours(gazetteers.analyse_organisation(name)), _their_body
    yield "territories", texts, _our_code, _their_code
    yield "cities", texts, gazetteers.is_city, _their_city
    yield "sounds of words", words, metaphone, their_metaphone
    yield "words of names", [f"a{each}b" for each in characters], tokens, tokenize_name
    yield "scripts of characters", characters, scripts, lambda text: frozenset(text_scripts(text))
    yield "scripts that are spelt", characters, is_spelt, can_latinize
    yield "names in Latin letters", words, in_latin, lambda word: _plain(ascii_text(word))
    yield "without legal forms", bodies, lambda name: gazetteers.without_legal_forms(name.casefold()), _their_formless
    yield "without articles", bodies, gazetteers.without_article, theirs.remove_org_prefixes


def _compare(title: str, asked: Iterable[str], ours: Callable[[str], object], rigours: Callable[[str], object]) -> None:
    console, count, differ = Console(highlight=False), 0, list[tuple[str, object, object]]()
    for text in asked:
        count += 1
        told, wanted = ours(text), rigours(text)
        if told != wanted:
            differ.append((text, told, wanted))
    console.print(f"{title}: {len(differ)} of {count} answers differ")
    for text, told, wanted in differ[:: max(1, len(differ) // _SHOWN)][:_SHOWN]:
        console.print(f"  {text!r}: {told!r}, rigour {wanted!r}", markup=False)


def _persons(draw: random.Random, count: int) -> Iterator[str]:
    phrases = _keys("person_names")
    for _ in range(count):
        name = " ".join(draw.choice(phrases) for _ in range(draw.randint(1, 4)))
        before = draw.choice(("", "", "", "Dr. ", "J. ", "al-", "3rd ", "The Hon. "))
        behind = draw.choice(("", "", "", " II", " Jr.", " 7", "'s", " the Younger", "-Orlen"))
        yield before + draw.choice((str, str.title, str.upper))(name) + behind


def _bodies(draw: random.Random, count: int) -> Iterator[str]:
    phrases, forms = _keys("organisation_names"), _keys("legal_forms")
    others = ("of", "and", "for the", "&", "-", ",", "Orlen", "Velo", "12", "2nd", "St.", "Nord")
    for _ in range(count):
        words = [draw.choice(draw.choice((phrases, phrases, others))) for _ in range(draw.randint(1, 5))]
        before, behind = draw.choice(("", "", "The ", "La ")), draw.choice(("", " ", ", ", "-")) + draw.choice(forms)
        yield before + draw.choice((str, str.title, str.upper))(" ".join(words)) + draw.choice(("", behind))


def _printed(draw: random.Random, count: int) -> Iterator[str]:
    told = sorted(territory_printed())
    yield from told
    phrases = [*_keys("person_names"), *_keys("organisation_names")]
    for _ in range(count - len(told)):
        text = draw.choice(draw.choice((told, phrases)))
        yield draw.choice((str, str.upper, str.casefold, lambda one: f"the {one}", lambda one: one[1:]))(text)


def _keys(table: str) -> list[str]:
    found = BytesTrie()
    found.mmap(str(files("onrecord.models") / "names" / f"{table}.marisa"))
    keys: list[str] = found.keys()
    return keys


def _of_ours(name: Name | None) -> Described:
    if name is None:
        return None
    symbols = {(s.symbol.category, s.symbol.id, tuple(p.index for p in s.parts)) for s in name.spans}
    return [(p.form, p.comparable, p.tag) for p in name.parts], sorted(symbols)


def _of_theirs(found: set[theirs.Name]) -> Described:
    name = next(iter(found), None)
    if name is None:
        return None
    symbols = {
        (
            _CATEGORIES.get(s.symbol.category.value, s.symbol.category.value),
            s.symbol.id,
            tuple(p.index for p in s.parts),
        )
        for s in name.spans
    }
    return [(p.form, p.comparable, _tag(p)) for p in name.parts], sorted(symbols)


def _tag(part: theirs.NamePart) -> str:
    return str(part.tag).rpartition(".")[2].replace("UNSET", "")


def _their_person(name: str) -> Described:
    return _of_theirs(analyze_names(NameTypeTag.PER, [name], infer_initials=True))


def _their_body(name: str) -> Described:
    return _of_theirs(analyze_names(NameTypeTag.ORG, [name]))


def _our_code(text: str) -> str | None:
    found = gazetteers.lookup_territory(text)
    return found.code if found else None


def _their_code(text: str) -> str | None:
    found = their_territory(text)
    return found.code if found else None


def _their_city(text: str) -> bool:
    found = their_territory(text)
    return found is not None and normalize_territory_name(text) in map(normalize_territory_name, found.places)


def _their_formless(name: str) -> str:
    found: str = theirs.remove_org_types(name.casefold())
    return found


def _plain(text: str) -> str:
    return text.casefold().translate(str.maketrans("", "", " '?"))


if __name__ == "__main__":
    main()
