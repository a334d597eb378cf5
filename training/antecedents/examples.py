"""Examples: the words for which a choice was made, those who could be meant, and who is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from corpora.antecedents import IsRight, ReadArticle, read_articles
from onrecord.extraction.coreference import Observer
from onrecord.extraction.encoder import Encoder
from onrecord.extraction.entities import DiscourseEntity

UNSEEN = "held"
"""The part of the speakers that nothing is learnt from."""

type Options = Sequence[tuple[tuple[DiscourseEntity, ...], Sequence[Mapping[str, float]]]]


@dataclass(frozen=True, slots=True)
class Example:
    """A choice that is made in reading, and which answers are right.

    Attributes:
        corpus: where it is from.
        article: its name.
        form: of the word.
        options: for each who may be meant the features at each place; the last is nobody.
        right: for each option whether it is right.
    """

    corpus: str
    article: str
    form: str
    options: tuple[tuple[Mapping[str, float], ...], ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Examples:
    """What the corpora tell: of choices, and how often each sieve was right and of how many."""

    choices: tuple[Example, ...]
    right: Counter[str]
    asked: Counter[str]


def examples(encoder: Encoder, *, unseen: bool = False) -> Examples:
    """Return the examples of all corpora without the part that stays unseen, or those of that part alone."""
    choices: list[Example] = []
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    made: dict[int, tuple[str, Options]] = {}

    def observer(corpus: str, part: str, article: str) -> Observer:
        made.clear()
        return _noting(made)

    for one in read_articles(encoder, observer):
        if (one.part == UNSEEN) != unseen:
            continue
        for token, is_right in one.meant.items():
            if token.i in made:
                choices.append(_example(one, *made[token.i], is_right))
            found = one.coreference.of(token)
            if found.sieves:
                asked[found.sieves[0]] += 1
                right[found.sieves[0]] += is_right(found.entities) or _is_newcomer(found.entities)
    return Examples(tuple(choices), right, asked)


def _noting(made: dict[int, tuple[str, Options]]) -> Observer:
    """Return what notes the last choice that was made for each token."""

    def note(at: Token, form: str, options: Options) -> None:
        made[at.i] = form, options

    return note


def _example(article: ReadArticle, form: str, options: Options, is_right: IsRight) -> Example:
    right = [bool(entities) and is_right(entities) for entities, _ in options]
    right[-1] = not any(right)
    return Example(article.corpus, article.name, form, tuple(tuple(places) for _, places in options), tuple(right))


def _is_newcomer(entities: Sequence[DiscourseEntity]) -> bool:
    """Say whether somebody is told by a description alone, which names nobody wrongly."""
    return len(entities) == 1 and not entities[0].named
