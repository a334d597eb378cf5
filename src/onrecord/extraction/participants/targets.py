"""At whom a statement is aimed: whom it accuses, criticises, praises, threatens, asks or contradicts."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from onrecord.extraction.attribution import Attribution, is_listed, lexeme_of
from onrecord.extraction.syntax import RELATIVE
from onrecord.vocabulary import Act

_AIMED: set[Act] = {"accuse", "criticise", "praise", "threaten", "demand", "reject", "deny"}
# Acts on what somebody does: who does it is the subject of what is said.
_OF_DEEDS: set[Act] = {"accuse", "criticise", "praise"}
_OBJECTS = {"dobj", "dative", "attr", "oprd"}
_SUBJECTS = {"nsubj", "nsubjpass"}
# "Called on the town", "lashed out at the union", "disagreed with Rivas", "criticism of the plan".
_TOWARDS = {"on", "upon", "at", "against", "with", "to", "of", "from", "for", "toward", "towards"}
# What is denied or rejected has just been said: "the charge", "that as a joke"; or it is answered ("retorted").
_SAID = {"accusation", "allegation", "assertion", "charge", "claim", "criticism", "demand", "report", "suggestion"}
_IT, _THE = {"it", "that", "this"}, {"the", "that", "this", "such", "those", "these"}
# "Hit back", "shot back".
_ANSWERING = {"counter", "fire", "hit", "retort", "shoot"}
# "Claims by villagers", "the union's plan", "the plan of the union".
_WHOSE = {"by", "of", "from", "against"}


def target_heads(doc: Doc, attribution: Attribution) -> Iterator[Sequence[Token]]:
    """Yield the heads that may tell at whom an attribution is aimed, for each aim the likeliest first.

    "Rejected claims by villagers": the claims are nobody, the villagers somebody.
    """
    if attribution.act not in _AIMED or attribution.cue is None:
        return
    verb = acting_word(doc, attribution)
    if verb is None:
        return
    found = False
    for head in _objects(verb, asked=attribution.act == "demand"):
        for token in (head, *head.conjuncts):
            found = True
            yield _whose(token)
    if attribution.act in _OF_DEEDS or (attribution.act == "demand" and not found):
        yield from _doers(doc, attribution)


def is_reply(doc: Doc, attribution: Attribution) -> bool:
    """Say whether a denial is of what somebody has just said ("denied the charge", "retorted that it was late")."""
    verb = acting_word(doc, attribution)
    if verb is None:
        return False
    for head in _objects(verb, asked=False):
        whose = any(child.dep_ == "poss" for child in head.children)
        the = any(child.lower_ in _THE for child in head.children) and not whose
        if head.lower_ in _IT or (head.lemma_ in _SAID and the):
            return True
    return verb.lemma_ in _ANSWERING


def acting_word(doc: Doc, attribution: Attribution) -> Token | None:
    """Return the word that makes a statement what it is, None where it has no cue.

    In the cue "took to the air to accuse" that is not the uppermost, and in "'We thank Lanta,' said Marek" not the cue.
    """
    cue = doc.char_span(*attribution.cue, alignment_mode="expand") if attribution.cue is not None else None
    if cue is None:
        return None
    word = next((token for token in reversed(list(cue)) if is_listed(token)), cue.root)
    words = doc.char_span(*attribution.content[0], alignment_mode="contract")
    if words is None or lexeme_of(word).act == attribution.act or lexeme_of(words.root).act != attribution.act:
        return word
    return words.root


def _objects(verb: Token, *, asked: bool) -> Iterator[Token]:
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    for child in verb.children:
        if child.dep_ in _OBJECTS or (passive and child.dep_ == "nsubjpass"):
            # "Rwanda, which Congo accuses".
            yield verb.head if child.lower_ in RELATIVE and verb.dep_ == "relcl" else child
        elif child.dep_ == "prep" and child.lower_ in _TOWARDS:
            yield from (token for token in child.children if token.dep_ == "pobj")
        elif asked and child.dep_ in {"ccomp", "xcomp"} and verb.i < child.i:
            # "Urged the town to pay", "demanded that the town pay".
            yield from (token for token in child.children if token.dep_ in _SUBJECTS)


def _doers(doc: Doc, attribution: Attribution) -> Iterator[Sequence[Token]]:
    """Yield the subject of each part of the content."""
    for start, end in attribution.content:
        content = doc.char_span(start, end, alignment_mode="contract")
        if content is not None and len(content):
            yield from (_whose(child) for child in content.root.children if child.dep_ in _SUBJECTS)


def _whose(head: Token) -> list[Token]:
    """Return `head`, and whose it is or from whom it comes."""
    whose = [child for child in head.children if child.dep_ == "poss"]
    for child in head.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in _WHOSE:
            whose += [token for token in child.children if token.dep_ == "pobj"]
    return [head, *whose]
