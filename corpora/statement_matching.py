"""Which statements shown are which of those annotated, and whether words and speakers are right.

Two contents are compared by their words, each known by the place where it begins; a "that" that opens a content is no
part of it. The words that both share, out of all words of either (Jaccard), decide: from `RIGHT_WORDS` on the words are
right, from `SOME_WORDS` on they are the same statement, cut wrongly; below, they have nothing to do with each other.
`speaker_names` decides about speakers. Each statement, shown or annotated, is used once, in this order:

1. A shown one and an annotated one with right words and right speakers; those with more words shared come first.
2. One annotated, several shown (a quotation in two pieces): those of right speakers most of whose words (`RIGHT_WORDS`)
   lie in it and which share no word with each other, if they have its right words all together. All are right.
3. One shown, several annotated (two quotations in one), likewise.
4. Of the rest, a shown and an annotated one that share `SOME_WORDS`; those with more words shared come first. The
   speaker is wrong if it is, whatever the cut; if it is right, the cut is wrong.
5. Of the rest, a shown one most of whose words lie in an annotated one, of which nothing else shown has any of these
   words, is a piece of it, judged likewise; but what is found in such pieces only is missed.

What is shown and left over is junk, also where it says again what is used already. What is annotated and left over is
missed. What is annotated as not required is treated alike, but nobody counts whether it is missed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from corpora.polnear import Range, word_starts
from corpora.real_pages import RealPage
from corpora.speaker_names import speakers_right

type Row = Mapping[str, Any]
"""A statement as it is exported: `content` with places, `speakers` with names."""

type Verdict = Literal["right", "wrong speaker", "wrong cut", "junk"]

RIGHT_WORDS = 0.8
SOME_WORDS = 0.3

type _Words = frozenset[int]
type _Pair = tuple[int, int]
"""Which is shown, which is annotated."""


@dataclass(frozen=True, slots=True)
class Matching:
    """What is known of the statements of a page.

    Attributes:
        verdicts: of each that is shown.
        partners: for each that is annotated, which of those shown it is; none if it is missed.
    """

    verdicts: tuple[Verdict, ...]
    partners: tuple[tuple[int, ...], ...]


def matched(page: RealPage, shown: Sequence[Row]) -> Matching:
    """Return which statements shown are which of those annotated on a page."""
    ours = [content_words(page.text, [(span["start"], span["end"]) for span in row["content"]]) for row in shown]
    theirs = [content_words(page.text, one.content) for one in page.statements]
    pairs = [(at, of) for at in range(len(ours)) for of in range(len(theirs)) if ours[at] & theirs[of]]
    said = {(at, of) for at, of in pairs if speakers_right(page.statements[of].speakers, shown[at]["speakers"])}

    def likeness(pair: _Pair) -> tuple[float, bool]:
        return shared(ours[pair[0]], theirs[pair[1]]), pair in said

    verdicts: dict[int, Verdict] = {}
    partners: dict[int, list[int]] = {}

    def use(verdict: Verdict, some: Sequence[int], of: Sequence[int]) -> None:
        verdicts.update(dict.fromkeys(some, verdict))
        partners.update({one: list(some) for one in of})

    for at, of in _best_first([pair for pair in pairs if pair in said and likeness(pair)[0] >= RIGHT_WORDS], likeness):
        use("right", [at], [of])
    for of in range(len(theirs)):
        some = [at for at in range(len(ours)) if (at, of) in said and at not in verdicts]
        if of not in partners and (pieces := _pieces(theirs[of], {at: ours[at] for at in some})):
            use("right", pieces, [of])
    for at in range(len(ours)):
        some = [of for of in range(len(theirs)) if (at, of) in said and of not in partners]
        if at not in verdicts and (pieces := _pieces(ours[at], {of: theirs[of] for of in some})):
            use("right", [at], pieces)
    rest = [pair for pair in pairs if pair[0] not in verdicts and pair[1] not in partners]
    for at, of in _best_first([pair for pair in rest if likeness(pair)[0] >= SOME_WORDS], likeness):
        use("wrong cut" if (at, of) in said else "wrong speaker", [at], [of])
    used = {of: frozenset().union(*(ours[at] for at in some)) for of, some in partners.items()}
    for at, of in sorted(pairs, key=likeness, reverse=True):
        if at not in verdicts and _lies_within(ours[at], theirs[of]) and not ours[at] & used.get(of, frozenset()):
            verdicts[at] = "wrong cut" if (at, of) in said else "wrong speaker"
    return Matching(
        tuple(verdicts.get(at, "junk") for at in range(len(ours))),
        tuple(tuple(partners.get(of, ())) for of in range(len(theirs))),
    )


def content_words(text: str, content: Sequence[Range]) -> _Words:
    """Return where the words of a content begin, without a "that" that opens it."""
    starts = sorted(word_starts(text, content))
    return frozenset(starts[1:] if starts and text[starts[0] :][:5].lower().split() == ["that"] else starts)


def shared(some: _Words, others: _Words) -> float:
    """Return the words that both have, out of all words of either."""
    return len(some & others) / max(1, len(some | others))


def _lies_within(words: _Words, whole: _Words) -> bool:
    return bool(words) and len(words & whole) >= RIGHT_WORDS * len(words)


def _best_first(pairs: Sequence[_Pair], likeness: Callable[[_Pair], tuple[float, bool]]) -> Iterator[_Pair]:
    """Yield pairs of which each statement is in one, those that are most alike first."""
    ours: set[int] = set()
    theirs: set[int] = set()
    for at, of in sorted(pairs, key=likeness, reverse=True):
        if at not in ours and of not in theirs:
            ours.add(at)
            theirs.add(of)
            yield at, of


def _pieces(whole: _Words, parts: dict[int, _Words]) -> list[int]:
    """Return which of `parts` make up the whole, two or more that share no word; none if they do not."""
    found: list[int] = []
    together: _Words = frozenset()
    for number, words in sorted(parts.items(), key=lambda part: -len(part[1])):
        if _lies_within(words, whole) and not words & together:
            found.append(number)
            together |= words
    return found if len(found) > 1 and shared(together, whole) >= RIGHT_WORDS else []
