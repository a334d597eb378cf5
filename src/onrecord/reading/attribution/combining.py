"""One list of relations from all that shows them: marks before labels before the parse."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from onrecord.reading.attribution.clauses import is_unsaid
from onrecord.reading.attribution.cues import cue_of, precision, quotative
from onrecord.reading.attribution.frames import Candidate, candidates
from onrecord.reading.attribution.labelled import labelled_turns
from onrecord.reading.attribution.quoted import QuotedRelation, quoted_relations
from onrecord.reading.attribution.quotes import Quotation, quotations
from onrecord.reading.attribution.relation import Attribution, Range

# A frame is believed from this precision on: the best F1 (`attributed`) on PolNeAR dev.
_BELIEVED = 0.35
_QUOTED = {"after": 0.9, "before": 0.85, "within": 0.7, "colon": 0.7, "signed": 0.8, "free": 0.7}
# A verb of saying that governs several words in quote marks is believed in any frame.
_PARTLY_QUOTED = 0.45


def attribute(doc: Doc) -> list[Attribution]:
    """Find the attribution relations of `doc`, ordered by where their content starts.

    Args:
        doc: a document after the language pass, with its titles, headings and paragraphs in `doc.spans["parts"]`.
    """
    text = doc.text
    quotes = quotations(doc)
    turns = labelled_turns(doc)
    quoted = [
        relation
        for relation in quoted_relations(doc, quotes)
        if not any(_within(relation.content[0], turn.content[0]) for turn in turns)
    ]
    spoken = [part for relation in quoted for part in relation.content]
    framed = [
        _from_frame(candidate, quotes, text)
        for candidate in _believed(doc, quotes)
        if not _is_taken(candidate, quoted, spoken) and not _is_taken(candidate, (), [t.content[0] for t in turns])
    ]
    found = [*turns, *map(_from_quotes, quoted), *framed]
    return sorted(found, key=lambda attribution: (attribution.content[0][0], -attribution.content[-1][1]))


def _believed(doc: Doc, quotes: Sequence[Quotation]) -> Iterable[Candidate]:
    """Yield of the candidates of each cue the one that is most often right, if that is often enough."""
    # One word in quote marks may be a sign, a name or irony.
    text = doc.text
    phrases = [quote for quote in quotes if not quote.single and " " in text[quote.start : quote.end].strip()]
    best: dict[int, tuple[float, Candidate]] = {}
    for candidate in candidates(doc):
        believed = _precision(candidate)
        if believed < _PARTLY_QUOTED and quotative(candidate.token) and _holds_any(candidate, phrases):
            believed = _PARTLY_QUOTED
        if believed >= _BELIEVED and believed > best.get(candidate.token.i, (0.0, None))[0]:
            best[candidate.token.i] = (believed, candidate)
    for _, candidate in best.values():
        if not is_unsaid(candidate.token):
            yield candidate


def _holds_any(candidate: Candidate, quotes: Sequence[Quotation]) -> bool:
    inside = (content for content in candidate.content)
    return any(_overlap((q.start, q.end), part) for part in inside for q in quotes)


def _precision(candidate: Candidate) -> float:
    return 0.8 if candidate.frame == "according" else precision(candidate.token, candidate.frame)


def _is_taken(candidate: Candidate, quoted: Sequence[QuotedRelation], spoken: Sequence[Range]) -> bool:
    """Say whether quotations already account for a candidate: it stands in one, has its cue, or is the same words."""
    if any(_within(candidate.cue, part) for part in spoken):
        return True
    # A free-standing quotation only borrows its cue.
    cues = [relation.cue for relation in quoted if relation.cue is not None and relation.rule != "free"]
    if any(_overlap(cue, candidate.cue) for cue in cues):
        return True
    return any(_within(own, part) for own in candidate.content for part in spoken)


def _from_quotes(relation: QuotedRelation) -> Attribution:
    cue = relation.lexeme
    return Attribution(
        source=relation.source,
        cue=relation.cue,
        content=relation.content,
        medium=cue.medium if cue else "speech",
        act=cue.act if cue else "assert",
        confidence=_QUOTED[relation.rule],
        inherited=relation.rule == "free",
    )


def _from_frame(candidate: Candidate, quotes: Sequence[Quotation], text: str) -> Attribution:
    cue = cue_of(candidate.token)
    return Attribution(
        source=candidate.source,
        cue=candidate.cue,
        content=tuple(_whole(part, candidate.cue, quotes, text) for part in candidate.content),
        medium=cue.medium,
        act=cue.act,
        confidence=_precision(candidate),
    )


def _whole(content: Range, cue: Range, quotes: Sequence[Quotation], text: str) -> Range:
    """Return `content` up to a semicolon, widened to the whole of the quotations it cuts.

    The parser runs on over semicolons, and ends clauses at quote marks.
    """
    start, end = content
    semicolon = text.find(";", start, end)
    if semicolon > start and not any(quote.start < semicolon < quote.end for quote in quotes):
        end = semicolon
    for quote in quotes:
        cut = quote.start < end and start < quote.end and not _within((quote.start, quote.end), (start, end))
        if cut and quote.closed and not _overlap((quote.start, quote.end), cue):
            start, end = min(start, quote.start), max(end, quote.end)
    return start, end


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
