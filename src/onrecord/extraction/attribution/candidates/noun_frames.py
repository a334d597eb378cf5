"""Frames of nouns and adjectives, and "according to": what is said as somebody's claim, or that they are sure of."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.extraction.attribution.candidates.candidate import Candidate
from onrecord.extraction.attribution.candidates.estimates import number_of
from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax import (
    ADNOMINAL_CLAUSES,
    CLAUSAL_COMPLEMENTS,
    NOUNS,
    VERBS,
    clause_beside,
    dependent,
    dependents,
    dependents_behind,
    phrase,
    stretch,
    subject_phrase,
    verb_group,
    without,
)

# Verbs whose subject is the owner of the noun that is their object ("issued a warning that ...").
_RECKONINGS = {
    "in": {"word", "telling", "reckoning", "estimation"},
    "by": {"account", "calculation", "count", "estimate", "estimation", "reckoning", "tally"},
}
_ACCORDING = {"according", "per"}
_ISSUING = {"make", "have", "issue", "express", "release"}


def of_noun(noun: Token) -> Iterator[Candidate]:
    """Yield the candidates of which `noun` is the cue: "claims by villagers that ...", "her call for ..."."""
    owner = dependent(noun, "poss")
    source: CharRange | None = phrase(owner) if owner is not None else None
    for child in dependents(noun):
        if source is None and child.dep_ == "prep" and child.lower_ in {"by", "from", "of"}:
            inner = dependent(child, "pobj")
            if inner is not None and child.lower_ != "of":
                source = phrase(inner)
    if source is None and noun.dep_ == "dobj" and noun.head.lemma_ in _ISSUING:
        source = subject_phrase(noun.head)
    cue = stretch(noun, noun)
    owned = ":owned" if source is not None else ""
    beside = clause_beside(noun)
    if beside is not None:
        yield Candidate(noun, "noun:that" + owned, cue, source, (phrase(beside),))
    number = number_of(noun)
    if number is not None and source is not None:
        yield Candidate(noun, "noun:of:number", cue, source, (phrase(number),))
    for child in dependents_behind(noun):
        if child.dep_ in ADNOMINAL_CLAUSES | {"ccomp"}:
            to = verb_group(child).infinitive
            that = any(c.dep_ in {"mark", "dobj"} and c.lower_ == "that" for c in dependents(child))
            if to or that:
                frame = "noun:to" if to else "noun:that"
                yield Candidate(noun, frame + owned, cue, source, (phrase(child),))
        elif child.dep_ == "prep" and child.lower_ not in {"by", "from", "in", "at"} and source is not None:
            inner = dependent(child, "pobj", "pcomp")
            if inner is not None:
                yield Candidate(noun, f"noun:{child.lower_}", cue, source, (phrase(inner),))


def of_adjective(adjective: Token) -> Iterator[Candidate]:
    """Yield the candidates of which `adjective` is the cue: "she is confident that ..."."""
    copula = adjective.head if adjective.dep_ in {"acomp", "attr"} else None
    if copula is None:
        return
    source = subject_phrase(copula)
    cue = stretch(adjective, adjective)
    for child in dependents(adjective):
        if child.i > adjective.i and child.dep_ in CLAUSAL_COMPLEMENTS:
            yield Candidate(adjective, f"adj:{child.dep_}", cue, source, (phrase(child),))
        elif child.i > adjective.i and child.dep_ == "prep":
            inner = dependent(child, "pobj", "pcomp")
            if inner is not None:
                yield Candidate(adjective, f"adj:{child.lower_}", cue, source, (phrase(inner),))


def may_open(token: Token) -> bool:
    """Say whether `token` can open a phrase for whose words those beside it are ("according to", "by the count of")."""
    word = token.lower_
    return word in _ACCORDING or (word in _RECKONINGS and token.dep_ == "prep")


def of_according(token: Token) -> Iterator[Candidate]:
    """Yield "according to X" and "per X": the content is the rest of the clause it hangs on."""
    # In text that is no sentence, a "to" or a name may hang on the word behind it.
    to = next((c for c in dependents(token) if c.lower_ == "to" and c.i > token.i), token)
    inner = dependent(to, "pobj")
    if inner is None or inner.i < to.i or (token.lower_ == "per" and inner.pos_ != "PROPN"):
        return
    own = stretch(token, inner.right_edge)
    yield Candidate(token, "according", stretch(token, to), phrase(inner), _beside(token, own))


def of_estimate(token: Token) -> Iterator[Candidate]:
    """Yield "in the words of X", "by X's count": the content is the rest of the clause it hangs on."""
    owner = estimate_owner(token)
    noun = dependent(token, "pobj")
    if owner is not None and noun is not None and noun.i > token.i:
        own = stretch(token, noun.right_edge)
        cue = stretch(token, owner.head if owner.i > noun.i else noun)
        yield Candidate(token, "according", cue, phrase(owner), _beside(token, own))


def estimate_owner(token: Token) -> Token | None:
    """Return whose words, view or count it is that the preposition `token` brings in, None where it is none such."""
    noun = dependent(token, "pobj")
    if noun is None or noun.lemma_ not in _RECKONINGS.get(token.lower_, ()):
        return None
    of = next((child for child in dependents_behind(noun) if child.lower_ == "of"), None)
    owner = dependent(noun, "poss") or (dependent(of, "pobj") if of is not None else None)
    # "In other words", "in his own words": nobody, or whoever speaks anyway; "by his count" is his.
    told = owner is not None and (owner.pos_ in NOUNS or (owner.tag_ == "PRP$" and token.lower_ == "by"))
    return owner if told else None


def _beside(token: Token, own: CharRange) -> tuple[CharRange, ...]:
    """Return the content of the phrase at `own`, which `token` opens: the clause or sentence that it stands in."""
    # After a comma it holds for the whole sentence before it, else for the clause it hangs on.
    clause = token.sent.root if token.i and token.nbor(-1).text == "," else token.head
    while clause.pos_ not in VERBS and clause.dep_ != "ROOT":
        clause = clause.head
    content = without(phrase(clause), own)
    # What follows in the sentence after the source belongs to the content only if the phrase opens it.
    return content[:1] if own.start > phrase(clause).start else content
