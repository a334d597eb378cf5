"""Who does something, by the parse: the heads of subjects, agents, and of what stands behind prepositions."""

from spacy.tokens import Token

from onrecord.extraction.events.context_words import context_words
from onrecord.extraction.syntax import (
    ACTIVE_SUBJECTS,
    ADNOMINAL_CLAUSES,
    CLAUSAL_COMPLEMENTS,
    NOUNS,
    RELATIVE,
    VERBS,
    antecedent,
    dependents,
    governed,
    has_dependent,
)

_NOBODY = {"no", "not", "neither", "nobody", "none"}
# Before whom something is done to, with or for.
_TOWARDS = {"against", "on", "upon", "with", "to", "from", "at", "into", "of", "over", "between", "among"}
# An event that these govern is somebody's whom another makes, asks or lets do it.
_CONTROLLING = context_words("controlling")
# What these are accused, blamed or kept from is what they do, not who accuses them.
_BLAMING = context_words("blaming")


def behind_day(verb: Token) -> Token | None:
    """Return who does what the parser hangs from the day between them ("Lanta on Friday imposed sanctions")."""
    day = verb.head if verb.dep_ == "acl" and verb.head.ent_type_ in {"DATE", "TIME"} else None
    if day is None or day.dep_ != "pobj" or day.i + 1 != verb.i or day.head.head.pos_ not in NOUNS:
        return None
    return day.head.head


def subjects(verb: Token) -> list[Token]:
    """Return who does what an active verb tells: its own subject, or that of the verb it is joined to or hangs from."""
    if (before := behind_day(verb)) is not None:
        return [before]
    own = [child for child in dependents(verb) if child.dep_ in ACTIVE_SUBJECTS]
    if own:
        return own
    above = verb.head
    if verb.dep_ == "conj" and above.pos_ in VERBS:
        passive = has_dependent(above, "nsubjpass")
        return [child for child in dependents(above) if child.dep_ == "nsubjpass"] if passive else subjects(above)
    if verb.dep_ in CLAUSAL_COMPLEMENTS and above.pos_ in VERBS:
        made = [child for child in dependents(above) if child.dep_ in {"dobj", "nsubjpass"}]
        if made and above.lemma_.casefold() in _CONTROLLING:
            return made
        return subjects(above)
    if verb.dep_ in {"advcl", "pcomp"}:
        while above.pos_ == "ADP" and above != above.head:
            above = above.head
        blamed = [child for child in dependents(above) if child.dep_ in {"dobj", "nsubjpass"}]
        if blamed and above.lemma_.casefold() in _BLAMING and verb.dep_ == "pcomp":
            return blamed
        return subjects(above) if above.pos_ in VERBS else [above]
    return hung_from(verb) if verb.tag_ == "VBG" else []


def hung_from(verb: Token) -> list[Token]:
    """Return the noun that a verb tells of ("the men arrested", "the men who fled")."""
    return [verb.head] if verb.dep_ in ADNOMINAL_CLAUSES else []


def agents_of(verb: Token) -> list[Token]:
    """Return by whom something is said to be done."""
    by = [
        child for child in dependents(verb) if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
    ]
    return [token for child in by for token in governed(child)]


def behind(head: Token) -> list[Token]:
    """Return what stands behind the prepositions that hang from `head`."""
    found: list[Token] = []
    for child in dependents(head):
        if child.dep_ in {"prep", "dative"} and child.lower_ in _TOWARDS:
            found += governed(child)
    return found


def is_nobody(head: Token) -> bool:
    """Say whether nobody is meant ("nobody", "no ships", "not one of them")."""
    return head.lower_ in _NOBODY or any(child.lower_ in _NOBODY for child in dependents(head))


def relative_antecedents(heads: list[Token]) -> list[Token]:
    """Return `heads`, for a relative pronoun what it stands for, also with the second verb of its clause."""
    return [antecedent(token) if token.lower_ in RELATIVE else token for token in heads]


def with_others(heads: list[Token]) -> tuple[Token, ...]:
    """Return `heads` with those named beside them ("Lanta and Sarn")."""
    return tuple(dict.fromkeys(token for head in heads for token in (head, *head.conjuncts) if token.i >= head.i))
