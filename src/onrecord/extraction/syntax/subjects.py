"""Who does what a verb tells: its subject, or what the parse has in its place."""

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax.clauses import is_trailing
from onrecord.extraction.syntax.parse import dependent, dependents
from onrecord.extraction.syntax.phrases import stretch
from onrecord.extraction.syntax.relations import ACTIVE_SUBJECTS, ADNOMINAL_CLAUSES, SUBJECTS
from onrecord.extraction.syntax.verb_groups import is_passive
from onrecord.extraction.syntax.word_classes import NARRATING_VERBS, NOMINALS, NOUN_TAGS

_DOCUMENTS = lexicons.words("statement_contexts.tsv", "issued")
_NO_SUBJECTS = {"there", "it"}
# Verbs without a subject of their own share that of the verb they hang on by these relations.
_SHARING = {"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "aux", "dep", "advmod"}
_DEPTH = 6


def subject(verb: Token) -> Token | None:
    """Return the head of the subject of `verb`: its own, its agent's, or that of the verb or noun it hangs on."""
    if is_trailing(verb):
        trailing = _main_subject(verb)
        if trailing is not None:
            return trailing
    if split_subject(verb) is not None:
        return next(child for child in dependents(verb) if child.dep_ in ACTIVE_SUBJECTS and child.i > verb.i)
    if (behind := _inverted_subject(verb)) is not None:
        return behind
    found = _shared_subject(verb)
    if found is not None or is_passive(verb) or dependent(verb, "agent") is not None:
        return found
    if verb.tag_ in NARRATING_VERBS and verb.dep_ != "ROOT":
        # The parser lost the subject of a coordinated verb: it is that of the sentence.
        return next(
            (child for child in dependents(verb.sent.root) if child.dep_ in ACTIVE_SUBJECTS and child.i < verb.i), None
        )
    return _cut_off_subject(verb)


def subject_phrase(verb: Token) -> CharRange | None:
    """Return the characters of the whole subject of `verb`: titles, appositions and relative clauses included."""
    head = subject(verb)
    if head is None:
        return None
    first, last = head.left_edge, head.right_edge
    if first.i <= verb.i <= last.i:
        # The verb hangs on its own subject ("a statement saying ..."): only what stands before it.
        last = verb.nbor(-1) if verb.i > head.i else head
        first = first if first.i <= last.i else head
    while first.i < last.i and (first.is_punct or first.is_space):
        first = first.nbor()
    while last.i > first.i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    return stretch(first, last)


def split_subject(verb: Token) -> Token | None:
    """Return the subject of the reported clause where `verb` stands inside it: "The glacier, said Marek, is leaving".

    The parser gives the verb two subjects, of which the one before it is that of the clause.
    """
    if not verb.i or verb.nbor(-1).text != ",":
        return None
    before = [child for child in dependents(verb) if child.dep_ in ACTIVE_SUBJECTS and child.i < verb.i]
    after = any(child.dep_ in ACTIVE_SUBJECTS and child.i > verb.i for child in dependents(verb))
    return before[0] if before and after else None


def _shared_subject(verb: Token) -> Token | None:
    """Return the subject or agent of a verb, or the subject that it shares with a verb or noun it hangs on."""
    token = verb
    for _ in range(_DEPTH):
        passive = is_passive(token)
        for child in dependents(token):
            if child.dep_ in ACTIVE_SUBJECTS and not passive and child.lower_ not in _NO_SUBJECTS:
                return child
            if child.dep_ == "agent" and token is verb:
                return dependent(child, "pobj")
        if passive and token is verb:
            return None
        if token.dep_ in ADNOMINAL_CLAUSES and token.head.pos_ in NOMINALS and token.tag_ != "VBN":
            return _author(token.head) or token.head
        if passive and (suffering := dependent(token, "nsubjpass")) is not None:
            return suffering
        if token.dep_ == "pcomp" and token.head.lower_ == "as":
            # "quoted an official as saying"
            quoted = dependent(token.head.head, "dobj")
            if quoted is not None:
                return quoted
        if token.dep_ not in _SHARING:
            break
        token = token.head
    return None


def _inverted_subject(verb: Token) -> Token | None:
    """Return the noun that closes a clause right behind its verb after a comma: "Fire traps 40, says union; ...".

    Headlines leave the article out, and the parser takes the noun for an object.
    """
    if verb.tag_ not in NARRATING_VERBS or not verb.i or verb.nbor(-1).text != "," or dependent(verb, *ACTIVE_SUBJECTS):
        return None
    noun = dependent(verb, "dobj")
    if noun is None or noun.left_edge.i != verb.i + 1 or noun.tag_ not in NOUN_TAGS:
        return None
    last = noun.right_edge.i + 1
    return noun if last == len(verb.doc) or verb.doc[last].is_punct or verb.doc[last].is_space else None


def _cut_off_subject(verb: Token) -> Token | None:
    """Return the noun just before the sentence of `verb` if the parser took it for a sentence without a stop."""
    start = verb.sent.start
    if verb.dep_ != "ROOT" or start == 0:
        return None
    before = verb.doc[start - 1]
    if before.is_punct or before.is_space or before.sent.root.pos_ not in NOMINALS:
        return None
    return before.sent.root


def _main_subject(participle: Token) -> Token | None:
    """Return the subject of the main clause that a participle after a comma goes on from.

    "The palace reacted after the vote was won, saying ...": who reacted says, whatever stands nearest.
    """
    for token in participle.ancestors:
        if token.dep_ in {"ROOT", "conj", "parataxis"} and token.i < participle.i:
            for child in dependents(token):
                if child.dep_ in SUBJECTS and child.i < participle.i:
                    return child
    return None


def _author(noun: Token) -> Token | None:
    """Return who puts out the document `noun` names: "his office issued a statement saying ..."."""
    if noun.lemma_ not in _DOCUMENTS:
        return None
    owner = dependent(noun, "poss")
    if owner is not None:
        return owner
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head if noun.dep_ == "pobj" else None
    if verb is None or verb.pos_ != "VERB" or (noun.dep_ == "pobj" and noun.head.lower_ not in {"in", "with", "on"}):
        return None
    return dependent(verb, *ACTIVE_SUBJECTS)
