"""Texts of which it is known what is a copy of what: real articles, and what a script makes of them, by one seed.

The articles are of FNC-1 and en-worldwide-newswire (`corpora.news`). Two that tell of one event, by the characteristic
words they share, are held to be no copies where a rule says so that counts no shingles: of the narrated sentences of
the shorter one at most a tenth has a like one in the other (difflib, on words: 70 % in common). Pairs in between are
left out, so that the set has none that people would quarrel over; FNC-1 has many, and many real copies.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from itertools import chain, zip_longest
from typing import NamedTuple

from corpora.news import sampled
from onrecord.linking import Story, characteristic

POSITIVE = (
    "verbatim", "headline changed", "cut", "reordered", "cut and reordered", "sentences replaced", "words replaced",
)  # fmt: skip
"""What is made of an article that is still a copy of it."""
NEGATIVE = ("same event", "same quotations")
"""What is no copy of it: another article on the event, and that one with the quotations of the first put in."""

FIRST_DAY = date(2015, 1, 1)
_DAYS = 40
_ALL = 10_000
# Sentences of an article that is taken; words of a sentence that the rule looks at; characteristic words of an event.
_FEWEST, _LONGEST, _WORDS, _ON_ONE_EVENT, _MAYBE_ON_ONE = 8, 60, 6, 4, 2
_TITLE = 9
# How like two sentences are the same, and of how many such two articles are held to be copies, or to be none.
_LIKE, _MOST_ALIKE = 0.7, 0.1

_END = re.compile(r"(?<=[.!?])[”\"’']?\s+(?=[“\"‘A-Z])")
_QUOTE = re.compile(r"[“”\"]")
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")

type Text = list[list[str]]
"""The sentences of each paragraph."""


class Others(NamedTuple):
    """The sentences of all articles, and their words: what is put in the place of others."""

    sentences: list[str]
    words: list[str]


@dataclass(frozen=True, slots=True)
class Made:
    """A text: which article's copy it is (two with the same `origin` are copies), and how it was made."""

    origin: int
    kind: str
    title: str
    paragraphs: tuple[str, ...]
    day: date

    @property
    def text(self) -> str:
        """Its title and paragraphs, a line each."""
        return "\n".join((self.title, *self.paragraphs))


def real_texts(seed: int = 1) -> list[Text]:
    """Return the articles that something is made of, in an order drawn by the seed."""
    found = []
    for article in sampled(_ALL, seed):
        text = [sentences for span in article.paragraphs if (sentences := _END.split(span.text.strip()))]
        if _FEWEST <= sum(map(len, text)) <= _LONGEST:
            found.append(text)
    return found


def others_of(real: Sequence[Text]) -> Others:
    """Return what is put in the place of sentences and words."""
    sentences = list(chain.from_iterable(map(sentences_of, real)))
    return Others(sentences, list(chain.from_iterable(map(str.split, sentences))))


def copied_texts(bases: int, seed: int = 1) -> list[Made]:
    """Return the copies of so many articles, the articles, and for each one on the same event that is no copy.

    Each has a day of its own, so that the article itself need not be the first.
    """
    chance = random.Random(seed)
    real = real_texts(seed)
    others = others_of(real)
    made = []
    for one, other in _pairs(real, bases):
        base, beside = real[one], real[other]
        made.append(_made(one, "base", base, chance))
        made.extend(_made(one, kind, variant(kind, base, others, chance), chance) for kind in POSITIVE)
        made.append(_made(other, "same event", beside, chance))
        made.append(_made(other, "same quotations", _with_quotations(beside, base), chance))
    return made


def variant(kind: str, text: Text, others: Others, chance: random.Random) -> Text:
    """Return a copy of a text, of one of the `POSITIVE` kinds."""
    return _VARIANTS[kind](text, others, chance)


def _pairs(real: Sequence[Text], number: int) -> list[tuple[int, int]]:
    """Return so many pairs of articles on one event, no two of all of which are copies by the rule."""
    words = [set(characteristic(Story(0, "", None, plain(text)))) for text in real]
    having: defaultdict[int, list[int]] = defaultdict(list)
    for number_, some in enumerate(words):
        for word in some:
            having[word].append(number_)
    pairs: list[tuple[int, int]] = []
    chosen: list[int] = []
    for one in range(len(real)):
        near = sorted(
            {other for word in words[one] for other in having[word] if other > one and _quotations(real[one])}
        )
        for other in near:
            if len(words[one] & words[other]) < _ON_ONE_EVENT or {one, other} & set(chosen):
                continue
            if not _narrates(real[other]):
                continue
            known = [(a, b) for a in (one, other) for b in chosen if len(words[a] & words[b]) >= _MAYBE_ON_ONE]
            if all(alike(real[a], real[b]) <= _MOST_ALIKE for a, b in [(one, other), *known]):
                pairs.append((one, other))
                chosen += one, other
                break
        if len(pairs) == number:
            break
    return pairs


