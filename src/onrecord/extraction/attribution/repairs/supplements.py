"""What candidates give beside the model: whose a number is, statements between commas, statements within statements."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.extraction.attribution.candidates import claimed_number, estimate, estimate_owner, number_of
from onrecord.extraction.attribution.modality import modality_of
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.attribution.repairs.surroundings import Surroundings
from onrecord.extraction.ranges import CharRange, Neighbours, share, size

# What the rules find inside a statement of the model is believed from this confidence on, and if it stands in quote
# marks itself.
_NESTED = 0.7
_NESTED_QUOTED = 0.5
# A claim that is said to be somebody's ("repeated the union's claim that ...") is theirs.
_NESTED_CLAIM = 0.3
_CLAIMS = lexicons.words("statement_contexts.tsv", "claim")


def with_estimates(relations: Sequence[Attribution], around: Surroundings) -> list[Attribution]:
    """Add the candidates that are estimates ("put ... at 40", "by the count of the volunteers")."""
    return _with(relations, around, _is_reckoned)


def with_parentheses(relations: Sequence[Attribution], around: Surroundings) -> list[Attribution]:
    """Add the candidates between commas amid what they tell ("The sheds, she went on, were full")."""
    return _with(relations, around, _is_parenthesis)


def _with(
    relations: Sequence[Attribution], around: Surroundings, believed: Callable[[Attribution, Surroundings], bool]
) -> list[Attribution]:
    """Return the relations with the hints that are believed; those that the model has cut short are made whole."""
    whole = list(relations)
    standing = Neighbours((i, _words(one)) for i, one in enumerate(whole))
    for hint in around.hints:
        if hint.cue is None or hint.source is None or not believed(hint, around):
            continue
        near = [
            i
            for i in sorted(set(standing.near([hint.cue, *hint.content])))
            if share([hint.cue, *hint.content], _words(whole[i]))
        ]
        # "Dismissed the union's count of 900": the number within another's words is still the union's.
        if all(share([hint.cue, *hint.content], whole[i].content) == 1 for i in near):
            standing.add(len(whole), _words(hint))
            whole.append(hint)
            continue
        own = whole[near[0]]
        same = len(near) == 1 and own.cue is not None and share([hint.cue], [own.cue]) > 0
        if same and share(own.content, hint.content) == 1 and own.content != hint.content:
            whole[near[0]] = replace(own, content=hint.content)
            standing.add(near[0], hint.content)
    return whole


def _words(one: Attribution) -> list[CharRange]:
    """Return what a relation has for content and cue."""
    return [*one.content, *([one.cue] if one.cue else ())]


def _is_parenthesis(hint: Attribution, around: Surroundings) -> bool:
    if hint.source is None or hint.cue is None:
        return False
    text = around.text
    start, end = min(hint.source.start, hint.cue.start), max(hint.source.end, hint.cue.end)
    return text.endswith(", ", 0, start) and text.startswith((",", " on,"), end)


def _is_reckoned(hint: Attribution, around: Surroundings) -> bool:
    """Say whether a cue gives a number or brings in whose it is."""
    cue = hint.cue_in(around.doc)
    if cue is None:
        return False
    by_word = any(number(cue.root) is not None for number in (estimate, number_of, claimed_number))
    return by_word or estimate_owner(cue[0]) is not None


def with_nested(relations: Sequence[Attribution], around: Surroundings) -> list[Attribution]:
    """Add the candidates that are statements within statements: their cue stands in a wider content, and is no other's.

    The model has never been shown any.
    """
    return [*relations, *_nested(relations, around)]


def _nested(relations: Sequence[Attribution], around: Surroundings) -> Iterator[Attribution]:
    cues = Neighbours((one.cue, [one.cue]) for one in relations if one.cue)
    contents = Neighbours((one, one.content) for one in relations)
    marks = {quote.where for quote in around.quotations}
    for hint in around.hints:
        if hint.inherited or hint.cue is None or hint.source is None or hint.medium == "thought":
            continue
        cue = hint.cue_in(around.doc)
        if cue is None or hint.confidence < _least(cue, hint, marks) or share([hint.cue], cues.near([hint.cue])):
            continue
        for one in contents.near([hint.cue]):
            if share([hint.cue], one.content) == 1 and share(hint.content, one.content) == 1:
                if size(hint.content) < size(one.content):
                    yield replace(hint, modality=modality_of(cue.root))
                break


def _least(cue: DocSpan, hint: Attribution, marks: Collection[CharRange]) -> float:
    """Return how likely a statement within another must be to be believed."""
    if cue.root.pos_ == "NOUN" and cue.root.lemma_.casefold() in _CLAIMS:
        return _NESTED_CLAIM
    return _NESTED_QUOTED if all(words in marks for words in hint.content) else _NESTED
