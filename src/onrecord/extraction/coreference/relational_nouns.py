"""Who is meant by what they are to somebody, by what kind of thing they are, or before they are named."""

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.extraction.document import PARTS, tokens_by_lemma
from onrecord.extraction.entities import TYPE_OF_NOUN, Discourse, DiscourseEntity, gender_of, role_words
from onrecord.extraction.syntax import (
    ADNOMINAL_CLAUSES,
    ATTRIBUTES,
    PLURAL_NOUNS,
    SINGULAR_NOUNS,
    dependents,
)
from onrecord.folding import fold

_ALIKE = ({"lawyer", "attorney", "counsel"}, {"spokesman", "spokeswoman", "spokesperson"})
# So far into an article its lead goes, and so far behind that who was described in it is named; in tokens.
_LEAD, _SOON = 80, 120
# Sources that news leaves unnamed on purpose.
_NAMELESS = {"official", "source", "aide", "adviser", "advisor", "person", "witness", "diplomat", "insider", "report"}
_SAID_OF = ATTRIBUTES | ADNOMINAL_CLAUSES | {"appos", "prep"}
# So near a name stand the words for its bearer.
_NEAR = 12


def related(discourse: Discourse, head: Token, owner: DiscourseEntity) -> DiscourseEntity | None:
    """Return the person who is named somewhere as what `head` says of `owner` ("his lawyer"), None if nobody is."""
    noun, doc = head.lemma_.casefold(), head.doc
    nouns = next((alike for alike in _ALIKE if noun in alike), {noun})
    lemmas = tokens_by_lemma(doc)
    elsewhere = [doc[i] for alike in nouns for i in lemmas.get(alike, ()) if i != head.i]
    told = [token for token in elsewhere if _of(discourse, token, owner)]
    for entity in discourse.entities:
        if entity.type != "person" or not entity.named or entity is owner:
            continue
        if any(_hangs_together(token, mention) for token in told for mention in entity.mentions):
            return entity
    return None


def _hangs_together(noun: Token, mention: DocSpan) -> bool:
    """Say whether `noun` is what the one at `mention` is said to be: near it, in apposition or as a title."""
    if not mention.start - _NEAR <= noun.i < mention.end + _NEAR or noun.sent != mention.sent:
        return False
    root = mention.root
    return root.i in {noun.head.i, _behind(noun)} or root.head.i == noun.i


def named_behind(discourse: Discourse, noun: Token, span: DocSpan) -> DiscourseEntity | None:
    """Return the person named behind somebody else in `span` ("A lawyer for Rivas, Mara Voss"), None if nobody is."""
    behind = _behind(noun)
    entity = discourse.by_token.get(behind) if behind is not None and behind < span.end else None
    one = noun.tag_ not in PLURAL_NOUNS and noun.lemma_ not in TYPE_OF_NOUN
    return entity if entity is not None and entity.type == "person" and one else None


def _behind(noun: Token) -> int | None:
    """Return the apposition to what hangs from `noun`: the parser hangs her from him, not from "lawyer"."""
    hanging = (pobj for child in dependents(noun) if child.dep_ == "prep" for pobj in dependents(child))
    return next((token.i for pobj in hanging for token in dependents(pobj) if token.dep_ == "appos"), None)


def _of(discourse: Discourse, noun: Token, owner: DiscourseEntity) -> bool:
    """Say whether `noun` belongs to `owner` ("a lawyer for Rivas", "Rivas's lawyer")."""
    return any(discourse.by_token.get(token.i) is owner for token in noun.subtree if token.dep_ in {"poss", "pobj"})


def named_later(discourse: Discourse, head: Token, span: DocSpan) -> DiscourseEntity | None:
    """Return who is described in the lead at `head` ("A former harbour minister") and named soon after, else None.

    The name must come with words of the description: a name in it, in full or by its initials, or its noun, which of
    an organisation is part of the name ("a federal court", "the Court of Appeals").
    """
    noun = head.lemma_.casefold()
    if head.tag_ not in SINGULAR_NOUNS or noun in _NAMELESS:
        return None
    if (opening := _opens_next(discourse, head)) is not None and noun not in TYPE_OF_NOUN:
        return opening
    if head.i > _LEAD and all(head.left_edge.i != part.start for part in head.doc.spans[PARTS]):
        return None
    kind = TYPE_OF_NOUN.get(noun, "person")
    names = {fold(token.text) for token in span if token.pos_ == "PROPN" and token.i != head.i}
    related = {id(entity) for token in span if (entity := discourse.by_token.get(token.i)) is not None}
    gender = gender_of(head.text)
    for entity in sorted(discourse.entities, key=lambda entity: entity.mentions[0].start):
        first = entity.mentions[0]
        if entity.type != kind or not entity.named or entity.gender not in (None, gender or entity.gender):
            continue
        if len(first) == 1 or not span.end <= first.start <= head.i + _SOON:
            continue
        near = list(_told_of(first))
        words = {fold(token.text) for token in near} | (role_words(entity) if kind == "person" else set())
        told = any(id(discourse.by_token.get(token.i)) in related for token in near)
        called = noun in (words if kind == "person" else fold(entity.name).split())
        # "Lanta's army" is not the union of which it is said that it needs money for Lanta.
        if called or (kind == "person" and (told or names & words)):
            return entity
    return None


def _opens_next(discourse: Discourse, head: Token) -> DiscourseEntity | None:
    """Return the person who opens the next paragraph as if known, though named there first, else None.

    "The town's harbour master says the quay is closed. / Ivo Marek says he told ...": the wire names him so.
    """
    parts = head.doc.spans[PARTS]
    number = next((n for n, part in enumerate(parts) if part.start <= head.i < part.end), len(parts))
    if number + 1 >= len(parts) or head.left_edge.i != parts[number].start or head.dep_ != "nsubj":
        return None
    entity = discourse.by_token.get(parts[number + 1].start)
    if entity is None or entity.type != "person" or entity.gender not in (None, gender_of(head.text) or entity.gender):
        return None
    first = entity.mentions[0]
    untold = len(first) > 1 and all(child.dep_ not in _SAID_OF - {"compound"} for child in dependents(first.root))
    return entity if first.start == parts[number + 1].start and first.root.dep_ == "nsubj" and untold else None


def _told_of(mention: DocSpan) -> Iterator[Token]:
    """Yield the words of a mention and what is said of it right there, before and behind."""
    yield from mention
    for child in dependents(mention.root):
        if child.dep_ in _SAID_OF:
            yield from child.subtree
