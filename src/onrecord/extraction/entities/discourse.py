"""The entities of one article while it is read, and the discourse that they make up."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.extraction.entities.person_names import PersonName
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
        return next((mention for mention in reversed(self.mentions) if mention.end <= token), None)


@dataclass(slots=True, eq=False)
class Discourse:
    """The entities in order of first mention, and which of them each token of the document belongs to."""

    entities: list[DiscourseEntity]
    by_token: dict[int, DiscourseEntity]

    def add(self, entity: DiscourseEntity) -> None:
        """Add an entity who was found later, with its mentions; a token keeps the entity it has."""
        self.entities.append(entity)
        for mention in entity.mentions:
            for i in range(mention.start, mention.end):
                self.by_token.setdefault(i, entity)

    def mention(self, entity: DiscourseEntity, span: DocSpan) -> None:
        """Note `span` as a further mention of `entity`."""
        entity.mentions.append(span)
        entity.mentions.sort(key=lambda mention: mention.start)
        for i in range(span.start, span.end):
            self.by_token[i] = entity

    def called(self, token: Token) -> DiscourseEntity | None:
        """Return who bears the name that `token` is all of where it was not taken for one, None if nobody does."""
        if token.pos_ != "PROPN" or token.dep_ == "compound":
            return None
        return next((entity for entity in self.entities if entity.named and entity.name == token.text), None)

    def person_called(self, token: Token) -> DiscourseEntity | None:
        """Return the person with a fuller name whose surname `token` is, None where there is none or more than one."""
        surname = PersonName.parse(token.text).words[-1:]
        found = [
            entity
            for entity in self.entities
            if entity.type == "person"
            and entity.named
            and len(words := PersonName.parse(entity.name).words) > 1
            and words[-1:] == surname
        ]
        return found[0] if len(found) == 1 else None

    def before(self, token: int, reach: int) -> Iterator[tuple[DiscourseEntity, DocSpan]]:
        """Yield who is mentioned in the `reach` tokens before `token`, nearest first, with the mention."""
        seen: set[int] = set()
        for i in range(token - 1, max(token - reach, -1), -1):
            entity = self.by_token.get(i)
            if entity is not None:
                mention = next((m for m in entity.mentions if m.start <= i < m.end), None)
                if mention is not None and mention.start not in seen:
                    seen.add(mention.start)
                    yield entity, mention
