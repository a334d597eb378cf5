"""Who a source is: from the words printed as the source of a statement to members of the article's cast."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.ranges import Range, within
from onrecord.folding import fold
from onrecord.reading.attribution import Attribution
from onrecord.reading.cast import Cast, Member
from onrecord.reading.cast.groups import NOUNS
from onrecord.reading.names import PersonName, is_title
from onrecord.reading.speakers.aims import aimed, answers
from onrecord.reading.speakers.author import author_of
from onrecord.reading.speakers.descriptions import handle
from onrecord.reading.speakers.parties import addressed, bare_office, interview, represented
from onrecord.reading.speakers.references import References
from onrecord.reading.speakers.sources import heads_of, named_behind_all, named_in_front, with_examples
from onrecord.reading.speakers.voices import EPITHET, SURE, Voices
from onrecord.records import Act, EntityType

_SAID = {"said", "says"}
_MARKS = "“\"‘'"
# What stands between the names of a list.
_LISTING = re.compile(
    r"\s*(?:\([^)]*\)|of (?:[A-Z][\w.]+ ?){1,3}|,\s*[DRI]-[A-Z][\w.]+)?,?\s*(?:and|&)?\s*(?:[A-Z][a-z]{1,4}\.\s*)?"
)
_AND = re.compile(r"\band\b|&")
_SEVERAL = 2
_QUESTION, _ANSWER = "Q", "A"
_ANSWERS: set[Act] = {"deny", "reject"}
_ANSWERED: set[Act] = {"accuse", "criticise", "demand", "threaten"}
_AIMED_AT: set[EntityType] = {"person", "organisation", "state", "group"}


def resolve(doc: Doc, cast: Cast, attributions: Iterable[Attribution], byline: str | None = None) -> list[Voices]:
    """Return the voices of each of `attributions`, which are in the order of the text.

    A described source ("two officials") that names nobody joins `cast` as a member of its own, never merged with
    another of the same words. A pronoun becomes the person it most likely stands for: of those of fitting gender
    mentioned before it, one who spoke last, is a subject, is near, and is not merely talked about inside a quote.
    Inside the words of a statement "I" and "we" are its speakers, and "he" between its quote marks is somebody else;
    outside, "I" is who writes, as far as `byline` or the article's closing note names them.
    """
    resolver = _Resolver(doc, cast, list(attributions), author_of(doc, cast, byline))
    found = [resolver.voices(number) for number in range(len(resolver.attributions))]
    aims = [resolver.aimed(number, voices) for number, voices in enumerate(found)]
    return [resolver.answering(number, aims) for number in range(len(aims))]


class _Resolver:
    def __init__(self, doc: Doc, cast: Cast, attributions: list[Attribution], author: Member | None) -> None:
        self.doc = doc
        self.text = doc.text
        self.cast = cast
        self.attributions = attributions
        self.outer = _outer(attributions)
        self.known: dict[Range, Voices] = {}
        self.found: list[Voices] = []
        self.references = References(doc, cast, inside(doc, [r for a in attributions for r in a.content]), author)
        # Whom the pronouns and nouns stand for that may be aimed at, as they were met.
        self.met: dict[int, tuple[Member, ...]] = {}

    def voices(self, number: int) -> Voices:
        attribution = self.attributions[number]
        outer = self.outer[number]
        self.references.around = self.found[outer].speakers if outer is not None else ()
        self.references.between_marks = outer is not None and self._has_marks(self.attributions[outer])
        found = self._spoken(attribution)
        if attribution.inherited:
            found = found.inherited()
        elif attribution.cue is not None and self.text[slice(*attribution.cue)] != ":":
            found = replace(found, addressees=self._addressees(attribution, found))
            for head in (token for heads in aimed(self.doc, attribution) for token in heads):
                self.met[head.i] = self.references.met(head)
        self.found.append(found)
        return found

    def aimed(self, number: int, voices: Voices) -> Voices:
        """Return `voices` with those at whom the statement is aimed, now that all who speak are in the cast."""
        members: list[Member] = []
        for heads in aimed(self.doc, self.attributions[number]):
            known = (self.met.get(head.i) or self.references.named(head) for head in heads)
            for member in next((found for found in known if found), ()):
                if member not in voices.speakers and member not in members and member.type in _AIMED_AT:
                    members.append(member)
        if not members and self.attributions[number].act == "demand":
            members = list(voices.addressees)
        return replace(voices, targets=tuple(members))

    def answering(self, number: int, found: Sequence[Voices]) -> Voices:
        """Return the voices of a statement, those of a denial aimed at nobody against whom it answers.

        That is who last accused those who deny, or, where "the charge" is denied, who spoke last.
        """
        own = found[number]
        attribution = self.attributions[number]
        if attribution.act not in _ANSWERS or attribution.inherited or own.targets:
            return own
        denying = {*own.speakers, own.on_behalf_of}
        others = [
            (before, tuple(m for m in found[before].speakers if m not in denying and m.type in _AIMED_AT))
            for before in range(number - 1, -1, -1)
        ]
        answering = answers(self.doc, attribution)
        for before, members in others if answering or attribution.act == "deny" else ():
            accusing = self.attributions[before].act in _ANSWERED and denying.intersection(found[before].targets)
            if accusing and members:
                return replace(own, targets=members)
        last = next((members for _, members in others if members), ())
        return replace(own, targets=last) if answering else own

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
        if span is not None and found.speakers and not self.references.around:
            self.references.last = (span.root.i, self._words_of(span, found.speakers))
        return found

    def _words_of(self, span: DocSpan, speakers: tuple[Member, ...]) -> tuple[Member, ...]:
        """Return `speakers`, or whose words it is that speak ("Rivas's article")."""
        owners = [self.cast.by_token.get(child.i) for child in span.root.children if child.dep_ == "poss"]
        persons = tuple(owner for owner in owners if owner is not None and owner.type == "person")
        return persons if persons and speakers[0].type == "document" else speakers

    def _source(self, span: DocSpan) -> Voices:
        if is_title(span[-1].text) and (cut := self.cast.by_token.get(span.end)) is not None:
            # "For Mr. Marek it was ...": the model ends the source at the title.
            return Voices((cut,), SURE)
        if (user := handle(self.cast, span)) is not None:
            return Voices((user,), SURE)
        parted = with_examples(span)
        if parted is not None:
            group, examples = (self._source(part) for part in parted)
            if all(member.named for member in examples.speakers):
                return replace(group, speakers=tuple(dict.fromkeys(examples.speakers + group.speakers)))
        listed = self._listed(span)
        if listed:
            return Voices(listed)
        heads = heads_of(self.cast, span)
        if all(head.i not in self.cast.by_token for head in heads):
            named = named_in_front(self.cast, span)
            if named is None and len(heads) == 1 and heads[0].tag_ in {"NN", "NNP", "CD"}:
                named = named_behind_all(self.cast, span)
            if named is not None:
                return Voices((named,))
        resolved = [self.references.of(head, span) for head in heads]
        if _is_summary(heads[0], resolved):
            del resolved[0]
        members: list[Member] = []
        for one in resolved:
            members += [member for member in one.speakers if member not in members]
        return Voices(tuple(members), min(one.sureness for one in resolved))

    def _listed(self, span: DocSpan) -> tuple[Member, ...]:
        """Return the persons of a list of names with their parties or homes, which the parser gets lost in."""
        mentions = [
            (mention, member)
            for member in self.cast.members
            if member.type == "person"
            for mention in member.mentions
            if span.start <= mention.start and mention.end <= span.end
        ]
        mentions.sort(key=lambda pair: pair[0].start)
        between = [self.doc[one[0].end : two[0].start].text for one, two in pairwise(mentions)]
        before = self.doc[mentions[0][0].start - 1] if mentions else span[0]
        # "The foreign ministers of Velo and Lanta, Ada Orlen and Ivo Marek": the names close what the parser muddles.
        closing = before.text == "," and span.root.tag_ == "NNS" and mentions[-1][0].end == span.end
        bracketed = closing or (
            any(re.search(r"\(|\bof |,\s*[DRI]-", words) for words in between) and _AND.search(between[-1])
        )
        if not bracketed or not all(_LISTING.fullmatch(words) for words in between):
            return ()
        return tuple(dict.fromkeys(member for _, member in mentions))

    def _labelled(self, span: DocSpan) -> Voices:
        """Return the speaker of a label, which is a name as such and no part of a sentence ("GEN. MAREK:")."""
        if span.text in {_QUESTION, _ANSWER}:
            return self._interviewed(span)
        titles = [token.i for token in span[:-1] if is_title(token.text)]
        label = PersonName.parse(self.doc[titles[-1] + 1 if titles else span.start : span.end].text)
        for member in self.cast.members:
            if member.type == "organisation" and fold(member.name) == fold(span.text):
                return Voices((member,), SURE)
            known = PersonName.parse(member.name)
            same = known.extends(label) or label.extends(known)
            elsewhere = any(not span.start <= mention.start < span.end for mention in member.mentions)
            if member.type == "person" and same and elsewhere:
                return Voices((member,), SURE)
        if span[-1].lower_ in NOUNS or span[-1].tag_ == "NNS" or (len(span) > 1 and not label.words):
            return self._source(span)
        named = {m for m in map(self.cast.by_token.get, range(span.start, span.end)) if m and m.type == "person"}
        if len(named) == 1 and any(token.pos_ in {"ADP", "DET"} or token.lower_ in _SAID for token in span):
            # "A lesson from Ada Orlen: ...", "Said Orlen: ..."
            return Voices((*named,), SURE)
        start = span.start
        while start < span.end - 1 and (is_title(self.doc[start].text) or self.doc[start].is_punct):
            start += 1
        # What the tagger saw in the label by itself is superseded.
        mention = DocSpan(self.doc, start, span.end, label="PERSON")
        member = Member("person", mention.text)
        self.cast.members.append(member)
        self.cast.mention(member, mention)
        return Voices((member,), SURE)

    def _interviewed(self, label: DocSpan) -> Voices:
        """Return who asks or who answers, as far as the words before the interview tell.

        "Rivas spoke to Marek": Rivas asks. Where nobody is told to have, who is named most answers.
        """
        first = next(i for i in range(label.start + 1) if self.doc[i].text in {_QUESTION, _ANSWER})
        asking, answering = interview(self.cast, self.doc[:first])
        if label.text == _QUESTION:
            return Voices((asking,), EPITHET) if asking is not None else Voices()
        persons = [m for m in self.cast.members if m.type == "person" and m.named and m.before(first)]
        answering = answering or max(persons, key=lambda member: len(member.mentions), default=None)
        return Voices((answering,), EPITHET) if answering is not None else Voices()

    def _behalf(self, span: DocSpan, speakers: Sequence[Member]) -> Member | None:
        if len(speakers) != 1 or speakers[0].type not in {"person", "group"}:
            return None
        head = represented(span)
        if head is None:
            return bare_office(self.cast, span) if speakers[0].named else None
        found = self.references.of(head, self.doc[head.left_edge.i : head.i + 1]).speakers
        return found[0] if found and found[0] is not speakers[0] else None

    def _addressees(self, attribution: Attribution, found: Voices) -> tuple[Member, ...]:
        members: list[Member] = []
        for head in addressed(self.doc, attribution):
            end = next((ent.end for ent in self.doc.ents if ent.start <= head.i < ent.end), head.i + 1)
            span = self.doc[head.left_edge.i : end]
            members += [
                m for m in self.references.of(head, span).speakers if m not in found.speakers and m not in members
            ]
        return tuple(members)


def _is_summary(head: Token, resolved: Sequence[Voices]) -> bool:
    """Say whether the first of a source's speakers are the others ("two unions, the Dockers and the Pilots")."""
    named = [all(member.named for member in one.speakers) for one in resolved]
    listed = head.i + 1 < len(head.doc) and head.nbor().text == ","
    return len(resolved) > _SEVERAL and listed and head.tag_ == "NNS" and not named[0] and all(named[1:])


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


def inside(doc: Doc, ranges: list[Range]) -> set[int]:
    """Return the indices of the tokens that lie in any of `ranges`."""
    inside: set[int] = set()
    for start, end in ranges:
        span = doc.char_span(start, end, alignment_mode="contract")
        if span is not None:
            inside.update(range(span.start, span.end))
    return inside
