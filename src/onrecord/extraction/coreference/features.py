"""What speaks for and against each who may be meant, by name: the features by which antecedents are ranked.

What each means is told in the file of the weights (`ranking`).
"""

from math import log1p

from spacy.tokens import Token

from onrecord.extraction.coreference.anaphor import ROLES, Anaphor
from onrecord.extraction.coreference.antecedents import REACH, governs
from onrecord.extraction.coreference.candidates import Candidate, Place
from onrecord.extraction.coreference.descriptions import UNTOLD, is_elected, is_epithet, is_known_description
from onrecord.extraction.coreference.word_agreement import agreement
from onrecord.extraction.document import tokens_by_lemma
from onrecord.extraction.entities import DiscourseEntity
from onrecord.extraction.syntax import NOMINAL_SUBJECTS, PLURAL_NOUNS, dependents
from onrecord.folding import fold

type Features = dict[str, float]
"""What is the case, and how much of it; what is not named is not the case."""

# Of a candidate so many places are looked at, the nearest.
_PLACES = 6
_TOKENS = 40
_PARALLEL = {"subject", "object", "possessive"}
_TOLD_ROLES = {"subject", "oblique", "attribute", "joined"}
_TYPES = {"person", "group", "place"}
_MODIFIERS = {"amod", "compound", "nmod", "poss", "prep", "relcl", "acl"}
_CLAUSES = {"ccomp", "xcomp", "advcl", "csubj"}
_PREDICATES = {"acomp", "attr", "oprd"}


def features(anaphor: Anaphor, candidate: Candidate) -> tuple[Features, list[Features]]:
    """Return what speaks for and against a candidate, and what besides at each of the nearest places of its mentions.

    "Rivas met Marek. She said": at its only place Rivas has "sentence before", "subject just before", "same role" and
    others, Marek has not.
    """
    shared: Features = {}
    _speech(anaphor, candidate, shared)
    _prominence(anaphor, candidate, shared)
    if len(candidate.entities) > 1:
        _together(anaphor, candidate, shared)
    else:
        _kind(anaphor, candidate.entities[0], shared)
        if anaphor.form in {"person", "body"}:
            shared |= agreement(anaphor.at, candidate.entities[0])
    return shared, [_at(anaphor, place) for place in candidate.places[:_PLACES]]


def nobody(anaphor: Anaphor) -> Features:
    """Return what speaks for it that nobody is meant who was mentioned before ("it is likely that", "the others")."""
    at = anaphor.at
    nearest = anaphor.ends[-1] if anaphor.ends else at.i - REACH
    found = {"nobody": 1.0, "nobody near": log1p(max(at.i - nearest, 0))}
    found[f"nobody, {anaphor.role}"] = 1.0
    cases = {
        "nobody, in a quotation": anaphor.quoted,
        "nobody, a source": anaphor.speaks,
        "nobody, in somebody's words": bool(anaphor.context.around),
        "nobody, as the last such pronoun": anaphor.last_such is not None and not anaphor.last_such[1],
        "nobody, said of a clause": anaphor.form == "it" and _is_of_clause(at),
    }
    if anaphor.form == "person":
        told = {child.dep_ for child in dependents(at)}
        before = any(i < at.i for i in tokens_by_lemma(at.doc).get(at.lemma_, ()))
        cases |= {
            "nobody, with a modifier": bool(told & _MODIFIERS),
            "nobody, without an article": not told & {"det", "poss"},
            "nobody, the noun is new": not before,
            "nobody, a man or woman": fold(at.text) in UNTOLD,
            "nobody, an epithet": is_epithet(at),
            "nobody, an elected office": is_known_description(at) and is_elected(at),
        }
    return found | {name: 1.0 for name, case in cases.items() if case}


def _at(anaphor: Anaphor, place: Place) -> Features:
    """Return what is the case of a place where a candidate is mentioned."""
    context, at, layout = anaphor.context, anaphor.at, anaphor.context.layout
    distance = max(at.i - place.end, 0)
    begun = layout.sentences_begun(place.end, at.i + 1)
    found = {"tokens": distance / _TOKENS, "tokens, log": log1p(distance), "sentences, log": log1p(begun)}
    subject = place.root.dep_ in NOMINAL_SUBJECTS
    told_of = place.start in context.quoted and not anaphor.quoted
    role = ROLES.get(place.root.dep_, "other")
    if role in _TOLD_ROLES:
        found[f"is {role}"] = 1.0
    if role == anaphor.role and role in _PARALLEL:
        found["same role"] = 1.0
    if subject and place.end == anaphor.last_subject and not told_of:
        found["last subject"] = 1.0
    if told_of:
        found["in a quotation"] = 1.0
        if begun == 0 and anaphor.speaks:
            found["in the words said"] = 1.0
    if begun == 0:
        found |= _beside(anaphor, place)
    elif begun == 1:
        found["sentence before"] = 1.0
    if anaphor.form == "they" and any(place.end <= i for i in anaphor.others):
        found["others acted since"] = 1.0
    paragraphs = layout.paragraphs_begun(place.end, at.i)
    if paragraphs:
        found["paragraphs, log"] = log1p(paragraphs)
    else:
        found["same paragraph"] = 1.0
        if subject and begun == 1 and not told_of:
            found["subject just before"] = 1.0
    return found


