"""Which words of two statements show that they belong together, and why in a sentence."""

from collections.abc import Iterator, Sequence

from onrecord.linking.cues import cues_in
from onrecord.linking.figures import figure_pairs
from onrecord.linking.links import Evidence
from onrecord.linking.material import Claim, Figure
from onrecord.linking.relations import Relation
from onrecord.linking.words import LEAST_RARE, WORD, rarity, stem
from onrecord.records import Span

# So many words in common are shown, the rarest.
_SHOWN = 3
_VERBS = {
    "repeats": "repeats what was said {day}",
    "denies": "denies what was said {day}",
    "rejects": "rejects what was said {day}",
    "answers": "answers what was said {day}",
    "supports": "supports what was said {day}",
    "contradicts": "cannot be true together with what was said {day}",
    "revises": "changes what the speaker said {day}",
}


def evidence_of(relation: Relation, later: Claim, earlier: Claim) -> tuple[tuple[Evidence, ...], str]:
    """Return the words that show a relation, those of the later statement first, and why it is one, in words.

    Where no words are in common, all that was said is shown.
    """
    shared = _shared(later, earlier)
    figures = next(iter(figure_pairs(later, earlier)), None)
    cue = _cue(relation, later)
    spans = [Evidence(later, span) for span, _ in shared] + [Evidence(earlier, span) for _, span in shared]
    told = []
    if shared:
        told.append("same matter " + ", ".join(f"*{one.text}*" for one, _ in shared))
    if figures is not None:
        one, other, agrees = figures
        spans += [Evidence(later, one.span), Evidence(earlier, other.span)]
        told.append(_of_figures(one, other, agrees=agrees))
    if cue is not None:
        spans.append(Evidence(later, cue))
        told.append(f"cue *{cue.text}*")
    if not told:
        spans = [Evidence(claim, span) for claim in (later, earlier) for span in claim.content]
        told.append("by what both say")
    day = f"on {earlier.day.isoformat()}" if earlier.day else "before"
    reason = f"{_VERBS[relation].format(day=day)}: {'; '.join(told)}"
    return tuple(dict.fromkeys(spans)), reason


def _shared(later: Claim, earlier: Claim) -> list[tuple[Span, Span]]:
    """Return the rarest words that are in what both say, each where it first stands."""
    here, there = _places(later.content), _places(earlier.content)
    common = sorted((found for found in here if found in there), key=lambda found: (-rarity(found), found))
    return [(here[found], there[found]) for found in common[:_SHOWN] if rarity(found) >= LEAST_RARE]


def _places(content: Sequence[Span]) -> dict[str, Span]:
    """Return where each stem first stands."""
    places: dict[str, Span] = {}
    for span, word in _words(content):
        places.setdefault(stem(word), span)
    return places


def _words(content: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    for span in content:
        for found in WORD.finditer(span.text):
            yield Span(span.start + found.start(), span.start + found.end(), found.group()), found.group()


def _cue(relation: Relation, later: Claim) -> Span | None:
    """Return the first word of the later statement, or else its cue, that shows the relation."""
    if later.cue and relation in cues_in(later.cue.text):
        return later.cue
    return next((span for span, word in _words(later.content) if relation in cues_in(word)), None)


def _of_figures(one: Figure, other: Figure, *, agrees: bool) -> str:
    what = f" {' '.join(one.counted.split())}" if one.counted else ""
    return f"{other.span.text} {'is also' if agrees else 'becomes'} {one.span.text}{what}"
