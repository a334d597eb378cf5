"""From the model's scores to relations: spans by the best path, whole quotations, then whose they are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from spacy import attrs
from spacy.tokens import Doc

from onrecord.extraction.encoder import Floats, Ints, Scores
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.ranges import Neighbours, TokenRange, WordRange

_SOURCE, _CUE, _CONTENT = 1, 3, 5
# The classes that go on from one of these.
_MORE = (2, 4, 6)
_FORBIDDEN = -1e9
# Added to the scores of the classes, since what is best for each word is not what finds most relations whole: a source
# too many costs nothing where no cue claims it.
_LEANING = np.array([0, 1.2, 1.2, -0.6, -0.3, -0.1, 0.1])
# A content belongs to the cue that claims its words most, if it claims them by so much on average.
_LINKED = 0.3
# From another paragraph, by so much.
_LINKED_ACROSS = 0.7
# A claim that is nearly as strong as another.
_NEARLY = 0.5
_TINY = 1e-6
# What a word between a cue and a content takes from the claim, and all of them together.
_FARTHER, _FAR = 0.01, 0.1
# A source belongs to the cue, likewise, if that claims its words by so much on average.
_SOURCED = 0.1
# A quotation of which so much is content is content whole.
_QUOTED = 0.5


@dataclass(slots=True)
class DecodedRelation:
    """A relation by the document's tokens (first, last + 1), with what its confidence is estimated from.

    A quotation without a cue has neither `cue` nor `source`. `others` are the sources that its cue might have had,
    `repairs` the rules that put it right.
    """

    content: list[TokenRange]
    cue: TokenRange | None = None
    source: TokenRange | None = None
    evidence: dict[str, float] = field(default_factory=dict)
    others: list[TokenRange] = field(default_factory=list)
    repairs: tuple[str, ...] = ()


def decode(doc: Doc, windows: Iterable[Scores], quotes: Sequence[Quotation]) -> list[DecodedRelation]:
    """Return the relations of a document, in the order of their content.

    Args:
        doc: the document.
        windows: the model's scores of it.
        quotes: its quotations.
    """
    begins = doc.to_array(attrs.IDX).astype(np.int64)
    inner = Neighbours((where, [where]) for where in (_tokens(begins, quote) for quote in quotes if not quote.single))
    found = [
        one
        for window in windows
        for read in [TokenRange(int(window.tokens[0]), int(window.tokens[-1]) + 1)]
        for one in _related(window, _path(doc, window, inner.near([read])))
    ]
    return sorted(found, key=lambda one: one.content[0])


def _tokens(begins: Ints, quote: Quotation) -> TokenRange:
    first, last = np.searchsorted(begins, quote.inner)
    return TokenRange(int(first), int(last))


def _path(doc: Doc, window: Scores, quotes: Sequence[TokenRange]) -> Ints:
    """Return the class of each word: the likeliest path through each part, and quotations whole."""
    path = np.concatenate([best_path(window.roles[start:end] + _LEANING) for start, end in window.parts])
    for first, last in quotes:
        start, end = np.searchsorted(window.tokens, (first, last))
        inside = path[start:end]
        if end - start < 2 or ((inside > 0) & (inside < _CONTENT)).any():
            continue
        words = np.array([doc[int(token)].text[:1].isalnum() for token in window.tokens[start:end]])
        if words.any() and (inside >= _CONTENT)[words].mean() >= _QUOTED:
            path[start:end] = _CONTENT + 1
            if start == 0 or path[start - 1] < _CONTENT:
                path[start] = _CONTENT
    return path


def best_path(roles: Floats) -> Ints:
    """Return the likeliest classes of n words (n x 7 scores) in which no span goes on that has not begun (Viterbi)."""
    free = roles.argmax(axis=1)
    goes_on = (free > 0) & (free % 2 == 0)
    before = np.concatenate([[0], free[:-1]])
    if not (goes_on & (before != free) & (before != free - 1)).any():
        # What is best for each word is a path.
        return free.astype(np.int64)
    # In plain numbers: an array for each word costs several times more.
    best = [score if label not in _MORE else _FORBIDDEN for label, score in enumerate(roles[0].tolist())]
    backs = []
    for word in roles[1:].tolist():
        top = best.index(max(best))
        back = [top] * len(best)
        for more in _MORE:
            back[more] = more - 1 if best[more - 1] >= best[more] else more
        best = [best[last] + score for last, score in zip(back, word, strict=True)]
        backs.append(back)
    path = [best.index(max(best))]
    for back in reversed(backs):
        path.append(back[path[-1]])
    return np.array(path[::-1], dtype=np.int64)


def _spans(path: Ints, role: int, parts: Sequence[WordRange]) -> Iterator[WordRange]:
    """Yield the spans of a role in a path; none goes over the end of a part."""
    starts = {start for start, _ in parts}
    first: int | None = None
    for at, label in enumerate([*path, 0]):
        if first is not None and (label != role + 1 or at in starts):
            yield WordRange(first, at)
            first = None
        if label == role or (label == role + 1 and first is None):
            first = at
    return


def _related(window: Scores, path: Ints) -> Iterator[DecodedRelation]:
    """Yield the relations of a window: each content with its cue, each cue with its source."""
    cues = list(_spans(path, _CUE, window.parts))
    spans = list(_spans(path, _CONTENT, window.parts))
    claims = _claims(window.content, cues, spans)
    whose = _assigned(claims, _near(window, cues, spans), _apart(cues, spans).reshape(claims.shape))
    sources = list(_spans(path, _SOURCE, window.parts))
    sourcing_of_cues = _claims(window.source, cues, sources).tolist()
    for number, cue in enumerate(cues):
        content = [span for span, owner in zip(spans, whose, strict=True) if owner == number]
        if not content:
            continue
        sourcing = sourcing_of_cues[number]
        best = int(np.argmax(sourcing)) if sourcing else -1
        sourced = bool(sourcing) and sourcing[best] >= _SOURCED
        yield DecodedRelation(
            [_range(window, span) for span in content],
            _range(window, cue),
            _range(window, sources[best]) if sourced else None,
            {
                "cue": float(np.exp(window.roles[cue.start, _CUE])),
                "content": float(np.mean([_sureness(window, span) for span in content])),
                "link": float(claims[number, whose == number].mean()),
                "source": sourcing[best] if sourced else 0.0,
                "sourceless": float(not sourced),
            },
            [_range(window, span) for other, span in enumerate(sources) if other != best],
        )
    for span, owner in zip(spans, whose, strict=True):
        if owner < 0:
            yield DecodedRelation([_range(window, span)], evidence={"content": _sureness(window, span)})


def _claims(scores: Floats, cues: Sequence[WordRange], spans: Sequence[WordRange]) -> Floats:
    """Return by how much a cue (row) claims the words of a span (column), on average."""
    claiming = scores[[cue.start for cue in cues]] if cues else scores[:0]
    claims = [claiming[:, start:end].mean(axis=1) for start, end in spans]
    return np.stack(claims, axis=1) if claims else np.empty((len(cues), 0))


def _near(window: Scores, cues: Sequence[WordRange], spans: Sequence[WordRange]) -> Floats:
    """Return by how much a cue (row) must claim a content (column) to have it."""
    ends = [end for _, end in window.parts]
    cue_parts = np.searchsorted(ends, [start for start, _ in cues], side="right")
    span_parts = np.searchsorted(ends, [start for start, _ in spans], side="right")
    return np.where(cue_parts[:, None] == span_parts[None, :], _LINKED, _LINKED_ACROSS)


def _apart(cues: Sequence[WordRange], spans: Sequence[WordRange]) -> Floats:
    """Return how many words lie between a cue (row) and a content (column)."""
    return np.array(
        [[max(start - cue.end, cue.start - end, 0) for start, end in spans] for cue in cues], dtype=np.float64
    )


def _assigned(claims: Floats, least: Floats, apart: Floats) -> Ints:
    """Return for each content (column) the cue that claims it most (row), -1 where none claims it enough.

    A cue left without any takes from one with several the content that it claims most nearly as much, the nearer one
    where it claims both about alike.
    """
    if not claims.size:
        return np.full(claims.shape[1], -1)
    whose = claims.argmax(axis=0)
    columns = np.arange(len(whose))
    whose[claims[whose, columns] < least[whose, columns]] = -1
    for cue in range(len(claims)):
        if (whose == cue).any():
            continue
        shared = np.array([owner >= 0 and (whose == owner).sum() > 1 for owner in whose])
        # As much as its owner does: two cues that both claim two contents get the one each that suits them.
        share = claims[cue] / np.maximum(claims[whose, columns], _TINY)
        wanted = shared & (claims[cue] >= least[cue]) & (share >= _NEARLY)
        if wanted.any():
            whose[np.where(wanted, share - np.minimum(apart[cue] * _FARTHER, _FAR), -1).argmax()] = cue
    return whose


def _sureness(window: Scores, span: WordRange) -> float:
    """Return how likely the words of a span are content, on average."""
    start, end = span
    return float(np.exp(window.roles[start:end, _CONTENT:]).sum(axis=1).mean())


def _range(window: Scores, span: WordRange) -> TokenRange:
    return TokenRange(int(window.tokens[span.start]), int(window.tokens[span.end - 1]) + 1)