def _beside(anaphor: Anaphor, place: Place) -> Features:
    """Return what is the case of a place in the sentence of the word."""
    at, root = anaphor.at, place.root
    subject = root.dep_ in NOMINAL_SUBJECTS
    cases = {
        "same sentence": True,
        "subject here": subject,
        "governs": governs(root, at),
        "does it to itself": subject and anaphor.role != "possessive" and _verb(at) == root.head.i,
    }
    return {name: 1.0 for name, case in cases.items() if case}


def _verb(at: Token) -> int:
    """Return what a subject or object hangs from, of one behind a preposition what that hangs from."""
    return at.head.head.i if at.dep_ == "pobj" else at.head.i


def _speech(anaphor: Anaphor, candidate: Candidate, found: Features) -> None:
    """Note whether a candidate speaks, has spoken, or is only talked about."""
    context, one, at = anaphor.context, candidate.entities, anaphor.at
    where, spoke = context.last
    if spoke and 0 < at.i - where < REACH:
        if one == spoke:
            found["spoke last"] = 1.0
            if anaphor.speaks:
                found["spoke last, speaks"] = 1.0
            if not context.layout.paragraphs_begun(where, at.i):
                found["spoke last, in the paragraph"] = 1.0
        elif one[0] in spoke:
            found["spoke last with others"] = 1.0
    if one[0] in anaphor.spoke and anaphor.spoke[one[0]] == anaphor.last_of_them:
        found["spoke last of these"] = 1.0
    if context.around and set(one) <= set(context.around):
        found["says it"] = 1.0
    if not anaphor.quoted and candidate.places[0].start in context.quoted:
        found["nearest in a quotation"] = 1.0
    if any(entity in anaphor.beside for entity in one):
        found["named beside"] = 1.0
    if anaphor.last_such is not None and anaphor.last_such[1] == one:
        found["last such pronoun"] = 1.0
        if not context.layout.paragraphs_begun(anaphor.last_such[0], at.i):
            found["last such pronoun, in the paragraph"] = 1.0


def _prominence(anaphor: Anaphor, candidate: Candidate, found: Features) -> None:
    """Note how much the article, and its paragraph, is about a candidate."""
    one, places = candidate.entities[0], candidate.places
    found["mentions, log"] = log1p(len(one.mentions))
    found["places, log"] = log1p(len(places))
    if len(anaphor.candidates) == 1:
        found["the only one"] = 1.0


def _together(anaphor: Anaphor, candidate: Candidate, found: Features) -> None:
    """Note what those who may be meant together are, and whether they did something just now."""
    last = candidate.places[0]
    found["several"] = 1.0
    if all(entity.type == "person" and entity.named for entity in candidate.entities):
        found["several persons"] = 1.0
        if anaphor.context.layout.sentences_begun(last.end, anaphor.at.i + 1) <= 1:
            found["several persons, just before"] = 1.0
    if last.start > anaphor.last_turn:
        found["several, since anybody spoke"] = 1.0


def _kind(anaphor: Anaphor, one: DiscourseEntity, found: Features) -> None:
    """Note what a candidate is, and how well that is known."""
    if anaphor.form in {"it", "they"}:
        if one.type in _TYPES:
            found[f"a {one.type}"] = 1.0
        mention = one.before(anaphor.at.i)
        if mention is not None and anaphor.context.layout.root(mention).tag_ in PLURAL_NOUNS:
            found["plural"] = 1.0
    if one.gender is not None:
        found["gender known"] = 1.0
    if not one.named:
        found["nameless"] = 1.0
        mention = one.before(anaphor.at.i)
        if mention is None or anaphor.context.layout.paragraphs_begun(mention.end, anaphor.at.i):
            found["nameless, of another paragraph"] = 1.0
    elif one.type == "person" and " " not in one.name:
        found["single name"] = 1.0
        if one.gender is None and len(one.mentions) == 1:
            found["hardly a name"] = 1.0


def _is_of_clause(at: Token) -> bool:
    """Say whether "it" stands for a clause behind it ("it is likely that", "it was hard to")."""
    behind = [child.dep_ for child in dependents(at.head) if child.i > at.head.i]
    return not _CLAUSES.isdisjoint(behind) and not _PREDICATES.isdisjoint(behind)
