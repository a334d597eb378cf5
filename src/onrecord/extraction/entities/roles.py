"""What an article says of its persons: their roles as printed, their country and gender."""

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.extraction.entities.countries import country_of, described_country
from onrecord.extraction.entities.discourse import DiscourseEntity
from onrecord.extraction.entities.person_names import PersonName, gender_of, given_gender, is_person_noun, is_title
from onrecord.extraction.syntax import ATTRIBUTES, dependents, has_dependent
from onrecord.folding import fold

_TITLE_NOUNS = lexicons.mapping("title_nouns.tsv")
_BEFORE = ATTRIBUTES | {"case"}
# "Sen. Ada Orlen (R-Lanta)", "Ada Orlen of Lanta": words so near behind a name tell where its bearer is from.
_BEHIND = 7
_LONGEST_OFFICE = 12
# Behind these a role tells of somebody else.
_OF_OTHERS = {"who", "whose", "that", "of", "for", "to", "with", "by", "from", "at", "in"}


def describe(entity: DiscourseEntity) -> None:
    """Collect the roles printed around a person's mentions, and from them and the name country and gender."""
    roles = dict.fromkeys(role for mention in entity.mentions for role in roles_at(mention))
    entity.roles = list(roles)
    for mention in entity.mentions:
        for word in _titles(mention):
            entity.gender = entity.gender or gender_of(word)
    words = PersonName.parse(entity.name).words
    if len(words) > 1:
        entity.gender = entity.gender or given_gender(words[0])
    for role in entity.roles:
        for word in _own_words(role):
            entity.gender = entity.gender or gender_of(word.strip(",."))
        entity.country = entity.country or described_country(role)


def _titles(mention: DocSpan) -> Iterator[str]:
    """Yield the first word of a mention and the two in front of it, as far as they belong to it ("spokesman Marek").

    Of "a spokeswoman for Marek" none does.
    """
    yield mention[0].text
    for i in range(mention.start - 1, max(mention.start - 3, -1), -1):
        if mention.doc[i].dep_ not in _BEFORE:
            break
        yield mention.doc[i].text


def _own_words(role: str) -> Iterator[str]:
    """Yield the words of a role that are said of its bearer: of "Mrs. Rivas's lawyer leading her search" the lawyer."""
    words = fold(role).split()
    start = max((i + 1 for i, word in enumerate(words) if word.endswith("'s")), default=0)
    yield from takewhile(lambda word: word not in _OF_OTHERS and not word.endswith("ing"), words[start:])


def role_words(entity: DiscourseEntity) -> frozenset[str]:
    """Return the words, folded, by which a person may be spoken of: of the roles, of titles before the name.

    They are looked for once, until a role or a mention is added.
    """
    roles, mentions = len(entity.roles), len(entity.mentions)
    if entity.known_role_words is None or entity.known_role_words[:2] != (roles, mentions):
        entity.known_role_words = (roles, mentions, frozenset(_role_words(entity)))
    return entity.known_role_words[2]


def _role_words(entity: DiscourseEntity) -> set[str]:
    words = {word.strip(",.()") for role in entity.roles for word in fold(role).replace("-", " ").split()}
    for mention in entity.mentions:
        doc = mention.doc
        words |= {fold(doc[i].text).strip(".") for i in range(max(mention.start - 1, 0), mention.start)}
        words |= {fold(token.text).strip(".") for token in mention}
    # "Hosts Ada Orlen and Ivo Marek": each is a host.
    words |= {word.removesuffix("s") for word in words}
    spelt = words | {_TITLE_NOUNS[word] for word in words if word in _TITLE_NOUNS}
    return spelt | {_TITLE_NOUNS[word] for word in spelt if word in _TITLE_NOUNS}


def own_role_words(entity: DiscourseEntity) -> set[str]:
    """Return the words, folded, that a person's roles say of the bearer, titles before the name among them."""
    words = {word.strip(",.()") for role in entity.roles for word in _own_words(role)}
    for mention in entity.mentions:
        words |= {fold(token.text).strip(".") for token in mention.doc[max(mention.start - 1, 0) : mention.start]}
    return words | {_TITLE_NOUNS[word] for word in words if word in _TITLE_NOUNS}


