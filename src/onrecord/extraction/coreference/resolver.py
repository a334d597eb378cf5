"""Who a word of the text stands for: a name, a pronoun, an office, a description."""

from collections.abc import Callable, Collection

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.coreference.antecedents import (
    REACH,
    SUBJECTS,
    best_before,
    named_beside,
    named_next,
    of_gender,
    topic,
)
from onrecord.extraction.coreference.descriptions import (
    add_described,
    add_unlisted,
    by_role,
    holds_other,
    is_definite,
    is_elected,
    is_epithet,
    is_known_description,
    is_of_people,
    likely_holders,
    spoken_of,
)
from onrecord.extraction.coreference.named_heads import named_at
from onrecord.extraction.coreference.owned_organisations import can_be_owned, last_owned, owned_organisation
from onrecord.extraction.coreference.plurals import collective, contrasted, listed_before, together
from onrecord.extraction.coreference.referents import EPITHET, PRONOUN, ROLE, SURE, Referents
from onrecord.extraction.coreference.relational_nouns import maker_of, named_later, of_kind, related
from onrecord.extraction.entities import TYPE_OF_NOUN, Discourse, DiscourseEntity, gender_of
from onrecord.extraction.syntax import COLLECTIVE, GENDERS, OWN, RELATIVE
from onrecord.vocabulary import Gender

