"""Who a source is: from the words printed as the source of a statement to members of the article's cast."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.reading.attribution import Attribution, Range
from onrecord.reading.cast import Cast, Member
from onrecord.reading.names import Gender, PersonName, fold, gender_of, is_title
from onrecord.records import EntityType

_NOUNS = lexicons.mapping("source_nouns.tsv")
_PRONOUNS: dict[str, Gender | None] = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
_COLLECTIVE = {"it", "they", "them", "its"}
# How far back a pronoun's person is looked for, in tokens: about three paragraphs of news.
_REACH = 250
# Letters by which a demonym and its country are known to belong together.
_STEM = 4
# What is left of a statement's confidence when its speaker had to be worked out from something other than a name.
_SURE, _ROLE, _INHERITED, _PRONOUN = 1.0, 0.85, 0.85, 0.8


@dataclass(frozen=True, slots=True)
class Speakers:
    """The members of the cast a source stands for (none when it could not be resolved), and how sure that is."""

    members: tuple[Member, ...] = ()
    sureness: float = 1.0


def resolve(doc: Doc, cast: Cast, attributions: Iterable[Attribution]) -> list[Speakers]:
    """Return the speakers of each of `attributions`, which are in the order of the text.

    A described source ("two officials") that names nobody joins `cast` as a member of its own, never merged with
    another of the same words. A pronoun becomes the person it most likely stands for: of those of fitting gender
    mentioned before it, one who spoke last, is a subject, is near, and is not merely talked about inside a quote.
    """
    resolver = _Resolver(doc, cast, list(attributions))
    return [resolver.speakers(attribution) for attribution in resolver.attributions]


class _Resolver:
    def __init__(self, doc: Doc, cast: Cast, attributions: list[Attribution]) -> None:
        self.doc = doc
        self.text = doc.text
        self.cast = cast
        self.attributions = attributions
        self.known: dict[Range, Speakers] = {}
        self.last: tuple[int, tuple[Member, ...]] = (-_REACH, ())
        self.quoted = _inside(doc, [r for a in attributions for r in a.content])

    def speakers(self, attribution: Attribution) -> Speakers:
        printed = attribution.source
        if printed is None:
            return Speakers()
        found = self.known.get(printed)
        if found is None:
            span = self.doc.char_span(*printed, alignment_mode="expand")
            if span is None:
                found = Speakers()
            elif attribution.cue is not None and self.text[slice(*attribution.cue)] == ":":
                found = self._labelled(span)
            else:
                found = self._source(span)
            self.known[printed] = found
            if span is not None and found.members:
                self.last = (span.start, found.members)
        if attribution.inherited:
            return Speakers(found.members, found.sureness * _INHERITED)
        return found

    def _source(self, span: DocSpan) -> Speakers:
        heads = [span.root]
        heads += [token for token in span.root.conjuncts if span.start <= token.i < span.end]
        resolved = [self._head(head, span) for head in heads]
        members: list[Member] = []
        for one in resolved:
            members += [member for member in one.members if member not in members]
        return Speakers(tuple(members), min(one.sureness for one in resolved))

    def _labelled(self, span: DocSpan) -> Speakers:
        """Return the speaker of a label, which is a name as such and no part of a sentence ("GEN. MAREK:")."""
        label = PersonName.parse(span.text)
        for member in self.cast.members:
            known = PersonName.parse(member.name)
            same = known.extends(label) or label.extends(known)
            elsewhere = any(not span.start <= mention.start < span.end for mention in member.mentions)
            if member.type == "person" and same and elsewhere:
                return Speakers((member,), _SURE)
        if span[-1].lower_ in _NOUNS or (len(span) > 1 and not label.words):
            return self._source(span)
        start = span.start
        while start < span.end - 1 and (is_title(self.doc[start].text) or self.doc[start].is_punct):
            start += 1
        # What the tagger saw in the label by itself is superseded.
        mention = DocSpan(self.doc, start, span.end, label="PERSON")
        member = Member("person", mention.text, [mention])
        self.cast.members.append(member)
        for i in range(start, span.end):
            self.cast.by_token[i] = member
        return Speakers((member,), _SURE)

    def _head(self, head: Token, span: DocSpan) -> Speakers:
        named = self._named(head, span)
        if named is not None:
            return Speakers((named,), _SURE)
        if head.pos_ == "PRON" or head.lower_ in _PRONOUNS:
            return self._pronoun(head)
        by_role = self._by_role(head)
        if by_role is not None:
            return Speakers((by_role,), _ROLE)
        return Speakers((self._described(head, span),), _SURE)

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
        if member is not None:
            return member
        for child in head.children:
            near = child.dep_ in {"appos", "flat", "compound"} and span.start <= child.i < span.end
            member = self.cast.by_token.get(child.i) if near else None
            if member is not None and (child.dep_ != "compound" or head.pos_ == "PROPN"):
                return member
        return None

    def _pronoun(self, pronoun: Token) -> Speakers:
        word = pronoun.lower_
        if word in _PRONOUNS:
            gender = _PRONOUNS[word]
            person = self._best_person(pronoun, lambda member: member.gender in (None, gender))
            if person is None:
                return Speakers()
            person.gender = person.gender or gender
            return Speakers((person,), _PRONOUN)
        if word in _COLLECTIVE:
            where, members = self.last
            fits = [m for m in members if m.type != "person"] or (members if len(members) > 1 and word != "it" else ())
            if fits and pronoun.i - where < _REACH:
                return Speakers(tuple(fits), _PRONOUN)
        if word in {"who", "which", "that"}:
            antecedent = next((a for a in pronoun.ancestors if a.pos_ in {"NOUN", "PROPN"}), None)
            if antecedent is not None:
                return self._head(antecedent, self.doc[antecedent.left_edge.i : antecedent.i + 1])
        return Speakers()

    def _best_person(self, pronoun: Token, fits: Callable[[Member], bool]) -> Member | None:
        best: tuple[float, Member] | None = None
        where, last = self.last
        for member, mention in self.cast.person_before(pronoun.i, _REACH):
            if not fits(member):
                continue
            subject = mention.root.dep_ in {"nsubj", "nsubjpass"}
            between = self.doc[mention.end : pronoun.i]
            score = -len(between) / 40
            score += 1.0 if subject else 0.0
            score -= 2.0 if mention.start in self.quoted and pronoun.i not in self.quoted else 0.0
            score += 1.2 if member in last and pronoun.i - where < _REACH else 0.0
            # Who did something in the sentence just before, in the same paragraph, is who is spoken of.
            near = sum(token.is_sent_start is True for token in self.doc[mention.end : pronoun.i + 1]) == 1
            score += 1.0 if subject and near and not any(token.is_space for token in between) else 0.0
            score += 0.5 if mention.sent.start != pronoun.sent.start else 0.0
            if best is None or score > best[0]:
                best = (score, member)
        return best[1] if best else None

    def _by_role(self, head: Token) -> Member | None:
        """Return the person before `head` whose printed role is what `head` says ("the minister")."""
        if head.pos_ != "NOUN" or head.tag_ != "NN" or not any(c.lower_ in {"the", "this"} for c in head.children):
            return None
        wanted = {fold(c.text) for c in head.children if c.dep_ in {"compound", "amod"}} | {fold(head.text)}
        noun = fold(head.text)
        demonyms = [fold(c.text) for c in head.children if c.ent_type_ == "NORP"]
        best: tuple[int, int, Member] | None = None
        for member in self.cast.members:
            before = [mention.end for mention in member.mentions if mention.end <= head.i]
            if member.type != "person" or not before or member.gender not in (None, gender_of(noun) or member.gender):
                continue
            words = {word.strip(",.") for role in member.roles for word in fold(role).split()}
            if noun in words and all(any(_kin(demonym, word) for word in words) for demonym in demonyms):
                rank = (len(wanted & words), before[-1])
                if best is None or rank > best[:2]:
                    best = (*rank, member)
        return best[2] if best else None

    def _described(self, head: Token, span: DocSpan) -> Member:
        """Add a source that is described and not named to the cast, under its own words up to the first clause."""
        start = max(head.left_edge.i, span.start)
        end = head.i + 1
        for child in head.rights:
            if child.i >= span.end or child.dep_ not in {"prep", "nmod", "amod", "acl"} or child.i > end:
                break
            end = min(child.right_edge.i + 1, span.end)
        while start < head.i and self.doc[start].is_punct:
            start += 1
        kind: EntityType = "person"
        listed = _NOUNS.get(head.lemma_.casefold())
        if listed is not None:
            kind = next(k for k in _ENTITY_TYPES if k == listed)
        if head.tag_ in {"NNS", "NNPS"} and kind == "person":
            kind = "group"
        mention = DocSpan(self.doc, start, end, label=kind)
        member = Member(kind, mention.text, [mention], named=False)
        self.cast.members.append(member)
        for i in range(start, end):
            self.cast.by_token.setdefault(i, member)
        return member


_ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organisation", "state", "group", "document", "place")


def _kin(demonym: str, word: str) -> bool:
    """Say whether a demonym and a word are of one country by their beginnings ("Ukrainian", "Ukraine's")."""
    return demonym[:_STEM] == word[:_STEM]


def _inside(doc: Doc, ranges: list[Range]) -> set[int]:
    """Return the indices of the tokens that lie in any of `ranges`."""
    inside: set[int] = set()
    for start, end in ranges:
        span = doc.char_span(start, end, alignment_mode="contract")
        if span is not None:
            inside.update(range(span.start, span.end))
    return inside
