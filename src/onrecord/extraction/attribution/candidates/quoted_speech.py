"""Relations found from quote marks: what stands between its marks is content whole, the cue is looked for around it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Span as DocSpan

from onrecord.extraction.attribution.candidates.cues import CueLexeme
from onrecord.extraction.attribution.candidates.quote_cues import FEWEST_WORDS, CueFinder, Group
from onrecord.extraction.attribution.modality import is_unsaid
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax import dependents
from onrecord.rules import Rule, is_active

# The longest interruption of a quotation by its cue after which it goes on, in characters after the cue.
_INTERRUPTION = 25


@dataclass(frozen=True, slots=True)
class QuotedRelation:
    """A quotation, or several around one cue, with cue, source and the rule that found them, None where it is free."""

    content: tuple[CharRange, ...]
    cue: CharRange | None
    source: CharRange | None
    lexeme: CueLexeme | None
    rule: Rule[Any] | None


def quoted_relations(part: DocSpan, text: str, quotes: Sequence[Quotation]) -> list[QuotedRelation]:
    """Return the relations of those of the `quotes` of a paragraph (title, heading) `part` of `text` that are speech.

    A quotation without a cue is one only if it stands free: if nothing but quotations fills the paragraph.
    """
    outer: list[Quotation] = []
    for quote in quotes:
        if not outer or quote.end > outer[-1].end:
            outer.append(quote)
    if not outer:
        return []
    finder = CueFinder(part, text)
    filled = _is_filled(part, text, outer)
    found = [_relation(group, text) for group in _groups(finder, outer) if group.cue is not None or filled]
    if len(outer) < len(quotes) and is_active(INNER):
        found += INNER.apply(finder, outer, quotes)
    return found


def _groups(finder: CueFinder, quotes: Sequence[Quotation]) -> list[Group]:
    """Return the quotations that are speech, those of one speaker with one cue together."""
    groups: list[Group] = []
    leading = finder.start
    for number, quote in enumerate(quotes):
        following = quotes[number + 1].start if number + 1 < len(quotes) else finder.end
        last = groups[-1] if groups else None
        if last is not None and _is_continued(finder.text, last, quote, leading):
            last.quotes.append(quote)
        else:
            group = finder.around(quote, leading, following)
            if group is not None and (last is None or last.cue is None or last.cue != group.cue):
                groups.append(group)
            elif group is not None or _is_sentence(finder, quote, leading):
                if last is not None:
                    last.quotes.append(quote)
                else:
                    groups.append(Group([quote]))
        leading = quote.end
    return groups


def _inner(finder: CueFinder, outer: Sequence[Quotation], quotes: Sequence[Quotation]) -> Iterator[QuotedRelation]:
    """Yield what speakers quote: `"He told me, 'Nobody crossed', and I believed him," she said`."""
    around = iter(outer)
    home = next(around)
    leading = home.start + home.width
    for number, quote in enumerate(quotes):
        while quote.start >= home.end:
            home = next(around)
        if quote is home:
            leading = home.start + home.width
            continue
        following = quotes[number + 1].start if number + 1 < len(quotes) else home.end
        group = finder.around(quote, leading, min(following, home.end))
        if group is not None and group.source is not None and _has_been_said(finder, group):
            group.rule = INNER
            yield _relation(group, finder.text)
        leading = quote.end


def _has_been_said(finder: CueFinder, group: Group) -> bool:
    """Say whether the cue of words within words tells of something once said: not `If he says, '...'`."""
    span = finder.doc.char_span(*group.cue) if group.cue is not None else None
    if span is None or span[-1].tag_ != "VBD" or is_unsaid(span[-1]):
        return False
    return all(child.lower_ != "if" for child in dependents(span[-1]))


def _relation(group: Group, text: str) -> QuotedRelation:
    """Return the relation of a group; a quotation left open that its cue stands in ends where that begins."""
    ranges = []
    for quote in group.quotes:
        end = quote.end
        if not quote.closed and group.cue is not None and quote.start < group.cue.start < quote.end:
            end = min(group.cue.start, group.source.start if group.source else group.cue.start)
            end = quote.start + len(text[quote.start : end].rstrip(" ,"))
        ranges.append(CharRange(quote.start, end))
    return QuotedRelation(tuple(ranges), group.cue, group.source, group.lexeme, group.rule)


def _is_filled(part: DocSpan, text: str, quotes: Sequence[Quotation]) -> bool:
    """Say whether a paragraph has no words outside its quotations."""
    at = part.start_char
    for quote in quotes:
        if any(c.isalnum() for c in text[at : quote.start]):
            return False
        at = quote.end
    return not any(c.isalnum() for c in text[at : part.end_char])


def _is_continued(text: str, group: Group, quote: Quotation, leading: int) -> bool:
    """Say whether a quotation goes on after an interruption by its cue: `"That," he added, "is wrong"`."""
    if group.cue is None or not leading <= group.cue.start < quote.start:
        return False
    between = text[max(group.cue.end, group.source.end if group.source else 0) : quote.start]
    return between.lstrip()[:1] == "," and len(between) < _INTERRUPTION and ". " not in between


def _is_sentence(finder: CueFinder, quote: Quotation, leading: int) -> bool:
    """Say whether a quotation is a sentence by itself, not words used within the sentence around it."""
    start, end = quote.inner
    words = finder.text[start:end].split()
    ends = quote.closed and finder.text[end - 1] in ".!?…"
    enough = len(words) >= FEWEST_WORDS or (ends and len(words) > 1)
    return finder.opens(quote, leading) and enough and words[0][:1].isupper()


INNER: Rule[Callable[[CueFinder, Sequence[Quotation], Sequence[Quotation]], Iterator[QuotedRelation]]] = Rule(
    "candidate/quote-inner", _inner, 0.5
)
"""Quotations within quotations: too rare in PolNeAR to be counted, believed with caution."""