def role_heads(entity: DiscourseEntity) -> set[str]:
    """Return the words, folded, that tell what a person is: the last own one of each role.

    "Founder" of "Quayleaks founder" and of "the founder of Quayleaks"; not "match" of "the match referee".
    """
    owned = ([word.strip(",.()") for word in _own_words(role)] for role in entity.roles)
    return {words[-1] for words in owned if words}


def origins(entity: DiscourseEntity) -> set[str]:
    """Return the names of places and countries printed with a person, folded, countries as ISO codes too."""
    found: set[str] = set()
    for mention in entity.mentions:
        doc: Doc = mention.doc
        sentence = mention.sent
        for i in range(max(mention.start - 4, sentence.start), min(mention.end + _BEHIND, sentence.end)):
            if doc[i].ent_type_ in {"GPE", "NORP", "ORG"} or "-" in doc[i].text:
                found |= set(fold(doc[i].text).replace("-", " ").split())
                if doc[i].ent_type_ in {"GPE", "NORP"} and (country := country_of(doc[i].text)):
                    found.add(country)
    if entity.country:
        found.add(entity.country)
    return found


def roles_at(mention: DocSpan) -> Iterator[str]:
    """Yield what stands around a mention: "Harbour Minister", ", the head of the fund,", "who is the head"."""
    doc, start = mention.doc, mention.start
    while start and doc[start - 1].dep_ in _BEFORE and doc[start - 1].head.i < mention.end:
        start -= 1
    if start < mention.start:
        yield doc[start : mention.start].text
    root = mention.root
    for child in dependents(root):
        if child.dep_ == "appos" and child.i > mention.end - 1 and child.ent_type_ != "PERSON":
            subtree = list(child.subtree)
            if not any(token.is_space or token.is_quote for token in subtree):
                yield doc[subtree[0].i : subtree[-1].i + 1].text
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.i < mention.start and not _opens_clause(mention):
        yield doc[root.head.left_edge.i : root.head.i + 1].text
    elif (office := _office_before(mention)) is not None:
        yield office.text
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        for child in dependents(root.head):
            if child.dep_ == "attr" and child.pos_ == "NOUN" and not has_dependent(root.head, "neg"):
                counted = doc[child.i + 1 : child.i + 3]
                end = (
                    counted.end
                    if [token.lower_ for token in counted[:1]] == ["of"] and counted[-1].like_num
                    else child.i + 1
                )
                yield doc[child.left_edge.i : end].text


def _opens_clause(mention: DocSpan) -> bool:
    """Say whether a name opens a clause behind a phrase ("According to the mayor, Ada Orlen stole the boat")."""
    doc, end = mention.doc, mention.end
    goes_on = end < len(doc) and doc[end].pos_ in {"VERB", "AUX"}
    return goes_on and mention.root.head.head.pos_ == "ADP"


def _office_before(mention: DocSpan) -> DocSpan | None:
    """Return the office that closes in front of a name ("the Minister of Dues, Ada Orlen"), None if none does.

    The parser hangs such a name from the last word of it, or from the verb.
    """
    doc, end = mention.doc, mention.start - 1
    if end < 1 or doc[end].text != ",":
        return None
    for i in range(end - 1, max(end - _LONGEST_OFFICE, -1), -1):
        if doc[i].is_punct or doc[i].is_space or doc[i].pos_ in {"VERB", "AUX"}:
            return None
        if doc[i].lower_ == "the":
            if i and (doc[i - 1].pos_ == "ADP" or doc[i - 1].tag_ in {"IN", "TO"}):
                # "According to the mayor, Ada Orlen stole the boat."
                return None
            first = next((token for token in doc[i + 1 : end] if token.pos_ != "ADJ"), None)
            if first is not None and (is_title(first.text) or is_person_noun(first.lemma_)):
                return doc[i:end]
    return None
