"""Who a pronoun, or a noun such as "the candidate" or "the network", stands for."""

from collections.abc import Callable, Collection
from itertools import chain

import numpy as np
from spacy import attrs
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.entities import Discourse, DiscourseEntity
from onrecord.extraction.syntax import NOMINAL_SUBJECTS, PLURAL_NOUNS, dependents
from onrecord.vocabulary import Gender

# How far back a pronoun's person is looked for, in tokens: about three paragraphs of news.
REACH = 250
# Worth of what speaks for a person: all in the measure of 40 tokens' nearness.
_TOKENS = 40
_IS_SUBJECT, _IS_QUOTED, _SPOKE_LAST, _JUST_ACTED, _GOVERNS = 1.0, -2.0, 0.6, 1.0, 2.0
_SAME_PARAGRAPH = 1.0
_SENTENCE_BEFORE, _OWNS, _DOUBTFUL, _NAMELESS, _GENDER_KNOWN = 0.5, -0.4, -1.0, -1.5, 0.5
_BESIDE = -3.0
# An organisation that a pronoun stands for acted no farther back, in tokens.
_SHORTLY = 60
# So far into its sentence stands a pronoun for somebody who is named only after it.
_OPENING = 12
_AS_FOR = ["as", "for"]


class Layout:
    """In which paragraph and in which sentence of a document each token stands, by number; counted once."""

    def __init__(self, doc: Doc) -> None:
        spaces, starts = doc.to_array([attrs.IS_SPACE, attrs.SENT_START]).T
        self._spaces = [0, *np.cumsum(spaces).tolist()]
        self._sentences = [0, *np.cumsum(starts == 1).tolist()]

    def same_paragraph(self, start: int, end: int) -> bool:
        """Say whether the tokens from `start` to before `end` stand in one paragraph."""
        return start >= end or self._spaces[start] == self._spaces[end]

    def sentences_begun(self, start: int, end: int) -> int:
        """Return how many sentences begin from the token `start` to before `end`."""
        return self._sentences[end] - self._sentences[start] if start < end else 0


def of_gender(gender: Gender | None) -> Callable[[DiscourseEntity], bool]:
    """Return what says whether an entity is a person who may be of `gender`."""
    return lambda entity: entity.type == "person" and (gender is None or entity.gender in (None, gender))


def best_before(
    discourse: Discourse,
    layout: Layout,
    at: Token,
    fits: Callable[[DiscourseEntity], bool],
    *,
    last: tuple[int, Collection[DiscourseEntity]],
    quoted: Collection[int],
    resolved: Collection[tuple[DiscourseEntity, DocSpan]],
    beside: Collection[DiscourseEntity],
) -> DiscourseEntity | None:
    """Return the entity before `at` whom a pronoun or noun there most likely stands for, None if there is none.

    Args:
        discourse: who is named in the document.
        layout: its paragraphs and sentences.
        at: the pronoun or noun.
        fits: who may be meant at all, by type and gender.
        last: the head of the last source, and who spoke there, whether they were named or not.
        quoted: the tokens that stand in the contents of statements; those whom they mention are talked about.
        resolved: pronouns and offices before `at`, and whom they stand for.
        beside: whom what `at` does names.
    """
    best: tuple[float, DiscourseEntity] | None = None
    where, spoke = last
    spoken = [(entity, at.doc[where : where + 1]) for entity in spoke]
    for entity, mention in chain(spoken, discourse.before(at.i, REACH), resolved):
        if not fits(entity):
            continue
        same_paragraph = layout.same_paragraph(mention.end, at.i)
        score = _nearness(layout, mention, at, same_paragraph)
        if mention.start in quoted and at.i not in quoted:
            score += _IS_QUOTED
        elif same_paragraph:
            score += _SAME_PARAGRAPH
        score += _SPOKE_LAST if entity in spoke else 0.0
        score += _GENDER_KNOWN if entity.gender is not None else 0.0
        score += _doubt(entity, same_paragraph)
        score += _BESIDE if entity in beside else 0.0
        if best is None or score > best[0]:
            best = (score, entity)
    return best[1] if best else None


def named_next(
    discourse: Discourse, pronoun: Token, fits: Callable[[DiscourseEntity], bool], quoted: Collection[int]
) -> DiscourseEntity | None:
    """Return the subject of the clause that a subordinate clause with `pronoun` opens, None where it is another case.

    "Ever since she left the board, Ada Orlen has ...", "Despite his doubts, Ivo Marek ...".
    """
    for above in pronoun.ancestors:
        for child in dependents(above):
            if child.dep_ not in NOMINAL_SUBJECTS or child.i < pronoun.i or child.head.i == pronoun.head.i:
                continue
            entity = discourse.by_token.get(child.i)
            between = pronoun.doc[pronoun.i : child.left_edge.i]
            opens = any(token.text == "," for token in between) and pronoun.i - pronoun.sent.start < _OPENING
            if entity is not None and fits(entity) and opens and (child.i in quoted) == (pronoun.i in quoted):
                return entity
    return None


