"""The pass that resolves a document's mentions: it asks the sieves in order, and applies what they propose."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.attribution import Attribution, Nesting
from onrecord.extraction.budget import budget_of
from onrecord.extraction.coreference.antecedents import REACH
from onrecord.extraction.coreference.author import author_of, named_in_byline
from onrecord.extraction.coreference.context import Context, Observer
from onrecord.extraction.coreference.descriptions import is_of_people
from onrecord.extraction.coreference.layout import Layout
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.coreference.referents import SURE, Referents
from onrecord.extraction.coreference.resolved import Coreference
from onrecord.extraction.coreference.sieves import GOING_ON, NEW, SPEAKING, is_pronoun, sieves_for
from onrecord.extraction.document import byline_of, text_of, tokens_inside, words_of
from onrecord.extraction.entities import TYPE_OF_NOUN, Discourse, DiscourseEntity
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax import FIRST_PERSON_SINGULAR, GENDERS, NOUNS, RELATIVE, SUBJECTS, dependents
from onrecord.rules import active, fired

_MARKS = "“\"‘'"

type _Step = tuple[tuple[int, int, int, int], Mention, CharRange | None]
"""A mention to be resolved behind a key for the order, with the range of a source."""


def resolve(
    doc: Doc,
    discourse: Discourse,
    attributions: Sequence[Attribution],
    nesting: Nesting,
    mentions: Iterable[Mention] = (),
    byline: str | None = None,
    observer: Observer | None = None,
) -> Coreference:
    """Return whom the sources of a document, its pronouns and the asked `mentions` stand for.

    Mentions are resolved from the outside in and in the order of the text: first what the narrator says, then what
    stands in the words of statements, since "I" there is who speaks and "he" between quote marks somebody else; and
    parties that do not act last, once all who speak are known. Whoever is new joins `discourse`, which nothing else
    changes.

    Args:
        doc: a document after the language pass.
        discourse: who is named in it.
        attributions: its attribution relations, in the order of the text.
        nesting: which of them stand in the words of which.
        mentions: the noun phrases and pronouns that somebody will ask for beside the sources.
        byline: the line that names the author, if there is one.
        observer: is told of each choice among several who may be meant; for training.
    """
    return _Pass(doc, discourse, attributions, nesting, byline, observer).through(mentions)


class _Pass:
    """One pass through a document, with what is known up to the mention at hand."""

    def __init__(
        self,
        doc: Doc,
        discourse: Discourse,
        attributions: Sequence[Attribution],
        nesting: Nesting,
        byline: str | None,
        observer: Observer | None,
    ) -> None:
        self._observer = observer
        self._doc, self._discourse, self._attributions = doc, discourse, attributions
        self._text = text_of(doc)
        self._nesting = nesting
        # A place is asked for when its mention is put in order and when it is resolved.
        self._innermost = cache(lambda i: nesting.innermost(_characters(doc[i])))
        self._layout = Layout(doc)
        self._quoted = tokens_inside(doc, [part for one in attributions for part in one.content])
        self._in_sources = tokens_inside(doc, [one.source for one in attributions if one.source is not None])
        self._author = author_of(doc, discourse, byline)
        if self._author is None and any(one.by_author for one in attributions):
            self._author = named_in_byline(byline_of(doc))
        own = (i for i, word in enumerate(words_of(doc)) if word.lower() in FIRST_PERSON_SINGULAR)
        self._writes = any(i not in self._quoted for i in own)
        self._members = set(discourse.entities)
        self._sources: dict[CharRange, Referents] = {}
        self._phrases: dict[int, Referents] = {}
        self._subjects: dict[int, DiscourseEntity] = {}
        # Where each source stands that names who speaks, and who does.
        self._heads: dict[CharRange, tuple[int, tuple[DiscourseEntity, ...]]] = {}
        # Where the sources of the narration stand that name who speaks, in order, and who does.
        self._places: list[int] = []
        self._spoke: dict[int, tuple[DiscourseEntity, ...]] = {}
        # The heads that are being resolved, so that two that point to each other are nobody.
        self._open: set[int] = set()

    def through(self, mentions: Iterable[Mention]) -> Coreference:
        """Resolve the sources, the asked mentions and what later pronouns go on from."""
        sources = list(self._source_steps())
        pronouns = [Mention.phrase(one.head, "speaker") for _, one, _ in sources if one.head.lower_ in GENDERS]
        asked: dict[int, Mention] = {}
        for mention in (*pronouns, *mentions):
            asked.setdefault(mention.head.i, mention)
        steps = [*sources, *map(self._step, asked.values()), *map(self._step, self._unasked(asked))]
        check = budget_of(self._doc).check
        for _, mention, printed in sorted(steps, key=lambda step: step[0]):
            check()
            if printed is not None:
                self._sources[printed] = self._source(mention, printed)
            else:
                self._phrase(mention)
        writing = Referents((self._author,), sieves=(SPEAKING,)) if self._author is not None else Referents()
        return Coreference(self._sources, self._phrases, writing)

    def _source_steps(self) -> Iterator[_Step]:
        """Yield the words of each source, to be resolved where they end: a pronoun in them comes first."""
        for number, one in enumerate(self._attributions):
            if one.by_author:
                continue
            span = self._doc.char_span(*one.source, alignment_mode="expand") if one.source is not None else None
            if span is not None and one.source is not None:
                mention = Mention(span.root, span, "label" if one.is_labelled(self._doc) else "source")
                yield (0, self._depth(span.root), span.end, number), mention, one.source

    def _step(self, mention: Mention) -> _Step:
        head = mention.head
        # A relative pronoun is its antecedent, which may be all the words of a source.
        first = (is_pronoun(head) and head.lower_ not in RELATIVE) or self._acts(head)
        late = mention.kind == "party" and not first
        return (int(late), self._depth(head), head.i, -1), mention, None

    def _acts(self, head: Token) -> bool:
        """Say whether a noun for people or a body is the subject of something, and no part of a source."""
        kind = TYPE_OF_NOUN.get(head.lemma_.casefold())
        somebody = is_of_people(head) or kind in {"organisation", "group"}
        return somebody and head.dep_ in SUBJECTS and head.i not in self._in_sources

    def _depth(self, head: Token) -> int:
        """Return in the words of how many statements, each in the next, a head stands."""
        around = self._innermost(head.i)
        return 0 if around is None else self._nesting.depth(around) + 1

    def _outer(self, at: Token) -> Attribution | None:
        """Return the innermost statement in whose words `at` stands, None in the narration."""
        number = self._innermost(at.i)
        return self._attributions[number] if number is not None else None

    def _around(self, outer: Attribution | None) -> tuple[DiscourseEntity, ...]:
        """Return who says the words of the statement `outer`, as far as that is known by now."""
        found = self._sources.get(outer.source) if outer is not None and outer.source is not None else None
        return found.entities if found is not None else ()

    def _unasked(self, asked: Collection[int]) -> Iterator[Mention]:
        """Yield the pronouns for one person and the nouns that act in the narration, which nobody asks for."""
        for token in self._doc:
            if token.i in asked or token.i in self._discourse.by_token:
                continue
            acting = token.dep_ in SUBJECTS and token.i not in self._quoted
            if (token.lower_ in GENDERS and is_pronoun(token)) or (acting and token.pos_ in NOUNS):
                yield Mention.phrase(token, "subject")

    def _source(self, mention: Mention, printed: CharRange) -> Referents:
        """Return whom the words of a source stand for, and note that they speak from there on."""
        if printed in self._sources:
            return self._sources[printed]
        found = self._asked(mention)
        if found.entities:
            place, speaking = mention.head.i, self._words_of(mention.span, found.entities)
            self._heads[printed] = place, speaking
            if not self._around(self._outer(mention.head)):
                if place not in self._spoke:
                    insort(self._places, place)
                self._spoke[place] = speaking
        return found

    def _words_of(self, span: DocSpan, speakers: tuple[DiscourseEntity, ...]) -> tuple[DiscourseEntity, ...]:
        """Return `speakers`, or whose words it is that speak ("Rivas's article")."""
        owners = [self._discourse.by_token.get(child.i) for child in dependents(span.root) if child.dep_ == "poss"]
        persons = tuple(owner for owner in owners if owner is not None and owner.type == "person")
        return persons if persons and speakers[0].type == "document" else speakers

    def _phrase(self, mention: Mention) -> Referents:
        """Return whom a noun phrase or pronoun stands for, once and for all as soon as it is somebody."""
        head = mention.head
        known = self._phrases.get(head.i)
        if known is not None and known.entities:
            return known
        if head.i in self._open:
            return Referents()
        named = head.i in self._discourse.by_token
        self._open.add(head.i)
        found = self._asked(mention)
        self._open.discard(head.i)
        # A noun that nobody asks for has been asked for its office alone.
        if mention.kind != "subject" or is_pronoun(head):
            self._phrases[head.i] = found
        acting = head.dep_ in SUBJECTS and head.i not in self._quoted and not named
        if acting and len(found.entities) == 1 and found.sieves[0] in GOING_ON:
            self._subjects[head.i] = found.entities[0]
        return found

    def _asked(self, mention: Mention) -> Referents:
        """Ask the sieves in order, and apply what the first proposes that knows."""
        context = self._context(mention.head)
        for sieve in active(sieves_for(mention)):
            proposal = sieve.apply(mention, context)
            if proposal is not None:
                fired(sieve, mention.span.start_char, mention.span.end_char)
                return self._applied(proposal, mention, sieve.id)
        return Referents()

    def _context(self, at: Token) -> Context:
        outer = self._outer(at)
        around = self._around(outer)
        return Context(
            doc=self._doc,
            layout=self._layout,
            discourse=self._discourse,
            quoted=self._quoted,
            author=self._author,
            writes=self._writes,
            last=self._last(at, outer if around else None),
            around=around,
            between_marks=outer is not None and self._is_between_marks(at, outer),
            known=self._phrases,
            subjects=self._subjects,
            sources=self._in_sources,
            spoken=(self._places, self._spoke),
            observer=self._observer,
        )

    def _last(self, at: Token, outer: Attribution | None) -> tuple[int, tuple[DiscourseEntity, ...]]:
        """Return where somebody spoke last before `at`, and who: of the words of a statement, who says them."""
        if outer is not None and outer.source in self._heads and self._heads[outer.source][0] < at.i:
            return self._heads[outer.source]
        before = bisect_left(self._places, at.i)
        place = self._places[before - 1] if before else None
        return (place, self._spoke[place]) if place is not None else (-REACH, ())

    def _is_between_marks(self, at: Token, outer: Attribution) -> bool:
        """Say whether the part of a statement's words that `at` stands in opens with a quote mark."""
        parts = (start for start, end in outer.content if start <= at.idx < end)
        return any(character in _MARKS for start in parts for character in self._text[max(start - 1, 0) : start + 1])

    def _applied(self, proposal: Proposal, mention: Mention, sieve: str) -> Referents:
        """Return what is proposed as the result, and let the discourse learn from it."""
        if proposal.same_as:
            found = [self._asked(one) if one.kind == "source" else self._phrase(one) for one in proposal.same_as]
            return _joined(proposal, found, sieve)
        # A party of whom only the words are known joins no discourse: it may be a thing, and in no event at the end.
        if not (mention.kind == "party" and sieve == NEW) or self._acts(mention.head):
            self._learn(proposal)
        sureness = proposal.sureness if proposal.sureness is not None else SURE
        return Referents(proposal.entities, sureness, (sieve,), proposal.alternatives, proposal.evidence)

    def _learn(self, proposal: Proposal) -> None:
        for entity in proposal.entities:
            if entity not in self._members and (entity.mentions or entity is not self._author):
                self._members.add(entity)
                self._discourse.add(entity)
            entity.gender = entity.gender or proposal.gender
        for entity in proposal.entities[:1]:
            if proposal.mention is not None:
                self._discourse.mention(entity, proposal.mention)
            if proposal.name is not None:
                self._discourse.rename(entity, proposal.name)
            if proposal.role is not None:
                self._discourse.give_role(entity, proposal.role)


def _joined(proposal: Proposal, found: Sequence[Referents], sieve: str) -> Referents:
    """Return those of several mentions together, each once."""
    named = [all(entity.named for entity in one.entities) for one in found]
    kept = found[1:] if proposal.summed_up and not named[0] and all(named[1:]) else found
    entities = dict.fromkeys(entity for one in kept for entity in one.entities)
    sureness = proposal.sureness if proposal.sureness is not None else min(one.sureness for one in kept)
    sieves = (sieve, *(name for one in kept for name in one.sieves))
    alternatives = tuple(pair for one in kept for pair in one.alternatives if pair[0] not in entities)
    return Referents(
        tuple(entities), sureness, sieves, alternatives, tuple(pair for one in kept for pair in one.evidence)
    )


def _characters(token: Token) -> CharRange:
    return CharRange(token.idx, token.idx + len(token))
