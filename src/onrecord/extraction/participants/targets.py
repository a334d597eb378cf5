"""At whom a statement is aimed: whom it accuses, criticises, praises, threatens, asks or contradicts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Token

from onrecord.extraction.attribution import Attribution, is_listed, lexeme_of, performed_verb
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
from onrecord.records import Reason
from onrecord.rules import Rule, active, fired
from onrecord.vocabulary import Act, EntityType

_AIMED: set[Act] = {"accuse", "criticise", "praise", "threaten", "demand", "reject", "deny"}
_ANSWERS: set[Act] = {"deny", "reject"}
_AIMED_AT: set[EntityType] = {"person", "organisation", "state", "group"}
# Acts on what somebody does: who does it is the subject of what is said.
_OF_DEEDS: set[Act] = {"accuse", "criticise", "praise"}
# "Called on the town", "lashed out at the union", "disagreed with Rivas", "criticism of the plan".
_TOWARDS = {"on", "upon", "at", "against", "with", "to", "of", "from", "for", "toward", "towards"}
# What is denied or rejected has just been said: "the charge", "that as a joke"; or it is answered ("retorted").
_SAID = {"accusation", "allegation", "assertion", "charge", "claim", "criticism", "demand", "report", "suggestion"}
_EACH = {"each", "every"}
_IT, _THE = {"it", "that", "this"}, {"the", "that", "this", "such", "those", "these"}
# Whom a denial answers spoke no more statements before it.
_LATELY = 1_000
# "Hit back", "shot back".
_ANSWERING = {"counter", "fire", "hit", "retort", "shoot"}
# "Claims by villagers", "the union's plan", "the plan of the union".
_WHOSE = {"by", "of", "from", "against"}


type Aim = Callable[[Doc, Attribution, Token], Iterator[Sequence[Token]]]
"""Gives the heads that may tell at whom a statement is aimed, by the word that makes it what it is.

For each aim the likeliest comes first: of "rejected claims by villagers" the claims are nobody, the villagers somebody.
"""


def target_heads(doc: Doc, attribution: Attribution) -> Iterator[Sequence[Token]]:
    """Yield the heads that may tell at whom an attribution is aimed; see `Aim`."""
    return (heads for _, heads in _aims(doc, attribution))


def targets(
    doc: Doc, attribution: Attribution, participants: StatementParticipants, coreference: Coreference
) -> StatementParticipants:
    """Return the participants with those at whom the statement is aimed."""
    found: dict[DiscourseEntity, Rule[Any]] = {}
    for rule, heads in _aims(doc, attribution):
        known = (_somebody(head, participants.addressees, coreference) for head in heads)
        for entity in next((entities for entities in known if entities), ()):
            found.setdefault(entity, rule)
    aimed_at = {m: rule for m, rule in found.items() if m not in participants.speakers and m.type in _AIMED_AT}
    return _aimed(attribution, participants, aimed_at)


def _aims(doc: Doc, attribution: Attribution) -> Iterator[tuple[Rule[Any], Sequence[Token]]]:
    """Yield the heads that may tell at whom an attribution is aimed, each with the rule that gives it."""
    verb = acting_word(doc, attribution) if attribution.act in _AIMED and attribution.cue is not None else None
    if verb is None:
        return
    found = False
    for rule in active(AIMS):
        # Who does what is demanded is only asked where the demand is of nobody.
        if rule is not DOERS or attribution.act in _OF_DEEDS or (attribution.act == "demand" and not found):
            for heads in rule.apply(doc, attribution, verb):
                found = True
                yield rule, heads


def _aimed(
    attribution: Attribution, participants: StatementParticipants, aimed_at: Mapping[DiscourseEntity, Rule[Any]]
) -> StatementParticipants:
    """Return participants with those at whom their statement is aimed, each by a rule."""
    rules = tuple(dict.fromkeys(aimed_at.values()))
    for rule in rules:
        fired(rule, attribution.content[0].start, attribution.content[-1].end)
    reasons = tuple(Reason("target", rule.id) for rule in rules)
    return replace(participants, targets=tuple(aimed_at), reasons=(*participants.reasons, *reasons))


def _object(doc: Doc, attribution: Attribution, verb: Token) -> Iterator[Sequence[Token]]:
    for head in _objects(verb, asked=attribution.act == "demand"):
        for token in (head, *head.conjuncts):
            yield _whose(token)


def reply_target(
    doc: Doc, number: int, attributions: Sequence[Attribution], found: Sequence[StatementParticipants]
) -> StatementParticipants:
    """Return the participants of a statement, of a denial aimed at nobody with those against whom it answers.

    Where "the charge" is denied that is who spoke last.

    Args:
        doc: a document after the language pass.
        number: which of `attributions` it is.
        attributions: the attribution relations of the document, in the order of the text.
        found: the participants of each, with the targets that their own words tell of.
    """
    attribution, own = attributions[number], found[number]
    if attribution.act not in _ANSWERS or attribution.inherited or own.targets:
        return own
    for rule in active(REPLIES):
        entities = rule.apply(doc, number, attributions, found)
        if entities:
            return _aimed(attribution, own, dict.fromkeys(entities, rule))
    return own


def _last_speaker(
    doc: Doc, number: int, attributions: Sequence[Attribution], found: Sequence[StatementParticipants]
) -> tuple[DiscourseEntity, ...]:
    if not _is_reply(doc, attributions[number]):
        return ()
    denying = {*found[number].speakers, found[number].on_behalf_of}
    before = (found[at].speakers for at in range(number - 1, max(number - _LATELY, 0) - 1, -1))
    others = (tuple(m for m in spoke if m not in denying and m.type in _AIMED_AT) for spoke in before)
    return next((entities for entities in others if entities), ())


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
    words = doc.char_span(attribution.content[0].start, attribution.content[-1].end, alignment_mode="contract")
    verb = None if words is None or lexeme_of(word).act == attribution.act else performed_verb(words)
    return verb if verb is not None and lexeme_of(verb).act == attribution.act else word


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


def _doers(doc: Doc, attribution: Attribution, verb: Token) -> Iterator[Sequence[Token]]:
    """Yield the subject of each part of the content."""
    for start, end in attribution.content:
        content = doc.char_span(start, end, alignment_mode="contract")
        if content is not None and len(content):
            yield from (_whose(child) for child in dependents(content.root) if child.dep_ in NOMINAL_SUBJECTS)


def _whose(head: Token) -> list[Token]:
    """Return `head`, and whose it is or from whom it comes."""
    return [head, *(child for child in dependents(head) if child.dep_ == "poss"), *governed_by(head, *_WHOSE)]


DOERS: Rule[Aim] = Rule("decision/target-doer", _doers)

AIMS: tuple[Rule[Aim], ...] = (Rule("decision/target-object", _object), DOERS)
"""What in the words of a statement tells at whom it is aimed, in order."""

type Answered = Callable[
    [Doc, int, Sequence[Attribution], Sequence[StatementParticipants]], tuple[DiscourseEntity, ...]
]
"""Gives whom a denial answers that is aimed at nobody, by what was said before it; nobody where it does not know."""

REPLIES: tuple[Rule[Answered], ...] = (Rule("decision/target-last-speaker", _last_speaker),)
"""Whom a denial answers that is aimed at nobody, in order: the first rule that knows decides."""

RULES: tuple[Rule[Any], ...] = (*AIMS, *REPLIES)
"""The rules of targets, in order."""