def alike(one: Text, other: Text) -> float:
    """Return which share of the narrated sentences of the shorter article has a like one in the other."""
    shorter, longer = sorted((_narrated(one), _narrated(other)), key=len)
    if not shorter:
        return 0.0
    return sum(any(_are_like(a, b) for b in longer) for a in shorter) / len(shorter)


def _narrated(text: Text) -> list[list[str]]:
    """Return the words of the sentences without quotation marks that have several."""
    found = (sentence.lower().split() for paragraph in text for sentence in paragraph if not _QUOTE.search(sentence))
    return [words for words in found if len(words) >= _WORDS]


def _are_like(one: list[str], other: list[str]) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= _LIKE and matcher.quick_ratio() >= _LIKE and matcher.ratio() >= _LIKE


def plain(text: Text) -> str:
    """Return a text with a line for each paragraph."""
    return "\n".join(" ".join(paragraph) for paragraph in text)


def sentences_of(text: Text) -> list[str]:
    """Return the sentences of all paragraphs."""
    return list(chain.from_iterable(text))


def _made(origin: int, kind: str, text: Text, chance: random.Random) -> Made:
    """Return a text with a title, since few of the articles have one: the first words of a sentence."""
    sentences = sentences_of(text)
    title = sentences[len(sentences) // 2 if kind == "headline changed" else 0].split()[:_TITLE]
    day = FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
    return Made(origin, kind, " ".join(title), tuple(" ".join(paragraph) for paragraph in text), day)


def _narrates(text: Text) -> bool:
    """Say whether enough of an article is left without the paragraphs that quote."""
    quoted = sum(map(len, _quotes(text)))
    return 2 * quoted <= len(sentences_of(text))


def _quotes(text: Text) -> list[list[str]]:
    """Return the paragraphs that quote."""
    return [paragraph for paragraph in text if any(_QUOTE.search(sentence) for sentence in paragraph)]


def _verbatim(text: Text, _others: Others, _chance: random.Random) -> Text:
    return text


def _headline_changed(text: Text, _others: Others, _chance: random.Random) -> Text:
    return [["(Agencies)"], *text, ["Additional reporting by our correspondents."]]


def _cut(text: Text, _others: Others, chance: random.Random) -> Text:
    """Leave the first part, two fifths to four fifths, as editors do."""
    left = round(chance.uniform(0.4, 0.8) * len(sentences_of(text)))
    kept: Text = []
    for paragraph in text:
        kept.append(paragraph[:left])
        left -= len(kept[-1])
        if left <= 0:
            break
    return kept


def _reordered(text: Text, _others: Others, chance: random.Random) -> Text:
    """Put the paragraphs in another order, or the sentences where there are hardly any paragraphs."""
    parts = text if len(text) > 3 else [[sentence] for sentence in sentences_of(text)]
    return chance.sample(parts, len(parts))


def _replaced(text: Text, others: Others, chance: random.Random) -> Text:
    """Put sentences of other articles in place of a tenth to two fifths of them."""
    share = chance.uniform(0.1, 0.4)
    return [
        [chance.choice(others.sentences) if chance.random() < share else one for one in paragraph] for paragraph in text
    ]


def _words_replaced(text: Text, others: Others, chance: random.Random) -> Text:
    """Put words of other articles in place of one in ten."""
    return [[reworded(one, others, chance, 0.1) for one in paragraph] for paragraph in text]


def reworded(sentence: str, others: Others, chance: random.Random, share: float) -> str:
    """Put words of others in place of a share of the words of a sentence."""
    words = others.words
    return " ".join(chance.choice(words) if chance.random() < share else one for one in sentence.split())


def _cut_and_reordered(text: Text, others: Others, chance: random.Random) -> Text:
    return _reordered(_cut(text, others, chance), others, chance)


def _with_quotations(text: Text, quoted: Text) -> Text:
    """Put the quotations of one article into another, in place of the paragraphs that quote there."""
    told = [paragraph for paragraph in text if not any(_QUOTE.search(sentence) for sentence in paragraph)]
    said = [[f"“{quotation}” he said."] for quotation in _quotations(quoted)]
    return [paragraph for two in zip_longest(told, said) for paragraph in two if paragraph]


def _quotations(text: Text) -> list[str]:
    """Return what stands between quotation marks, if it is of some length."""
    found = chain.from_iterable(_QUOTED.findall(" ".join(paragraph)) for paragraph in text)
    return [quotation for quotation in found if len(quotation.split()) >= _WORDS]


_VARIANTS: dict[str, Callable[[Text, Others, random.Random], Text]] = {
    "verbatim": _verbatim,
    "headline changed": _headline_changed,
    "cut": _cut,
    "reordered": _reordered,
    "sentences replaced": _replaced,
    "words replaced": _words_replaced,
    "cut and reordered": _cut_and_reordered,
}
