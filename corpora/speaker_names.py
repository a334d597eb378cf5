"""Whether a speaker that is given is the one that the annotation asks for."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from corpora.real_pages import ANYBODY
from onrecord.extraction.entities import country_of
from onrecord.folding import fold
from onrecord.gazetteers import without_legal_forms

type Given = Mapping[str, Any]
"""A speaker as it is exported: `name`, `role`, `named`."""

_INITIAL = re.compile(r"(?<=\w\w) \w\. (?=\w\w)")
_BRACKETED = re.compile(r"\s*\([^)]*\)$")
_ARTICLE = re.compile(r"^an? ")
_ENDS_PHRASE = re.compile(
    "of|in|from|at|for|on|by|to|with|near|about|against|between|among|within|over|under|after|before|during|outside|"
    "inside|who|which|that|whose|whom|where|when",
    re.IGNORECASE,
)
_BEFORE_NOUN = re.compile(
    "an?|the|his|her|its|their|our|my|some|many|several|few|more|most|all|both|two|three|four|five|six|another|other|"
    "one|no",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"[a-z]{2,}(?:ed|ing)")


def plain_name(name: str) -> str:
    """Return a name as it is compared: a ledger of many articles may have it with the initial of another of them."""
    return _INITIAL.sub(" ", fold(name).removeprefix("the "))


def speakers_right(asked: Sequence[str], given: Sequence[Given]) -> bool:
    """Say whether those given are the speakers that are asked for, all and no other.

    If `ANYBODY` is asked for, everybody and nobody is right. A description that joins two ("officials and customers")
    asks for one or for both.
    """
    if ANYBODY in asked:
        return True
    apart = [part for one in asked for part in _apart(one)]
    return any(
        len(those) == len(given) and all(any(is_speaker(one, other) for other in given) for one in those)
        for those in (asked, apart)
    )


def is_speaker(asked: str, given: Given) -> bool:
    """Say whether one that is given is the one that is asked for.

    A name must be the same, folded and without an article, an acronym in brackets or a legal form ("Velo Group (VG)",
    "Velo Group Inc."), or another name of the same country, or be the given one with words of its role before it
    ("Prince Ivo" is given as "Ivo" with the role "Prince"). For a description ("the doctors of the town") its noun is
    enough ("A few doctors"), which tells it from a name by its small letter. A part of a name is not enough ("Orlen"
    for "Ada Orlen"), nor a description of somebody who is named ("the clerk").
    """
    name, other = (_ARTICLE.sub("", plain_name(one)) for one in (asked, given["name"]))
    if name == other or _same_body(name, other):
        return True
    if is_description(asked):
        return head(asked).lower() == head(given["name"]).lower()
    titles = name.removesuffix(other).split() if name.endswith(f" {other}") else []
    return bool(titles) and set(titles) <= set(fold(given["role"] or "").split())


def _same_body(name: str, other: str) -> bool:
    """Say whether two names are one but for the acronym behind it or the legal form, or of one country."""
    country = country_of(name) or country_of(name.upper())
    if country is not None and country in {country_of(other), country_of(other.upper())}:
        return True
    bare, also = (without_legal_forms(_BRACKETED.sub("", one).casefold()).strip(" .,") for one in (name, other))
    # "Ministry of the Interior", "Interior Ministry".
    words, others = ({word for word in one.split() if word not in {"of", "the", "for"}} for one in (bare, also))
    return bool(bare) and (bare == also or (len(words) > 1 and words == others))


def is_description(asked: str) -> bool:
    """Say whether somebody who is asked for has no name: "local officials", not "Ada Orlen" or "Ministry of Health"."""
    return head(asked)[:1].islower()


def head(phrase: str) -> str:
    """Return the noun of a phrase: the last word before a preposition, a relative clause, a comma or a participle."""
    chosen = ""
    for word in phrase.split():
        is_later = bool(chosen) and not _BEFORE_NOUN.fullmatch(chosen)
        if is_later and (_ENDS_PHRASE.fullmatch(word) or _PARTICIPLE.fullmatch(word)):
            break
        chosen = word.strip("\"“”'’,()")
        if is_later and word.endswith(","):
            break
    return chosen


def _apart(asked: str) -> list[str]:
    parts = asked.split(" and ")
    return parts if all(map(is_description, parts)) else [asked]