_SEVERAL = 2
# Who is named so many times less often than another is not who a distant pronoun stands for.
_RARELY = 3
_SINGULAR = {"i", "me", "my", "myself"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"}
_PERSONAL = {"PRP", "PRP$"}


class Resolver:
    """Finds who words stand for, while a document is gone through statement by statement.

    Whoever goes through it tells where it is: `last` is where somebody spoke last and who, `around` the speakers of the
    statement whose words the present one stands in, `between_marks` whether those stand in quote marks.
    """

    def __init__(
        self, doc: Doc, discourse: Discourse, quoted: Collection[int], author: DiscourseEntity | None = None
    ) -> None:
        self.doc = doc
        self.author = author
        self.discourse = discourse
        self.quoted = quoted
        self.last: tuple[int, tuple[DiscourseEntity, ...]] = (-REACH, ())
        self.around: tuple[DiscourseEntity, ...] = ()
        self.between_marks = False
        writes = any(token.lower_ in _SINGULAR and token.i not in quoted for token in doc)
        self._writing = (author,) if author is not None and writes else ()
        # Whom pronouns and offices of the narration stand for, by token, as far as it has been gone through.
        self._resolved_subjects: dict[int, DiscourseEntity] = {}
        self._position = 0

    def of(self, head: Token, span: DocSpan) -> Referents:
        """Return whom the noun phrase `span` with the head `head` stands for; a nameless one joins the discourse."""
        if head.tag_ in _PERSONAL or head.lower_ in GENDERS or head.lower_ in RELATIVE:
            return self._pronoun(head)
        named = named_at(self.discourse, head, span)
        if named is not None:
            return Referents((named,), SURE)
        found = self._owned(head) if can_be_owned(head) else self._related(head)
        if found is not None:
            return found
        role = by_role(self.discourse, head)
        if role is not None:
            return Referents((role,), ROLE)
        if (maker := maker_of(head)) is not None and maker.i < span.end:
            return self.of(maker, self.doc[maker.left_edge.i : maker.right_edge.i + 1])
        if head.dep_ == "attr" and (subject := _subject(head)) is not None:
            # "Rivas is not the only Republican to endorse him": the Republican is Rivas.
            return self.of(subject, self.doc[subject.left_edge.i : subject.i + 1])
        if head.pos_ not in _NOMINAL and not head.like_url:
            return Referents()
        if (one := contrasted(self.discourse, head)) is not None:
            return Referents((one,), EPITHET)
        if (joint := listed_before(self.discourse, head) or together(self.discourse, head, self.last)) is not None:
            return Referents(joint, EPITHET)
        entity = self._spoken_of(head) or self._last_described(head)
        entity = entity or named_later(self.discourse, head, span)
        if entity is not None:
            return Referents((entity,), EPITHET)
        if (head.pos_ == "PROPN" and not head.is_lower) or head.like_url:
            return Referents((add_unlisted(self.discourse, head, span),), SURE)
        return Referents((add_described(self.discourse, head, span),), SURE)

    def resolve_mention(self, head: Token) -> tuple[DiscourseEntity, ...]:
        """Return whom a pronoun or a noun stands for, nobody where it is a name or an unknown noun."""
        if head.lower_ in GENDERS or head.lower_ in COLLECTIVE:
            return self._pronoun(head).entities
        entity = by_role(self.discourse, head) or self._spoken_of(head)
        return (entity,) if entity is not None else ()

    def named(self, head: Token) -> tuple[DiscourseEntity, ...]:
        """Return who is named at `head`, once all who speak are in the discourse."""
        entity = self.discourse.by_token.get(head.i) or self.discourse.person_called(head)
        # "Claims by villagers", "accused the bank of lying": they are somebody, named or not.
        by = head.head.lower_ == "by"
        somebody = by or is_of_people(head) or TYPE_OF_NOUN.get(head.lemma_.casefold()) == "organisation"
        if entity is None and somebody and (head.tag_ == "NNS" or (is_definite(head) and not by)):
            last = head.right_edge if by else head
            entity = add_described(self.discourse, head, self.doc[head.left_edge.i : last.i + 1])
        return (entity,) if entity is not None else ()

    def _owned(self, head: Token) -> Referents | None:
        for child in head.children:
            if child.dep_ not in {"poss", "compound", "nmod"}:
                continue
            if child.lower_ in GENDERS:
                owner = self._best_person(child, GENDERS[child.lower_])
                return Referents((owned_organisation(self.discourse, head, owner),), PRONOUN) if owner else None
            entity = self.discourse.by_token.get(child.i) or self.discourse.person_called(child)
            if entity is not None and entity.type == "person":
                return Referents((owned_organisation(self.discourse, head, entity),), SURE)
        before = head.nbor(-1) if head.i else head
        entity = self.discourse.by_token.get(before.i)
        if entity is not None and entity.type == "person" and before.dep_ == "compound":
            # "The Rivas campaign projects ...": the parser takes it for a campaign's projects.
            return Referents((owned_organisation(self.discourse, head, entity),), SURE)
        known = last_owned(self.discourse, head)
        return Referents((known,), ROLE) if known is not None else None

    def _spoken_of(self, head: Token) -> DiscourseEntity | None:
        """Return whom a noun stands for that is no role of theirs ("the network", "the candidate")."""
        entity = of_kind(self.discourse, head, lambda fits: self._best(head, fits))
        if entity is None and is_epithet(head):
            gender = gender_of(head.text) or _gender_beside(head)
            running = likely_holders(self.discourse, head)
            entity = self._best_person(head, gender, running) or self._best_person(head, gender)
        return entity

    def _last_described(self, head: Token) -> DiscourseEntity | None:
        """Return whom a noun with something told of it goes on about ("the Velo senator"): who spoke last, mostly."""
        if not is_known_description(head):
            return None
        where, last = self.last
        fitting = of_gender(gender_of(head.text))
        likely = self._best_person(head, gender_of(head.text))
        near = 0 < head.i - where < REACH // 2 and len(last) == 1 and likely in last and where < head.sent.start
        # Of somebody with another office it is not likely.
        fits = likely is not None and likely.named and likely not in self.around and not holds_other(likely, head)
        entity = likely if near and fits else None
        if entity is None and is_elected(head):
            told = [
                m
                for m in likely_holders(self.discourse, head)
                if len(m.mentions) >= _SEVERAL and not holds_other(m, head)
            ]
            entity = self._best(head, lambda m: fitting(m) and m in told)
        if entity is not None and is_elected(head):
            # So it is "the senator" from here on.
            entity.roles.append(head.text)
        return entity

    def _related(self, head: Token) -> Referents | None:
        """Return who is somebody's ("his lawyer"), if the article names them."""
        for child in head.children:
            if child.dep_ != "poss":
                continue
            owner = self.discourse.by_token.get(child.i) or by_role(self.discourse, child)
            if child.lower_ in GENDERS:
                owner = self._best_person(child, GENDERS[child.lower_])
            person = related(self.discourse, head, owner) if owner is not None else None
            return Referents((person,), ROLE) if person is not None else None
        return None

    def _pronoun(self, pronoun: Token) -> Referents:
        word = pronoun.lower_
        if word in OWN:
            writes = word in _SINGULAR and pronoun.i not in self.quoted and self.author is not None
            return Referents(self.around or ((self.author,) if writes and self.author else ()), PRONOUN)
        if word in GENDERS:
            fits = of_gender(GENDERS[word])
            person = topic(self.discourse, pronoun, fits) or named_next(self.discourse, pronoun, fits, self.quoted)
            self._resolve_subjects_until(pronoun.i)
            person = person or self._best_person(pronoun, GENDERS[word]) or self._noun_before(pronoun, GENDERS[word])
            if person is None:
                return Referents()
            person.gender = person.gender or GENDERS[word]
            return Referents((person,), PRONOUN)
        if word in COLLECTIVE:
            return collective(self.discourse, pronoun, self.last, lambda fits: self._best(pronoun, fits))
        return self._relative(pronoun) if word in RELATIVE else Referents()

    def _relative(self, pronoun: Token) -> Referents:
        """Return whom a relative clause is about: who is named right before it, or the noun that it hangs from."""
        before = pronoun.i - 1
        while before and self.doc[before].is_punct:
            before -= 1
        named = self.discourse.by_token.get(before)
        antecedent: Token | None = self.doc[before]
        if named is None or (pronoun.lower_ == "who" and named.type not in {"person", "group"}):
            nouns = [a for a in pronoun.ancestors if a.pos_ in {"NOUN", "PROPN"}]
            # "Pilots of Velo Air, who", "Ada Orlen of the hospital, who": neither firm nor hospital is a "who".
            people = [a for a in nouns if self._is_people(a)] if pronoun.lower_ == "who" else nouns
            antecedent = next(iter(people or nouns), None)
        if antecedent is None:
            return Referents()
        # "Rivas and Marek, who have refused": a plural verb after single names means all of them.
        heads = [antecedent]
        if any(token.tag_ == "VBP" for token in (pronoun.head, *pronoun.head.children)):
            first = antecedent
            while first.dep_ == "conj":
                first = first.head
            named_all = [token for token in (first, *first.conjuncts) if token.i in self.discourse.by_token]
            heads = named_all if antecedent in named_all else heads
        entities: list[DiscourseEntity] = []
        for head in heads:
            spoken = self.of(head, self.doc[head.left_edge.i : head.i + 1]).entities
            entities += [entity for entity in spoken if entity not in entities]
        return Referents(tuple(entities))

    def _is_people(self, noun: Token) -> bool:
        """Say whether a noun or name is one of people."""
        entity = self.discourse.by_token.get(noun.i)
        return entity.type in {"person", "group"} if entity is not None else noun.tag_ == "NNS" or is_of_people(noun)

    def _noun_before(self, pronoun: Token, gender: Gender) -> DiscourseEntity | None:
        """Return the person whom a noun of the same sentence describes ("I asked the general and he told me")."""
        for i in range(pronoun.i - 1, pronoun.sent.start - 1, -1):
            noun = self.doc[i]
            if spoken_of(noun) and gender_of(noun.text) in (None, gender) and i not in self.discourse.by_token:
                return add_described(self.discourse, noun, self.doc[noun.left_edge.i : i + 1])
        return None

    def _best_person(
        self, at: Token, gender: Gender | None, among: Collection[DiscourseEntity] = ()
    ) -> DiscourseEntity | None:
        known = of_gender(gender)

        def fits(entity: DiscourseEntity) -> bool:
            told = entity.named or entity.gender is not None or is_of_people(entity.mentions[0].root)
            return told and known(entity) and (not among or entity in among)

        return self._best(at, fits) or self._of_all(at, fits)

    def _of_all(self, at: Token, fits: Callable[[DiscourseEntity], bool]) -> DiscourseEntity | None:
        """Return the one named person before `at` who may be meant where nobody near may ("she", page after page)."""
        found = [m for m in self.discourse.entities if m.named and m not in self._barred and fits(m) and m.before(at.i)]
        often = max((len(entity.mentions) for entity in found), default=0)
        found = [entity for entity in found if len(entity.mentions) * _RARELY >= often]
        return found[0] if len(found) == 1 else None

    @property
    def _barred(self) -> tuple[DiscourseEntity, ...]:
        """Whom a pronoun does not stand for: between quote marks who speaks there, anywhere who writes as "I"."""
        return (*(self.around if self.between_marks else ()), *self._writing)

    def _best(self, at: Token, fits: Callable[[DiscourseEntity], bool]) -> DiscourseEntity | None:
        where, last = self.last
        recent = (where, last) if 0 < at.i - where < REACH else (at.i, ())
        beside = named_beside(self.discourse, at)
        resolved = [
            (entity, self.doc[i : i + 1]) for i, entity in self._resolved_subjects.items() if at.i - REACH <= i < at.i
        ]
        return best_before(
            self.discourse,
            at,
            lambda m: m not in self._barred and fits(m),
            last=recent,
            quoted=self.quoted,
            resolved=resolved,
            beside=beside,
        )

    def _resolve_subjects_until(self, to: int) -> None:
        """Note whom the subjects between here and the token `to` stand for that are no names ("he", "the minister").

        Who is spoken of goes on from one to the next.
        """
        state, self.around = self.around, ()
        while self._position < to:
            token = self.doc[self._position]
            self._position += 1
            if token.i in self.quoted or token.dep_ not in SUBJECTS or token.i in self.discourse.by_token:
                continue
            entity = by_role(self.discourse, token)
            if token.lower_ in GENDERS:
                fits = of_gender(GENDERS[token.lower_])
                entity = named_next(self.discourse, token, fits, self.quoted)
                entity = entity or self._best_person(token, GENDERS[token.lower_])
            if entity is not None:
                self._resolved_subjects[token.i] = entity
        self.around = state


def _gender_beside(head: Token) -> Gender | None:
    """Return the gender that a possessive beside `head` tells of ("the candidate and her staff")."""
    return next(
        (GENDERS[child.lower_] for token in head.conjuncts for child in token.children if child.lower_ in GENDERS), None
    )


def _subject(attribute: Token) -> Token | None:
    """Return what is said to be `attribute`."""
    return next((child for child in attribute.head.children if child.dep_ == "nsubj" and child.i < attribute.i), None)
