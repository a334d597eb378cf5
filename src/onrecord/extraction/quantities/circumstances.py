"""Where and when a quantity holds, as far as its own sentence says."""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.extraction.document import text_of
from onrecord.extraction.quantities.printed_quantities import PrintedQuantity, words_at
from onrecord.extraction.quantities.units import AGE
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax import clause_verbs, first_conjunct
from onrecord.extraction.temporal import ResolvedTime

_PLACES = {"GPE", "LOC", "FAC"}
_WHERE = lexicons.words("place_contexts.tsv", "holding")


def places(
    doc: Doc, quantities: Sequence[PrintedQuantity], counted: Sequence[CharRange | None]
) -> list[CharRange | None]:
    """Return for each quantity the place it is claimed for, None where its sentence names none.

    The next place after it counts, up to the quantity that follows ("12 in Sarn and 7 in Holm"), then one before it
    that comes after the quantity before; one in the quantity's own clause before one in a clause below it. A place
    counts if it stands behind a preposition of place or within what is counted; not a state that acts ("Velmora said").
    Ages have none.
    """
    mentions = [span for span in doc.ents if span.label_ in _PLACES]
    starts = [mention.start_char for mention in mentions]
    found: list[CharRange | None] = []
    end = len(text_of(doc))
    for number, quantity in enumerate(quantities):
        span = words_at(doc, quantity.where)
        after = quantities[number + 1].where.start if number + 1 < len(quantities) else end
        before = quantities[number - 1].where.end if number else 0
        near = []
        for mention in mentions[bisect_left(starts, before) : bisect_left(starts, after)]:
            if mention.sent == span.sent and quantity.unit != AGE:
                distance = 0 if _lies_in(mention, counted[number]) else _clauses_off(mention, span.root)
                if distance is not None:
                    near.append(
                        (distance, mention.start_char < quantity.where.start, abs(mention.start - span.start), mention)
                    )
        place = min(near, key=lambda one: one[:3])[-1] if near else None
        found.append(CharRange(place.start_char, place.end_char) if place is not None else None)
    return found


def _clauses_off(mention: DocSpan, quantity: Token) -> int | None:
    """Return how many clauses below the quantity's a place stands, None if it is not said to be where things are."""
    root = first_conjunct(mention.root)
    if root.dep_ != "pobj" or root.head.lower_ not in _WHERE:
        return None
    clauses = [clause.i for clause in clause_verbs(root)]
    own = next(clause_verbs(quantity)).i
    return clauses.index(own) if own in clauses else None


def _lies_in(mention: DocSpan, where: CharRange | None) -> bool:
    return where is not None and where.start <= mention.start_char and mention.end_char <= where.end


def times_of(
    doc: Doc, quantities: Sequence[PrintedQuantity], times: Sequence[ResolvedTime]
) -> list[ResolvedTime | None]:
    """Return for each quantity the time it holds for: of its clause, else of a clause around it; None without one.

    What is said on a day holds for that day, so that the time of saying counts where the words said name none.
    """
    if not times:
        return [None] * len(quantities)
    # Of each clause its times in order, by the word at their head; of several with one head the first by its day.
    homes: dict[int, dict[int, tuple[str, int]]] = {}
    for number, time in enumerate(times):
        head = words_at(doc, time.where).root
        own = homes.setdefault(next(iter(clause_verbs(head))).i, {})
        own[head.i] = min(own.get(head.i, (time.period.iso, number)), (time.period.iso, number))
    heads = {home: sorted(own) for home, own in homes.items()}
    found: list[ResolvedTime | None] = []
    for quantity in quantities:
        token = words_at(doc, quantity.where).root
        home = next((clause.i for clause in clause_verbs(token) if clause.i in homes), None)
        if home is None:
            found.append(None)
            continue
        at = bisect_left(heads[home], token.i)
        near = heads[home][max(at - 1, 0) : at + 1]
        number = min((abs(head - token.i), *homes[home][head]) for head in near)[-1]
        found.append(times[number])
    return found
