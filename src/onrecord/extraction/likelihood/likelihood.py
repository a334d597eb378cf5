"""How likely each statement of a document is right: its words, and its speakers."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.extraction.attribution import Attribution, Nesting
from onrecord.extraction.likelihood.claim import claims
from onrecord.extraction.likelihood.features import Features
from onrecord.extraction.likelihood.logistic import Question, model_of
from onrecord.extraction.likelihood.speaker_features import features_of_speakers
from onrecord.extraction.likelihood.word_features import features_of_words
from onrecord.extraction.participants import StatementParticipants
from onrecord.extraction.quotations import Quotation
from onrecord.records import Reason

# What speaks against something that is likelier is not told.
_DOUBTED = 0.8
_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely a statement is right, from 0 to 1.

    Attributes:
        words: that it was made, and has these words.
        speakers: that these speak, if it was.
        reasons: what made them so.
    """

    words: float
    speakers: float
    reasons: tuple[Reason, ...] = ()

    @property
    def both(self) -> float:
        """That words and speakers are right."""
        return self.words * self.speakers


def likelihoods(
    doc: Doc,
    quotes: Sequence[Quotation],
    attributions: Sequence[Attribution],
    participants: Sequence[StatementParticipants],
    nesting: Nesting,
) -> list[Likelihood]:
    """Return how likely each statement of a document is right, in the order of `attributions`.

    Two logistic regressions, fitted on annotated news pages (`training.likelihood`): of the words whether anybody is
    told to have said or written them, and of the speakers whether they did. A turn behind a label is taken as it is.

    Args:
        doc: a document after the language pass.
        quotes: its quotations.
        attributions: its attribution relations.
        participants: for each, who speaks.
        nesting: which of them stand in the words of which.
    """
    found = []
    for claim in claims(doc, quotes, attributions, participants, nesting):
        if claim.relation.is_labelled(doc):
            # News has too few turns to judge them by; what is known of them is that a label opens them.
            found.append(Likelihood(claim.relation.confidence, claim.participants.sureness))
            continue
        words, of_words = _judged("words", features_of_words(claim))
        speakers, of_speakers = _judged("speakers", features_of_speakers(claim))
        found.append(Likelihood(words, speakers, (of_words, of_speakers)))
    return found


def _judged(question: Question, features: Features) -> tuple[float, Reason]:
    """Return the answer to a question, and the reason that tells of it."""
    model = model_of(question)
    likely = model.probability(features)
    # "The cue's word always tells something" is a number, though it is one.
    cases = {name: value for name, value in features.items() if value is True}
    against = model.against(cases) if likely < _DOUBTED else []
    since = f"less since {'; '.join(against)}" if against else None
    return likely, Reason("confidence", f"score/{question}", round(likely, _DIGITS), since)
