"""The cue of a quotation, looked for behind it, before it, in it where it was left open, and in a signature."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.extraction.attribution.candidates.cues import CueLexeme, quotative_lexeme
from onrecord.extraction.attribution.modality import is_unsaid
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax import (
    NARRATING_VERBS,
    NOMINALS,
    NOUNS,
    RELATIVE,
    VERBS,
    dependents,
    stretch,
    subject_phrase,
    trim,
    with_auxiliaries,
)
from onrecord.rules import Rule, active

FEWEST_WORDS = 4
"""A quotation of fewer words is a label, a title or scare quotes unless a cue governs it or it is a sentence."""

_SENTENCE_END = re.compile(r"[.!?;][\"”')]* ")
_SENTENCE_ENDS = '.!?:…”"'
# Marks with which a quotation ends before its cue.
_BEFORE_CUE = ",?!.…—–-"
# How far from a quotation its cue is looked for, in tokens, and how far a verb that the lexicon does not know.
_AFTER, _BEFORE, _BESIDE = 30, 12, 6
# The longest signature after a quotation, and label before a colon, in tokens.
_SIGNATURE, _LABEL = 10, 8
_DASHES = {"-", "–", "—", "―", "--"}


@dataclass(slots=True)
class Group:
    """Quotations of one paragraph by one speaker, with their cue and the rule that found it, where there is one."""

    quotes: list[Quotation]
    cue: CharRange | None = None
    source: CharRange | None = None
    lexeme: CueLexeme | None = None
    rule: Rule[Any] | None = None


class CueFinder:
    """Finds the cues of the quotations of one paragraph."""

    def __init__(self, part: DocSpan, text: str) -> None:
        self.doc = part.doc
        self.text = text
        self.first, self.last = part.start, part.end
        self.starts = [token.idx for token in part]
        self.start, self.end = part.start_char, part.end_char

    def around(self, quote: Quotation, leading: int, following: int) -> Group | None:
        """Return `quote` with its cue, which stands between the characters `leading` and `following`."""
        for rule in active(QUOTE_CUES):
            group = rule.apply(self, quote, leading, following)
            if group is not None:
                group.rule = rule
                return group
        return None

    def opens(self, quote: Quotation, leading: int) -> bool:
        """Say whether a quotation stands at the start of a sentence or after a colon."""
        before = self.text[leading : quote.start].rstrip()
        return not before or before[-1] in _SENTENCE_ENDS

    def _token_at(self, at: int) -> int:
        """Return the index, in the document, of the first token that starts at character `at` or later."""
        return self.first + bisect_left(self.starts, at)

    def signed(self, quote: Quotation, leading: int, following: int) -> Group | None:
        """Return the name after a quotation that ends its paragraph: `"..." - Mara Voss`."""
        first = self._token_at(quote.end)
        last = self._token_at(self.end) - 1
        if following != self.end or not 1 <= last - first <= _SIGNATURE or self.doc[first].text not in _DASHES:
            return None
        if not self.doc[first + 1].text[:1].isupper():
            return None
        source = trim(self.text, stretch(self.doc[first + 1], self.doc[last]))
        return Group([quote], stretch(self.doc[first], self.doc[first]), source)

    def after(self, quote: Quotation, leading: int, following: int) -> Group | None:
        """Return the cue after a quotation: `"...," she said`, `"...," said the minister`."""
        if not quote.closed:
            return None
        text = self.text
        start, end = quote.inner
        inner, outside = text[start:end].rstrip("'’ "), text[quote.end : quote.end + 1]
        if not inner or (inner[-1] not in _BEFORE_CUE and outside != ","):
            return None
        if inner[-1] not in _BEFORE_CUE and not self.opens(quote, leading):
            # Words used within the sentence around them: `had called the plan "cruel arithmetic", said ...`.
            return None
        if inner[-1] == "." and outside == " " and not text[quote.end + 1 : quote.end + 2].islower():
            # A full stop ends the sentence: what follows is another, unless it goes on in small letters.
            return None
        opens = self.opens(quote, leading)
        first = self._token_at(quote.end)
        for i in range(first, min(first + _AFTER, self.last)):
            token = self.doc[i]
            if token.idx >= following or token.text in {".", ";", "?", "!"}:
                return None
            lexeme = quotative_lexeme(token)
            if lexeme is None and opens and inner[-1] == "," and self._tells(token, first):
                lexeme = CueLexeme()
            if lexeme is None or token.dep_ == "amod":
                continue
            if not opens and any(child.dep_ == "ccomp" and child.i > token.i for child in dependents(token)):
                # `The mayor, citing "the old plan," said the quay was safe`: the cue is for what follows it.
                return None
            source = self._source_around(token, first, following)
            if source is None and i > first + 3:
                return None
            if not opens:
                quote = self._with_its_sentence(quote, leading)
            return Group([quote], with_auxiliaries(token), source, lexeme)
        return None

    def _tells(self, verb: Token, first: int) -> bool:
        """Say whether a verb that the lexicon does not know has its subject between it and the quotation before."""
        if verb.tag_ not in NARRATING_VERBS or verb.i - first > _BESIDE:
            return False
        return any(child.dep_ == "nsubj" and first <= child.i < verb.i for child in dependents(verb))

    def _with_its_sentence(self, quote: Quotation, leading: int) -> Quotation:
        """Return a quotation widened to the start of its sentence: `His first film was "The Quay," Voss said`."""
        start = leading
        for ending in _SENTENCE_END.finditer(self.text, leading, quote.start):
            start = ending.end()
        while start < quote.start and not self.text[start].isalnum():
            start += 1
        return replace(quote, start=start)

    def _source_around(self, verb: Token, first: int, limit: int) -> CharRange | None:
        """Return the source of a cue after a quotation: what stands before it, else what follows it."""
        doc = self.doc
        low = doc[first].idx
        parsed = subject_phrase(verb)
        if parsed is not None and low <= parsed.start and parsed.end <= limit and parsed.start != verb.idx:
            beside = parsed.end <= verb.idx or parsed.start <= verb.idx + len(verb) + 1
            if beside:
                return parsed
        between = [t for t in doc[first : verb.i] if t.pos_ in NOMINALS]
        if between and not any(t.tag_ in NARRATING_VERBS | {"VBP"} for t in doc[first : between[0].i]):
            last = verb.i - 1
            while last > first and doc[last].pos_ in {"ADV", "AUX", "PART"}:
                last -= 1
            return trim(self.text, stretch(doc[first], doc[last]))
        end = verb.i
        for token in doc[verb.i + 1 : verb.i + 12]:
            if token.idx >= limit or token.is_punct or token.pos_ in VERBS | {"ADP", "SCONJ"}:
                break
            end = token.i
        nominal = any(t.pos_ in NOMINALS for t in doc[verb.i + 1 : end + 1])
        return trim(self.text, stretch(doc[verb.i + 1], doc[end])) if nominal else None

    def before(self, quote: Quotation, leading: int, following: int) -> Group | None:
        """Return the cue before a quotation: `She said: "..."`, `he added, "..."`, `told them "..."`."""
        doc = self.doc
        last = self._token_at(quote.start) - 1
        if last < 0 or doc[last].idx < leading:
            return None
        lead = doc[last].text
        if not (lead in {":", ","} or quotative_lexeme(doc[last]) or lead in {"that", "—", "–", "--"}):
            return None
        start, end = quote.inner
        if lead != ":" and (len(self.text[start:end].split()) < FEWEST_WORDS or not self.text[start].isupper()):
            return None
        reach = _BEFORE if lead != ":" else 3 * _BEFORE
        for i in range(last, max(last - reach, -1), -1):
            token = doc[i]
            if token.idx < leading and token.idx < self.start:
                break
            if token.text in {".", "!", "?", ";"} and i != last:
                break
            lexeme = quotative_lexeme(token)
            if lexeme is None or is_unsaid(token) or token.idx < leading:
                continue
            source = subject_phrase(token)
            if source is None or source.start < self.start:
                source = None
            if lead != ":" and source is None:
                return None
            return Group([quote], with_auxiliaries(token), source, lexeme)
        return None

    def behind_colon(self, quote: Quotation, leading: int, following: int) -> Group | None:
        """Return the words before a colon as the source: "Harbour rebels: 'a waste of ink'"."""
        doc = self.doc
        colon = self._token_at(quote.start) - 1
        if colon < 0 or doc[colon].idx < leading or doc[colon].text != ":" or doc[colon].idx <= self.start:
            return None
        first = max(self.first, colon - _LABEL)
        while any(t.text in {".", ";", "!", "?"} for t in doc[first:colon]):
            first += 1
        if first == colon or any(t.pos_ in VERBS for t in doc[first:colon]):
            return None
        source = trim(self.text, stretch(doc[first], doc[colon - 1]))
        if source is None or not any(t.pos_ in NOUNS for t in doc[first:colon]):
            return None
        return Group([quote], stretch(doc[colon], doc[colon]), source)

    def within(self, quote: Quotation, leading: int, following: int) -> Group | None:
        """Return the cue inside a quotation left open: set off by a comma, at the end of its sentence."""
        if quote.closed:
            return None
        doc = self.doc
        for i in range(self._token_at(quote.start + 1), self._token_at(quote.end)):
            token = doc[i]
            lexeme = quotative_lexeme(token)
            source = subject_phrase(token) if lexeme is not None else None
            # "The clerk who said so," is part of what is quoted.
            if source is None or token.tag_ not in NARRATING_VERBS or self.text[slice(*source)].lower() in RELATIVE:
                continue
            first = min(source.start, token.idx)
            after = [t.text for t in doc[i + 1 : i + 10]]
            if quote.start < first and self.text[:first].rstrip().endswith(",") and {".", "?"} & set(after):
                return Group([quote], stretch(token, token), source, lexeme)
        return None


type QuoteCue = Callable[[CueFinder, Quotation, int, int], Group | None]
"""Gives a quotation with its cue, which stands between two characters; None where there is none such."""

QUOTE_CUES: tuple[Rule[QuoteCue], ...] = (
    Rule("candidate/quote-before", CueFinder.before, 0.84),
    Rule("candidate/quote-colon", CueFinder.behind_colon, 0.5),
    Rule("candidate/quote-after", CueFinder.after, 0.92),
    Rule("candidate/quote-open", CueFinder.within, 0.7),
    Rule("candidate/quote-signed", CueFinder.signed, 0.8),
)
"""Where the cue of a quotation is looked for, in order; the first that is found is taken.

How far each is believed was counted on PolNeAR train, by how often it gives the annotators' content and source;
`candidate/quote-open` is too rare there, and set with caution.
"""
