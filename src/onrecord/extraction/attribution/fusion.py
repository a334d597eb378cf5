"""One list of relations from what the model found and what the rules know better."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.extraction.attribution.acts import act_of
from onrecord.extraction.attribution.candidates import lexeme_of
from onrecord.extraction.attribution.cue_head import head_of_cue
from onrecord.extraction.attribution.decoding import DecodedRelation
from onrecord.extraction.attribution.medium import medium_of
from onrecord.extraction.attribution.modality import modality_of
from onrecord.extraction.attribution.reasons import reasons_of_scores
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.attribution.repairs import (
    FIRST_REPAIRS,
    LAST_REPAIRS,
    Surroundings,
    repaired,
    repaired_decoded,
    repaired_document,
)
from onrecord.extraction.attribution.vetoes import is_vetoed
from onrecord.extraction.budget import budget_of
from onrecord.extraction.encoder import Calibration
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.ranges import CharRange, Neighbours, TokenRange
from onrecord.extraction.syntax import stretch
from onrecord.records import Reason


def combine(
    doc: Doc,
    found: Sequence[DecodedRelation],
    hints: Sequence[Attribution],
    quotes: Sequence[Quotation],
    calibration: Calibration,
) -> list[Attribution]:
    """Return the relations of a document, in the order of their content.

    The model tells them, and `repairs` and `vetoes` put them right. From the candidates come the turns of transcripts,
    and what the repairs of the document take from them.

    Args:
        doc: the document.
        found: what the model found.
        hints: what the candidate rules found.
        quotes: the quotations of `doc`.
        calibration: how likely a relation of the model is right.
    """
    decoded = [after for one in found if (after := repaired_decoded(doc, one)) is not None]
    turns = [hint for hint in hints if hint.is_labelled(doc) and (hint.source or hint.by_author)]
    told = [hint for hint in hints if hint not in turns]
    around = Surroundings.of(doc, decoded, turns, told, quotes)
    combined = list(turns)
    check = budget_of(doc).check
    for one in decoded:
        check()
        own = _statement(doc, one, around, calibration)
        if own is not None:
            combined.append(own)
    combined = repaired_document(combined, around)
    return sorted(combined, key=lambda one: (one.content[0].start, -one.content[-1].end))


def _statement(doc: Doc, found: DecodedRelation, around: Surroundings, calibration: Calibration) -> Attribution | None:
    """Return what the model found as a relation put right, None where it is no statement."""
    own = repaired(FIRST_REPAIRS, _attribution(doc, found, around.quotes, calibration), found, around)
    if own is None or found.cue is None:
        return own
    head, words = head_of_cue(doc[slice(*found.cue)]), doc[found.content[0].start : found.content[-1].end]
    source = doc[slice(*found.source)] if found.source is not None else None
    whole = CharRange(own.content[0].start, own.content[-1].end)
    if is_vetoed(own, head, words, source, around.quotes.near([whole])):
        return None
    return repaired(LAST_REPAIRS, own, found, around)


def _attribution(
    doc: Doc, found: DecodedRelation, quotes: Neighbours[Quotation], calibration: Calibration
) -> Attribution:
    word = head_of_cue(doc[slice(*found.cue)]) if found.cue else doc[found.content[0].start]
    cue, confidence = lexeme_of(word), calibration.probability(found.evidence)
    words = doc[found.content[0].start : found.content[-1].end]
    act, rule = act_of(word, cue, words) if found.cue else (cue.act, "score/lexicon")
    made = Attribution(
        source=_closed(doc, found.source) if found.source else None,
        cue=_characters(doc, found.cue) if found.cue else None,
        content=tuple(
            _marked(_characters(doc, words), quotes.near([_characters(doc, words)])) for words in found.content
        ),
        medium=medium_of(word, cue, doc[slice(*found.source)] if found.source else None) if found.cue else cue.medium,
        act=act,
        confidence=confidence,
        modality=modality_of(word) if found.cue else "said",
    )
    repairs = (Reason("content", name) for name in found.repairs)
    return replace(made, reasons=(*reasons_of_scores(found, confidence, rule), *repairs))


def _closed(doc: Doc, tokens: TokenRange) -> CharRange:
    """Return the characters of a source, with the bracket that closes it ("the Harbour Office (VHO)")."""
    first, end = tokens
    words = doc[first:end].text
    closes = words.count("(") > words.count(")") and end < len(doc) and doc[end].text == ")"
    return _characters(doc, TokenRange(first, end + closes))


def _characters(doc: Doc, tokens: TokenRange) -> CharRange:
    return stretch(doc[tokens.start], doc[tokens.end - 1])


def _marked(words: CharRange, quotes: Iterable[Quotation]) -> CharRange:
    """Return a range with the quote marks around it, where it begins or ends with a quotation."""
    start, end = words
    for quote in quotes:
        low, high = quote.inner
        if low == start and quote.end <= end + 3:
            start = quote.start
        if high == end and quote.start >= start - 3:
            end = quote.end
    return CharRange(start, end)
