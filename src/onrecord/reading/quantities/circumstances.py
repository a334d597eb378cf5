"""Where and when a figure holds, as far as its own sentence says."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.reading.attribution import Range
from onrecord.reading.cast import Cast
from onrecord.reading.quantities.figures import Figure
from onrecord.records import TimeBasis

type Time = tuple[Range, str, TimeBasis]
"""A time expression: its characters, the ISO 8601 time it stands for, and what that was worked out from."""

_PLACES = {"GPE", "LOC", "FAC"}
_CLAUSES = {"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj", "pcomp"}


def places(doc: Doc, cast: Cast, figures: Sequence[Figure], counted: Sequence[Range | None]) -> list[Range | None]:
    """Return for each figure the place it is claimed for, None where its sentence names none.

    The next place after it counts, up to the figure that follows ("12 in Sarn and 7 in Holm"), then one before it in
    the same sentence that no figure has. A place counts if it stands behind a preposition or within what is counted;
    not a state that acts ("Velmora said").
    """
    mentions = [span for span in doc.ents if span.label_ in _PLACES]
    found: list[Range | None] = []
    for number, figure in enumerate(figures):
        sentence = doc.char_span(*figure.where, alignment_mode="expand").sent
        after = figures[number + 1].where[0] if number + 1 < len(figures) else len(doc.text)
        before = figures[number - 1].where[1] if number else 0
        own = counted[number]
        near = [
            mention
            for mention in mentions
            if sentence.start <= mention.start < sentence.end and (_is_where(mention) or _lies_in(mention, own))
        ]
        place = next((m for m in near if figure.where[1] <= m.start_char < after), None)
        if place is None:
            place = next((m for m in reversed(near) if before <= m.start_char < figure.where[0]), None)
        found.append((place.start_char, place.end_char) if place is not None else None)
    return found


def _is_where(mention: DocSpan) -> bool:
    root = mention.root
    while root.dep_ in {"conj", "compound", "nmod"} and root.head is not root:
        root = root.head
    return root.dep_ == "pobj" and root.head.lower_ not in {"by", "with", "to", "against", "than", "like"}


def _lies_in(mention: DocSpan, where: Range | None) -> bool:
    return where is not None and where[0] <= mention.start_char and mention.end_char <= where[1]


def times_of(doc: Doc, figures: Sequence[Figure], times: Sequence[Time]) -> list[str | None]:
    """Return for each figure the time it holds for: of its clause, else of a clause around it; None without one.

    What is said on a day holds for that day, so that the time of saying counts where the words said name none.
    """
    if not times:
        return [None] * len(figures)
    located = [(span.root, value) for where, value, _ in times if (span := _span(doc, where)) is not None]
    found = []
    for figure in figures:
        token = doc.char_span(*figure.where, alignment_mode="expand").root
        near = [(time, value) for time, value in located if time.sent.start == token.sent.start]
        value = None
        if near:
            clauses = [clause.i for clause in _clauses(token)]
            ranked = [
                (clauses.index(home), abs(time.i - token.i), value)
                for time, value in near
                if (home := next(iter(_clauses(time))).i) in clauses
            ]
            value = min(ranked)[2] if ranked else None
        found.append(value)
    return found


def _span(doc: Doc, where: Range) -> DocSpan | None:
    return doc.char_span(*where, alignment_mode="expand")


def _clauses(token: Token) -> Iterator[Token]:
    """Yield the heads of the clauses around a token, the innermost first."""
    for above in (token, *token.ancestors):
        if (above.dep_ in _CLAUSES and above.pos_ in {"VERB", "AUX"}) or above.dep_ == "ROOT":
            yield above
