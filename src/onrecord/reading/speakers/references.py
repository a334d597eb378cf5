"""Who a word of the text stands for: a name, a pronoun, an office, a description."""

from collections.abc import Callable, Collection

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.reading.cast import Cast, Member
from onrecord.reading.cast.groups import NOUNS
from onrecord.reading.names import gender_of
from onrecord.reading.speakers.campaigns import can_be_owned, last_owned, owned
from onrecord.reading.speakers.descriptions import (
    by_role,
    described,
    goes_on,
    holds_other,
    is_definite,
    is_elected,
    is_epithet,
    is_of_people,
    spoken_of,
    standing,
    unlisted,
)  # fmt: skip
from onrecord.reading.speakers.naming import named_at
from onrecord.reading.speakers.pronouns import (
    COLLECTIVE,
    GENDERS,
    OWN,
    REACH,
    RELATIVE,
    SUBJECTS,
    best_before,
    named_beside,
    named_next,
    of_gender,
    topic,
)  # fmt: skip
from onrecord.reading.speakers.relations import named_later, of_kind, related
from onrecord.reading.speakers.several import collective, contrasted, listed_before, together
from onrecord.reading.speakers.sources import maker_of
from onrecord.reading.speakers.voices import EPITHET, PRONOUN, ROLE, SURE, Voices
from onrecord.records import Gender

