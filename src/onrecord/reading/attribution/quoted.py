"""Relations found from quote marks: what stands between its marks is content whole, the cue is looked for around it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.reading.attribution.clauses import is_unsaid, stretch, subject_phrase, trim
from onrecord.reading.attribution.cues import Cue, quotative
from onrecord.reading.attribution.quotes import Quotation
from onrecord.reading.attribution.relation import Range
from onrecord.reading.document import PARTS

# How far from a quotation its cue is looked for, in tokens.
_AFTER, _BEFORE = 30, 12
# A quotation of fewer words is a label, a title or scare quotes unless a cue governs it or it is a sentence.
_FEWEST_WORDS = 4
# The longest interruption of a quotation by its cue after which it goes on, in characters after the cue.
_INTERRUPTION = 25
_SIGNATURE = 10
_DASHES = {"-", "–", "—", "―", "--"}


@dataclass(frozen=True, slots=True)
class QuotedRelation:
    """A quotation, or several around one cue, with the cue and source found for it, None where it stands free."""

    content: tuple[Range, ...]
    cue: Range | None
    source: Range | None
    lexeme: Cue | None
    rule: str


@dataclass(slots=True)
class _Group:
    """Quotations of one paragraph that one speaker speaks."""

    quotes: list[Quotation]
    cue: Range | None = None
    source: Range | None = None
    lexeme: Cue | None = None
    rule: str = "free"


def quoted_relations(doc: Doc, quotes: Sequence[Quotation]) -> Iterator[QuotedRelation]:
    """Yield the relations of the quotations that are speech, paragraph by paragraph.

    A quotation without a cue in its paragraph goes on from the relation before if it fills the paragraph.
    """
    text = doc.text
    starts = [token.idx for token in doc]
    previous: _Group | None = None
    for part in doc.spans[PARTS]:
        own = [q for q in quotes if part.start_char <= q.start < part.end_char]
        outer = [q for q in own if not any(o is not q and o.start <= q.start and q.end <= o.end for o in own)]
        finder = _Paragraph(doc, text, starts, part.start_char, part.end_char, outer)
        for group in finder.groups():
            if group.cue is None:
                if previous is None or not finder.is_filled():
                    continue
                group.cue, group.source, group.lexeme = previous.cue, previous.source, previous.lexeme
            content = finder.unclosed(group)
            yield QuotedRelation(content, group.cue, group.source, group.lexeme, group.rule)
            previous = group
        if part.label_ == "paragraph" and not outer:
            # Narration between: what follows does not simply go on.
            previous = finder.introduction() or previous


class _Paragraph:
    def __init__(self, doc: Doc, text: str, starts: list[int], start: int, end: int, quotes: list[Quotation]) -> None:
        self.doc = doc
        self.text = text
        self.starts = starts
        self.start = start
        self.end = end
        self.quotes = quotes

    def groups(self) -> list[_Group]:
        """Return the quotations that are speech, those of one speaker with one cue together."""
        groups: list[_Group] = []
        for number, quote in enumerate(self.quotes):
            following = self.quotes[number + 1].start if number + 1 < len(self.quotes) else self.end
            leading = self.quotes[number - 1].end if number else self.start
            last = groups[-1] if groups else None
            if last is not None and self._goes_on(last, quote, leading):
                last.quotes.append(quote)
                continue
            cue = self._before(quote, leading) or self._after(quote, leading, following)
            cue = cue or self._signed(quote, following)
            if cue is not None:
                same = last is not None and last.cue is not None and last.cue == cue.cue
                if same and last is not None:
                    last.quotes.append(quote)
                else:
                    groups.append(cue)
            elif last is not None and self._is_sentence(quote, leading):
                last.quotes.append(quote)
            elif last is None and self._is_sentence(quote, leading):
                groups.append(_Group([quote]))
        return groups

    def is_filled(self) -> bool:
        """Say whether the paragraph has no words outside its quotations."""
        rest, at = "", self.start
        for quote in self.quotes:
            rest += self.text[at : quote.start]
            at = quote.end
        return not any(c.isalnum() for c in rest + self.text[at : self.end])

    def introduction(self) -> _Group | None:
        """Return the last cue of a paragraph of narration, with its source: what follows may go on from it."""
        found: _Group | None = None
        sentence = -1
        for i in range(bisect_left(self.starts, self.start), bisect_left(self.starts, self.end)):
            token = self.doc[i]
            if token.tag_ not in {"VBD", "VBZ", "VBP", "VBN"} or token.sent.start == sentence:
                continue
            lexeme = quotative(token)
            if lexeme is not None and lexeme.medium != "thought" and not is_unsaid(token):
                source = subject_phrase(token)
                if source is not None:
                    found, sentence = _Group([], stretch(token, token), source, lexeme), token.sent.start
        return found

    def unclosed(self, group: _Group) -> tuple[Range, ...]:
        """Return the ranges of a group; where a quotation was left open and its cue stands in it, up to there."""
        ranges = []
        for quote in group.quotes:
            end = quote.end
            if not quote.closed and group.cue is not None and quote.start < group.cue[0] < quote.end:
                end = min(group.cue[0], group.source[0] if group.source else group.cue[0])
                end = quote.start + len(self.text[quote.start : end].rstrip(" ,"))
            ranges.append((quote.start, end))
        return tuple(ranges)

    def _goes_on(self, group: _Group, quote: Quotation, leading: int) -> bool:
        """Say whether a quotation goes on after an interruption by its cue: `"That," he added, "is wrong"`."""
        if group.cue is None or not leading <= group.cue[0] < quote.start:
            return False
        between = self.text[max(group.cue[1], group.source[1] if group.source else 0) : quote.start]
        return between.lstrip()[:1] == "," and len(between) < _INTERRUPTION and ". " not in between

    def _signed(self, quote: Quotation, limit: int) -> _Group | None:
        """Return the name after a quotation that ends its paragraph: `"..." - Mara Voss`."""
        first = bisect_left(self.starts, quote.end)
        last = bisect_left(self.starts, self.end) - 1
        if limit != self.end or not 1 <= last - first <= _SIGNATURE or self.doc[first].text not in _DASHES:
            return None
        if not self.doc[first + 1].text[:1].isupper():
            return None
        source = trim(self.text, stretch(self.doc[first + 1], self.doc[last]))
        return _Group([quote], stretch(self.doc[first], self.doc[first]), source, None, "signed")

    def _is_sentence(self, quote: Quotation, leading: int) -> bool:
        """Say whether a quotation is a sentence by itself, not words used within the sentence around it."""
        start, end = quote.inner
        words = self.text[start:end].split()
        before = self.text[leading : quote.start].rstrip()
        opens = not before or before[-1] in '.!?:…”"'
        ends = quote.closed and self.text[end - 1] in ".!?…"
        return opens and (len(words) >= _FEWEST_WORDS or (ends and len(words) > 1)) and words[0][:1].isupper()

    def _after(self, quote: Quotation, leading: int, limit: int) -> _Group | None:
        """Return the cue after a quotation: `"...," she said`, `"...," said the minister`."""
        if not quote.closed:
            return self._within(quote)
        text = self.text
        start, end = quote.inner
        inner, outside = text[start:end].rstrip(), text[quote.end : quote.end + 1]
        if not inner or (inner[-1] not in ",?!.…—–-" and outside != ","):
            return None
        if inner[-1] not in ",?!.…—–-" and self.text[leading : quote.start].rstrip()[-1:] not in {"", *'.!?:…”"'}:
            # Words used within the sentence around them: `had called the plan "cruel arithmetic", said ...`.
            return None
        if inner[-1] == "." and outside == " " and not text[quote.end + 1 : quote.end + 2].islower():
            # A full stop ends the sentence: what follows is another, unless it goes on in small letters.
            return None
        first = bisect_left(self.starts, quote.end)
        for i in range(first, min(first + _AFTER, len(self.doc))):
            token = self.doc[i]
            if token.idx >= limit or token.text in {".", ";", "?", "!"}:
                return None
            lexeme = quotative(token)
            if lexeme is None or token.dep_ == "amod":
                continue
            source = self._source_around(token, first, limit)
            if source is None and i > first + 3:
                return None
            return _Group([quote], _with_auxiliaries(token), source, lexeme, "after")
        return None

    def _source_around(self, verb: Token, first: int, limit: int) -> Range | None:
        """Return the source of a cue after a quotation: what stands before it, else what follows it."""
        doc = self.doc
        low = doc[first].idx
        parsed = subject_phrase(verb)
        if parsed is not None and low <= parsed[0] and parsed[1] <= limit and parsed[0] != verb.idx:
            beside = parsed[1] <= verb.idx or parsed[0] <= verb.idx + len(verb) + 1
            if beside:
                return parsed
        between = [t for t in doc[first : verb.i] if t.pos_ in {"NOUN", "PROPN", "PRON"}]
        if between and not any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in doc[first : between[0].i]):
            last = verb.i - 1
            while last > first and doc[last].pos_ in {"ADV", "AUX", "PART"}:
                last -= 1
            return trim(self.text, stretch(doc[first], doc[last]))
        end = verb.i
        for token in doc[verb.i + 1 : verb.i + 12]:
            if token.idx >= limit or token.is_punct or token.pos_ in {"VERB", "ADP", "SCONJ", "AUX"}:
                break
            end = token.i
        nominal = any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in doc[verb.i + 1 : end + 1])
        return trim(self.text, stretch(doc[verb.i + 1], doc[end])) if nominal else None

    def _before(self, quote: Quotation, leading: int) -> _Group | None:
        """Return the cue before a quotation: `She said: "..."`, `he added, "..."`, `told them "..."`."""
        doc = self.doc
        last = bisect_left(self.starts, quote.start) - 1
        if last < 0 or doc[last].idx < leading:
            return None
        lead = doc[last].text
        if not (lead in {":", ","} or quotative(doc[last]) or lead in {"that", "—", "–", "--"}):
            return None
        start, end = quote.inner
        if lead != ":" and (len(self.text[start:end].split()) < _FEWEST_WORDS or not self.text[start].isupper()):
            return None
        reach = _BEFORE if lead != ":" else 3 * _BEFORE
        for i in range(last, max(last - reach, -1), -1):
            token = doc[i]
            if token.idx < leading and token.idx < self.start:
                break
            if token.text in {".", "!", "?"} and i != last:
                break
            lexeme = quotative(token)
            if lexeme is None or is_unsaid(token) or token.idx < leading:
                continue
            source = subject_phrase(token)
            if source is None or source[0] < self.start:
                source = None
            if lead != ":" and source is None:
                return None
            return _Group([quote], _with_auxiliaries(token), source, lexeme, "before")
        if lead == ":" and doc[last].idx > self.start:
            # "Sanaa rebels: 'a waste of ink'": the words before the colon are the source.
            first = max(bisect_left(self.starts, self.start), last - 8)
            while any(t.text in {".", ";", "!", "?"} for t in doc[first:last]):
                first += 1
            source = trim(self.text, stretch(doc[first], doc[last - 1])) if first < last else None
            named = any(t.pos_ in {"PROPN", "NOUN"} for t in doc[first:last])
            if source is not None and named and not any(t.pos_ in {"VERB", "AUX"} for t in doc[first:last]):
                return _Group([quote], stretch(doc[last], doc[last]), source, None, "colon")
        return None

    def _within(self, quote: Quotation) -> _Group | None:
        """Return the cue inside a quotation left open: set off by a comma, at the end of its sentence."""
        doc = self.doc
        for i in range(bisect_left(self.starts, quote.start + 1), bisect_left(self.starts, quote.end)):
            token = doc[i]
            lexeme = quotative(token)
            source = subject_phrase(token) if lexeme is not None else None
            if source is None or token.tag_ not in {"VBD", "VBZ"}:
                continue
            first = min(source[0], token.idx)
            after = [t.text for t in doc[i + 1 : i + 10]]
            if quote.start < first and self.text[:first].rstrip().endswith(",") and {".", "?"} & set(after):
                return _Group([quote], stretch(token, token), source, lexeme, "within")
        return None


def _with_auxiliaries(verb: Token) -> Range:
    first = verb
    for child in verb.children:
        if child.dep_ in {"aux", "auxpass"} and verb.i - child.i <= 2 and child.i < first.i:
            first = child
    return stretch(first, verb)
