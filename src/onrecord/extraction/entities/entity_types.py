"""Whether a name is a person's, an organisation's or a place's, where the tagger is often wrong."""

import re
from collections import Counter

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.extraction.document import words_of
from onrecord.extraction.encoder import is_word
from onrecord.extraction.entities.countries import capital_of, country_of
from onrecord.extraction.entities.non_persons import TYPE_OF_NOUN
from onrecord.extraction.entities.person_names import given_gender, is_person_noun, is_title
from onrecord.extraction.syntax import NOMINAL_SUBJECTS, has_dependent
from onrecord.folding import fold

EPITHETS = {row[0] for row in lexicons.rows("epithets.tsv")}
"""Nouns for somebody who has just been named, without being an office of theirs."""

LONGEST_NAME = 5
"""A person's name has so many words at most."""

# What a person's full name is taken for.
_MISTAKEN = {"ORG", "GPE", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"}
_PARTY = re.compile(r"\((?:D|R|I)\b")
_CALLED = {"named", "called"}
_OF_PERSONS = {"administration", "cabinet", "campaign", "family", "foundation", "government", "ministry", "team"}
_FULL = 2
_OFTEN = 2


def standing_alone(doc: Doc) -> set[str]:
    """Return the words, folded, that close a full name of `doc` and stand without the rest of it again and again.

    So persons are called ("Ivo Marek", "Marek"); of a firm's name it is the first word that does for all.
    """
    names = [ent for ent in doc.ents if ent.label_ in _MISTAKEN and _begins_as_person(ent)]
    lasts = {name[-1].text for name in names if name[-1].pos_ == "PROPN"}
    closing = {name[-1].i for name in names}
    if not lasts:
        return set()
    places = (i for i, word in enumerate(words_of(doc)) if word in lasts and i not in closing)
    alone = Counter(doc[i].text for i in places if _is_alone(doc[i]))
    return {fold(word) for word, often in alone.items() if often >= _OFTEN}


def _begins_as_person(name: DocSpan) -> bool:
    return len(name) > 1 and given_gender(name[0].text) is not None


def _is_alone(token: Token) -> bool:
    """Say whether `token` is no part of a longer name: no other stands right before or behind it."""
    around = [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)]
    return not any(near.pos_ == "PROPN" and not is_title(near.text) for near in around)


def first_words(doc: Doc) -> set[str]:
    """Return the first words, folded, of organisations of two words that are part of no person's full name.

    So firms are called from then on ("Velo Energy", "Velo").
    """
    persons = {fold(token.text) for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 for token in ent}
    firms = [ent[0].text for ent in doc.ents if ent.label_ == "ORG" and len(ent) == _FULL and not _is_of_person(ent)]
    return {fold(word) for word in firms if given_gender(word) is None and not is_title(word)} - persons


def _is_of_person(name: DocSpan) -> bool:
    """Say whether a name of two words is of what somebody leads or has given ("Orlen Administration")."""
    return name[-1].lower_ in _OF_PERSONS


def relabelled(span: DocSpan, surnames: set[str], labels: Counter[tuple[str, str]], firms: set[str]) -> DocSpan:
    """Return `span` with the label that is likelier than the tagger's own.

    Args:
        span: what the tagger found.
        surnames: words, folded, that are surnames in this article.
        labels: how often each word, folded, that is all of a name has each label.
        firms: the first words, folded, of organisations.
    """
    label, word = span.label_, fold(span.text)
    before = span.doc[span.start - 1].lower_ if span.start else ""
    name = span[:-1] if len(span) > 1 and span[-1].tag_ == "POS" else span
    if len(span) == 1 and label in _MISTAKEN and before in _CALLED and given_gender(span.text) is not None:
        label = "PERSON"
    elif len(span) == 1 and label in {"PERSON", "ORG"}:
        if given_gender(span.text) is None and country_of(span.text) is not None:
            label = "GPE"
        elif label == "PERSON" and (
            labels[word, "ORG"] > labels[word, "PERSON"]
            or _is_of_firm(span)
            or (word in firms and not is_title(before))
        ):
            label = "ORG"
    elif label == "PERSON" and capital_of(name.text) is not None:
        label = "GPE"
    elif label == "PERSON" and (_is_which(span) or _is_of_body(name)):
        label = "ORG"
    elif label in _MISTAKEN and len(name) > 1 and _are_names(name) and _is_of_trade(name):
        label = "PERSON"
    elif label in _MISTAKEN and _is_full_name(name, surnames):
        told = fold(name[-1].text) in surnames or _in_party(span) or _is_who(span) or _is_somebody(span)
        label = "PERSON" if told else label
    return DocSpan(span.doc, span.start, span.end, label=label)


