"""The sieves of coreference in the order in which they are asked, by the form of the mention.

The more precise come first: a name before an office, an office before nearness, whoever is known before somebody new.
"""

from spacy.tokens import Token

from onrecord.extraction.coreference.mention import Mention, MentionKind
from onrecord.extraction.coreference.proposal import Sieve
from onrecord.extraction.coreference.sieves import (
    collectives,
    descriptions,
    labels,
    names,
    newcomers,
    possessions,
    pronouns,
    relatives,
    sources,
)
from onrecord.extraction.syntax import COLLECTIVE, GENDERS, OWN, PERSONAL_PRONOUNS, RELATIVE

_FIRST_PERSON: tuple[Sieve, ...] = (pronouns.who_speaks,)
_PERSONAL: tuple[Sieve, ...] = (
    pronouns.topic_of_sentence,
    pronouns.named_in_main_clause,
    pronouns.likeliest_before,
    pronouns.only_one_of_article,
    pronouns.described_in_sentence,
)
_COLLECTIVE: tuple[Sieve, ...] = (collectives.likeliest_body,)
_RELATIVE: tuple[Sieve, ...] = (relatives.antecedent_of_clause,)
_NAMES: tuple[Sieve, ...] = (
    names.surname_alone,
    names.surname_of_several,
    names.named_at_head,
    names.named_behind_another,
    names.named_elsewhere,
    names.in_apposition_to_a_name,
    names.named_in_apposition,
)
_POSSESSIONS: tuple[Sieve, ...] = (
    possessions.organisation_of_a_person,
    possessions.organisation_last_owned,
    possessions.related_person,
)
_SPEAKER: tuple[Sieve, ...] = (
    *_NAMES,
    *_POSSESSIONS,
    descriptions.holder_of_role,
    descriptions.maker_of_words,
    descriptions.subject_of_attribute,
    descriptions.no_noun,
    descriptions.former_or_latter,
    descriptions.listed_before,
    descriptions.several_together,
    descriptions.organisation_called_so,
    descriptions.organisation_of_kind,
    descriptions.described_person,
    descriptions.named_after_lead,
    newcomers.name_passed_over,
    newcomers.newly_described,
)
# Who acts or is acted upon may be anybody: what rests on who speaks, or on speaking at all, tells nothing of them.
_PARTY: tuple[Sieve, ...] = (
    *_NAMES,
    *_POSSESSIONS,
    descriptions.holder_of_role,
    descriptions.former_or_latter,
    descriptions.organisation_called_so,
    descriptions.organisation_of_kind,
    descriptions.described_person,
    newcomers.newly_described,
)
_SUBJECT: tuple[Sieve, ...] = (descriptions.holder_of_role,)
_SOURCE: tuple[Sieve, ...] = (
    sources.cut_off_at_title,
    sources.user_of_handle,
    sources.with_named_examples,
    sources.listed_with_homes,
    sources.name_lost_by_parser,
    sources.speakers_at_heads,
)
_LABEL: tuple[Sieve, ...] = (
    labels.who_asks_or_answers,
    labels.bearer_of_label,
    labels.label_without_name,
    labels.person_in_label,
    labels.person_of_label,
)

_PRONOUNS: dict[str, tuple[Sieve, ...]] = {
    **dict.fromkeys(RELATIVE, _RELATIVE),
    **dict.fromkeys(COLLECTIVE, _COLLECTIVE),
    **dict.fromkeys(GENDERS, _PERSONAL),
    **dict.fromkeys(OWN, _FIRST_PERSON),
}

_BY_KIND: dict[MentionKind, tuple[Sieve, ...]] = {
    "source": _SOURCE,
    "label": _LABEL,
    "speaker": _SPEAKER,
    "party": _PARTY,
    "subject": _SUBJECT,
}

NAMING = frozenset(sieve.__name__ for sieve in _NAMES)
"""The names of the sieves that find who is named by the mention itself."""

NEW = newcomers.newly_described.__name__
"""The name of the sieve that takes a mention for somebody new without a name."""

GOING_ON = frozenset(sieve.__name__ for sieve in (*_PERSONAL, descriptions.holder_of_role))
"""The names of the sieves whose answers for subjects of the narration later pronouns go on from."""


def is_pronoun(head: Token) -> bool:
    """Say whether a head is a pronoun ("he", "they", "who"), and no name that is printed alike ("US", "WHO")."""
    if head.tag_ in {"NNP", "NNPS"}:
        return False
    return head.lower_ in _PRONOUNS or head.tag_ in PERSONAL_PRONOUNS


def sieves_for(mention: Mention) -> tuple[Sieve, ...]:
    """Return the sieves that are asked about a mention, in order."""
    if mention.kind not in {"source", "label"} and is_pronoun(mention.head):
        return _PRONOUNS.get(mention.head.lower_, ())
    return _BY_KIND[mention.kind]
