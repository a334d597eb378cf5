"""The events of an article: verbal ones from what its statements do, others from what it tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from spacy.tokens import Doc, Token

from onrecord.extraction.document import PARTS, Document
from onrecord.extraction.ranges import Range, within
from onrecord.reading.attribution import Attribution
from onrecord.reading.cast import Cast, Member
from onrecord.reading.dates import Said, Time
from onrecord.reading.deed_words import tells_of
from onrecord.reading.events import parties
from onrecord.reading.events.clauses import clause
from onrecord.reading.events.days import day_of
from onrecord.reading.events.deeds import Deed, deeds
from onrecord.reading.events.modality import modality, told
from onrecord.reading.events.participants import Participants, Party
from onrecord.reading.events.typist import SURE, Typist
from onrecord.reading.identifiers import identifier
from onrecord.reading.speakers import Voices, acting_word
from onrecord.reading.statements import statement_id
from onrecord.records import Act, Entity, Event, Modality, Participant, Root

_ROOTS: dict[Act, Root] = {
    "deny": "REJECT", "reject": "REJECT", "accuse": "ACCUSE", "criticise": "ACCUSE", "demand": "REQUEST",
    "propose": "REQUEST", "promise": "AGREE", "agree": "AGREE", "threaten": "THREATEN", "praise": "SUPPORT",
}  # fmt: skip
# Who is told is not who is praised or accused.
_ASKING: set[Act] = {"agree", "demand", "promise", "propose", "threaten"}
# Where the corpus has one class: who gives way to arms, and who gives way otherwise.
_RETREATING = {
    "withdraw", "withdrawal", "retreat", "pull", "pullout", "surrender", "ceasefire", "truce", "disarm", "cede",
    "evacuate",
}  # fmt: skip
_WHERE = {"in", "at", "near", "outside", "inside", "around", "across", "off", "on", "over"}
_PLACES = {"GPE", "LOC", "FAC"}
# The words of an event go on up to whom it is done to, if that is so many words away at most.
_NEAR = 10
# A statement of which it is less likely that it is one does nothing to anybody.
_BELIEVED = 0.4


@dataclass(frozen=True, slots=True)
class Found:
    """An event by the document's characters and members of the cast.

    `telling` is the number of the attribution that tells of it, or that it is, None for the narrator; `teller` that of
    the one whose speaker asserts it.
    """

    type: Root
    where: Sequence[Range]
    actors: Sequence[Party]
    recipients: Sequence[Party]
    place: Range | None
    date: str | None
    modality: Modality
    telling: int | None
    teller: int | None
    confidence: float


def code(
    doc: Doc,
    known: Cast,
    attributions: Sequence[Attribution],
    voices: Sequence[Voices],
    days: Sequence[Said],
    times: Sequence[Time],
    typist: Typist,
) -> list[Found]:
    """Return the events of a document, in the order of the text; who has no name in them joins the cast.

    Args:
        doc: a document after the language pass.
        known: the cast, who is named in it.
        attributions: its attribution relations.
        voices: who speaks in each, to whom and against whom.
        days: when each was said.
        times: the times that the document tells of.
        typist: the event model.
    """
    coder = _Coder(doc, known, attributions, voices, days, times, typist)
    return sorted(coder.found(), key=lambda one: one.where[0])


def record(
    document: Document, found: Sequence[Found], attributions: Sequence[Attribution], voices: Sequence[Voices],
    entities: Mapping[Member, Entity],
) -> tuple[Event, ...]:  # fmt: skip
    """Return the events `found` as records, led back to the page."""
    events = []
    for one in found:
        spans = document.to_page(one.where)
        if not spans:
            continue
        by = voices[one.teller].speakers if one.teller is not None else ()
        events.append(
            Event(
                id=identifier(
                    "v", document.article.page.sha256, one.type, *(edge for s in spans for edge in (s.start, s.end))
                ),
                type=one.type,
                spans=spans,
                actors=tuple(Participant(entities[member], sector) for member, sector in one.actors),
                recipients=tuple(Participant(entities[member], sector) for member, sector in one.recipients),
                place=document.to_span(one.place),
                date=one.date,
                modality=one.modality,
                asserted_by="narrator" if one.teller is None else entities[by[0]] if by else None,
                statement=statement_id(document, attributions[one.telling]) if one.telling is not None else None,
                confidence=round(one.confidence, 3),
            )
        )
    return tuple(events)


class _Coder:
    def __init__(
        self, doc: Doc, known: Cast, attributions: Sequence[Attribution], voices: Sequence[Voices],
        days: Sequence[Said], times: Sequence[Time], typist: Typist,
    ) -> None:  # fmt: skip
        self._doc = doc
        # spaCy makes the text anew each time it is asked for.
        self._text = doc.text
        self._attributions = attributions
        self._voices = voices
        self._days = days
        self._typist = typist
        self._participants = Participants(doc, known, attributions, voices)
        self._times = [
            (span.root, time.period.iso)
            for time in times
            if (span := doc.char_span(*time.where, alignment_mode="expand")) is not None
        ]
        self._titles = [(part.start, part.end) for part in doc.spans[PARTS] if part.label_ == "title"]

    def found(self) -> list[Found]:
        verbal = {number: one for number in range(len(self._attributions)) if (one := self._verbal(number))}
        acting = {number: event.where[0] for number, event in verbal.items()}
        cues = [(acting.get(number, one.cue), number) for number, one in enumerate(self._attributions) if one.cue]
        events: list[Found] = []
        completed: set[int] = set()
        for deed in deeds(self._doc):
            at = (deed.root.idx, deed.root.idx + len(deed.root))
            cue = next((number for words, number in cues if within(at, words)), None)
            # Who says something does it in the statement; that is the event, if it is one.
            if cue in verbal and not verbal[cue].recipients:
                # "Rejected a Senate plan": whose plan it is is nobody that the statement is aimed at by name.
                verbal[cue] = replace(verbal[cue], recipients=self._acted_upon(deed, verbal[cue].actors))
            if deed.root.i in completed or (cue is not None and (cue in verbal or not self._is_more(deed, cue))):
                continue
            event = self._material(deed, at)
            if event is not None:
                events.append(event)
                if deed.noun is not None:
                    completed.add(deed.noun.i)
        return [*verbal.values(), *events]

    def _is_more(self, deed: Deed, number: int) -> bool:
        """Say whether the cue of a statement tells of a deed, too: it has a thing for its object, and no words.

        So may one that is an event by its act, if nobody is known who speaks.
        """
        opened = min(start for start, _ in self._attributions[number].content)
        bare = deed.noun is not None and self._doc[deed.noun.left_edge.i].idx == opened
        return bare or self._act(number) in _ROOTS

    def _act(self, number: int) -> Act:
        return self._attributions[number].act

    def _verbal(self, number: int) -> Found | None:
        one, voices = self._attributions[number], self._voices[number]
        root = _ROOTS.get(one.act)
        recipients = voices.targets or (voices.addressees if one.act in _ASKING else ())
        if (
            root is None
            or one.cue is None
            or self._text[slice(*one.cue)] == ":"
            or one.medium == "thought"
            or one.inherited
            or not voices.speakers
            or one.saying == "expected"
            or one.confidence < _BELIEVED
        ):
            return None
        outer, period = self._innermost(one.cue), self._days[number].period
        return Found(
            root,
            [self._words_of_act(one)],
            self._participants.with_sectors(voices.speakers),
            self._participants.with_sectors(recipients),
            None,
            period.iso if period else None,
            "happened" if outer is None else told("happened", self._act(outer)) or "alleged",
            number,
            outer,
            one.confidence * voices.sureness,
        )

    def _words_of_act(self, attribution: Attribution) -> Range:
        """Return the cue of a statement, or the word of its own that does what it does ("we thank Lanta")."""
        assert attribution.cue is not None
        word = acting_word(self._doc, attribution)
        at = (word.idx, word.idx + len(word)) if word is not None else attribution.cue
        return attribution.cue if within(at, attribution.cue) else at

    def _material(self, deed: Deed, at: Range) -> Found | None:
        title = any(start <= deed.root.i < end for start, end in self._titles)
        telling = self._innermost(at)
        own = modality(deed.root, title=title, reported=telling is not None)
        how = own if own is None or telling is None else told(own, self._act(telling))
        if how is None:
            return None
        actors = self._participants.likeliest(deed.actors)
        done_to = self._done_to(deed)
        recipients = self._participants.likeliest(done_to)
        types = self._types(deed, actors, recipients)
        if not types:
            return None
        # What is seized is nobody, and tells the type of the deed all the same.
        type_, sure = self._typist.type(
            clause(deed.root, next(iter(actors), None), next(iter(recipients or done_to), None)),
            types,
            told=types == {"MOBILIZE"} or (deed.noun is not None and not tells_of(deed.noun).isdisjoint(types)),
        )
        if sure < SURE:
            return None
        acting = self._participants.of(actors)
        acted_upon = self._others(recipients, acting)
        if bool(acting) != bool(actors) or bool(acted_upon) != bool(recipients):
            return None
        return Found(
            self._root(type_, deed),
            self._words(deed, recipients),
            acting,
            acted_upon,
            self._place(deed),
            day_of(deed.root, self._times),
            how,
            telling,
            telling,
            sure,
        )

    def _acted_upon(self, deed: Deed, actors: Sequence[Party]) -> Sequence[Party]:
        return self._others(self._participants.likeliest(self._done_to(deed)), actors)

    def _others(self, heads: Sequence[Token], actors: Sequence[Party]) -> list[Party]:
        acting = {member for member, _ in actors}
        return [party for party in self._participants.of(heads) if party[0] not in acting]

    def _done_to(self, deed: Deed) -> list[Token]:
        """Return the words for whom a deed is done to, those left out who are sent or withdrawn by it."""
        led = deed.noun is not None and parties.leads(deed, self._participants.shown(deed.noun).sector)
        return [token for token in deed.recipients if not (led and token == deed.noun)]

    def _types(self, deed: Deed, actors: Sequence[Token], recipients: Sequence[Token]) -> frozenset[str]:
        """Return the types that a deed between these parties, or of one of them, can be of."""
        if actors:
            led = self._participants.shown(deed.noun).sector if deed.noun is not None else None
            by = self._participants.shown(actors[0])
            return parties.between(deed, by, led) if recipients else parties.acting(deed, by, led)
        return parties.suffering(deed, self._participants.shown(recipients[0])) if recipients else frozenset()

    def _root(self, type_: str, deed: Deed) -> Root:
        if type_ != "YIELD":
            return cast(Root, type_)
        lemmas = {token.lemma_.casefold() for token in (deed.root, deed.noun) if token is not None}
        return "RETREAT" if lemmas & _RETREATING else "CONCEDE"

    def _innermost(self, where: Range) -> int | None:
        """Return the number of the attribution with the shortest stretch of content around `where`."""
        around = [
            (end - start, number)
            for number, one in enumerate(self._attributions)
            for start, end in one.content
            if start <= where[0] and where[1] <= end
        ]
        return min(around)[1] if around else None

    def _words(self, deed: Deed, recipients: Sequence[Token]) -> list[Range]:
        """Return the words of a deed, from its auxiliaries to whom it is done to, or else to what is told with it."""
        ends = [token for token in (deed.noun, *recipients) if token is not None and 0 < token.i - deed.root.i <= _NEAR]
        if not ends:
            behind = (child for child in deed.root.rights if child.dep_ == "prep")
            ends = [token for child in behind for token in child.rights if token.dep_ == "pobj"][:1]
        last = max((token for token in ends if token.i - deed.root.i <= _NEAR), key=lambda t: t.i, default=deed.root)
        helping = [child for child in deed.root.lefts if child.dep_ in {"aux", "auxpass"}]
        return [(min([deed.root.idx, *(child.idx for child in helping)]), last.idx + len(last))]

    def _place(self, deed: Deed) -> Range | None:
        for head in (deed.root, deed.noun):
            for child in head.children if head is not None else ():
                place = next((t for t in child.children if t.dep_ == "pobj"), None) if child.lower_ in _WHERE else None
                if place is not None and place.ent_type_ in _PLACES:
                    span = next((ent for ent in self._doc.ents if ent.start <= place.i < ent.end), None)
                    return (span.start_char, span.end_char) if span is not None else None
        return None
