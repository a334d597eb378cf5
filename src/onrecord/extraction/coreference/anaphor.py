"""A pronoun or noun that stands for somebody, with what is looked up once for all who may be meant."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Token

from onrecord.extraction.coreference.antecedents import named_beside
from onrecord.extraction.coreference.candidates import Candidate
from onrecord.extraction.coreference.context import Context
from onrecord.extraction.entities import TYPE_OF_NOUN, DiscourseEntity
from onrecord.extraction.syntax import COLLECTIVE, GENDERS, NOMINAL_SUBJECTS, OBJECTS, PLURAL_NOUNS, THIRD_PERSON_PLURAL

type Form = Literal["he says", "he", "it", "they", "person", "body"]
"""How somebody is spoken of: by a pronoun for one person that is the source of a statement, by another such pronoun, by
"it" or "its", by "they", "them" or "their", by a noun for a person ("the candidate"), or by one for a body."""

FORMS: tuple[Form, ...] = ("he says", "he", "it", "they", "person", "body")

ROLES = (
    dict.fromkeys(NOMINAL_SUBJECTS, "subject")
    | dict.fromkeys(OBJECTS, "object")
    | {"poss": "possessive", "pobj": "oblique", "appos": "apposition", "compound": "attribute", "conj": "joined"}
)
"""The grammatical roles that are told apart, by the label of the relation; all others are "other"."""

# So far back the last pronoun of the same kind is looked for, and others who acted, in tokens.
_NEAR = 80
# Of so many turns of speech it is known who spoke.
_TURNS = 8


class Anaphor:
    """A pronoun or noun in its context, with those who may be meant.

    Attributes:
        context: what is known at its place.
        at: its token.
        candidates: who may be meant.
        form: how they are spoken of.
        role: its grammatical role.
        quoted: it stands in the words of a statement.
        speaks: it is the source of a statement.
        beside: whom what it does names, and with whom it is joined ("Orlen and she").
        last_such: where the last pronoun of the same kind stands, and whom it stands for; None where there is none.
        spoke: who has spoken, and where last.
        last_subject: where the last of them that is a subject ends, of those that the text tells of as it does of it.
        others: shortly before "they", where nouns for several are subjects whom nobody has named.
        last_turn: where anybody spoke last, -1 where nobody has.
        last_of_them: where any of the candidates did.
        ends: where each is mentioned last, in order.
    """

    def __init__(self, context: Context, at: Token, candidates: Sequence[Candidate]) -> None:
        self.context, self.at, self.candidates = context, at, candidates
        self.speaks = at.i in context.sources and at.dep_ != "poss"
        self.form = _form(at, speaks=self.speaks)
        self.role = ROLES.get(at.dep_, "other")
        self.quoted = at.i in context.quoted
        joined = (context.discourse.by_token.get(token.i) for token in at.conjuncts)
        self.beside = {*named_beside(context.discourse, at), *(one for one in joined if one is not None)}
        self.last_such = self._last_such()
        self.spoke = self._spoke()
        self.ends = sorted(one.places[0].end for one in candidates)
        narrated = [
            place for one in candidates for place in one.places if self.quoted or place.start not in context.quoted
        ]
        subjects = (place.end for place in narrated if place.root.dep_ in NOMINAL_SUBJECTS)
        self.last_subject = max(subjects, default=-1)
        self.others = self._others() if self.form == "they" else ()
        self.last_turn = max(self.spoke.values(), default=-1)
        turns = (self.spoke[m] for one in candidates if (m := one.entities[0]) in self.spoke)
        self.last_of_them = max(turns, default=-1)

    def _last_such(self) -> tuple[int, tuple[DiscourseEntity, ...]] | None:
        kind = _kind(self.at)
        if kind is None:
            return None
        doc, at = self.at.doc, self.at.i
        before = self.context.layout.pronouns_between(max(at - _NEAR, 0), at)
        place = next((i for i in reversed(before) if _kind(doc[i]) == kind), None)
        if place is None:
            return None
        known = self.context.known.get(place)
        return place, known.entities if known is not None else ()

    def _others(self) -> tuple[int, ...]:
        doc, by_token = self.at.doc, self.context.discourse.by_token
        before = (doc[i] for i in range(max(self.at.i - _NEAR, 0), self.at.i) if i not in by_token)
        return tuple(token.i for token in before if token.tag_ in PLURAL_NOUNS and token.dep_ in NOMINAL_SUBJECTS)

    def _spoke(self) -> dict[DiscourseEntity, int]:
        places, speakers = self.context.spoken
        number = bisect_left(places, self.at.i)
        found: dict[DiscourseEntity, int] = {}
        for place in reversed(places[max(number - _TURNS, 0) : number]):
            for one in speakers[place]:
                found.setdefault(one, place)
        return found


def _form(at: Token, *, speaks: bool) -> Form:
    word = at.lower_
    if word in GENDERS:
        return "he says" if speaks else "he"
    if word in COLLECTIVE:
        return "they" if word in THIRD_PERSON_PLURAL else "it"
    return "body" if TYPE_OF_NOUN.get(at.lemma_.casefold(), "person") != "person" else "person"


def _kind(at: Token) -> str | None:
    """Return which pronoun of the third person `at` is, whatever its case; None for another word."""
    word = at.lower_
    if word in COLLECTIVE:
        return "they" if word in THIRD_PERSON_PLURAL else "it"
    return GENDERS.get(word)
