"""One article as one language-processed document, and the way back from its characters to the page's."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.ranges import CharRange
from onrecord.records import Article, Label, Span
from onrecord.transcripts import Turn, find_numbered_lines, find_turns

type PartRole = Literal["title", "heading", "paragraph"]

PARTS = "parts"
"""Key of `doc.spans`: one span for each title, heading and paragraph, labelled with its role, in page order."""

DATELINES = "datelines"
"""Key of `doc.spans`: the datelines that open paragraphs, which are no part of the sentences behind them."""

# Keys of `doc.user_data`.
_TEXT, _WORDS, _LEMMAS, _TURNS = "onrecord.text", "onrecord.words", "onrecord.lemmas", "onrecord.turns"
_BYLINE, _EMPHASISED, _QUOTATIONS = "onrecord.byline", "onrecord.emphasised", "onrecord.quotations"
_SEPARATOR = "\n\n"
# "PORTO VELA -- ", "PORTO VELA, Lanta, March 3, 2025 (Agency) - ": no part of the sentence behind it.
_DATELINE = re.compile(
    r"(?P<place>[\w.'’]{2,})(?:[ ,/-]+[^\W\d_][\w.'’]*){0,6}(?:,? \d{1,2})?(?:,? \d{4})?,?"
    r"(?: \(\w[\w /&.-]{1,40}\))? ?(?:--|[-–—]) (?=\S)"
)
# "PORTO VELA: ", as Indian papers have it, on the first paragraph alone; where others begin so it is a transcript.
_COLON_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,24}(?:, [A-Z][\w .]{2,20})?: (?=[A-Z\d])")


# No address or chain of hyphens in news is so long, in characters.
_LONGEST = 500
_ENDLESS = re.compile(rf"\S{{{_LONGEST},}}")


class Document:
    """The text of an article that is read: its printed title, headings and paragraphs, a blank line between two.

    Debris and captions are left out, so the text is not a slice of the page; `to_page` leads every character range
    back to it. White space is folded to spaces one for one, so that a line break inside a hard-wrapped paragraph
    does not end a sentence; the lines of a paragraph in a court's record, whose numbers are left out, are one.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        parts: list[tuple[PartRole, Span]] = [("paragraph", span) for span in article.paragraphs]
        parts += [("heading", span) for span in article.headings]
        if article.title and article.title.span:
            parts.append(("title", article.title.span))
        parts.sort(key=lambda part: part[1].start)
        self._page_starts = [span.start for _, span in parts]
        # Where each span stands in the text, and each part, which may be several lines of a court's record.
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._parts: list[tuple[PartRole, int, int]] = []
        going_on = {line.words[0] for line in find_numbered_lines(article.page.text) if line.words and line.goes_on}
        texts: list[str] = []
        at = 0
        for role, span in parts:
            joined = span.start in going_on and bool(self._parts)
            before = (" " if joined else _SEPARATOR) if texts else ""
            start = at + len(before)
            at = start + len(span.text)
            texts += before, "".join(" " if c.isspace() else c for c in span.text)
            self._starts.append(start)
            self._ends.append(at)
            self._parts.append((role, self._parts.pop()[1] if joined else start, at))
        self.text = "".join(texts)
        paragraphs = [start for role, start, _ in self._parts if role == "paragraph"]
        labelled = [start for start in paragraphs if _COLON_DATELINE.match(self.text, start)]
        self._colon_dateline = labelled[0] if labelled and labelled == paragraphs[:1] else None

    def tokenize(self, pipeline: Language) -> Doc:
        """Return the tokenised document, its parts in `doc.spans["parts"]`.

        A sentence starts with each part, behind a dateline, and behind each label of a transcript.
        """
        doc = _tokens(pipeline, self.text)
        doc.user_data[_TEXT] = self.text
        doc.user_data[_BYLINE] = self.article.byline
        blocks = {block.start: block for block in self.article.page.blocks}
        begun = [(start, blocks[at]) for start, at in zip(self._starts, self._page_starts, strict=True) if at in blocks]
        doc.user_data[_EMPHASISED] = {start for start, block in begun if block.emphasised}
        doc.user_data[_QUOTATIONS] = {start: block.quotation for start, block in begun}
        spans: list[DocSpan] = []
        datelines: list[DocSpan] = []
        for role, start, end in self._parts:
            span = doc.char_span(start, end, label=role, alignment_mode="expand")
            if span is not None:
                spans.append(span)
                doc[span.start].is_sent_start = True
                behind = self._behind_dateline(doc, role, start, end)
                if behind is not None:
                    doc[behind.start].is_sent_start = True
                    datelines.append(doc[span.start : behind.start])
        doc.spans[PARTS], doc.spans[DATELINES] = spans, datelines
        paragraphs = paragraphs_of(doc)
        for turn in turns_of(doc):
            start, end = paragraphs[turn.first]
            said = doc.char_span(start + turn.label.end, end, alignment_mode="contract")
            if said is not None and len(said):
                doc[said.start].is_sent_start = True
        return doc

    def _behind_dateline(self, doc: Doc, role: str, start: int, end: int) -> DocSpan | None:
        """Return what of the part between `start` and `end` stands behind its dateline, None if it has none."""
        dateline = _DATELINE.match(self.text, start, end) if role == "paragraph" else None
        if dateline is None or not dateline["place"].isupper():
            dateline = _COLON_DATELINE.match(self.text, start, end) if start == self._colon_dateline else None
        return doc.char_span(dateline.end(), end, alignment_mode="expand") if dateline is not None else None

    def to_page(self, ranges: Iterable[CharRange]) -> tuple[Span, ...]:
        """Return the page spans of ranges of this document's text; a range over several parts becomes several."""
        spans = []
        for start, end in ranges:
            part = max(bisect_right(self._starts, start) - 1, 0)
            while part < len(self._starts) and self._starts[part] < end:
                low, high = max(start, self._starts[part]), min(end, self._ends[part])
                if low < high:
                    shift = self._page_starts[part] - self._starts[part]
                    spans.append(self.article.page.span(low + shift, high + shift))
                part += 1
        return tuple(spans)

    def byline_name(self, name: str) -> tuple[Span, ...]:
        """Return where the page prints a name in its byline: once, or not at all."""
        printed = self.article.byline.span if self.article.byline is not None else None
        at = printed.text.find(name) if printed is not None else -1
        if printed is None or at < 0:
            return ()
        return (self.article.page.span(printed.start + at, printed.start + at + len(name)),)

    def to_span(self, where: CharRange | None) -> Span | None:
        """Return the page span of one range, the first where it runs over several parts; None for None."""
        spans = self.to_page([where]) if where else ()
        return spans[0] if spans else None


