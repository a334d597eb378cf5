"""Which person a pronoun, or an epithet such as "the candidate", stands for."""

from collections.abc import Callable, Collection

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.reading.cast import Cast, Member
from onrecord.records import Gender

GENDERS: dict[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
COLLECTIVE = {"it", "they", "them", "its", "their"}
OWN = {"i", "we", "me", "us", "my", "our", "myself", "ourselves"}
RELATIVE = {"who", "which", "that"}
# How far back a pronoun's person is looked for, in tokens: about three paragraphs of news.
REACH = 250
_SUBJECT = {"nsubj", "nsubjpass"}
# Worth of what speaks for a person: all in the measure of 40 tokens' nearness.
_TOKENS = 40
_IS_SUBJECT, _IS_QUOTED, _SPOKE_LAST, _JUST_ACTED = 1.0, -2.0, 1.2, 1.0
_SENTENCE_BEFORE, _OWNS, _DOUBTFUL = 0.5, -0.4, -1.0


def best_person(
    cast: Cast, at: Token, fits: Callable[[Member], bool], *, last: Collection[Member], quoted: Collection[int]
) -> Member | None:
    """Return the person before `at` whom a pronoun there most likely stands for, None if there is none.

    Args:
        cast: who is named in the document.
        at: the pronoun.
        fits: who may be meant at all, by gender for one.
        last: who spoke last.
        quoted: the tokens that stand in the contents of statements; those whom they mention are talked about.
    """
    best: tuple[float, Member] | None = None
    for member, mention in cast.person_before(at.i, REACH):
        if not fits(member):
            continue
        score = _nearness(mention, at)
        score += _IS_QUOTED if mention.start in quoted and at.i not in quoted else 0.0
        score += _SPOKE_LAST if member in last else 0.0
        # A word that the tagger took for a name once and that is no known name.
        score += _DOUBTFUL if member.named and member.gender is None and _doubtful(member) else 0.0
        if best is None or score > best[0]:
            best = (score, member)
    return best[1] if best else None


def _nearness(mention: DocSpan, at: Token) -> float:
    doc: Doc = at.doc
    between = doc[mention.end : at.i]
    subject = mention.root.dep_ in _SUBJECT
    score = -len(between) / _TOKENS
    score += _IS_SUBJECT if subject else 0.0
    score += _OWNS if mention.root.dep_ == "poss" else 0.0
    # Who did something in the sentence just before, in the same paragraph, is who is spoken of.
    near = sum(token.is_sent_start is True for token in doc[mention.end : at.i + 1]) == 1
    score += _JUST_ACTED if subject and near and not any(token.is_space for token in between) else 0.0
    return score + (_SENTENCE_BEFORE if mention.sent.start != at.sent.start else 0.0)


def _doubtful(member: Member) -> bool:
    return len(member.mentions) == 1 and " " not in member.name
