"""At whom a statement is aimed: whom it accuses, criticises, praises, threatens, asks or contradicts."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from onrecord.extraction.attribution import Attribution, is_listed, lexeme_of
from onrecord.extraction.coreference import NEW, Coreference, is_definite, is_of_people
from onrecord.extraction.entities import TYPE_OF_NOUN, DiscourseEntity
from onrecord.extraction.participants.statement_participants import StatementParticipants
from onrecord.extraction.syntax import (
    CLAUSAL_COMPLEMENTS,
    NOMINAL_COMPLEMENTS,
    NOMINAL_SUBJECTS,
    RELATIVE,
    antecedent,
    dependents,
    governed,
    governed_by,
    has_dependent,
    is_passive,
)
from onrecord.vocabulary import Act, EntityType

_AIMED: set[Act] = {"accuse", "criticise", "praise", "threaten", "demand", "reject", "deny"}
_ANSWERS: set[Act] = {"deny", "reject"}
_ANSWERED: set[Act] = {"accuse", "criticise", "demand", "threaten"}
_AIMED_AT: set[EntityType] = {"person", "organisation", "state", "group"}
# Acts on what somebody does: who does it is the subject of what is said.
_OF_DEEDS: set[Act] = {"accuse", "criticise", "praise"}
# "Called on the town", "lashed out at the union", "disagreed with Rivas", "criticism of the plan".
_TOWARDS = {"on", "upon", "at", "against", "with", "to", "of", "from", "for", "toward", "towards"}
# What is denied or rejected has just been said: "the charge", "that as a joke"; or it is answered ("retorted").
_SAID = {"accusation", "allegation", "assertion", "charge", "claim", "criticism", "demand", "report", "suggestion"}
_EACH = {"each", "every"}
_IT, _THE = {"it", "that", "this"}, {"the", "that", "this", "such", "those", "these"}
# "Hit back", "shot back".
# Whom a denial answers spoke no more statements before it.
_LATELY = 1_000
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


def targets(
    doc: Doc, attribution: Attribution, participants: StatementParticipants, coreference: Coreference
) -> tuple[DiscourseEntity, ...]:
    """Return those at whom a statement is aimed, of a demand without any its hearers."""
    entities: dict[DiscourseEntity, None] = {}
    for heads in target_heads(doc, attribution):
        known = (_somebody(head, participants.addressees, coreference) for head in heads)
        entities |= dict.fromkeys(next((found for found in known if found), ()))
    aimed_at = [m for m in entities if m not in participants.speakers and m.type in _AIMED_AT]
    return tuple(aimed_at) or (participants.addressees if attribution.act == "demand" else ())


def reply_target(
    doc: Doc, number: int, attributions: Sequence[Attribution], found: Sequence[StatementParticipants]
) -> tuple[DiscourseEntity, ...]:
    """Return the targets of a statement, of a denial aimed at nobody those against whom it answers.

    That is who last accused those who deny, or, where "the charge" is denied, who spoke last.

    Args:
        doc: a document after the language pass.
        number: which of `attributions` it is.
        attributions: the attribution relations of the document, in the order of the text.
        found: the participants of each, with the targets that their own words tell of.
    """
    attribution, own = attributions[number], found[number]
    if attribution.act not in _ANSWERS or attribution.inherited or own.targets:
        return own.targets
    denying = {*own.speakers, own.on_behalf_of}
    others = [
        (before, tuple(m for m in found[before].speakers if m not in denying and m.type in _AIMED_AT))
        for before in range(number - 1, max(number - _LATELY, 0) - 1, -1)
    ]
    replies = _is_reply(doc, attribution)
    for before, entities in others if replies or attribution.act == "deny" else ():
        accusing = attributions[before].act in _ANSWERED and denying.intersection(found[before].targets)
        if accusing and entities:
            return entities
    return next((entities for _, entities in others if entities), ()) if replies else ()


def _somebody(head: Token, hearers: Sequence[DiscourseEntity], coreference: Coreference) -> tuple[DiscourseEntity, ...]:
    """Return whom a head stands for; a nameless one has to be a hearer, or people or a body, and one that is meant."""
    found = coreference.of(head)
    if NEW not in found.sieves or any(entity in hearers for entity in found.entities):
        return found.entities
    # "Claims by villagers", "accused the bank of lying": they are somebody, named or not.
    by = head.head.lower_ == "by"
    somebody = by or is_of_people(head) or TYPE_OF_NOUN.get(head.lemma_.casefold()) == "organisation"
    one = is_definite(head) or any(child.dep_ == "poss" or child.lower_ in _EACH for child in dependents(head))
    return found.entities if somebody and (head.tag_ == "NNS" or (one and not by)) else ()


def _is_reply(doc: Doc, attribution: Attribution) -> bool:
    """Say whether a denial is of what somebody has just said ("denied the charge", "retorted that it was late")."""
    verb = acting_word(doc, attribution)
    if verb is None:
        return False
    for head in _objects(verb, asked=False):
        whose = has_dependent(head, "poss")
        the = any(child.lower_ in _THE for child in dependents(head)) and not whose
        if head.lower_ in _IT or (head.lemma_ in _SAID and the):
            return True
    return verb.lemma_ in _ANSWERING


def acting_word(doc: Doc, attribution: Attribution) -> Token | None:
    """Return the word that makes a statement what it is, None where it has no cue.

    In the cue "took to the air to accuse" that is not the uppermost, and in "'We thank Lanta,' said Marek" not the cue.
    """
    cue = attribution.cue_in(doc)
    if cue is None:
        return None
    word = next((token for token in reversed(list(cue)) if is_listed(token)), cue.root)
    words = doc.char_span(*attribution.content[0], alignment_mode="contract")
    if words is None or lexeme_of(word).act == attribution.act or lexeme_of(words.root).act != attribution.act:
        return word
    return words.root


def _objects(verb: Token, *, asked: bool) -> Iterator[Token]:
    passive, has_object = is_passive(verb), has_dependent(verb, *NOMINAL_COMPLEMENTS)
    for child in dependents(verb):
        if child.dep_ in NOMINAL_COMPLEMENTS or (passive and child.dep_ == "nsubjpass"):
            # "Rwanda, which Congo accuses".
            yield antecedent(child) if child.lower_ in RELATIVE else child
        elif child.dep_ == "prep" and child.lower_ in _TOWARDS and not (child.lower_ == "for" and has_object):
            # "Criticised the act during a stop for his wife" is not aimed at her.
            yield from governed(child)
        elif asked and child.dep_ in CLAUSAL_COMPLEMENTS and verb.i < child.i:
            # "Urged the town to pay", "demanded that the town pay".
            yield from (token for token in dependents(child) if token.dep_ in NOMINAL_SUBJECTS)


def _doers(doc: Doc, attribution: Attribution) -> Iterator[Sequence[Token]]:
    """Yield the subject of each part of the content."""
    for start, end in attribution.content:
        content = doc.char_span(start, end, alignment_mode="contract")
        if content is not None and len(content):
            yield from (_whose(child) for child in dependents(content.root) if child.dep_ in NOMINAL_SUBJECTS)


def _whose(head: Token) -> list[Token]:
    """Return `head`, and whose it is or from whom it comes."""
    return [head, *(child for child in dependents(head) if child.dep_ == "poss"), *governed_by(head, *_WHOSE)]
