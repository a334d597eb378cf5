"""Repairs of who speaks: where the parse or the candidates know better than the model whose a cue is."""

from dataclasses import replace

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.attribution.candidates import is_listed
from onrecord.extraction.attribution.cue_head import head_of_cue
from onrecord.extraction.attribution.decoding import DecodedRelation
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.attribution.repairs.surroundings import Surroundings
from onrecord.extraction.document import PARTS
from onrecord.extraction.ranges import CharRange, share
from onrecord.extraction.syntax import (
    dependent,
    dependents,
    dependents_behind,
    is_passive,
    phrase,
    subject_phrase,
)

_QUOTING = {"quote", "cite"}
# What is told, or asked of, somebody.
_TOLD = lexicons.words("statement_contexts.tsv", "told")
# In a headline these are done to whom they stand behind; "asked to see the log" may be either.
_URGED = lexicons.words("statement_contexts.tsv", "urged")
# So much of the words of one content lies in another that is taken for the same.
_SAME = 0.5


def in_own_clause(own: Attribution, found: DecodedRelation, around: Surroundings) -> Attribution | None:
    """Give the subject of the cue for a source that a semicolon parts from it."""
    if found.cue is None or own.cue is None or own.source is None:
        return own
    between = min(own.cue.end, own.source.end), max(own.cue.start, own.source.start)
    parted = [i for i in range(*between) if around.text[i] == ";"]
    if all(any(start <= i < end for start, end in own.content) for i in parted):
        return own
    return replace(own, source=subject_phrase(head_of_cue(around.doc[slice(*found.cue)])))


def borrowed(own: Attribution, found: DecodedRelation, around: Surroundings) -> Attribution | None:
    """Give a quotation without a cue that of the candidate with its words."""
    if found.cue is not None:
        return own
    hints = (
        hint
        for hint in around.hints_by_content.near(own.content)
        if hint.cue and share(own.content, hint.content) > _SAME
    )
    best = max(hints, key=lambda hint: hint.confidence, default=None)
    if best is None:
        return own
    told = (reason for reason in own.reasons if reason.field == "content")
    others = (reason for reason in best.reasons if reason.field != "content")
    return replace(best, content=own.content, reasons=(*told, *others))


def nobodys(own: Attribution, found: DecodedRelation, around: Surroundings) -> Attribution | None:
    """Give nothing for words without a cue."""
    return own if own.cue is not None else None


def who_is_quoted(own: Attribution, found: DecodedRelation, around: Surroundings) -> Attribution | None:
    """Give who is quoted, where the model took who quotes ("a clerk was quoted by the paper as saying")."""
    cue = own.cue_in(around.doc) if found.cue is not None else None
    verb = cue.root if cue is not None and cue.root.lemma_ in _QUOTING else None
    if verb is None:
        return own
    quoted = dependent(verb, "nsubjpass")
    said = next((child for child in dependents_behind(verb) if child.lower_ == "as"), None)
    if quoted is None or said is None:
        return own
    source = phrase(quoted)
    content = tuple(words for words in own.content if not share([words], [source, phrase(said)]))
    return replace(own, source=source, content=content) if content else own


def not_the_asked(own: Attribution, found: DecodedRelation, around: Surroundings) -> Attribution | None:
    """Take the source from a cue that is done to it: "Residents urged to leave", "Asked to comment, Orlen said ..."."""
    cue = own.cue_in(around.doc) if found.cue is not None else None
    verb = cue.root if cue is not None and cue.root.lemma_ in _TOLD else None
    if verb is None or own.source is None or verb.tag_ not in {"VBN", "VBD"} or is_passive(verb):
        return own
    opens = verb.i == verb.sent.start or verb.nbor(-1).is_punct
    heard = any(child.dep_ in {"dobj", "dative"} for child in dependents(verb))
    to_do = verb.lemma_ in _URGED and verb.i + 1 < len(around.doc) and verb.nbor().tag_ == "TO"
    in_title = any(part.label_ != "paragraph" and part.start <= verb.i < part.end for part in around.doc.spans[PARTS])
    done_to = (in_title and to_do and not heard) or (opens and verb.tag_ == "VBN" and dependent(verb, "nsubj") is None)
    return replace(own, source=None) if done_to and dependent(verb, "agent") is None else own


def by_agent(own: Attribution, found: DecodedRelation, around: Surroundings) -> Attribution | None:
    """Give the agent of a passive cue ("Lanta was accused by Sarn of spying")."""
    cue = own.cue_in(around.doc) if found.cue is not None else None
    verb = cue.root if cue is not None and is_listed(cue.root) and is_passive(cue.root) else None
    by = dependent(verb, "agent") if verb is not None and verb.lemma_ not in _QUOTING else None
    agent = dependent(by, "pobj") if by is not None else None
    if by is None or agent is None:
        return own
    source = CharRange(around.doc[agent.left_edge.i].idx, _end_of_agent(agent))
    parts = [
        part
        for start, end in own.content
        for part in (CharRange(start, min(end, by.idx)), CharRange(max(start, source.end), end))
        if around.text[slice(*part)].strip()
    ]
    content = tuple(dict.fromkeys(_stripped(around.text, part) for part in parts))
    # "The ambassador to Lanta" is not cut to "the ambassador".
    cut = own.source is not None and source.start == own.source.start and source.end < own.source.end
    if not content or cut or (source == own.source and content == own.content):
        return own
    return replace(own, source=source, content=content)


def _end_of_agent(agent: Token) -> int:
    """Return where the words for an agent end: with others joined to it, and whose it is ("the head of the navy")."""
    last = max((agent, *agent.conjuncts), key=lambda token: token.i)
    of = next((child for child in dependents_behind(last) if child.i == last.i + 1 and child.lower_ == "of"), None)
    whose = dependent(of, "pobj") if of is not None else None
    last = whose if whose is not None else last
    return last.idx + len(last)


def _stripped(text: str, part: CharRange) -> CharRange:
    """Return a stretch of text without the space at its edges."""
    words = text[slice(*part)]
    return CharRange(part.end - len(words.lstrip()), part.start + len(words.rstrip()))