def _tokens(pipeline: Language, text: str) -> Doc:
    """Return the tokens of `text`; what stands without a space for longer than any word or address is cut first.

    spaCy takes a mark at a time off the edges of a word, and looks at all the rest of it each time.
    """
    cuts = [at for word in _ENDLESS.finditer(text) for at in range(word.start() + _LONGEST, word.end(), _LONGEST)]
    if not cuts:
        return pipeline.make_doc(text)
    pieces = [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]
    return Doc.from_docs([pipeline.make_doc(piece) for piece in pieces], ensure_whitespace=False)


def text_of(doc: Doc) -> str:
    """Return the text of `doc`, which spaCy puts together anew each time its `text` is asked for."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def byline_of(doc: Doc) -> Label | None:
    """Return the byline of the article of `doc`, None where it has none."""
    byline: Label | None = doc.user_data.get(_BYLINE)
    return byline


def is_emphasised(part: DocSpan) -> bool:
    """Say whether a part of a document is set in bold or italics on its page, all of it."""
    return part.start_char in part.doc.user_data.get(_EMPHASISED, ())


def quotations_of(doc: Doc) -> list[int]:
    """Return for each of the paragraphs of `doc` the number of the block quotation that it stands in, 0 for none."""
    numbers: Mapping[int, int] = doc.user_data.get(_QUOTATIONS, {})
    return [numbers.get(part.start, 0) for part in paragraphs_of(doc)]


def paragraphs_of(doc: Doc) -> list[CharRange]:
    """Return where the paragraphs of `doc` stand, without its title and headings."""
    return [CharRange(part.start_char, part.end_char) for part in doc.spans[PARTS] if part.label_ == "paragraph"]


def turns_of(doc: Doc) -> list[Turn]:
    """Return the turns of `doc`, by the numbers of its paragraphs; they are found once."""
    turns: list[Turn] | None = doc.user_data.get(_TURNS)
    if turns is None:
        text, paragraphs = text_of(doc), [part for part in doc.spans[PARTS] if part.label_ == "paragraph"]
        turns = doc.user_data[_TURNS] = find_turns(
            [text[part.start_char : part.end_char] for part in paragraphs],
            [number for number, part in enumerate(paragraphs) if is_emphasised(part)],
        )
    return turns


def words_of(doc: Doc) -> list[str]:
    """Return the text of each token of `doc`: for rules that look for a form among all of them."""
    words: list[str] | None = doc.user_data.get(_WORDS)
    if words is None:
        words = doc.user_data[_WORDS] = [token.text for token in doc]
    return words


def tokens_by_lemma(doc: Doc) -> Mapping[str, Sequence[int]]:
    """Return the numbers of the tokens with each lemma, in lower case: for rules that look for a noun among all."""
    places: dict[str, list[int]] | None = doc.user_data.get(_LEMMAS)
    if places is None:
        places = doc.user_data[_LEMMAS] = {}
        for token in doc:
            places.setdefault(token.lemma_.casefold(), []).append(token.i)
    return places


def name_around(token: Token) -> DocSpan | None:
    """Return the named entity that `token` is part of by its label, None where it is of none.

    It is the one of `doc.ents`, which spaCy puts together anew, all of them, each time they are asked for.
    """
    doc, start, end = token.doc, token.i, token.i + 1
    if not token.ent_type:
        return None
    while start and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return doc[start:end]


def tokens_inside(doc: Doc, ranges: Iterable[CharRange]) -> set[int]:
    """Return the indices of the tokens that lie in any of `ranges`."""
    found: set[int] = set()
    for start, end in ranges:
        span = doc.char_span(start, end, alignment_mode="contract")
        if span is not None:
            found.update(range(span.start, span.end))
    return found