def _is_of_body(name: DocSpan) -> bool:
    """Say whether a long name has a noun for a body in it ("King Ivo Memorial Hospital")."""
    return len(name) > _FULL and any(TYPE_OF_NOUN.get(token.lower_) == "organisation" for token in name[1:])


def _is_of_firm(span: DocSpan) -> bool:
    """Say whether a noun for an organisation stands right before a name ("the grid operator Velo")."""
    before, root = span.doc[span.start - 1] if span.start else None, span.root
    if before is None or not before.is_lower or TYPE_OF_NOUN.get(before.lemma_.casefold()) != "organisation":
        return False
    # Not "in court Orlen said": the noun belongs to the name, or the parse has both alike.
    alike = before.head == root.head and before.dep_ == root.dep_ and before.dep_ in NOMINAL_SUBJECTS
    return alike or (before.head == root and before.dep_ in {"compound", "nmod", "appos"})


def _are_names(span: DocSpan) -> bool:
    return all(token.pos_ == "PROPN" and not token.is_punct for token in span) and 1 < len(span) <= LONGEST_NAME


def _is_full_name(span: DocSpan, surnames: set[str]) -> bool:
    """Say whether `span` is made of names alone and begins with a given name, or is somebody with an apposition."""
    names = _are_names(span)
    told = has_dependent(span.root, "appos") and span.root.dep_ == "nsubj"
    return names and (given_gender(span[0].text) is not None or (told and fold(span[-1].text) in surnames))


def _is_of_trade(name: DocSpan) -> bool:
    """Say whether a name begins with what its bearer is by trade, or that is told in front of it."""
    return (len(name) > _FULL and is_occupation(name[0])) or _is_told_of(name)


def _is_told_of(span: DocSpan) -> bool:
    """Say whether a foreign name follows what somebody is by trade ("the campaigner Iskra Mac Tolla")."""
    trade = span.doc[span.start - 1] if span.start else span[0]
    told = trade.dep_ in {"compound", "nmod"} and span.start <= trade.head.i < span.end
    if trade.text == "," and span.root.dep_ == "appos":
        # "Its chief economist, Iskra Mac Tolla".
        trade = span.root.head
        told = has_dependent(trade, "det", "poss")
    told = told and trade.is_lower and trade.tag_ == "NN"
    known = given_gender(span[0].text) is not None or not is_word(span[0].lower_)
    return told and known and is_person_noun(trade.text) and TYPE_OF_NOUN.get(trade.lower_, "person") == "person"


def _in_party(span: DocSpan) -> bool:
    """Say whether a party follows in brackets, as behind the names of American politicians ("(R-Ohio)")."""
    return _PARTY.match(span.doc[span.end : span.end + 2].text) is not None


def _is_who(span: DocSpan) -> bool:
    """Say whether a clause with "who" follows, as behind no name but a person's."""
    return "who" in {token.lower_ for token in span.doc[span.end : span.end + 2]}


def _is_somebody(span: DocSpan) -> bool:
    """Say whether a noun for people is said of a name right behind it ("Ada Radio, a chemist")."""
    behind = (child for child in span.root.children if child.dep_ == "appos" and child.i > span.end)
    return span.doc[span.end : span.end + 1].text == "," and any(
        noun.tag_ == "NN" and is_person_noun(noun.lemma_) and TYPE_OF_NOUN.get(noun.lemma_, "person") == "person"
        for noun in behind
    )


def _is_which(span: DocSpan) -> bool:
    """Say whether a clause with "which" is about a name, as about no person's ("Lanta Lines, which owns the ship")."""
    behind = span.doc[span.end : span.end + 2]
    # What follows an object may be about all that is told ("dismissed Orlen, which angered the union").
    acting = span.root.dep_ in NOMINAL_SUBJECTS and given_gender(span[0].text) is None
    return acting and behind.text == ", which" and behind[-1].head.head == span.root


def is_occupation(token: Token) -> bool:
    """Say whether `token` opens a sentence with what somebody is by trade ("Biologist Ada Mirel Orlen")."""
    trade = is_person_noun(token.text) or token.lower_ in EPITHETS
    known = trade and token.is_sent_start and is_word(token.lower_)
    return bool(known) and given_gender(token.text) is None
