"""Who a source is: from the words printed as the source of a statement to members of the article's cast."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.folding import fold
from onrecord.reading.attribution import Attribution, Range
from onrecord.reading.attribution.relation import within
from onrecord.reading.cast import Cast, Member
from onrecord.reading.cast.groups import NOUNS
from onrecord.reading.names import PersonName, gender_of, is_title
from onrecord.reading.speakers.descriptions import (
    by_role,
    can_be_owned,
    described,
    is_epithet,
    last_owned,
    owned,
    spoken_of,
    standing,
    unlisted,
)  # fmt: skip
from onrecord.reading.speakers.parties import addressed, bare_office, represented
from onrecord.reading.speakers.pronouns import COLLECTIVE, GENDERS, OWN, REACH, RELATIVE, acted_before, best_before
from onrecord.reading.speakers.relations import named_behind, named_later, of_kind, related
from onrecord.reading.speakers.voices import EPITHET, PRONOUN, ROLE, SURE, Voices
from onrecord.records import Gender

# "The AP news reported": the agency did.
_NEWS = {"news", "newswire", "agency", "newspaper", "network", "website", "magazine"}
_MARKS = "“\"‘'"
# What stands between the names of a list.
_LISTING = re.compile(r"\s*(?:\([^)]*\))?,?\s*(?:and|&)?\s*(?:[A-Z][a-z]{1,4}\.\s*)?")
_AND = re.compile(r"\band\b|&")
_PLURAL = {"they", "them", "their"}
_PERSONAL = {"PRP", "PRP$"}


def resolve(doc: Doc, cast: Cast, attributions: Iterable[Attribution]) -> list[Voices]:
    """Return the voices of each of `attributions`, which are in the order of the text.

    A described source ("two officials") that names nobody joins `cast` as a member of its own, never merged with
    another of the same words. A pronoun becomes the person it most likely stands for: of those of fitting gender
    mentioned before it, one who spoke last, is a subject, is near, and is not merely talked about inside a quote.
    Inside the words of a statement "I" and "we" are its speakers, and "he" between its quote marks is somebody else.
    """
    resolver = _Resolver(doc, cast, list(attributions))
    return [resolver.voices(number) for number in range(len(resolver.attributions))]


class _Resolver:
    def __init__(self, doc: Doc, cast: Cast, attributions: list[Attribution]) -> None:
        self.doc = doc
        self.text = doc.text
        self.cast = cast
        self.attributions = attributions
        self.outer = _outer(attributions)
        self.known: dict[Range, Voices] = {}
        self.found: list[Voices] = []
        self.last: tuple[int, tuple[Member, ...]] = (-REACH, ())
        self.quoted = _inside(doc, [r for a in attributions for r in a.content])
        # The statement that is being resolved, and those whose content it stands in.
        self.around: tuple[Member, ...] = ()
        self.between_marks = False

    def voices(self, number: int) -> Voices:
        attribution = self.attributions[number]
        outer = self.outer[number]
        self.around = self.found[outer].speakers if outer is not None else ()
        self.between_marks = outer is not None and self._has_marks(self.attributions[outer])
        found = self._spoken(attribution)
        if attribution.inherited:
            found = found.inherited()
        elif attribution.cue is not None and self.text[slice(*attribution.cue)] != ":":
            found = replace(found, addressees=self._addressees(attribution, found))
        self.found.append(found)
        return found

    def _has_marks(self, attribution: Attribution) -> bool:
        opened = (self.text[max(start - 1, 0) : start + 1] for start, _ in attribution.content)
        return any(character in _MARKS for two in opened for character in two)

    def _spoken(self, attribution: Attribution) -> Voices:
        printed = attribution.source
        if printed is None:
            return Voices()
        found = self.known.get(printed)
        if found is not None:
            return found
        span = self.doc.char_span(*printed, alignment_mode="expand")
        if span is None:
            found = Voices()
        elif attribution.cue is not None and self.text[slice(*attribution.cue)] == ":":
            found = self._labelled(span)
        else:
            found = self._source(span)
            found = replace(found, on_behalf_of=self._behalf(span, found.speakers))
        self.known[printed] = found
        if span is not None and found.speakers and not self.around:
            self.last = (span.start, found.speakers)
        return found

    def _source(self, span: DocSpan) -> Voices:
        listed = self._listed(span)
        if listed:
            return Voices(listed)
        root = span.root
        if root.pos_ == "ADP":
            root = next((child for child in root.rights if child.dep_ == "pobj" and child.i < span.end), root)
        heads = [root, *(token for token in root.conjuncts if span.start <= token.i < span.end)]
        resolved = [self._head(head, span) for head in heads]
        members: list[Member] = []
        for one in resolved:
            members += [member for member in one.speakers if member not in members]
        return Voices(tuple(members), min(one.sureness for one in resolved))

    def _listed(self, span: DocSpan) -> tuple[Member, ...]:
        """Return the persons of a list of names with their parties in brackets, which the parser gets lost in."""
        mentions = [
            (mention, member)
            for member in self.cast.members
            if member.type == "person"
            for mention in member.mentions
            if span.start <= mention.start and mention.end <= span.end
        ]
        mentions.sort(key=lambda pair: pair[0].start)
        between = [self.doc[one[0].end : two[0].start].text for one, two in pairwise(mentions)]
        bracketed = any("(" in words for words in between) and _AND.search(between[-1])
        if not bracketed or not all(_LISTING.fullmatch(words) for words in between):
            return ()
        return tuple(dict.fromkeys(member for _, member in mentions))

    def _labelled(self, span: DocSpan) -> Voices:
        """Return the speaker of a label, which is a name as such and no part of a sentence ("GEN. MAREK:")."""
        label = PersonName.parse(span.text)
        for member in self.cast.members:
            known = PersonName.parse(member.name)
            same = known.extends(label) or label.extends(known)
            elsewhere = any(not span.start <= mention.start < span.end for mention in member.mentions)
            if member.type == "person" and same and elsewhere:
                return Voices((member,), SURE)
        if span[-1].lower_ in NOUNS or span[-1].tag_ == "NNS" or (len(span) > 1 and not label.words):
            return self._source(span)
        start = span.start
        while start < span.end - 1 and (is_title(self.doc[start].text) or self.doc[start].is_punct):
            start += 1
        # What the tagger saw in the label by itself is superseded.
        mention = DocSpan(self.doc, start, span.end, label="PERSON")
        member = Member("person", mention.text)
        self.cast.members.append(member)
        self.cast.mention(member, mention)
        return Voices((member,), SURE)

    def _head(self, head: Token, span: DocSpan) -> Voices:
        if head.tag_ in _PERSONAL or head.lower_ in GENDERS or head.lower_ in RELATIVE:
            return self._pronoun(head)
        named = self._named(head, span)
        if named is not None:
            return Voices((named,), SURE)
        found = self._owned(head) if can_be_owned(head) else self._related(head)
        if found is not None:
            return found
        role = by_role(self.cast, head)
        if role is not None:
            return Voices((role,), ROLE)
        member = of_kind(self.cast, head, lambda fits: self._best(head, fits))
        if member is None and is_epithet(head):
            running = standing(self.cast, head)
            member = self._best_person(head, gender_of(head.text), running) or self._best_person(head, None, running)
        member = member or named_later(self.cast, head, span)
        if member is not None:
            return Voices((member,), EPITHET)
        if head.pos_ == "PROPN" or head.like_url:
            return Voices((unlisted(self.cast, head, span),), SURE)
        return Voices((described(self.cast, head, span),), SURE)

    def _named(self, head: Token, span: DocSpan) -> Member | None:
        """Return the member named at `head` or in apposition to it ("the head of the fund, Ivo Marek")."""
        member = self.cast.by_token.get(head.i)
        if member is not None and not any(span.start <= m.start and m.end <= span.end for m in member.mentions):
            # Part of a longer stretch that the tagger took for a name, as in titles.
            member = next((m for m in self.cast.members if fold(m.name) == fold(head.text)), None)
        if member is None or (member.type != "person" and " " not in member.name):
            # The tagger takes many a surname that stands alone for a place or for nothing.
            person = self.cast.person_called(head)
            member = person or member
        member = member or named_behind(self.cast, head, span)
        if member is not None:
            return member
        for child in head.children:
            near = child.dep_ in {"appos", "flat", "compound"} and span.start <= child.i < span.end
            member = self.cast.by_token.get(child.i) if near else None
            if member is not None and (child.dep_ != "compound" or head.pos_ == "PROPN"):
                return member
            if member is not None and member.type == "organisation" and fold(head.text) in _NEWS:
                return member
        return None

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
        known = last_owned(self.cast, head)
        return Voices((known,), ROLE) if known is not None else None

    def _related(self, head: Token) -> Voices | None:
        """Return who is somebody's ("his lawyer"), if the article names them."""
        for child in head.children:
            if child.dep_ != "poss":
                continue
            owner = self.cast.by_token.get(child.i)
            if child.lower_ in GENDERS:
                owner = self._best_person(child, GENDERS[child.lower_])
            person = related(self.cast, head, owner) if owner is not None else None
            return Voices((person,), ROLE) if person is not None else None
        return None

    def _pronoun(self, pronoun: Token) -> Voices:
        word = pronoun.lower_
        if word in OWN:
            return Voices(self.around, PRONOUN) if self.around else Voices()
        if word in GENDERS:
            person = self._best_person(pronoun, GENDERS[word]) or self._noun_before(pronoun, GENDERS[word])
            if person is None:
                return Voices()
            person.gender = person.gender or GENDERS[word]
            return Voices((person,), PRONOUN)
        if word in COLLECTIVE:
            where, members = self.last
            fits = [m for m in members if m.type != "person"] or (members if len(members) > 1 and word != "it" else ())
            if fits and pronoun.i - where < REACH:
                return Voices(tuple(fits), PRONOUN)
            kinds = {"group"} if word in _PLURAL else {"organisation", "state"}
            group = self._best(pronoun, lambda m: m.type in kinds and acted_before(m, pronoun))
            return Voices((group,), EPITHET) if group is not None else Voices()
        return self._relative(pronoun) if word in RELATIVE else Voices()

    def _relative(self, pronoun: Token) -> Voices:
        """Return whom a relative clause is about: who is named right before it, or the noun that it hangs from."""
        before = pronoun.i - 1
        while before and self.doc[before].is_punct:
            before -= 1
        named = self.cast.by_token.get(before)
        antecedent: Token | None = self.doc[before]
        if named is None or (pronoun.lower_ == "who" and named.type not in {"person", "group"}):
            antecedent = next((a for a in pronoun.ancestors if a.pos_ in {"NOUN", "PROPN"}), None)
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
            spoken = self._head(head, self.doc[head.left_edge.i : head.i + 1]).speakers
            members += [member for member in spoken if member not in members]
        return Voices(tuple(members))

    def _noun_before(self, pronoun: Token, gender: Gender) -> Member | None:
        """Return the person whom a noun of the same sentence describes ("I asked the general and he told me")."""
        for i in range(pronoun.i - 1, pronoun.sent.start - 1, -1):
            noun = self.doc[i]
            if spoken_of(noun) and gender_of(noun.text) in (None, gender) and i not in self.cast.by_token:
                return described(self.cast, noun, self.doc[noun.left_edge.i : i + 1])
        return None

    def _best_person(self, at: Token, gender: Gender | None, among: Collection[Member] = ()) -> Member | None:
        def fits(member: Member) -> bool:
            known = member.type == "person" and (gender is None or member.gender in (None, gender))
            return known and (not among or member in among)

        return self._best(at, fits)

    def _best(self, at: Token, fits: Callable[[Member], bool]) -> Member | None:
        where, last = self.last
        barred = self.around if self.between_marks else ()
        recent = last if at.i - where < REACH else ()
        return best_before(self.cast, at, lambda m: m not in barred and fits(m), last=recent, quoted=self.quoted)

    def _behalf(self, span: DocSpan, speakers: Sequence[Member]) -> Member | None:
        if len(speakers) != 1 or speakers[0].type not in {"person", "group"}:
            return None
        head = represented(span)
        if head is None:
            return bare_office(self.cast, span) if speakers[0].named else None
        found = self._head(head, self.doc[head.left_edge.i : head.i + 1]).speakers
        return found[0] if found and found[0] is not speakers[0] else None

    def _addressees(self, attribution: Attribution, found: Voices) -> tuple[Member, ...]:
        members: list[Member] = []
        for head in addressed(self.doc, attribution):
            end = next((ent.end for ent in self.doc.ents if ent.start <= head.i < ent.end), head.i + 1)
            span = self.doc[head.left_edge.i : end]
            members += [m for m in self._head(head, span).speakers if m not in found.speakers and m not in members]
        return tuple(members)


def _outer(attributions: Sequence[Attribution]) -> list[int | None]:
    """Return for each attribution the number of the smallest one before it whose content its source stands in."""
    outer: list[int | None] = []
    # How far any content up to that of each reaches.
    reached: list[int] = []
    for number, inner in enumerate(attributions):
        place = inner.source or inner.cue
        around: list[tuple[int, int]] = []
        before = number - 1
        while place is not None and before >= 0 and reached[before] > place[0]:
            content = attributions[before].content
            if any(within(place, part) for part in content):
                around.append((sum(end - start for start, end in content), before))
            before -= 1
        outer.append(min(around)[1] if around else None)
        reached.append(max(inner.content[-1][1], reached[-1] if reached else 0))
    return outer


def _inside(doc: Doc, ranges: list[Range]) -> set[int]:
    """Return the indices of the tokens that lie in any of `ranges`."""
    inside: set[int] = set()
    for start, end in ranges:
        span = doc.char_span(start, end, alignment_mode="contract")
        if span is not None:
            inside.update(range(span.start, span.end))
    return inside
