"""Which repair comes when, and the drivers that apply them in that order."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.extraction.attribution.decoding import DecodedRelation
from onrecord.extraction.attribution.reasons import because
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.attribution.repairs.of_contents import left_to_turn, parted, whole_clause
from onrecord.extraction.attribution.repairs.of_decoded import DECODED_REPAIRS
from onrecord.extraction.attribution.repairs.of_sources import (
    borrowed,
    by_agent,
    in_own_clause,
    nobodys,
    not_the_asked,
    who_is_quoted,
)
from onrecord.extraction.attribution.repairs.openings import with_openings
from onrecord.extraction.attribution.repairs.supplements import with_estimates, with_nested, with_parentheses
from onrecord.extraction.attribution.repairs.surroundings import Surroundings
from onrecord.rules import Rule, active, fired

type Repair = Callable[[Attribution, DecodedRelation, Surroundings], Attribution | None]
"""Gives a relation as it should be, None where it is none; the same object where it has nothing to say.

It is given the relation as it is by now, what the model found, and what stands around.
"""

type DocumentRepair = Callable[[Sequence[Attribution], Surroundings], list[Attribution]]
"""Gives the relations of a document as they should be; those it has nothing to say of are the same objects."""

FIRST_REPAIRS: tuple[Rule[Repair], ...] = (
    Rule("repair/semicolon", in_own_clause),
    Rule("repair/labelled-turn", left_to_turn),
    Rule("repair/cue-of-quotation", borrowed),
    Rule("repair/no-cue", nobodys),
)
"""The repairs before the vetoes are asked, in order."""

LAST_REPAIRS: tuple[Rule[Repair], ...] = (
    Rule("repair/who-is-quoted", who_is_quoted),
    Rule("repair/not-the-asked", not_the_asked),
    Rule("repair/agent", by_agent),
    Rule("repair/whole-clause", whole_clause),
)
"""The repairs of what the vetoes leave, in order."""

DOCUMENT_REPAIRS: tuple[Rule[DocumentRepair], ...] = (
    Rule("repair/free-quotation", parted),
    Rule("repair/estimate", with_estimates),
    Rule("repair/parenthesis", with_parentheses),
    Rule("repair/opening-paragraphs", with_openings),
    Rule("repair/nested", with_nested),
)
"""The repairs of all relations of a document together, in order."""


def repaired_decoded(doc: Doc, found: DecodedRelation) -> DecodedRelation | None:
    """Return what the model found, put right; None where nothing is left of it."""
    for rule in active(DECODED_REPAIRS):
        after = rule.apply(found, doc)
        if after is not found:
            start, end = found.content[0].start, found.content[-1].end
            fired(rule, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
            found = replace(after, repairs=(*found.repairs, rule.id))
        if not found.content:
            return None
    return found


def repaired(
    rules: tuple[Rule[Repair], ...], own: Attribution, found: DecodedRelation, around: Surroundings
) -> Attribution | None:
    """Return a relation after the repairs of `rules`, in order; None where one of them says that it is none."""
    for rule in active(rules):
        after = rule.apply(own, found, around)
        if after is not own:
            fired(rule, own.content[0].start, own.content[-1].end)
        if after is None:
            return None
        own = because(own, after, rule.id) if after is not own else own
    return own


def repaired_document(relations: Sequence[Attribution], around: Surroundings) -> list[Attribution]:
    """Return the relations of a document after the repairs of all of them together."""
    standing = list(relations)
    for rule in active(DOCUMENT_REPAIRS):
        after = rule.apply(standing, around)
        known = {id(one) for one in standing}
        by_cue = {one.cue: one for one in standing}
        for number, one in enumerate(after):
            if id(one) not in known:
                fired(rule, one.content[0].start, one.content[-1].end)
                after[number] = because(by_cue.get(one.cue, _NOTHING), one, rule.id)
        standing = after
    return standing


_NOTHING = Attribution(None, None, (), "speech", "assert", 0.0)
"""What a relation that is new to the document is compared with."""
