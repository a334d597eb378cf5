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
from onrecord.rules import Rule

type _Sieves = tuple[Rule[Sieve], ...]

_FIRST_PERSON: _Sieves = (Rule("sieve/who-speaks", pronouns.who_speaks),)
_PERSONAL: _Sieves = (
    Rule("sieve/topic-of-sentence", pronouns.topic_of_sentence),
    Rule("sieve/named-in-main-clause", pronouns.named_in_main_clause),
    Rule("sieve/likeliest-before", pronouns.likeliest_before),
    Rule("sieve/only-one-of-article", pronouns.only_one_of_article),
    Rule("sieve/described-in-sentence", pronouns.described_in_sentence),
)
_COLLECTIVE: _Sieves = (Rule("sieve/likeliest-body", collectives.likeliest_body),)
_RELATIVE: _Sieves = (Rule("sieve/antecedent-of-clause", relatives.antecedent_of_clause),)
_NAMES: _Sieves = (
    Rule("sieve/surname-alone", names.surname_alone),
    Rule("sieve/surname-of-several", names.surname_of_several),
    Rule("sieve/named-at-head", names.named_at_head),
    Rule("sieve/named-behind-another", names.named_behind_another),
    Rule("sieve/named-elsewhere", names.named_elsewhere),
    Rule("sieve/in-apposition-to-a-name", names.in_apposition_to_a_name),
    Rule("sieve/named-in-apposition", names.named_in_apposition),
)
_POSSESSIONS: _Sieves = (
    Rule("sieve/organisation-of-a-person", possessions.organisation_of_a_person),
    Rule("sieve/organisation-last-owned", possessions.organisation_last_owned),
    Rule("sieve/related-person", possessions.related_person),
)
_HOLDER = Rule("sieve/holder-of-role", descriptions.holder_of_role)
_FORMER = Rule("sieve/former-or-latter", descriptions.former_or_latter)
_CALLED = Rule("sieve/organisation-called-so", descriptions.organisation_called_so)
_KIND = Rule("sieve/organisation-of-kind", descriptions.organisation_of_kind)
_DESCRIBED = Rule("sieve/described-person", descriptions.described_person)
_NEW = Rule("sieve/newly-described", newcomers.newly_described)
_SPEAKER: _Sieves = (
    *_NAMES,
    *_POSSESSIONS,
    _HOLDER,
    Rule("sieve/maker-of-words", descriptions.maker_of_words),
    Rule("sieve/maker-of-words-before", descriptions.maker_of_words_before),
    _FORMER,
    Rule("sieve/several-together", descriptions.several_together),
    _CALLED,
    _KIND,
    _DESCRIBED,
    Rule("sieve/named-after-lead", descriptions.named_after_lead),
    Rule("sieve/name-passed-over", newcomers.name_passed_over),
    _NEW,
)
# Who acts or is acted upon may be anybody: what rests on who speaks, or on speaking at all, tells nothing of them.
_PARTY: _Sieves = (*_NAMES, *_POSSESSIONS, _HOLDER, _FORMER, _CALLED, _KIND, _DESCRIBED, _NEW)
_SUBJECT: _Sieves = (_HOLDER,)
_HEADS = Rule("sieve/speakers-at-heads", sources.speakers_at_heads)
_SOURCE: _Sieves = (
    Rule("sieve/user-of-handle", sources.user_of_handle),
    Rule("sieve/with-named-examples", sources.with_named_examples),
    Rule("sieve/listed-with-homes", sources.listed_with_homes),
    Rule("sieve/name-lost-by-parser", sources.name_lost_by_parser),
    _HEADS,
)
_LABEL: _Sieves = (
    Rule("sieve/who-asks-or-answers", labels.who_asks_or_answers),
    Rule("sieve/initials-of-label", labels.person_with_initials),
    Rule("sieve/bearer-of-label", labels.bearer_of_label),
    Rule("sieve/label-without-name", labels.label_without_name),
    Rule("sieve/person-in-label", labels.person_in_label),
    Rule("sieve/person-of-label", labels.person_of_label),
)

_PRONOUNS: dict[str, _Sieves] = {
    **dict.fromkeys(RELATIVE, _RELATIVE),
    **dict.fromkeys(COLLECTIVE, _COLLECTIVE),
    **dict.fromkeys(GENDERS, _PERSONAL),
    **dict.fromkeys(OWN, _FIRST_PERSON),
}

_BY_KIND: dict[MentionKind, _Sieves] = {
    "source": _SOURCE,
    "label": _LABEL,
    "speaker": _SPEAKER,
    "party": _PARTY,
    "subject": _SUBJECT,
}

NAMING = frozenset(sieve.id for sieve in _NAMES)
"""The identifiers of the sieves that find who is named by the mention itself."""

NEW = _NEW.id
"""The identifier of the sieve that takes a mention for somebody new without a name."""

HEADS = _HEADS.id
"""The identifier of the sieve that asks for each noun at the head of a source by itself."""

SPEAKING = _FIRST_PERSON[0].id
"""The identifier of the sieve that knows who speaks or writes as "I"."""

GOING_ON = frozenset(sieve.id for sieve in (*_PERSONAL, _HOLDER))
"""The identifiers of the sieves whose answers for subjects of the narration later pronouns go on from."""


def is_pronoun(head: Token) -> bool:
    """Say whether a head is a pronoun ("he", "they", "who"), and no name that is printed alike ("US", "WHO")."""
    if head.tag_ in {"NNP", "NNPS"}:
        return False
    return head.lower_ in _PRONOUNS or head.tag_ in PERSONAL_PRONOUNS


def sieves_for(mention: Mention) -> _Sieves:
    """Return the sieves that are asked about a mention, in order."""
    if mention.kind not in {"source", "label"} and is_pronoun(mention.head):
        return _PRONOUNS.get(mention.head.lower_, ())
    return _BY_KIND[mention.kind]


SIEVES: _Sieves = tuple(
    dict.fromkeys(
        (*_FIRST_PERSON, *_PERSONAL, *_COLLECTIVE, *_RELATIVE, *_SOURCE, *_LABEL, *_SPEAKER, *_PARTY, *_SUBJECT)
    )
)
"""All sieves, each once: those of pronouns, of sources, of labels, of nouns, in the order in which they are asked."""
