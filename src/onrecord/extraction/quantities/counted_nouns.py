"""What a quantity counts: the words of the noun phrase, wherever the sentence puts them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Token

from onrecord import lexicons
from onrecord.extraction.coreference import is_of_people
from onrecord.extraction.document import text_of
from onrecord.extraction.entities import Discourse
from onrecord.extraction.quantities.printed_quantities import PrintedQuantity, words_at
from onrecord.extraction.quantities.units import AGE
from onrecord.extraction.ranges import CharRange, overlap
from onrecord.extraction.syntax import NOUNS, SUBJECTS, VERBS, dependent, dependents
from onrecord.rules import Rule, active, fired

_MODIFIES = {"nummod", "quantmod", "compound", "amod", "npadvmod", "det", "predet", "nmod", "advmod"}
_OF = {"of", "in", "for", "worth"}
# "5% in Lanta" is 5% of something else.
_PLACES = {"GPE", "LOC", "FAC"}
_AUXILIARIES = {"be", "have"}
_MEASURES = {verb for (verb,) in lexicons.rows("verbs_of_measure.tsv")}
# How many words a verb may be away, in the tree, from a number that it is about.
_CLIMB = 5


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity whose noun is looked for, among its words.

    Attributes:
        doc: the document.
        discourse: who is named in it.
        quantity: the quantity.
        first: the first word of it, its unit among them.
        last: the last word of it.
        as_before: what the quantity before it counts, where both have no unit and stand in one paragraph.
    """

    doc: Doc
    discourse: Discourse
    quantity: PrintedQuantity
    first: Token
    last: Token
    as_before: CharRange | None

    @property
    def is_age(self) -> bool:
        """Whether it is an age."""
        return self.quantity.unit == AGE


type Counting = Callable[[Number], CharRange | Literal["unnamed"] | None]
"""Returns what a number counts, "unnamed" where a pronoun stands for it, and None where the rule does not say."""


def counted_nouns(doc: Doc, discourse: Discourse, quantities: Sequence[PrintedQuantity]) -> list[CharRange | None]:
    """Return for each of `quantities` what it counts, as the text prints it, None where it does not.

    The first rule that says is believed. A number that counts what has no name there, or a part of its own words, may
    count what the quantity before it does.
    """
    text = text_of(doc)
    found: list[CharRange | None] = []
    before = None
    for quantity in quantities:
        span = words_at(doc, quantity.where)
        beside = before is not None and "\n" not in text[before.where.end : quantity.where.start]
        alike = before is not None and before.unit is None and quantity.unit is None
        number = Number(doc, discourse, quantity, span[0], span[-1], found[-1] if beside and alike else None)
        where = _told(COUNTED, number)
        if where is None or where == "unnamed" or overlap(where, quantity.where):
            where = _told(REPEATED, number)
        assert where != "unnamed"
        found.append(where)
        before = quantity
    return found


def _told(rules: tuple[Rule[Counting], ...], number: Number) -> CharRange | Literal["unnamed"] | None:
    for rule in active(rules):
        where = rule.apply(number)
        if where is not None:
            fired(rule, *number.quantity.where)
            return where
    return None


def _behind(number: Number) -> CharRange | Literal["unnamed"] | None:
    """Return the noun behind a number that it belongs to."""
    last = noun = number.last
    for _ in range(_CLIMB):
        if noun.dep_ not in _MODIFIES or noun.head == noun:
            break
        noun = noun.head
        if noun.i > last.i and noun.pos_ in NOUNS:
            # A noun that stands before another: "30 member countries".
            while noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.pos_ in NOUNS:
                noun = noun.head
            return _phrase(number.doc, noun, last.i + 1)
    return None


def _person_before(number: Number) -> CharRange | Literal["unnamed"] | None:
    """Return who is that old: the person before the comma."""
    if not number.is_age:
        return None
    first = number.first
    for i in range(first.i - 1, max(first.i - 3, -1), -1):
        mention = number.discourse.mention_at(i)
        if mention is not None:
            return CharRange(mention.start_char, mention.end_char)
        word = number.doc[i]
        if word.pos_ == "NOUN" and is_of_people(word):
            return _phrase(number.doc, word, word.left_edge.i)
    return None


