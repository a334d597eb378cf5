"""Persons' names with what Wikidata and rigour know of their words: given names, nicknames, particles, numerals."""

from collections.abc import Iterator

from onrecord.gazetteers.analysis import Found, beginning, comparable, forms_of, found_in, name_of, numbers_in
from onrecord.names import Name, Symbol, is_spelt

_TITLES = beginning("before persons")
_LONGEST = 8
"""Words of the longest name in the table."""


def analyse_person(text: str, *, symbols: bool) -> Name | None:
    """Return the name of a person taken apart, without titles, None where there is no word in it.

    Example: "Ada Orlen" has for "ada" the symbols of three names of Wikidata, for "orlen", which is none, nothing.

    Args:
        text: a printed name.
        symbols: whether to say what is known of the words, too.
    """
    forms = forms_of(_TITLES.sub("", text))
    if not forms:
        return None
    told: list[Found] = []
    if symbols:
        told += _initials(forms)
        told += found_in(forms, "person_names", _LONGEST)
        told += numbers_in(forms, told)
    return name_of(forms, told)


def _initials(forms: list[str]) -> Iterator[Found]:
    for i, form in enumerate(forms):
        if len(form) == 1 and is_spelt(form):
            yield i, i + 1, Symbol("INITIAL", comparable(form)[0])