_SEVERAL = 2
# Who is named so many times less often than another is not who a distant pronoun stands for.
_RARELY = 3
_SINGULAR = {"i", "me", "my", "myself"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"}
_PERSONAL = {"PRP", "PRP$"}


class References:
    """Finds who words stand for, while a document is gone through statement by statement.

    Whoever goes through it tells where it is: `last` is where somebody spoke last and who, `around` the speakers of the
    statement whose words the present one stands in, `between_marks` whether those stand in quote marks.
    """

    def __init__(self, doc: Doc, cast: Cast, quoted: Collection[int], author: Member | None = None) -> None:
        self.doc = doc
        self.author = author
        self.cast = cast
        self.quoted = quoted
        self.last: tuple[int, tuple[Member, ...]] = (-REACH, ())
        self.around: tuple[Member, ...] = ()
        self.between_marks = False
        writes = any(token.lower_ in _SINGULAR and token.i not in quoted for token in doc)
        self._writing = (author,) if author is not None and writes else ()
        # Whom pronouns and offices of the narration stand for, by token, as far as it has been gone through.
        self._told: dict[int, Member] = {}
        self._read = 0

    def of(self, head: Token, span: DocSpan) -> Voices:
        """Return whom the noun phrase `span` with the head `head` stands for; a nameless one joins the cast."""
        if head.tag_ in _PERSONAL or head.lower_ in GENDERS or head.lower_ in RELATIVE:
            return self._pronoun(head)
        named = named_at(self.cast, head, span)
        if named is not None:
            return Voices((named,), SURE)
        found = self._owned(head) if can_be_owned(head) else self._related(head)
        if found is not None:
            return found
        role = by_role(self.cast, head)
        if role is not None:
            return Voices((role,), ROLE)
        if (maker := maker_of(head)) is not None and maker.i < span.end:
            return self.of(maker, self.doc[maker.left_edge.i : maker.right_edge.i + 1])
        if head.dep_ == "attr" and (subject := _subject(head)) is not None:
            # "Rivas is not the only Republican to endorse him": the Republican is Rivas.
            return self.of(subject, self.doc[subject.left_edge.i : subject.i + 1])
        if head.pos_ not in _NOMINAL and not head.like_url:
            return Voices()
        if (one := contrasted(self.cast, head)) is not None:
            return Voices((one,), EPITHET)
        if (joint := listed_before(self.cast, head) or together(self.cast, head, self.last)) is not None:
            return Voices(joint, EPITHET)
        member = self._spoken_of(head) or self._going_on(head)
        member = member or named_later(self.cast, head, span)
        if member is not None:
            return Voices((member,), EPITHET)
        if (head.pos_ == "PROPN" and not head.is_lower) or head.like_url:
            return Voices((unlisted(self.cast, head, span),), SURE)
        return Voices((described(self.cast, head, span),), SURE)

    def met(self, head: Token) -> tuple[Member, ...]:
        """Return whom a pronoun or a noun stands for, nobody where it is a name or an unknown noun."""
        if head.lower_ in GENDERS or head.lower_ in COLLECTIVE:
            return self._pronoun(head).speakers
        member = by_role(self.cast, head) or self._spoken_of(head)
        return (member,) if member is not None else ()

    def named(self, head: Token) -> tuple[Member, ...]:
        """Return who is named at `head`, once all who speak are in the cast."""
        member = self.cast.by_token.get(head.i) or self.cast.person_called(head)
        # "Claims by villagers", "accused the bank of lying": they are somebody, named or not.
        by = head.head.lower_ == "by"
        somebody = by or is_of_people(head) or NOUNS.get(head.lemma_.casefold()) == "organisation"
        if member is None and somebody and (head.tag_ == "NNS" or (is_definite(head) and not by)):
            last = head.right_edge if by else head
            member = described(self.cast, head, self.doc[head.left_edge.i : last.i + 1])
        return (member,) if member is not None else ()

    def _owned(self, head: Token) -> Voices | None:
        for child in head.children:
            if child.dep_ not in {"poss", "compound", "nmod"}:
                continue
            if child.lower_ in GENDERS:
                owner = self._best_person(child, GENDERS[child.lower_])
                return Voices((owned(self.cast, head, owner),), PRONOUN) if owner else None
            member = self.cast.by_token.get(child.i) or self.cast.person_called(child)
            if member is not None and member.type == "person":
                return Voices((owned(self.cast, head, member),), SURE)
        before = head.nbor(-1) if head.i else head
        member = self.cast.by_token.get(before.i)
        if member is not None and member.type == "person" and before.dep_ == "compound":
            # "The Rivas campaign projects ...": the parser takes it for a campaign's projects.
            return Voices((owned(self.cast, head, member),), SURE)
        known = last_owned(self.cast, head)
        return Voices((known,), ROLE) if known is not None else None

    def _spoken_of(self, head: Token) -> Member | None:
        """Return whom a noun stands for that is no role of theirs ("the network", "the candidate")."""
        member = of_kind(self.cast, head, lambda fits: self._best(head, fits))
        if member is None and is_epithet(head):
            gender = gender_of(head.text) or _gender_beside(head)
            running = standing(self.cast, head)
            member = self._best_person(head, gender, running) or self._best_person(head, gender)
        return member

    def _going_on(self, head: Token) -> Member | None:
        """Return whom a noun with something told of it goes on about ("the Velo senator"): who spoke last, mostly."""
        if not goes_on(head):
            return None
        where, last = self.last
        fitting = of_gender(gender_of(head.text))
        likely = self._best_person(head, gender_of(head.text))
        near = 0 < head.i - where < REACH // 2 and len(last) == 1 and likely in last and where < head.sent.start
        # Of somebody with another office it is not likely.
        fits = likely is not None and likely.named and likely not in self.around and not holds_other(likely, head)
        member = likely if near and fits else None
        if member is None and is_elected(head):
            told = [m for m in standing(self.cast, head) if len(m.mentions) >= _SEVERAL and not holds_other(m, head)]
            member = self._best(head, lambda m: fitting(m) and m in told)
        if member is not None and is_elected(head):
            # So it is "the senator" from here on.
            member.roles.append(head.text)
        return member

    def _related(self, head: Token) -> Voices | None:
        """Return who is somebody's ("his lawyer"), if the article names them."""
        for child in head.children:
            if child.dep_ != "poss":
                continue
            owner = self.cast.by_token.get(child.i) or by_role(self.cast, child)
            if child.lower_ in GENDERS:
                owner = self._best_person(child, GENDERS[child.lower_])
            person = related(self.cast, head, owner) if owner is not None else None
            return Voices((person,), ROLE) if person is not None else None
        return None

    def _pronoun(self, pronoun: Token) -> Voices:
        word = pronoun.lower_
        if word in OWN:
            writes = word in _SINGULAR and pronoun.i not in self.quoted and self.author is not None
            return Voices(self.around or ((self.author,) if writes and self.author else ()), PRONOUN)
        if word in GENDERS:
            fits = of_gender(GENDERS[word])
            person = topic(self.cast, pronoun, fits) or named_next(self.cast, pronoun, fits, self.quoted)
            self._read_on(pronoun.i)
            person = person or self._best_person(pronoun, GENDERS[word]) or self._noun_before(pronoun, GENDERS[word])
            if person is None:
                return Voices()
            person.gender = person.gender or GENDERS[word]
            return Voices((person,), PRONOUN)
        if word in COLLECTIVE:
            return collective(self.cast, pronoun, self.last, lambda fits: self._best(pronoun, fits))
        return self._relative(pronoun) if word in RELATIVE else Voices()

    def _relative(self, pronoun: Token) -> Voices:
        """Return whom a relative clause is about: who is named right before it, or the noun that it hangs from."""
        before = pronoun.i - 1
        while before and self.doc[before].is_punct:
            before -= 1
        named = self.cast.by_token.get(before)
        antecedent: Token | None = self.doc[before]
        if named is None or (pronoun.lower_ == "who" and named.type not in {"person", "group"}):
            nouns = [a for a in pronoun.ancestors if a.pos_ in {"NOUN", "PROPN"}]
            # "Pilots of Velo Air, who", "Ada Orlen of the hospital, who": neither firm nor hospital is a "who".
            people = [a for a in nouns if self._is_people(a)] if pronoun.lower_ == "who" else nouns
            antecedent = next(iter(people or nouns), None)
        if antecedent is None:
            return Voices()
        # "Rivas and Marek, who have refused": a plural verb after single names means all of them.
        heads = [antecedent]
        if any(token.tag_ == "VBP" for token in (pronoun.head, *pronoun.head.children)):
            first = antecedent
            while first.dep_ == "conj":
                first = first.head
            named_all = [token for token in (first, *first.conjuncts) if token.i in self.cast.by_token]
            heads = named_all if antecedent in named_all else heads
        members: list[Member] = []
        for head in heads:
            spoken = self.of(head, self.doc[head.left_edge.i : head.i + 1]).speakers
            members += [member for member in spoken if member not in members]
        return Voices(tuple(members))

    def _is_people(self, noun: Token) -> bool:
        """Say whether a noun or name is one of people."""
        member = self.cast.by_token.get(noun.i)
        return member.type in {"person", "group"} if member is not None else noun.tag_ == "NNS" or is_of_people(noun)

    def _noun_before(self, pronoun: Token, gender: Gender) -> Member | None:
        """Return the person whom a noun of the same sentence describes ("I asked the general and he told me")."""
        for i in range(pronoun.i - 1, pronoun.sent.start - 1, -1):
            noun = self.doc[i]
            if spoken_of(noun) and gender_of(noun.text) in (None, gender) and i not in self.cast.by_token:
                return described(self.cast, noun, self.doc[noun.left_edge.i : i + 1])
        return None

    def _best_person(self, at: Token, gender: Gender | None, among: Collection[Member] = ()) -> Member | None:
        known = of_gender(gender)

        def fits(member: Member) -> bool:
            told = member.named or member.gender is not None or is_of_people(member.mentions[0].root)
            return told and known(member) and (not among or member in among)

        return self._best(at, fits) or self._of_all(at, fits)

    def _of_all(self, at: Token, fits: Callable[[Member], bool]) -> Member | None:
        """Return the one named person before `at` who may be meant where nobody near may ("she", page after page)."""
        found = [m for m in self.cast.members if m.named and m not in self._barred and fits(m) and m.before(at.i)]
        often = max((len(member.mentions) for member in found), default=0)
        found = [member for member in found if len(member.mentions) * _RARELY >= often]
        return found[0] if len(found) == 1 else None

    @property
    def _barred(self) -> tuple[Member, ...]:
        """Whom a pronoun does not stand for: between quote marks who speaks there, anywhere who writes as "I"."""
        return (*(self.around if self.between_marks else ()), *self._writing)

    def _best(self, at: Token, fits: Callable[[Member], bool]) -> Member | None:
        where, last = self.last
        recent = (where, last) if 0 < at.i - where < REACH else (at.i, ())
        beside = named_beside(self.cast, at)
        told = [(member, self.doc[i : i + 1]) for i, member in self._told.items() if at.i - REACH <= i < at.i]
        return best_before(
            self.cast,
            at,
            lambda m: m not in self._barred and fits(m),
            last=recent,
            quoted=self.quoted,
            told=told,
            beside=beside,
        )

    def _read_on(self, to: int) -> None:
        """Note whom the subjects between here and the token `to` stand for that are no names ("he", "the minister").

        Who is spoken of goes on from one to the next.
        """
        state, self.around = self.around, ()
        while self._read < to:
            token = self.doc[self._read]
            self._read += 1
            if token.i in self.quoted or token.dep_ not in SUBJECTS or token.i in self.cast.by_token:
                continue
            member = by_role(self.cast, token)
            if token.lower_ in GENDERS:
                fits = of_gender(GENDERS[token.lower_])
                member = named_next(self.cast, token, fits, self.quoted)
                member = member or self._best_person(token, GENDERS[token.lower_])
            if member is not None:
                self._told[token.i] = member
        self.around = state


def _gender_beside(head: Token) -> Gender | None:
    """Return the gender that a possessive beside `head` tells of ("the candidate and her staff")."""
    return next(
        (GENDERS[child.lower_] for token in head.conjuncts for child in token.children if child.lower_ in GENDERS), None
    )


def _subject(attribute: Token) -> Token | None:
    """Return what is said to be `attribute`."""
    return next((child for child in attribute.head.children if child.dep_ == "nsubj" and child.i < attribute.i), None)
