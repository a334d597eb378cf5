"""Which words report what somebody says, in which frames they are to be believed, and what they tell of the act."""

from dataclasses import dataclass
from typing import cast

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.records import Act, Medium


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue word tells: the medium, the act, and whether it introduces words in quote marks as "say" does."""

    medium: Medium = "speech"
    act: Act = "assert"
    quotative: bool = False


_CUES = {
    lemma: Cue(cast("Medium", medium), cast("Act", act), quotative == "yes")
    for lemma, medium, act, quotative in lexicons.rows("cue_acts.tsv")
}
_PLAIN = Cue()
_THOUGHT = Cue("thought")

_FRAMES = {(lemma, pos, frame): float(precision) for lemma, pos, frame, precision in lexicons.rows("cue_frames.tsv")}


def cue_of(token: Token) -> Cue:
    """Return what the word `token` tells as a cue; adjectives tell of thoughts ("confident that ...")."""
    return _CUES.get(token.lemma_.casefold(), _THOUGHT if token.pos_ == "ADJ" else _PLAIN)


def quotative(token: Token) -> Cue | None:
    """Return the cue `token` is if it is a verb that introduces words in quote marks, else None."""
    if token.pos_ not in {"VERB", "AUX"} and not token.tag_.startswith("VB"):
        return None
    cue = _CUES.get(token.lemma_.casefold())
    return cue if cue is not None and cue.quotative else None


def precision(token: Token, frame: str) -> float:
    """Return how often the word of `token` in `frame` was a cue in the training articles, 0 if seldom or unseen."""
    return _FRAMES.get((token.lemma_.casefold(), token.pos_, frame), 0.0)
