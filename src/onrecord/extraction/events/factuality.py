"""Whether an event was done, is being done, is planned or threatened, by the words of its own sentence.

The first row that speaks decides; where none does, nothing is told of as an event.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from onrecord.extraction.events.context_words import context_words
from onrecord.extraction.events.telling import Telling
from onrecord.extraction.syntax import NONFINITE_COMPLEMENTS, dependent, dependents_before, has_dependent, verb_group
from onrecord.rules import Rule, active, fired
from onrecord.vocabulary import EventModality

type Told = EventModality | Literal["no event", "as above"]
"""How an event is told of: not as one, or as the verb above tells of what it tells."""

_PLANNING, _PLANNED = context_words("planning"), context_words("planned")
_THREATENING, _AIMS = context_words("threatening"), context_words("aiming")
_PREVENTING = context_words("preventing")
_WANTING, _DOING = context_words("wanting"), context_words("doing")
_UNSETTLED = context_words("unsettled")
# Before what is told besides.
_BESIDE = {"after", "before", "by", "since", "when", "while", "without"}
_UNCERTAIN = {"if", "unless", "whether", "lest"}


@dataclass(frozen=True, slots=True)
class Factuality:
    """A row: how an event is told of, and where it is told of so."""

    told: Told
    where: Callable[[Telling], bool]

    def __call__(self, telling: Telling) -> Told | None:
        """Return how an event is told of by this row, None where the row keeps silent."""
        return self.told if self.where(telling) else None


def factuality(trigger: Token, *, title: bool, reported: bool) -> EventModality | None:
    """Return how an event is told of in its own sentence, None where it is negated, asked for, supposed or impossible.

    Args:
        trigger: the verb or noun that tells of it.
        title: it stands in a title, where the present tense tells of what has happened.
        reported: it is told of in a statement, where "would" may be "will".
    """
    telling = Telling(trigger, verb_group(trigger), title, reported)
    while True:
        told = _told(telling)
        if told != "as above":
            return None if told == "no event" else told
        above = telling.above
        assert above is not None
        telling = Telling(above, verb_group(above), title, reported)


def _told(telling: Telling) -> Told:
    for rule in active(FACTUALITY):
        told = rule.apply(telling)
        if told is not None:
            fired(rule, telling.word.idx, telling.word.idx + len(telling.word))
            return told
    return "no event"


def _is_supposed(telling: Telling) -> bool:
    return any(
        token.lower_ in _UNCERTAIN and token.dep_ == "mark"
        for above in (telling.word, *telling.word.ancestors)
        for token in dependents_before(above)
    )


def _is_asked(telling: Telling) -> bool:
    return telling.word.sent[-1].text.startswith("?")


def _would_have(telling: Telling) -> bool:
    return _would(telling) and telling.group.perfect


def _would(telling: Telling) -> bool:
    return telling.reported and telling.group.modal == "would"


def _is_none(telling: Telling) -> bool:
    return telling.is_noun and not telling.beside.isdisjoint({"no", "any"})


def _is_planned_noun(telling: Telling) -> bool:
    return telling.is_noun and not telling.beside.isdisjoint(_PLANNED)


def _is_unsettled(telling: Telling) -> bool:
    return telling.is_noun and not telling.beside.isdisjoint(_UNSETTLED)


def _is_wanted(telling: Telling) -> bool:
    """Say whether somebody only wants an event done ("called for the release of two men")."""
    head = telling.word.head
    behind = telling.is_noun and head.dep_ == "prep" and head.lower_ in {"for", "on"}
    return behind and head.head.lemma_.casefold() in _WANTING


def _is_prevented_noun(telling: Telling) -> bool:
    return telling.is_noun and telling.above_lemma in _PREVENTING


def _is_threatened_noun(telling: Telling) -> bool:
    return telling.is_object and telling.above_lemma in _THREATENING


def _is_intended_noun(telling: Telling) -> bool:
    return telling.is_object and telling.above_lemma in _PLANNING


def _is_noun(telling: Telling) -> bool:
    return telling.is_noun


def _will(telling: Telling) -> bool:
    return telling.group.is_future


def _has_been_doing(telling: Telling) -> bool:
    return telling.group.perfect and telling.group.form == "VBG"


def _has_done(telling: Telling) -> bool:
    return telling.group.perfect


def _may(telling: Telling) -> bool:
    return telling.group.modal is not None


def _does_not_mean_to(telling: Telling) -> bool:
    return telling.is_infinitive and has_dependent(telling.word.head, "neg")


def _threatens_to(telling: Telling) -> bool:
    return telling.is_infinitive and telling.head_lemma in {*_THREATENING, "threat"}


def _means_to(telling: Telling) -> bool:
    return telling.is_infinitive and telling.head_lemma in _PLANNING


def _is_announced(telling: Telling) -> bool:
    return telling.is_infinitive and telling.title and telling.word.dep_ in {"ROOT", "acl", "relcl"}


def _is_to(telling: Telling) -> bool:
    """Say whether somebody is to do it ("are to meet"), and it is no aim ("our job is to help", "are here to help")."""
    be = telling.word.head
    if not telling.is_infinitive or telling.head_lemma != "be" or telling.word.left_edge.i != be.i + 1:
        return False
    subject = dependent(be, "nsubj")
    return subject is None or subject.lemma_.casefold() not in _AIMS


def _begins_to(telling: Telling) -> bool:
    begins = telling.is_infinitive and telling.head_lemma in _DOING and telling.word.head.pos_ == "VERB"
    # "To start talking, on day one." has no verb above.
    return begins and telling.above is not None


def _is_infinitive(telling: Telling) -> bool:
    return telling.is_infinitive


def _did(telling: Telling) -> bool:
    return telling.group.form == "VBD"


def _is_doing(telling: Telling) -> bool:
    return telling.is_participle and telling.group.progressive and telling.group.tense == "present"


def _was_doing(telling: Telling) -> bool:
    return telling.is_participle and bool(telling.group.auxiliaries)


def _is_complement(telling: Telling) -> bool:
    """Say whether a participle is what the verb above is about ("denied striking"; not "left before striking")."""
    beside = telling.word.head.lower_ in _BESIDE
    return telling.is_participle and telling.word.dep_ in NONFINITE_COMPLEMENTS and not beside


def _denies(telling: Telling) -> bool:
    return _is_complement(telling) and telling.above_lemma == "deny"


def _prevents(telling: Telling) -> bool:
    return _is_complement(telling) and telling.above_lemma in _PREVENTING | _THREATENING


def _did_not_consider(telling: Telling) -> bool:
    above = telling.above
    return _is_complement(telling) and above is not None and has_dependent(above, "neg")


def _is_below_verb(telling: Telling) -> bool:
    return telling.is_participle and telling.above is not None


def _is_held(telling: Telling) -> bool:
    group = telling.group
    return group.form == "VBN" and (group.progressive or (group.tense == "present" and not telling.title))


def _was_held(telling: Telling) -> bool:
    return telling.group.form == "VBN"


def _is_joined(telling: Telling) -> bool:
    word = telling.word
    return word.dep_ == "conj" and word.tag_ == "VB" and word.head.pos_ == "VERB"


def _is_demanded(telling: Telling) -> bool:
    """Say whether somebody demands it: "demands that they resign" has no other form than "they resign"."""
    word = telling.word
    return word.tag_ in {"VB", "VBP"} and word.dep_ == "ccomp" and telling.head_lemma in _WANTING


def _is_bare(telling: Telling) -> bool:
    return telling.word.tag_ == "VB" and not telling.title


def _is_in_title(telling: Telling) -> bool:
    return telling.title


def _does(telling: Telling) -> bool:
    return True


FACTUALITY: tuple[Rule[Factuality], ...] = (
    Rule("decision/modality-supposed", Factuality("no event", _is_supposed)),
    Rule("decision/modality-question", Factuality("no event", _is_asked)),
    Rule("decision/modality-would-have", Factuality("no event", _would_have)),
    Rule("decision/modality-reported-would", Factuality("planned", _would)),
    Rule("decision/modality-noun-none", Factuality("no event", _is_none)),
    Rule("decision/modality-noun-planned", Factuality("planned", _is_planned_noun)),
    Rule("decision/modality-noun-unsettled", Factuality("no event", _is_unsettled)),
    Rule("decision/modality-noun-wanted", Factuality("no event", _is_wanted)),
    Rule("decision/modality-noun-prevented", Factuality("no event", _is_prevented_noun)),
    Rule("decision/modality-noun-threatened", Factuality("threatened", _is_threatened_noun)),
    Rule("decision/modality-noun-intended", Factuality("planned", _is_intended_noun)),
    Rule("decision/modality-noun", Factuality("happened", _is_noun)),
    Rule("decision/modality-future", Factuality("planned", _will)),
    Rule("decision/modality-perfect-progressive", Factuality("ongoing", _has_been_doing)),
    Rule("decision/modality-perfect", Factuality("happened", _has_done)),
    Rule("decision/modality-possible", Factuality("no event", _may)),
    Rule("decision/modality-not-meant", Factuality("no event", _does_not_mean_to)),
    Rule("decision/modality-threatens-to", Factuality("threatened", _threatens_to)),
    Rule("decision/modality-means-to", Factuality("planned", _means_to)),
    Rule("decision/modality-title-to", Factuality("planned", _is_announced)),
    Rule("decision/modality-is-to", Factuality("planned", _is_to)),
    Rule("decision/modality-begins-to", Factuality("as above", _begins_to)),
    Rule("decision/modality-infinitive", Factuality("no event", _is_infinitive)),
    Rule("decision/modality-past", Factuality("happened", _did)),
    Rule("decision/modality-progressive", Factuality("ongoing", _is_doing)),
    Rule("decision/modality-past-progressive", Factuality("happened", _was_doing)),
    Rule("decision/modality-denies-doing", Factuality("denied", _denies)),
    Rule("decision/modality-avoids-doing", Factuality("no event", _prevents)),
    Rule("decision/modality-not-considered", Factuality("no event", _did_not_consider)),
    Rule("decision/modality-participle", Factuality("as above", _is_below_verb)),
    Rule("decision/modality-passive-present", Factuality("ongoing", _is_held)),
    Rule("decision/modality-passive", Factuality("happened", _was_held)),
    Rule("decision/modality-joined", Factuality("as above", _is_joined)),
    Rule("decision/modality-demanded", Factuality("no event", _is_demanded)),
    Rule("decision/modality-bare-verb", Factuality("no event", _is_bare)),
    Rule("decision/modality-title", Factuality("happened", _is_in_title)),
    Rule("decision/modality-present", Factuality("ongoing", _does)),
)
"""How an event is told of, in the order in which it is asked."""
