"""Who a source is: from the words printed as the source of a statement to discourse entities."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.attribution import Attribution
from onrecord.extraction.coreference import EPITHET, SURE, Referents, Resolver, user_of_handle
from onrecord.extraction.document import tokens_inside
from onrecord.extraction.entities import TYPE_OF_NOUN, Discourse, DiscourseEntity, PersonName, is_title
from onrecord.extraction.participants.addressees import addressed, interview
from onrecord.extraction.participants.author import author_of
from onrecord.extraction.participants.represented import bare_office, represented
from onrecord.extraction.participants.source_heads import heads_of, named_behind_all, named_in_front, with_examples
from onrecord.extraction.participants.statement_participants import StatementParticipants
from onrecord.extraction.participants.targets import is_reply, target_heads
from onrecord.extraction.ranges import CharRange, within
from onrecord.folding import fold
from onrecord.vocabulary import Act, EntityType

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


def resolve_participants(
    doc: Doc, discourse: Discourse, attributions: Iterable[Attribution], byline: str | None = None
) -> list[StatementParticipants]:
    """Return the participants of each of `attributions`, which are in the order of the text.

    A described source ("two officials") that names nobody joins `discourse` as an entity of its own, never merged with
    another of the same words. A pronoun becomes the person it most likely stands for: of those of fitting gender
    mentioned before it, one who spoke last, is a subject, is near, and is not merely talked about inside a quote.
    Inside the words of a statement "I" and "we" are its speakers, and "he" between its quote marks is somebody else;
    outside, "I" is who writes, as far as `byline` or the article's closing note names them.
    """
    resolver = _ParticipantResolver(doc, discourse, list(attributions), author_of(doc, discourse, byline))
    found = [resolver.participants(number) for number in range(len(resolver.attributions))]
    aims = [resolver.with_targets(number, participants) for number, participants in enumerate(found)]
    return [resolver.with_reply_target(number, aims) for number in range(len(aims))]


class _ParticipantResolver:
    def __init__(
        self, doc: Doc, discourse: Discourse, attributions: list[Attribution], author: DiscourseEntity | None
    ) -> None:
        self.doc = doc
        self.text = doc.text
        self.discourse = discourse
        self.attributions = attributions
        self.outer = _outer(attributions)
        self.by_source: dict[CharRange, StatementParticipants] = {}
        self.found: list[StatementParticipants] = []
        self.resolver = Resolver(
            doc, discourse, tokens_inside(doc, [r for a in attributions for r in a.content]), author
        )
        # Whom the pronouns and nouns stand for that may be aimed at, as they were met.
        self.target_candidates: dict[int, tuple[DiscourseEntity, ...]] = {}

    def participants(self, number: int) -> StatementParticipants:
        attribution = self.attributions[number]
        outer = self.outer[number]
        self.resolver.around = self.found[outer].speakers if outer is not None else ()
        self.resolver.between_marks = outer is not None and self._has_marks(self.attributions[outer])
        found = self._spoken(attribution)
        if attribution.inherited:
            found = found.inherited()
        elif attribution.cue is not None and self.text[slice(*attribution.cue)] != ":":
            found = replace(found, addressees=self._addressees(attribution, found))
            for head in (token for heads in target_heads(self.doc, attribution) for token in heads):
                self.target_candidates[head.i] = self.resolver.resolve_mention(head)
        self.found.append(found)
        return found

    def with_targets(self, number: int, participants: StatementParticipants) -> StatementParticipants:
        """Return `participants` with those at whom the statement is aimed, once all who speak are in the discourse."""
        entities: list[DiscourseEntity] = []
        for heads in target_heads(self.doc, self.attributions[number]):
            known = (self.target_candidates.get(head.i) or self.resolver.named(head) for head in heads)
            for entity in next((found for found in known if found), ()):
                if entity not in participants.speakers and entity not in entities and entity.type in _AIMED_AT:
                    entities.append(entity)
        if not entities and self.attributions[number].act == "demand":
            entities = list(participants.addressees)
        return replace(participants, targets=tuple(entities))

    def with_reply_target(self, number: int, found: Sequence[StatementParticipants]) -> StatementParticipants:
        """Return the participants of a statement, those of a denial aimed at nobody against whom it answers.

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
        replies = is_reply(self.doc, attribution)
        for before, entities in others if replies or attribution.act == "deny" else ():
            accusing = self.attributions[before].act in _ANSWERED and denying.intersection(found[before].targets)
            if accusing and entities:
                return replace(own, targets=entities)
        last = next((entities for _, entities in others if entities), ())
        return replace(own, targets=last) if replies else own

    def _has_marks(self, attribution: Attribution) -> bool:
        opened = (self.text[max(start - 1, 0) : start + 1] for start, _ in attribution.content)
        return any(character in _MARKS for two in opened for character in two)

    def _spoken(self, attribution: Attribution) -> StatementParticipants:
        printed = attribution.source
        if printed is None:
            return StatementParticipants()
        found = self.by_source.get(printed)
        if found is not None:
            return found
        span = self.doc.char_span(*printed, alignment_mode="expand")
        if span is None:
            found = StatementParticipants()
        elif attribution.cue is not None and self.text[slice(*attribution.cue)] == ":":
            found = self._labelled(span)
        else:
            found = self._source(span)
            found = replace(found, on_behalf_of=self._behalf(span, found.speakers))
        self.by_source[printed] = found
        if span is not None and found.speakers and not self.resolver.around:
            self.resolver.last = (span.root.i, self._words_of(span, found.speakers))
        return found

    def _words_of(self, span: DocSpan, speakers: tuple[DiscourseEntity, ...]) -> tuple[DiscourseEntity, ...]:
        """Return `speakers`, or whose words it is that speak ("Rivas's article")."""
        owners = [self.discourse.by_token.get(child.i) for child in span.root.children if child.dep_ == "poss"]
        persons = tuple(owner for owner in owners if owner is not None and owner.type == "person")
        return persons if persons and speakers[0].type == "document" else speakers

    def _source(self, span: DocSpan) -> StatementParticipants:
        if is_title(span[-1].text) and (cut := self.discourse.by_token.get(span.end)) is not None:
            # "For Mr. Marek it was ...": the model ends the source at the title.
            return StatementParticipants((cut,), SURE)
        if (user := user_of_handle(self.discourse, span)) is not None:
            return StatementParticipants((user,), SURE)
        parted = with_examples(span)
        if parted is not None:
            group, examples = (self._source(part) for part in parted)
            if all(entity.named for entity in examples.speakers):
                return replace(group, speakers=tuple(dict.fromkeys(examples.speakers + group.speakers)))
        listed = self._listed(span)
        if listed:
            return StatementParticipants(listed)
        heads = heads_of(self.discourse, span)
        if all(head.i not in self.discourse.by_token for head in heads):
            named = named_in_front(self.discourse, span)
            if named is None and len(heads) == 1 and heads[0].tag_ in {"NN", "NNP", "CD"}:
                named = named_behind_all(self.discourse, span)
            if named is not None:
                return StatementParticipants((named,))
        resolved = [self.resolver.of(head, span) for head in heads]
        if _is_summary(heads[0], resolved):
            del resolved[0]
        entities: list[DiscourseEntity] = []
        for one in resolved:
            entities += [entity for entity in one.entities if entity not in entities]
        return StatementParticipants(tuple(entities), min(one.sureness for one in resolved))

    def _listed(self, span: DocSpan) -> tuple[DiscourseEntity, ...]:
        """Return the persons of a list of names with their parties or homes, which the parser gets lost in."""
        mentions = [
            (mention, entity)
            for entity in self.discourse.entities
            if entity.type == "person"
            for mention in entity.mentions
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
        return tuple(dict.fromkeys(entity for _, entity in mentions))

    def _labelled(self, span: DocSpan) -> StatementParticipants:
        """Return the speaker of a label, which is a name as such and no part of a sentence ("GEN. MAREK:")."""
        if span.text in {_QUESTION, _ANSWER}:
            return self._interviewed(span)
        titles = [token.i for token in span[:-1] if is_title(token.text)]
        label = PersonName.parse(self.doc[titles[-1] + 1 if titles else span.start : span.end].text)
        for entity in self.discourse.entities:
            if entity.type == "organisation" and fold(entity.name) == fold(span.text):
                return StatementParticipants((entity,), SURE)
            known = PersonName.parse(entity.name)
            same = known.extends(label) or label.extends(known)
            elsewhere = any(not span.start <= mention.start < span.end for mention in entity.mentions)
            if entity.type == "person" and same and elsewhere:
                return StatementParticipants((entity,), SURE)
        if span[-1].lower_ in TYPE_OF_NOUN or span[-1].tag_ == "NNS" or (len(span) > 1 and not label.words):
            return self._source(span)
        named = {m for m in map(self.discourse.by_token.get, range(span.start, span.end)) if m and m.type == "person"}
        if len(named) == 1 and any(token.pos_ in {"ADP", "DET"} or token.lower_ in _SAID for token in span):
            # "A lesson from Ada Orlen: ...", "Said Orlen: ..."
            return StatementParticipants((*named,), SURE)
        start = span.start
        while start < span.end - 1 and (is_title(self.doc[start].text) or self.doc[start].is_punct):
            start += 1
        # What the tagger saw in the label by itself is superseded.
        mention = DocSpan(self.doc, start, span.end, label="PERSON")
        entity = DiscourseEntity("person", mention.text)
        self.discourse.entities.append(entity)
        self.discourse.mention(entity, mention)
        return StatementParticipants((entity,), SURE)

    def _interviewed(self, label: DocSpan) -> StatementParticipants:
        """Return who asks or who answers, as far as the words before the interview tell.

        "Rivas spoke to Marek": Rivas asks. Where nobody is told to have, who is named most answers.
        """
        first = next(i for i in range(label.start + 1) if self.doc[i].text in {_QUESTION, _ANSWER})
        asking, answering = interview(self.discourse, self.doc[:first])
        if label.text == _QUESTION:
            return StatementParticipants((asking,), EPITHET) if asking is not None else StatementParticipants()
        persons = [m for m in self.discourse.entities if m.type == "person" and m.named and m.before(first)]
        answering = answering or max(persons, key=lambda entity: len(entity.mentions), default=None)
        return StatementParticipants((answering,), EPITHET) if answering is not None else StatementParticipants()

    def _behalf(self, span: DocSpan, speakers: Sequence[DiscourseEntity]) -> DiscourseEntity | None:
        if len(speakers) != 1 or speakers[0].type not in {"person", "group"}:
            return None
        head = represented(span)
        if head is None:
            return bare_office(self.discourse, span) if speakers[0].named else None
        found = self.resolver.of(head, self.doc[head.left_edge.i : head.i + 1]).entities
        return found[0] if found and found[0] is not speakers[0] else None

    def _addressees(self, attribution: Attribution, found: StatementParticipants) -> tuple[DiscourseEntity, ...]:
        entities: list[DiscourseEntity] = []
        for head in addressed(self.doc, attribution):
            end = next((ent.end for ent in self.doc.ents if ent.start <= head.i < ent.end), head.i + 1)
            span = self.doc[head.left_edge.i : end]
            entities += [
                m for m in self.resolver.of(head, span).entities if m not in found.speakers and m not in entities
            ]
        return tuple(entities)


def _is_summary(head: Token, resolved: Sequence[Referents]) -> bool:
    """Say whether the first of a source's speakers are the others ("two unions, the Dockers and the Pilots")."""
    named = [all(entity.named for entity in one.entities) for one in resolved]
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
        while place is not None and before >= 0 and reached[before] > place.start:
            content = attributions[before].content
            if any(within(place, part) for part in content):
                around.append((sum(end - start for start, end in content), before))
            before -= 1
        outer.append(min(around)[1] if around else None)
        reached.append(max(inner.content[-1].end, reached[-1] if reached else 0))
    return outer
