"""Who asks and who answers in an interview."""

from collections.abc import Sequence

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.extraction.entities import Discourse, DiscourseEntity
from onrecord.extraction.syntax import dependents_before, dependents_behind, is_passive

_INTERVIEWING = {"speak", "talk", "interview"}


def interview(discourse: Discourse, lead: DocSpan) -> tuple[DiscourseEntity | None, DiscourseEntity | None]:
    """Return who asks and who answers, as far as `lead`, the words before an interview, tell; None for who is not told.

    "Rivas spoke to Marek": Rivas asks. "Rivas was interviewed by Marek" is left open.
    """
    for verb in lead:
        if verb.lemma_ not in _INTERVIEWING or is_passive(verb):
            continue
        asking = [child for child in dependents_before(verb) if child.dep_ == "nsubj"]
        answering = [child for child in dependents_behind(verb) if child.dep_ == "dobj"]
        answering += [t for t in verb.subtree if t.dep_ == "pobj" and t.i > verb.i and t.head.lower_ in {"to", "with"}]
        pair = [_person_at(discourse, heads) for heads in (asking, answering)]
        if all(pair):
            return pair[0], pair[1]
    return None, None


def _person_at(discourse: Discourse, heads: Sequence[Token]) -> DiscourseEntity | None:
    entities = (discourse.by_token.get(head.i) for head in heads)
    return next((entity for entity in entities if entity is not None and entity.type == "person"), None)
