"""The cast of an article: the persons, organisations, states and places it names, each with all its mentions."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.reading.names import Gender, PersonName, fold, gender_of, is_title
from onrecord.records import EntityType

_TYPES: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "state",
    "NORP": "group",
    "LOC": "place",
    "FAC": "place",
}
# Labels that the tagger confuses with persons when a surname stands alone.
_MISTAKEN_FOR_PERSONS = {"PERSON", "ORG", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", ""}
_ACRONYM_LENGTHS = range(2, 7)


@dataclass(slots=True)
class Member:
    """One member of the cast, growing while the article is read."""

    type: EntityType
    name: str
    mentions: list[DocSpan] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    gender: Gender | None = None
    # False for a source that is described and not named ("an official").
    named: bool = True


@dataclass(slots=True)
class Cast:
    """The members in order of first mention, and which of them each token of the document belongs to."""

    members: list[Member]
    by_token: dict[int, Member]

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

    def person_before(self, token: int, reach: int) -> Iterator[tuple[Member, DocSpan]]:
        """Yield the persons mentioned in the `reach` tokens before `token`, nearest first, with the mention."""
        seen: set[int] = set()
        for i in range(token - 1, max(token - reach, -1), -1):
            member = self.by_token.get(i)
            if member is not None and member.type == "person":
                mention = next(m for m in member.mentions if m.start <= i < m.end)
                if mention.start not in seen:
                    seen.add(mention.start)
                    yield member, mention


def assemble(doc: Doc) -> Cast:
    """Return the cast of `doc`: named entities, joined where a short name stands for a fuller one."""
    spans = [_trim(ent) for ent in doc.ents if ent.label_ in _TYPES]
    spans = [span for span in spans if len(span) and any(token.is_alpha for token in span) and not _adjective(span)]
    persons = _persons(doc, spans)
    taken = {i for member in persons for mention in member.mentions for i in range(mention.start, mention.end)}
    others = _others([span for span in spans if not taken.intersection(range(span.start, span.end))])
    members = [member for member in persons + others if member.mentions]
    for member in members:
        member.mentions.sort(key=lambda mention: mention.start)
    members.sort(key=lambda member: member.mentions[0].start)
    by_token = {
        i: member for member in members for mention in member.mentions for i in range(mention.start, mention.end)
    }
    for member in members:
        if member.type == "person":
            _describe(member)
    return Cast(members, by_token)


def _trim(span: DocSpan) -> DocSpan:
    """Return `span` without a leading article or titles, a closing possessive, and quote marks at its edges."""
    start, end = span.start, span.end
    doc, person = span.doc, span.label_ == "PERSON"
    while start < end and (
        doc[start].is_punct or doc[start].lower_ == "the" or (person and end - start > 1 and is_title(doc[start].text))
    ):
        start += 1
    while start < end and (doc[end - 1].is_punct or doc[end - 1].tag_ == "POS" or doc[end - 1].is_space):
        end -= 1
    return DocSpan(doc, start, end, label=span.label_)


def _adjective(span: DocSpan) -> bool:
    """Say whether a nationality or party is only an adjective ("Russian forces"), which names nobody."""
    return span.label_ == "NORP" and (span.root.pos_ == "ADJ" or span.root.dep_ in {"amod", "compound", "nmod"})


def _persons(doc: Doc, spans: list[DocSpan]) -> list[Member]:
    """Return the persons among `spans`, short names joined to the fullest name that extends them."""
    members: list[tuple[PersonName, Member]] = []
    full = [span for span in spans if span.label_ == "PERSON" and len(span) > 1]
    for span in sorted(full, key=lambda span: (-len(span), span.start)):
        name = PersonName.parse(span.text)
        home = next((member for known, member in members if known.extends(name)), None)
        if home is None:
            home = Member("person", span.text)
            members.append((name, home))
        home.mentions.append(span)
    covered = {i for _, member in members for m in member.mentions for i in range(m.start, m.end)}
    surnames: dict[str, list[Member]] = {}
    for name, member in members:
        for word in {name.words[0], name.words[-1]} if name.words else ():
            surnames.setdefault(word, []).append(member)
    for token in doc:
        if token.i in covered or token.pos_ not in {"PROPN", "NOUN", "ADJ", "X"} or not token.text[:1].isupper():
            continue
        homes = surnames.get(fold(token.text).removesuffix("'s"))
        single = token.ent_type_ == "PERSON" and (
            (token.i == 0 or doc[token.i - 1].ent_type_ != "PERSON" or is_title(doc[token.i - 1].text))
            and (token.i + 1 == len(doc) or doc[token.i + 1].ent_type_ != "PERSON" or doc[token.i + 1].tag_ == "POS")
        )
        mention = DocSpan(doc, token.i, token.i + 1, label="PERSON")
        if homes and token.ent_type_ in _MISTAKEN_FOR_PERSONS and _alone(token):
            _nearest(homes, token).mentions.append(mention)
        elif single and not homes and not is_title(token.text):
            member = Member("person", token.text, [mention])
            members.append((PersonName.parse(token.text), member))
            surnames.setdefault(fold(token.text), []).append(member)
    return [member for _, member in members]


def _alone(token: Token) -> bool:
    """Say whether a surname stands by itself, not inside a longer name such as that of a street or a foundation."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following is None or following.pos_ != "PROPN" or following.ent_type_ == "" or following.lower_ == "’s"


