"""Whose words a document is ("the union's report", "data from the port"), as far as the page names its maker."""

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.coreference.antecedents import REACH
from onrecord.extraction.coreference.descriptions import is_definite
from onrecord.extraction.document import tokens_by_lemma
from onrecord.extraction.entities import TYPE_OF_NOUN, Discourse
from onrecord.extraction.syntax import NOMINAL_SUBJECTS, NOUNS, VERBS, dependent, dependents, dependents_behind

# Nouns for words, and for what holds words, by which their maker speaks; not "law", nor "poll".
_SPOKEN = lexicons.words("description_contexts.tsv", "spoken")
_MAKING = {"by", "from"}
_ISSUING = lexicons.words("statement_contexts.tsv", "issuing")
# "Wednesday's report", "data from 2019".
_WHEN = {"CARDINAL", "DATE", "TIME"}
# "In a statement, Ada Orlen said": she makes it.
_HOLDING = lexicons.words("statement_contexts.tsv", "holding")


def maker_of(discourse: Discourse, head: Token) -> Token | None:
    """Return the head of the words for whoever made the document at `head`, None where they are not told beside it.

    "An estimate by the union", "a statement released by Ada Orlen", "Mr. Marek's account", "a Lanta Post report".
    """
    if not {head.lemma_.casefold(), head.lower_} & _SPOKEN:
        return None
    right = dependents_behind(head)
    behind = [*right, *(child for clause in right if clause.dep_ == "acl" for child in dependents_behind(clause))]
    by = next((child for child in behind if child.lower_ in _MAKING), None)
    if by is not None:
        maker = dependent(by, "pobj")
        return maker if maker is not None and maker.ent_type_ not in _WHEN else None
    owner = dependent(head, "poss")
    if owner is not None:
        return owner if owner.pos_ in NOUNS and owner.ent_type_ not in _WHEN else None
    before = head.i - 1
    named = discourse.by_token.get(before)
    speaks = named is not None and named.named and named.type in {"organisation", "person"}
    return head.nbor(-1) if speaks and head.nbor(-1).head.i == head.i else None


def maker_before(discourse: Discourse, head: Token) -> Token | None:
    """Return the head of the words for whoever made the document that is spoken of again ("The statement added").

    The nearest document of the same noun tells: one with a maker beside it, or one that somebody issued or spoke in.
    """
    if not {head.lemma_.casefold(), head.lower_} & _SPOKEN or not is_definite(head):
        return None
    places = tokens_by_lemma(head.doc).get(head.lemma_, ())
    for i in reversed([i for i in places if head.i - REACH <= i < head.i]):
        before = head.doc[i]
        maker = maker_of(discourse, before) or _who_issued(before)
        if maker is not None:
            return maker
    return None


def _who_issued(document: Token) -> Token | None:
    """Return who issues a document, or says something in it, None where nobody does."""
    verb = document.head
    if document.dep_ == "pobj" and verb.lower_ in _HOLDING:
        # The parser hangs "in a statement" from what is denied in it.
        verb = next((word for word in verb.ancestors if word.pos_ in VERBS), verb)
    elif document.dep_ != "dobj" or verb.lemma_ not in _ISSUING:
        return None
    found = (child for child in dependents(verb) if child.dep_ in NOMINAL_SUBJECTS)
    subject = next(found, None)
    return subject if subject is not None and _may_write(subject) else None


def _may_write(subject: Token) -> bool:
    return subject.pos_ in NOUNS and TYPE_OF_NOUN.get(subject.lemma_.casefold()) != "document"
