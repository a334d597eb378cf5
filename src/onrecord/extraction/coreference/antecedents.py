"""What the syntax of its sentence tells of whom a pronoun or noun stands for."""

from collections.abc import Callable, Collection

from spacy.tokens import Token

from onrecord.extraction.entities import Discourse, DiscourseEntity
from onrecord.extraction.syntax import NOMINAL_SUBJECTS, dependents
from onrecord.vocabulary import Gender

# How far back a pronoun's person is looked for, in tokens: about three paragraphs of news.
REACH = 250
# How far back it is looked for whom a noun stands for, in tokens: a noun tells more than a pronoun.
FAR = 600
# Those who did something together and are "they" did it no farther back, in tokens.
_SHORTLY = 60
# So far into its sentence stands a pronoun for somebody who is named only after it.
_OPENING = 12
_AS_FOR = ["as", "for"]


def of_gender(gender: Gender | None) -> Callable[[DiscourseEntity], bool]:
    """Return what says whether an entity is a person who may be of `gender`."""
    return lambda entity: entity.type == "person" and (gender is None or entity.gender in (None, gender))


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


def governs(root: Token, at: Token) -> bool:
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
