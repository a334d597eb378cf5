"""A member of an article's cast, and the cast as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.reading.names import PersonName
from onrecord.records import EntityType, Gender


@dataclass(slots=True, eq=False)
class Member:
    """One member of the cast, growing while the article is read."""

    type: EntityType
    name: str
    mentions: list[DocSpan] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    gender: Gender | None = None
    # ISO 3166 alpha-3.
    country: str | None = None
    # Whose it is ("his campaign").
    owner: "Member | None" = None
    # False for a source that is described and not named ("an official").
    named: bool = True

    def before(self, token: int) -> DocSpan | None:
        """Return the last mention that ends before or at `token`, None if there is none."""
        return next((mention for mention in reversed(self.mentions) if mention.end <= token), None)


@dataclass(slots=True, eq=False)
class Cast:
    """The members in order of first mention, and which of them each token of the document belongs to."""

    members: list[Member]
    by_token: dict[int, Member]

    def add(self, member: Member) -> None:
        """Add a member who was found later, with its mentions; a token keeps the member it has."""
        self.members.append(member)
        for mention in member.mentions:
            for i in range(mention.start, mention.end):
                self.by_token.setdefault(i, member)

    def mention(self, member: Member, span: DocSpan) -> None:
        """Note `span` as a further mention of `member`."""
        member.mentions.append(span)
        member.mentions.sort(key=lambda mention: mention.start)
        for i in range(span.start, span.end):
            self.by_token[i] = member

    def called(self, token: Token) -> Member | None:
        """Return who bears the name that `token` is all of where it was not taken for one, None if nobody does."""
        if token.pos_ != "PROPN" or token.dep_ == "compound":
            return None
        return next((member for member in self.members if member.named and member.name == token.text), None)

    def person_called(self, token: Token) -> Member | None:
        """Return the person with a fuller name whose surname `token` is, None where there is none or more than one."""
        surname = PersonName.parse(token.text).words[-1:]
        found = [
            member
            for member in self.members
            if member.type == "person"
            and member.named
            and len(words := PersonName.parse(member.name).words) > 1
            and words[-1:] == surname
        ]
        return found[0] if len(found) == 1 else None

    def before(self, token: int, reach: int) -> Iterator[tuple[Member, DocSpan]]:
        """Yield who is mentioned in the `reach` tokens before `token`, nearest first, with the mention."""
        seen: set[int] = set()
        for i in range(token - 1, max(token - reach, -1), -1):
            member = self.by_token.get(i)
            if member is not None:
                mention = next((m for m in member.mentions if m.start <= i < m.end), None)
                if mention is not None and mention.start not in seen:
                    seen.add(mention.start)
                    yield member, mention
