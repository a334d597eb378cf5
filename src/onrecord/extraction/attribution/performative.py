"""Verbs that do what they tell by telling it: "we reject the plan", "I would like to thank the crew"."""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.extraction.attribution.candidates import is_listed, lexeme_of
from onrecord.extraction.syntax import FIRST_PERSON_SUBJECTS, dependent, dependents, verb_group
from onrecord.vocabulary import Act

# What is done by saying that one does it.
_PERFORMED: set[Act] = {"accuse", "agree", "criticise", "demand", "deny", "praise", "promise", "propose", "reject"}
# "I want to thank the crew", "we would like to congratulate her".
_WISHING = {"like", "love", "want", "wish"}
_CLAUSES = {"ROOT", "conj", "parataxis"}


def performed_verb(content: DocSpan) -> Token | None:
    """Return the first verb of a content by which its speaker does what the verb tells, None where there is none.

    Austin, How to Do Things with Words, 1962.
    """
    clauses = (token for token in content if token.dep_ in _CLAUSES or not content.start <= token.head.i < content.end)
    return next((verb for token in clauses if (verb := _performs(token)) is not None), None)


def _performs(token: Token) -> Token | None:
    subject = dependent(token, "nsubj")
    if subject is None or subject.lower_ not in FIRST_PERSON_SUBJECTS:
        return None
    group = verb_group(token)
    wished = dependent(token, "xcomp") if token.lemma_ in _WISHING else None
    now = token.tag_ == "VBP" and group.is_bare
    would = wished is not None and group.modal == "would" and not group.negated
    # "I would love to agree, but I cannot".
    if not (now or would) or any(child.lower_ == "but" for child in dependents(token)):
        return None
    verb = wished or token
    return verb if is_listed(verb) and lexeme_of(verb).act in _PERFORMED else None