def _nearest(homes: list[Member], token: Token) -> Member:
    """Return the member of `homes` last mentioned before `token`, or the first mentioned after it."""
    if len(homes) == 1:
        return homes[0]

    def distance(member: Member) -> tuple[bool, int]:
        before = [token.i - m.end for m in member.mentions if m.end <= token.i]
        return (not before, min(before) if before else min(abs(m.start - token.i) for m in member.mentions))

    return min(homes, key=distance)


def _others(spans: list[DocSpan]) -> list[Member]:
    """Return the members that are no persons: one for each name, an acronym joined to the name it abbreviates."""
    members: dict[tuple[EntityType, str], Member] = {}
    acronyms: dict[str, Member] = {}
    for span in sorted(spans, key=lambda span: (span.label_ == "ORG" and len(span) == 1, span.start)):
        kind = _TYPES[span.label_]
        if kind == "person":
            continue
        text = span.text
        home = members.get((kind, fold(text)))
        if home is None and kind == "organisation" and text.isupper() and len(text) in _ACRONYM_LENGTHS:
            home = acronyms.get(text)
        if home is None:
            home = members[kind, fold(text)] = Member(kind, text)
            if len(span) > 1:
                acronyms.setdefault("".join(t.text[0] for t in span if t.text[:1].isupper()), home)
        home.mentions.append(span)
    return list(members.values())


def _describe(member: Member) -> None:
    """Collect the roles printed around a person's mentions ("Harbour Minister", ", the head of the fund,")."""
    roles: dict[str, None] = {}
    for mention in member.mentions:
        doc, start = mention.doc, mention.start
        while (
            start
            and doc[start - 1].dep_ in {"compound", "amod", "nmod", "poss", "case"}
            and doc[start - 1].head.i < mention.end
        ):
            start -= 1
        if start < mention.start:
            roles[doc[start : mention.start].text] = None
        root = mention.root
        for child in root.children:
            if child.dep_ == "appos" and child.i > mention.end - 1 and child.ent_type_ != "PERSON":
                subtree = list(child.subtree)
                roles[doc[subtree[0].i : subtree[-1].i + 1].text] = None
        if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.i < mention.start:
            left = root.head.left_edge.i
            roles[doc[left : root.head.i + 1].text] = None
        for i in range(max(start - 1, 0), mention.start):
            member.gender = member.gender or gender_of(doc[i].text)
    member.roles = list(roles)
    for role in member.roles:
        for word in role.split():
            member.gender = member.gender or gender_of(word)
