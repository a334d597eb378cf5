"""Organisations that are a person's: a campaign, an office, a team."""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.extraction.coreference.descriptions import CANDIDATE_NOUNS, is_definite
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.coreference.referents import SURE
from onrecord.extraction.entities import DASHES, Discourse, DiscourseEntity, role_words
from onrecord.extraction.syntax import ATTRIBUTES, GENDERS, dependents, has_dependent
from onrecord.folding import fold

# What persons have that speaks for them.
_OWNED = {"campaign", "camp", "administration", "office", "team", "government", "foundation", "transition", "lawyers"}


def owned_organisation(discourse: Discourse, head: Token, owner: DiscourseEntity, sureness: float = SURE) -> Proposal:
    """Propose the organisation at `head` that is a person's ("his campaign"), one for each person and noun.

    It has the fullest name that is printed, or, if that is only the noun or a pronoun's, one made of the person's name.
    """
    doc, noun = head.doc, fold(head.text)
    start = max(
        (token.i + 1 for token in doc[head.left_edge.i : head.i] if token.text in DASHES and token.whitespace_),
        default=head.left_edge.i,
    )
    while start < head.i and (doc[start].lower_ == "the" or doc[start].is_punct or doc[start].is_space):
        start += 1
    mention = DocSpan(doc, start, head.i + 1, label="ORG")
    printed = len(mention) > 1 and not any(token.pos_ == "PRON" or token.lower_ in GENDERS for token in mention)
    name = mention.text if printed else f"{owner.name}'s {noun}"
    for entity in discourse.entities:
        if entity.type == "organisation" and entity.owner is owner and fold(entity.name).endswith(noun):
            fuller = name if printed and len(name) > len(entity.name) else None
            return Proposal((entity,), sureness, mention=mention, name=fuller)
    entity = DiscourseEntity("organisation", name, [mention], owner=owner, country=owner.country)
    return Proposal((entity,), sureness)


def can_be_owned(head: Token) -> bool:
    """Say whether `head` names an organisation that may be a person's ("campaign")."""
    return fold(head.text) in _OWNED


def last_owned(discourse: Discourse, head: Token, sureness: float) -> Proposal | None:
    """Propose the campaign that "the campaign" is: of who runs and has just acted, else the one mentioned last.

    "Rivas plans a tour. The campaign says ...": it is hers, whoever's was mentioned before.
    """
    told_apart = has_dependent(head, *ATTRIBUTES)
    if told_apart or not is_definite(head):
        return None
    alike = [entity for entity in discourse.entities if entity.owner and fold(entity.name).endswith(fold(head.text))]
    acting = _acting_before(discourse, head)
    if acting is not None and (role_words(acting) & CANDIDATE_NOUNS or any(entity.owner is acting for entity in alike)):
        return owned_organisation(discourse, head, acting, sureness)
    found = [(before.end, entity) for entity in alike if (before := entity.before(head.i))]
    return Proposal((max(found, key=lambda pair: pair[0])[1],), sureness) if found else None


def _acting_before(discourse: Discourse, head: Token) -> DiscourseEntity | None:
    """Return the person who is the subject of the sentence before that of `head`, None if it is no person."""
    start = head.sent.start
    while start and head.doc[start - 1].is_space:
        start -= 1
    if not start:
        return None
    subjects = [child.i for child in dependents(head.doc[start - 1].sent.root) if child.dep_ == "nsubj"]
    entity = discourse.by_token.get(subjects[0]) if subjects else None
    return entity if entity is not None and entity.type == "person" else None