def _of(number: Number) -> CharRange | Literal["unnamed"] | None:
    """Return what follows "of" behind a number or its unit."""
    last, unit = number.last, number.quantity.unit
    if number.is_age:
        return None
    for token in (last, last.head) if last.head.i < last.i else (last,):
        of = next((t for t in dependents(token) if t.lower_ in _OF and t.i >= last.i and t.dep_ == "prep"), None)
        if of is not None and (of.lower_ == "of" or unit is not None):
            thing = dependent(of, "pobj")
            elsewhere = _PLACES if of.lower_ == "in" else set[str]()
            if thing is not None and thing.ent_type_ not in {"DATE", "TIME"} | elsewhere:
                return _phrase(number.doc, thing, thing.left_edge.i)
    return None


def _participle(number: Number) -> CharRange | Literal["unnamed"] | None:
    """Return the participle or adjective beside a number: "31 killed"."""
    at = number.last.i + 1
    if number.quantity.unit is not None or at >= len(number.doc):
        return None
    beside = number.doc[at]
    participle = beside.tag_ in {"VBN", "VBD"} and beside.lemma_ not in _AUXILIARIES
    adjective = beside.tag_ == "JJ" and beside.dep_ != "amod"
    if beside.is_sent_start or not (participle or adjective):
        return None
    return CharRange(beside.idx, beside.idx + len(beside))


def _noun_above(number: Number) -> CharRange | Literal["unnamed"] | None:
    """Return the noun before a number that it hangs on by a preposition: "a toll of at least 31"."""
    above = _above(number)
    if above is None or above.word.pos_ in VERBS:
        return None
    return _phrase(number.doc, above.word, above.word.left_edge.i)


def _object(number: Number) -> CharRange | Literal["unnamed"] | None:
    """Return the object of the verb that a number hangs on by a preposition: "put the dead at seven"."""
    above = _above(number)
    if above is None or above.word.pos_ not in VERBS or not above.by_preposition:
        return None
    return _thing(number, [t for t in dependents(above.word) if t.dep_ == "dobj" and t.i < number.last.i])


def _subject(number: Number) -> CharRange | Literal["unnamed"] | None:
    """Return the subject of a verb of measure that a number belongs to: "the toll reached 31"."""
    above = _above(number)
    if above is None or above.word.lemma_.casefold() not in _MEASURES or above.word.pos_ not in VERBS:
        return None
    return _thing(number, [t for t in dependents(above.word) if t.dep_ in SUBJECTS and t.i < number.last.i])


def _as_before(number: Number) -> CharRange | None:
    return number.as_before


class _Above(NamedTuple):
    """The verb or noun that a number belongs to, and whether a preposition stands between."""

    word: Token
    by_preposition: bool


def _above(number: Number) -> _Above | None:
    token, by_preposition = number.last, False
    for _ in range(_CLIMB):
        if token.head == token:
            return None
        by_preposition = by_preposition or token.dep_ in {"pobj", "prep"}
        beside = token.dep_ == "conj"
        token = token.head
        common = token.pos_ in NOUNS and token.tag_ != "NNP"
        if token.pos_ in VERBS or (common and token.i < number.last.i and by_preposition and not beside):
            return _Above(token, by_preposition)
    return None


def _thing(number: Number, words: Sequence[Token]) -> CharRange | Literal["unnamed"] | None:
    """Return the first of `words` that is a thing: neither a pronoun nor somebody."""
    for word in words:
        entity = number.discourse.by_token.get(word.i)
        somebody = is_of_people(word) if entity is None else entity.type == "person"
        if word.pos_ != "PRON" and not somebody:
            return _phrase(number.doc, word, word.left_edge.i)
    return None


def _phrase(doc: Doc, noun: Token, start: int) -> CharRange | Literal["unnamed"]:
    """Return the noun with what stands before it from token `start` on, without articles and numbers."""
    if noun.pos_ == "PRON":
        return "unnamed"
    while start < noun.i and (
        doc[start].pos_ in {"DET", "NUM", "PUNCT", "PRON"} or doc[start].tag_ in {"CD", "HYPH", "PRP$", "SYM"}
    ):
        start += 1
    return CharRange(doc[start].idx, noun.idx + len(noun))


COUNTED: tuple[Rule[Counting], ...] = (
    Rule("candidate/counted-behind", _behind),
    Rule("candidate/counted-person-before", _person_before),
    Rule("candidate/counted-of", _of),
    Rule("candidate/counted-participle", _participle),
    Rule("candidate/counted-noun-above", _noun_above),
    Rule("candidate/counted-object", _object),
    Rule("candidate/counted-subject", _subject),
)
"""Where the sentence may put what a number counts, in the order in which it is looked for."""

REPEATED: tuple[Rule[Counting], ...] = (Rule("candidate/counted-as-before", _as_before),)
"""What is asked of a number for which no other rule gives words: "down from 40"."""
