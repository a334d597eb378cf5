"""The entities of one article while it is read, and the discourse that they make up."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.extraction.entities.person_names import PersonName
from onrecord.folding import fold
from onrecord.vocabulary import EntityType, Gender


@dataclass(slots=True, eq=False)
class DiscourseEntity:
    """One discourse entity, growing while the article is read."""

    type: EntityType
    name: str
    mentions: list[DocSpan] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    gender: Gender | None = None
    # ISO 3166 alpha-3.
    country: str | None = None
    # Whose it is ("his campaign").
    owner: "DiscourseEntity | None" = None
    # False for a source that is described and not named ("an official").
    named: bool = True
    # What `role_words` has found, and of how many roles and mentions.
    known_role_words: tuple[int, int, frozenset[str]] | None = field(default=None, init=False, repr=False)

    def before(self, token: int) -> DocSpan | None:
        """Return the last mention that ends before or at `token`, None if there is none."""
        number = bisect_right(self.mentions, token, key=_start) - 1
        while number >= 0 and self.mentions[number].end > token:
            number -= 1
        return self.mentions[number] if number >= 0 else None


class Discourse:
    """Who is mentioned in an article, and where.

    Attributes:
        entities: in order of first mention, those found later behind them.
        by_token: to which of them a token belongs, by its number.
    """

    def __init__(self, entities: list[DiscourseEntity]) -> None:
        """Take `entities` with their mentions, each in the order of the text; of two that overlap the later counts."""
        self.entities: list[DiscourseEntity] = []
        # The place of each among them; who has or had a name, or a surname; who may be spoken of by a word.
        self._order: dict[DiscourseEntity, int] = {}
        self._named: dict[str, list[DiscourseEntity]] = {}
        self._surnamed: dict[str, list[DiscourseEntity]] = {}
        self._spoken_of: dict[str, dict[DiscourseEntity, None]] = {}
        self._changed: dict[DiscourseEntity, None] = {}
        self.by_token: dict[int, DiscourseEntity] = {}
        self._mentions: dict[int, DocSpan] = {}
        # The tokens that belong to somebody, in order.
        self._tokens: list[int] = []
        for entity in entities:
            self._enter(entity)
            for mention in entity.mentions:
                self._note(entity, mention, range(mention.start, mention.end))

    def add(self, entity: DiscourseEntity) -> None:
        """Add an entity who was found later, with its mentions; a token keeps the entity it has."""
        self._enter(entity)
        for mention in entity.mentions:
            self._note(entity, mention, [i for i in range(mention.start, mention.end) if i not in self.by_token])

    def mention(self, entity: DiscourseEntity, span: DocSpan) -> None:
        """Note `span` as a further mention of `entity`."""
        insort(entity.mentions, span, key=_start)
        self._note(entity, span, range(span.start, span.end))

    def rename(self, entity: DiscourseEntity, name: str) -> None:
        """Call an entity by another name from here on."""
        entity.name = name
        self._index(entity)

    def give_role(self, entity: DiscourseEntity, role: str) -> None:
        """Note a further role of `entity`, if it does not have it yet."""
        if role not in entity.roles:
            entity.roles.append(role)
            self._changed[entity] = None

    def mention_at(self, token: int) -> DocSpan | None:
        """Return the mention that a token is part of, None where it belongs to nobody.

        It is one of `by_token[token]`; of several the one that begins first.
        """
        return self._mentions.get(token)

    def called(self, token: Token) -> DiscourseEntity | None:
        """Return who bears the name that `token` is all of where it was not taken for one, None if nobody does."""
        if token.pos_ != "PROPN" or token.dep_ == "compound":
            return None
        return next((one for one in self.all_named(token.text) if one.named and one.name == token.text), None)

    def all_named(self, name: str) -> list[DiscourseEntity]:
        """Return the entities that have this name, or are described so, but for case and diacritics."""
        folded = fold(name)
        return self._ordered(one for one in self._named.get(folded, ()) if fold(one.name) == folded)

    def spoken_of(self, word: str, words: Callable[[DiscourseEntity], Collection[str]]) -> list[DiscourseEntity]:
        """Return the entities among whose `words` a word is; those only become more while mentions are resolved."""
        for entity in self._changed:
            for own in words(entity):
                self._spoken_of.setdefault(own, {})[entity] = None
        self._changed.clear()
        return self._ordered(self._spoken_of.get(word, ()))

    def person_called(self, token: Token) -> DiscourseEntity | None:
        """Return the person with a fuller name whose surname `token` is, None where there is none or more than one."""
        surname = PersonName.parse(token.text).words[-1:]
        found = [
            entity
            for entity in self._ordered(self._surnamed.get("".join(surname), ()))
            if entity.type == "person"
            and entity.named
            and len(words := PersonName.parse(entity.name).words) > 1
            and words[-1:] == surname
        ]
        return found[0] if len(found) == 1 else None

    def before(self, token: int, reach: int) -> Iterator[tuple[DiscourseEntity, DocSpan]]:
        """Yield who is mentioned in the `reach` tokens before `token`, nearest first, with the mention."""
        return self._mentioned(reversed(self._belonging(token - reach, token)))

    def between(self, start: int, end: int) -> Iterator[tuple[DiscourseEntity, DocSpan]]:
        """Yield who is mentioned from the token `start` to before `end`, be it in part, in order, with the mention."""
        return self._mentioned(self._belonging(start, end))

    def _belonging(self, start: int, end: int) -> Sequence[int]:
        return self._tokens[bisect_left(self._tokens, start) : bisect_left(self._tokens, end)]

    def _mentioned(self, tokens: Iterable[int]) -> Iterator[tuple[DiscourseEntity, DocSpan]]:
        seen: set[int] = set()
        for i in tokens:
            mention = self._mentions[i]
            if mention.start not in seen:
                seen.add(mention.start)
                yield self.by_token[i], mention

    def _enter(self, entity: DiscourseEntity) -> None:
        self._order.setdefault(entity, len(self.entities))
        self.entities.append(entity)
        self._index(entity)

    def _index(self, entity: DiscourseEntity) -> None:
        self._named.setdefault(fold(entity.name), []).append(entity)
        if entity.type == "person":
            self._surnamed.setdefault("".join(PersonName.parse(entity.name).words[-1:]), []).append(entity)
        self._changed[entity] = None

    def _ordered(self, entities: Iterable[DiscourseEntity]) -> list[DiscourseEntity]:
        """Return each of `entities` once, in the order of those of the discourse."""
        return sorted(dict.fromkeys(entities), key=self._order.__getitem__)

    def _note(self, entity: DiscourseEntity, mention: DocSpan, tokens: Iterable[int]) -> None:
        """Note that `tokens`, those of `mention` or fewer, belong to `entity`."""
        self._changed[entity] = None
        for i in tokens:
            owner = self.by_token.get(i)
            if owner is None:
                insort(self._tokens, i)
            if owner is not entity or mention.start < self._mentions[i].start:
                self._mentions[i] = mention
            self.by_token[i] = entity


def _start(mention: DocSpan) -> int:
    return mention.start
