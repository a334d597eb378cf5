"""What a quantity counts: the words of the noun phrase, wherever the sentence puts them."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from onrecord.extraction.coreference import is_of_people
from onrecord.extraction.document import text_of
from onrecord.extraction.entities import Discourse
from onrecord.extraction.quantities.printed_quantities import PrintedQuantity, words_at
from onrecord.extraction.quantities.units import AGE
from onrecord.extraction.ranges import CharRange, overlap
from onrecord.extraction.syntax import NOUNS, SUBJECTS, VERBS, dependent, dependents

_MODIFIES = {"nummod", "quantmod", "compound", "amod", "npadvmod", "det", "predet", "nmod", "advmod"}
_OF = {"of", "in", "for", "worth"}
# "5% in Lanta" is 5% of something else.
_PLACES = {"GPE", "LOC", "FAC"}
# Verbs whose subject is what a number at their end is a number of: "the toll reached 31", "the bridge cost $2m".
_MEASURES = {
    "be", "stand", "reach", "rise", "fall", "drop", "grow", "climb", "cost", "weigh", "measure", "last", "total",
    "exceed", "amount", "hit", "average", "increase", "decrease", "decline", "jump", "shrink", "number", "range",
    "run", "remain", "come", "top", "double", "pass", "surpass", "equal", "gain", "lose", "slip", "tumble", "surge",
    "soar",
}  # fmt: skip
# How many words a verb may be away, in the tree, from a number that it is about.
_CLIMB = 5


def counted_nouns(doc: Doc, discourse: Discourse, quantities: Sequence[PrintedQuantity]) -> list[CharRange | None]:
    """Return for each of `quantities` what it counts, as the text prints it, None where it does not.

    In order: the noun it stands before ("155 citizens", "a 30-member council"), what follows "of" ("80 % of the
    valley"), the participle beside it ("31 killed"), the object or subject of its verb ("put the dead at seven", "the
    toll reached 31"). A number that has none of these counts what the quantity before it does, in the same paragraph
    ("down from 40").
    """
    found: list[CharRange | None] = []
    text = text_of(doc)
    for number, quantity in enumerate(quantities):
        span = words_at(doc, quantity.where)
        where = _noun_phrase(doc, discourse, quantity, span[0], span[-1])
        if where is not None and overlap(where, quantity.where):
            where = None
        if where is None and quantity.unit is None and number and found[-1] is not None:
            before = quantities[number - 1]
            if before.unit is None and "\n" not in text[before.where.end : quantity.where.start]:
                where = found[-1]
        found.append(where)
    return found


def _noun_phrase(
    doc: Doc, discourse: Discourse, quantity: PrintedQuantity, first: Token, last: Token
) -> CharRange | None:
    if quantity.unit == AGE:
        return _aged(doc, discourse, first, last)
    noun = _head_noun(last)
    if noun is not None:
        return _phrase(doc, noun, last.i + 1)
    for token in (last, last.head) if last.head.i < last.i else (last,):
        of = next((t for t in dependents(token) if t.lower_ in _OF and t.i >= last.i and t.dep_ == "prep"), None)
        if of is not None and (of.lower_ == "of" or quantity.unit is not None):
            thing = dependent(of, "pobj")
            elsewhere = _PLACES if of.lower_ == "in" else set[str]()
            if thing is not None and thing.ent_type_ not in {"DATE", "TIME"} | elsewhere:
                return _phrase(doc, thing, thing.left_edge.i)
    beside = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if (
        quantity.unit is None
        and beside is not None
        and beside.tag_ in {"VBN", "JJ", "VBD"}
        and not beside.is_sent_start
    ):
        return CharRange(beside.idx, beside.idx + len(beside))
    return _governed(doc, discourse, last)


def _head_noun(last: Token) -> Token | None:
    """Return the noun after a number that it belongs to."""
    noun = last
    for _ in range(_CLIMB):
        if noun.dep_ not in _MODIFIES or noun.head == noun:
            break
        noun = noun.head
        if noun.i > last.i and noun.pos_ in NOUNS:
            # A noun that stands before another: "30 member countries".
            while noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.pos_ in NOUNS:
                noun = noun.head
            return noun
    return None


def _aged(doc: Doc, discourse: Discourse, first: Token, last: Token) -> CharRange | None:
    """Return who is that old: the noun after "year-old", or the person before the comma."""
    noun = _head_noun(last)
    if noun is not None:
        return _phrase(doc, noun, last.i + 1)
    for i in range(first.i - 1, max(first.i - 3, -1), -1):
        mention = discourse.mention_at(i)
        if mention is not None:
            return CharRange(mention.start_char, mention.end_char)
        if doc[i].pos_ == "NOUN" and is_of_people(doc[i]):
            return _phrase(doc, doc[i], doc[i].left_edge.i)
    return _governed(doc, discourse, last)


def _governed(doc: Doc, discourse: Discourse, last: Token) -> CharRange | None:
    """Return the object or subject of the verb that a number without a noun belongs to."""
    token, within_preposition = last, False
    for _ in range(_CLIMB):
        if token.head == token:
            return None
        within_preposition = within_preposition or token.dep_ in {"pobj", "prep"}
        beside = token.dep_ == "conj"
        token = token.head
        if token.pos_ in VERBS:
            break
        if token.pos_ in NOUNS and token.i < last.i and within_preposition and not beside and token.tag_ != "NNP":
            return _phrase(doc, token, token.left_edge.i)
    else:
        return None
    objects = [t for t in dependents(token) if t.dep_ == "dobj" and t.i < last.i] if within_preposition else []
    measures = token.lemma_.casefold() in _MEASURES
    subjects = [t for t in dependents(token) if t.dep_ in SUBJECTS and t.i < last.i] if measures else []
    for thing in (*objects, *subjects):
        entity = discourse.by_token.get(thing.i)
        somebody = is_of_people(thing) if entity is None else entity.type == "person"
        if thing.pos_ != "PRON" and not somebody:
            return _phrase(doc, thing, thing.left_edge.i)
    return None


def _phrase(doc: Doc, noun: Token, start: int) -> CharRange | None:
    """Return the noun with what stands before it from token `start` on, without articles and numbers."""
    while start < noun.i and (
        doc[start].pos_ in {"DET", "NUM", "PUNCT", "PRON"} or doc[start].tag_ in {"CD", "HYPH", "PRP$", "SYM"}
    ):
        start += 1
    if noun.pos_ == "PRON":
        return None
    return CharRange(doc[start].idx, noun.idx + len(noun))
