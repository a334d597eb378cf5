"""How the names of two persons stand to each other: which words agree and how, which are left out, which clash."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from onrecord.entity_linking.evidence import Feature, feature, log_odds
from onrecord.entity_linking.pairings import Pair, joined, pairings
from onrecord.entity_linking.person_name_parts import NameParts, puts_surname_first, read_name
from onrecord.entity_linking.profile import Profile
from onrecord.folding import fold
from onrecord.names import NamePart, in_latin, is_latin, metaphone, within_edits

type Agreement = Literal[
    "same", "spelling varies", "nickname", "another form of the name", "initial", "typo", "sounds alike"
]

_PRICED: tuple[Agreement, ...] = ("spelling varies", "nickname", "another form of the name", "typo", "sounds alike")
# The more an agreement tells the sooner two words are paired for it; before initials, words that are one together.
_TELLING: tuple[Agreement, ...] = ("same", "spelling varies", "typo", "sounds alike", "initial")
# Words that are printed as one at times ("Jean Luc", "Jeanluc").
_TOGETHER = range(2, 6)
# Below this length a letter's difference makes another name ("Ivo", "Iva"; "Zhao", "Zhou").
_LONG_WORD = 5
# The share of letters that may differ between two spellings of a name.
_SPELLING = 0.4
# German and Scandinavian letters as they are written without their marks.
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "æ": "ae", "å": "aa"})


@dataclass(slots=True)
class _Alignment:
    """The words of two names that agree, with how, and those of each that have no counterpart."""

    agreeing: list[tuple[Sequence[NamePart], Sequence[NamePart], Agreement]] = field(default_factory=list)
    left: list[NamePart] = field(default_factory=list)
    right: list[NamePart] = field(default_factory=list)


def compare_persons(one: Profile, other: Profile) -> list[Feature]:
    """Return the features of the fullest names of two persons that speak most for their being one."""
    # Of one name on both sides what is known of its words has nothing to tell.
    tagged = fold(one.names[0]) != fold(other.names[0])
    pairs = [(left, right) for left in _fullest(one, tagged=tagged) for right in _fullest(other, tagged=tagged)]
    return max((_compare(left, right) for left, right in pairs), key=log_odds, default=[feature("names differ")])


def _fullest(profile: Profile, *, tagged: bool) -> list[NameParts]:
    """Return the names without those that another of them extends: "V. Orlen" says nothing beside "Viktor Orlen"."""
    surname_first = puts_surname_first(profile.country)
    names = [reading for printed in profile.names for reading in read_name(printed, surname_first, tagged=tagged)]
    return [
        name
        for i, name in enumerate(names)
        if not any(_extends(longer, name) for j, longer in enumerate(names) if j != i)
    ]


def _extends(longer: NameParts, shorter: NameParts) -> bool:
    """Say whether every word of `shorter` stands in `longer`, whole or as its initial, and `longer` tells more."""
    rest = [word.comparable for word in longer.words]
    for word in (word.comparable for word in shorter.words):
        match = next((r for r in rest if r == word or (len(word) == 1 and r.startswith(word))), None)
        if match is None:
            return False
        rest.remove(match)
    return _letters(longer) > _letters(shorter)


def _letters(name: NameParts) -> int:
    return sum(len(word.comparable) for word in name.words)


def _compare(one: NameParts, other: NameParts) -> list[Feature]:
    candidates = (_features(_align(pairs, one, other), one, other) for pairs in pairings(one.analysis, other.analysis))
    features = max(candidates, key=log_odds)
    if one.generation is not None and other.generation is not None and one.generation != other.generation:
        features.append(feature("generation differs"))
    elif one.generation != other.generation:
        features.append(feature("generation in one only"))
    return features


def _align(pairs: tuple[Pair, ...], one: NameParts, other: NameParts) -> _Alignment:
    """Return which words agree: first those that Wikidata has as one name, then the rest by their letters."""
    found = _Alignment(left=list(one.words), right=list(other.words))
    for pair in pairs:
        words = [p for p in pair.left if p in found.left], [p for p in pair.right if p in found.right]
        if all(words):
            _agree(found, *words, _known_agreement(pair, *words))
    alike = [
        (how, word, counterpart)
        for word in found.left
        for counterpart in found.right
        if (how := _agreement((word,), (counterpart,), one, other))
    ]
    for how in _TELLING:
        for _, word, counterpart in (each for each in alike if each[0] == how):
            if word in found.left and counterpart in found.right:
                _agree(found, (word,), (counterpart,), how)
        if how == _TELLING[-2]:
            _join(found, one, other)
    return found


def _join(found: _Alignment, one: NameParts, other: NameParts) -> None:
    """Pair words of either name that are one word of the other."""
    joins = [*_together(found.left, found.right), *((b, a) for a, b in _together(found.right, found.left))]
    for left, right in joins:
        if all(p in found.left for p in left) and all(p in found.right for p in right):
            how = _agreement(left, right, one, other)
            if how:
                _agree(found, left, right, how)


def _together(words: list[NamePart], others: list[NamePart]) -> Iterator[tuple[Sequence[NamePart], Sequence[NamePart]]]:
    """Yield two to five words that follow each other with each longer one of `others`, in the same script."""
    for size in _TOGETHER:
        for start in range(len(words) - size + 1):
            run = words[start : start + size]
            if run[-1].index - run[0].index == size - 1:
                yield from (
                    (run, (word,)) for word in others if len(word.form) > 1 and _is_latin(run) == _is_latin((word,))
                )


def _agree(found: _Alignment, left: Sequence[NamePart], right: Sequence[NamePart], how: Agreement) -> None:
    found.agreeing.append((left, right, how))
    found.left = [part for part in found.left if part not in left]
    found.right = [part for part in found.right if part not in right]


def _known_agreement(pair: Pair, left: Sequence[NamePart], right: Sequence[NamePart]) -> Agreement:
    if joined(left) == joined(right):
        return "same"
    how = _variation(left, right) if pair.name else "nickname"
    return "nickname" if pair.nick and how == "another form of the name" else how


def _variation(left: Sequence[NamePart], right: Sequence[NamePart]) -> Agreement:
    """Return whether two forms of one name of Wikidata are spellings ("Sergei", "Sergey") or not ("Karl", "Carlos").

    In another language's form a name is rarely printed; between two scripts no more than the name is the same.
    """
    a, b = joined(left), joined(right)
    close = within_edits(a, b, _SPELLING * max(len(a), len(b))) or metaphone(a) == metaphone(b)
    return "spelling varies" if close or _is_latin(left) != _is_latin(right) else "another form of the name"


def _agreement(
    left: Sequence[NamePart], right: Sequence[NamePart], one: NameParts, other: NameParts
) -> Agreement | None:
    """Return how the words agree by their letters, None where they are two names.

    Two words that Wikidata knows and that share none of its names are two names however close they are ("Ivan",
    "Ivana"), alike at most; a typo is believed only of a word that is unknown.
    """
    a, b = joined(left), joined(right)
    if a == b:
        return "initial" if len(a) == 1 else "same"
    if len(a) == 1 or len(b) == 1:
        return "initial" if a[0] == b[0] else None
    if _spelt_out(left) == _spelt_out(right) or _written_together(a, b, other) or _written_together(b, a, one):
        return "spelling varies"
    spelt = a.isascii() and b.isascii()
    if not spelt or (_is_latin(left) != _is_latin(right) and not _known(left, right, one, other)):
        return "spelling varies" if consonants(left) == consonants(right) else None
    if min(len(a), len(b)) < _LONG_WORD:
        return None
    if within_edits(a, b, 1) and not _known(left, right, one, other):
        return "typo"
    if len(left) != len(right):
        return None
    sound = metaphone(a)
    return "sounds alike" if sound and sound == metaphone(b) else None


def _known(left: Sequence[NamePart], right: Sequence[NamePart], one: NameParts, other: NameParts) -> bool:
    """Say whether Wikidata has names for words of both."""
    return not one.known.isdisjoint(left) and not other.known.isdisjoint(right)


def _is_latin(parts: Sequence[NamePart]) -> bool:
    return all(is_latin(part.form) for part in parts)


def _spelt_out(parts: Sequence[NamePart]) -> str:
    """Return the words together in Latin letters, German and Scandinavian ones as they are written without marks."""
    return "".join(part.form if part.form.isascii() else in_latin(part.form.translate(_SPELT_OUT)) for part in parts)


def _written_together(whole: str, word: str, name: NameParts) -> bool:
    """Say whether `whole` is `word` with the particles of its `name` or the Arabic article ("Elsayed", "al-Sayed")."""
    return whole in {particle + word for particle in ("al", "el", "".join(name.particles))}


def latin(part: NamePart) -> str:
    """Return the word in Latin letters, of an Arabic one without its article."""
    if part.comparable.isascii():
        return part.comparable
    return in_latin(part.form.removeprefix("ال"))


def consonants(words: Sequence[NamePart]) -> str:
    """Return the consonants of the words in Latin letters, doubled ones once, the Slavic g and h as one.

    They are all that Arabic script tells of a word, and what transliterations have in common.
    """
    text = "".join(latin(word) for word in words).replace("kh", "h").replace("g", "h")
    return "".join(letter for letter, _ in groupby(letter for letter in text if letter not in "aeiouyw'"))


def _features(found: _Alignment, one: NameParts, other: NameParts) -> list[Feature]:
    whole = sum(min(len(left), len(right)) for left, right, how in found.agreeing if how != "initial")
    initials = sum(how == "initial" for _, _, how in found.agreeing)
    if not whole or (found.left and found.right):
        return [feature("names differ")]
    lone = min(len(one.words), len(other.words)) == 1
    if lone:
        surname = all(
            any(part in name.surnames for part in parts)
            for left, right, how in found.agreeing
            for parts, name in ((left, one), (right, other))
        )
        both = len(one.words) == len(other.words)
        stand = "surnames alone" if both else "surname against full name" if surname else "given name alone"
    elif whole > 1:
        stand = "full names agree"
    elif initials:
        stand = "surname and initial agree"
    else:
        return [feature("names differ")]
    features = [feature(stand)]
    for how in _PRICED:
        count = sum(agreement == how for _, _, agreement in found.agreeing)
        if count:
            features.append(feature(how, count))
    if not lone:
        features += _left_out(found.left, one) + _left_out(found.right, other) + _order(found, one, other)
    return features


def _left_out(words: list[NamePart], name: NameParts) -> list[Feature]:
    ends = {name.words[0], name.words[-1]}
    half = sum(word in name.compound for word in words)
    outer = sum(word in ends for word in words if word not in name.compound)
    counts = {
        "half a given name left out": half,
        "first or last name left out": outer,
        "middle name left out": len(words) - half - outer,
    }
    return [feature(what, count) for what, count in counts.items() if count]


def _order(found: _Alignment, one: NameParts, other: NameParts) -> list[Feature]:
    """Return the price of words in another order, none where one of the two is from where the surname leads."""
    pairs = sorted((left[0].index, right[0].index) for left, right, _ in found.agreeing)
    if one.surname_first or other.surname_first or [r for _, r in pairs] == sorted(r for _, r in pairs):
        return []
    # Nicknames are known of English given names only, and English puts the given name first.
    english = all(any(span.symbol.category == "NICK" for span in name.analysis.spans) for name in (one, other))
    return [feature("order swapped around an English given name" if english else "order swapped")]
