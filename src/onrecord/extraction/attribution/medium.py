"""Whether something was said or written: by the cue, by what the source is, by the document that it was said in."""

from collections.abc import Callable

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.attribution.candidates import CueLexeme
from onrecord.extraction.syntax import dependent, dependents
from onrecord.rules import Rule, active, fired
from onrecord.vocabulary import Medium

type MediumRule = Callable[[Token, DocSpan | None], Medium | None]
"""Gives the medium by the word of the cue that tells what kind it is and the words of the source, None where the rule
does not know."""

_WRITTEN = lexicons.words("statement_contexts.tsv", "written")
_OUTLETS = lexicons.words("statement_contexts.tsv", "outlet")
_HOLDING = lexicons.words("statement_contexts.tsv", "holding")
_ISSUING = lexicons.words("statement_contexts.tsv", "issuing")
_PRINTED = lexicons.words("statement_contexts.tsv", "printed")


def medium_of(word: Token, cue: CueLexeme, source: DocSpan | None) -> Medium:
    """Return whether something was said, written or thought; `word` is that of its cue, `cue` what the lexicon has."""
    if cue.medium != "speech":
        return cue.medium
    for rule in active(MEDIA):
        medium = rule.apply(word, source)
        if medium is not None:
            fired(rule, word.idx, word.idx + len(word))
            return medium
    return cue.medium


def _by_document(word: Token, source: DocSpan | None) -> Medium | None:
    noun = source.root if source is not None and source.root.pos_ == "NOUN" else None
    return "writing" if noun is not None and noun.lemma_.casefold() in _WRITTEN else None


def _in_document(word: Token, source: DocSpan | None) -> Medium | None:
    behind = (child for child in dependents(word) if child.dep_ == "prep" and child.lower_ in _HOLDING)
    held = [dependent(child, "pobj") for child in behind]
    issued = dependent(word, "dobj") if word.lemma_ in _ISSUING else None
    return "writing" if any(one is not None and one.lemma_.casefold() in _WRITTEN for one in (*held, issued)) else None


def _by_outlet(word: Token, source: DocSpan | None) -> Medium | None:
    if source is None:
        return None
    named = source.root.ent_type_ in {"ORG", "PRODUCT", "WORK_OF_ART"}
    of_press = named and (word.lemma_ == "report" or bool({token.lower_ for token in source} & _OUTLETS))
    return "writing" if of_press or source.root.lower_ in _PRINTED else None


MEDIA: tuple[Rule[MediumRule], ...] = (
    Rule("decision/medium-of-document", _by_document),
    Rule("decision/medium-in-document", _in_document),
    Rule("decision/medium-of-outlet", _by_outlet),
)
"""The decision table of media, in order: the first row that knows decides; where none does, the lexicon of cues."""
