"""The events that statements are: who accuses, demands or promises does it by saying so."""

from spacy.tokens import Doc

from onrecord.extraction.attribution import Attribution
from onrecord.extraction.events.arguments import Arguments
from onrecord.extraction.events.coded_event import CodedEvent
from onrecord.extraction.events.standing import Asserted, standing
from onrecord.extraction.events.statements import Statements
from onrecord.extraction.participants import acting_word
from onrecord.extraction.ranges import CharRange, within
from onrecord.vocabulary import Act, EventType

VERBAL: dict[Act, EventType] = {
    "deny": "REJECT", "reject": "REJECT", "accuse": "ACCUSE", "criticise": "ACCUSE", "demand": "REQUEST",
    "propose": "REQUEST", "promise": "AGREE", "agree": "AGREE", "threaten": "THREATEN", "praise": "SUPPORT",
}  # fmt: skip
"""The acts that are events, with their types."""

# Who is told is not who is praised or accused.
_ASKING: set[Act] = {"agree", "demand", "promise", "propose", "threaten"}
# A statement of which it is less likely that it is one does nothing to anybody.
_BELIEVED = 0.2


def verbal_event(doc: Doc, statements: Statements, arguments: Arguments, number: int) -> CodedEvent | None:
    """Return the event that a statement is, None where it is none.

    "Lanta accused Sarn of piracy" is one, "Lanta said that Sarn was near" is not, nor what nobody known has said.

    Args:
        doc: a document after the language pass.
        statements: its statements.
        arguments: who takes part in its events.
        number: that of the statement.
    """
    one, participants = statements.attributions[number], statements.participants[number]
    likely = statements.likelihoods[number]
    type_ = VERBAL.get(one.act)
    recipients = participants.targets or (participants.addressees if one.act in _ASKING else ())
    if (
        type_ is None
        or one.cue is None
        or one.is_labelled(doc)
        or one.medium == "thought"
        or one.inherited
        or not participants.speakers
        or one.modality == "expected"
        or likely.words < _BELIEVED
    ):
        return None
    outer, day = statements.nesting.outer(number), statements.days[number]
    words = _words_of_act(doc, one, one.cue)
    modality = standing(Asserted("happened", statements.act(outer)), words)
    assert modality is not None, "only what is planned is asked for"
    return CodedEvent(
        type=type_,
        where=[words],
        actors=arguments.with_sectors(participants.speakers),
        recipients=arguments.with_sectors(recipients),
        place=None,
        date=day.period.iso if day.period else None,
        date_basis=day.basis if day.period else None,
        modality=modality,
        telling=number,
        teller=outer,
        confidence=likely.both,
    )


def _words_of_act(doc: Doc, attribution: Attribution, cue: CharRange) -> CharRange:
    """Return the cue of a statement, or the word of its own that does what it does ("we thank Lanta")."""
    word = acting_word(doc, attribution)
    at = CharRange(word.idx, word.idx + len(word)) if word is not None else cue
    return cue if within(at, cue) else at
