"""Which words report what somebody says, in which frames they are to be believed, and what they tell of the act."""

from dataclasses import dataclass
from typing import cast

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.syntax import VERBS
from onrecord.vocabulary import Act, Medium


@dataclass(frozen=True, slots=True)
class CueLexeme:
    """What a cue word tells: the medium, the act, and whether it introduces words in quote marks as "say" does."""

    medium: Medium = "speech"
    act: Act = "assert"
    quotative: bool = False


_CUES = {
    lemma: CueLexeme(cast("Medium", medium), cast("Act", act), quotative == "yes")
    for lemma, medium, act, quotative in lexicons.rows("cue_acts.tsv")
}
_PLAIN = CueLexeme()
_THOUGHT = CueLexeme("thought")

_FRAMES = {(lemma, pos, frame): float(precision) for lemma, pos, frame, precision in lexicons.rows("cue_frames.tsv")}


# What a verb that introduces quotations is worth in a frame it was too rarely seen in to be counted: the mean of such.
_UNCOUNTED = {
    "ccomp": 0.61, "parataxis": 0.61, "dobj+ccomp": 0.52, "dobj+xcomp": 0.42, "xcomp": 0.39, "ccomp:left": 0.31,
}  # fmt: skip
_CLAUSAL = {"ccomp", "parataxis", "dobj+ccomp"}
# The verbs that the lexicon has with a particle.
_PHRASAL = {lemma.split()[0] for lemma in _CUES if " " in lemma}
# "Shot back" backs nobody.
_PARTICLES = {"ADP", "ADV", "PART"}
_COUNTED = {lemma for lemma, _, _ in _FRAMES}
_REPORTING = {(lemma, pos) for lemma, pos, _ in _FRAMES}
# The pipeline's lemmatizer takes "hoped" for a form of "hop".
_LEMMAS = {"hop": "hope", "retweete": "retweet"}


def lemma(token: Token) -> str:
    """Return the lemma under which the lexicons have `token`, with its particle if they have it so ("shoot back")."""
    found = token.lemma_.casefold()
    found = _LEMMAS.get(found, found)
    if found in _PHRASAL and token.i + 1 < len(token.doc):
        phrasal = f"{found} {token.nbor().lower_}"
        return phrasal if phrasal in _CUES else found
    return found


def lexeme_of(token: Token) -> CueLexeme:
    """Return what the word `token` tells as a cue; adjectives tell of thoughts ("confident that ...")."""
    return _CUES.get(lemma(token), _THOUGHT if token.pos_ == "ADJ" else _PLAIN)


def is_listed(token: Token) -> bool:
    """Say whether the lexicon tells what `token` does as a cue: not of a particle, though a verb may have its form."""
    return token.pos_ not in _PARTICLES and lemma(token) in _CUES


def quotative_lexeme(token: Token) -> CueLexeme | None:
    """Return the cue `token` is if it is a verb that introduces words in quote marks, else None."""
    if token.pos_ not in VERBS and not token.tag_.startswith("VB"):
        return None
    cue = _CUES.get(lemma(token))
    return cue if cue is not None and cue.quotative else None


def may_report(token: Token) -> bool:
    """Say whether the word of `token` reports in any frame, so that its `precision` is not 0 in all."""
    return (lemma(token), token.pos_) in _REPORTING or quotative_lexeme(token) is not None


def precision(token: Token, frame: str) -> float:
    """Return how often the word of `token` in `frame` reports, with the right source: 0 where that is seldom."""
    counted = _FRAMES.get((lemma(token), token.pos_, frame))
    if counted is not None:
        return counted
    rare = frame in _CLAUSAL or (frame in _UNCOUNTED and lemma(token) not in _COUNTED)
    if rare and quotative_lexeme(token) is not None:
        return _UNCOUNTED[frame]
    return 0.0