def topic(discourse: Discourse, pronoun: Token, fits: Callable[[DiscourseEntity], bool]) -> DiscourseEntity | None:
    """Return of whom its sentence says that it is about them ("As for Rivas, she ..."), None if it does not."""
    sentence = pronoun.sent
    opening = [token.lower_ for token in sentence[: len(_AS_FOR)]]
    if opening != _AS_FOR or pronoun.i - sentence.start > _OPENING:
        return None
    entities = (discourse.by_token.get(i) for i in range(sentence.start, pronoun.i))
    return next((entity for entity in entities if entity is not None and fits(entity)), None)


def named_beside(discourse: Discourse, subject: Token) -> set[DiscourseEntity]:
    """Return whom what `subject` does names: nobody speaks so of themselves ("He said Rivas would pay")."""
    if subject.dep_ not in NOMINAL_SUBJECTS:
        return set()
    # What another verb goes on to tell is another matter ("He will not speak, and Rivas knows it").
    joined = [child for child in dependents(subject.head) if child.dep_ == "conj"]
    others = {token.i for child in joined for token in child.subtree}
    behind = (token.i for token in subject.head.subtree if token.i > subject.i and token.i not in others)
    named = (discourse.by_token.get(i) for i in behind)
    return {entity for entity in named if entity is not None and entity.type == "person"}


def subjects_before(discourse: Discourse, pronoun: Token) -> tuple[DiscourseEntity, ...]:
    """Return those who are together the subject of something shortly before `pronoun` ("Rivas and Marek met")."""
    for i in range(pronoun.i - 1, max(pronoun.i - _SHORTLY, -1), -1):
        first = pronoun.doc[i]
        if first.dep_ in NOMINAL_SUBJECTS and first.n_rights and (others := first.conjuncts):
            entities = [discourse.by_token.get(token.i) for token in (first, *others)]
            if all(entities):
                return tuple(dict.fromkeys(entity for entity in entities if entity is not None))
    return ()


def acted_before(entity: DiscourseEntity, pronoun: Token) -> bool:
    """Say whether `entity` is the subject of something shortly before `pronoun`."""
    mention = entity.before(pronoun.i)
    return mention is not None and pronoun.i - mention.end < _SHORTLY and mention.root.dep_ in NOMINAL_SUBJECTS


def just_acted(entity: DiscourseEntity, plural: Token) -> bool:
    """Say whether `entity` did something in the sentence of the pronoun `plural` or before it, and no others since."""
    mention = entity.before(plural.i)
    if mention is None or not acted_before(entity, plural):
        return False
    between = plural.doc[mention.end : plural.i]
    others = any(token.tag_ in PLURAL_NOUNS and token.dep_ in NOMINAL_SUBJECTS for token in between)
    return not others and sum(token.is_sent_start is True for token in between) <= 1


def _nearness(layout: Layout, mention: DocSpan, at: Token, same_paragraph: bool) -> float:
    root = mention.root
    subject = root.dep_ in NOMINAL_SUBJECTS
    begun = layout.sentences_begun(mention.end, at.i + 1)
    score = -max(at.i - mention.end, 0) / _TOKENS
    score += _IS_SUBJECT if subject else 0.0
    score += _GOVERNS if _governs(root, at) else 0.0
    score += _OWNS if root.dep_ == "poss" else 0.0
    # Who did something in the sentence just before, in the same paragraph, is who is spoken of.
    if subject and same_paragraph and begun == 1:
        score += _JUST_ACTED
    return score + (_SENTENCE_BEFORE if begun else 0.0)


def _governs(root: Token, at: Token) -> bool:
    """Say whether the mention at `root` is, or is whose, the subject of what a pronoun hangs from.

    "Rivas stirred anger over her remark", "One of Rivas's tirades came in May, when she ...".
    """
    subject = root
    while subject.dep_ in {"poss", "pobj", "prep"}:
        subject = subject.head
    verb = subject.head
    # "Though Rivas's party had lost, she began to ...".
    opens = verb.dep_ == "advcl" and at.dep_ in NOMINAL_SUBJECTS and verb.head.i == at.head.i
    return subject.dep_ in NOMINAL_SUBJECTS and subject.i < at.i and (opens or verb in at.ancestors)


def _doubt(entity: DiscourseEntity, same_paragraph: bool) -> float:
    """Return how unlikely it is that the text goes on about `entity`, 0 or less.

    A word that the tagger took for a name once and that is no known name is hardly one; a nameless source is seldom
    spoken of beyond its own paragraph.
    """
    if not entity.named and not same_paragraph:
        return _NAMELESS
    once = entity.type == "person" and len(entity.mentions) == 1 and " " not in entity.name
    return _DOUBTFUL if entity.gender is None and (once or not entity.named) else 0.0
