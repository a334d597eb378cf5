"""Who speaks in each statement of an article, for whom, and to whom."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from onrecord.extraction.attribution import Attribution
from onrecord.extraction.coreference import HEADS, Coreference, Mention, Referents
from onrecord.extraction.document import name_around
from onrecord.extraction.entities import Discourse, DiscourseEntity
from onrecord.extraction.participants.addressees import addressed
from onrecord.extraction.participants.represented import bare_office, represented
from onrecord.extraction.participants.statement_participants import StatementParticipants
from onrecord.extraction.participants.targets import reply_target, target_heads, targets
from onrecord.records import Reason

# Whoever else is at least so likely is told of, and so many of them.
_LIKELY, _ALTERNATIVES = 0.05, 3
# Features of the ranking that are numbers, in words.
_PLAINLY = dict.fromkeys(("tokens", "tokens, log", "sentences, log", "paragraphs, log"), "nearness") | dict.fromkeys(
    ("mentions, log", "places, log"), "often named"
)


def participant_mentions(doc: Doc, attributions: Sequence[Attribution]) -> Iterator[Mention]:
    """Yield the mentions of those for whom and to whom statements are made, and at whom they are aimed."""
    for one in attributions:
        source = _source(doc, one)
        if source is not None and (head := represented(source)) is not None:
            yield Mention.phrase(head, "speaker")
        if _has_hearers(doc, one):
            for head in addressed(doc, one):
                name = name_around(head)
                yield Mention(head, doc[head.left_edge.i : name.end if name is not None else head.i + 1], "speaker")
        for heads in target_heads(doc, one):
            for head in heads:
                yield Mention.phrase(head, "party")


def resolve_participants(
    doc: Doc, discourse: Discourse, attributions: Sequence[Attribution], coreference: Coreference
) -> list[StatementParticipants]:
    """Return the participants of each of `attributions`.

    Args:
        doc: a document after the language pass.
        discourse: who is named in it.
        attributions: its attribution relations, in the order of the text.
        coreference: whom its mentions stand for, those of `participant_mentions` among them.
    """
    found: list[StatementParticipants] = []
    for one in attributions:
        own = _participants(doc, discourse, one, coreference)
        found.append(targets(doc, one, own, coreference))
    return [reply_target(doc, number, attributions, found) for number in range(len(found))]


def _participants(
    doc: Doc, discourse: Discourse, attribution: Attribution, coreference: Coreference
) -> StatementParticipants:
    """Return who speaks, for whom and to whom."""
    said = coreference.source(attribution)
    source = _source(doc, attribution)
    behalf = _behalf(discourse, source, said.entities, coreference) if source is not None else None
    found = StatementParticipants(
        said.entities, said.sureness, on_behalf_of=behalf, reasons=_reasons(attribution, said)
    )
    if attribution.inherited:
        return found.inherited()
    if not _has_hearers(doc, attribution):
        return found
    hearers = dict.fromkeys(m for head in addressed(doc, attribution) for m in coreference.of(head).entities)
    return replace(found, addressees=tuple(entity for entity in hearers if entity not in found.speakers))


def _reasons(attribution: Attribution, said: Referents) -> tuple[Reason, ...]:
    """Return why it is these who speak: the sieves, in the order in which they spoke."""
    if attribution.source is None and not said.entities:
        return (Reason("speaker", "score/sourceless"),)
    if not said.entities:
        return (Reason("speaker", "score/nobody"),)
    sure = round(said.sureness, 2)
    # That a source's own nouns tell is told only where no rule says how.
    sieves = [one for one in dict.fromkeys(said.sieves) if one != HEADS] or said.sieves
    told = [Reason("speaker", sieve, sure) for sieve in sieves]
    if said.evidence:
        spoke = dict.fromkeys(_PLAINLY.get(name, name) for name, _ in said.evidence)
        told.append(Reason("speaker", "score/evidence", other="; ".join(spoke)))
    names = {entity.name for entity in said.entities}
    others = [(one.name, share) for one, share in said.alternatives if one.name not in names and share >= _LIKELY]
    told += (Reason("speaker", "score/alternative", round(share, 2), name) for name, share in others[:_ALTERNATIVES])
    return tuple(told)


def _source(doc: Doc, attribution: Attribution) -> DocSpan | None:
    """Return the words of a source, None where none are printed or where they are a label."""
    if attribution.source is None or attribution.is_labelled(doc):
        return None
    return doc.char_span(*attribution.source, alignment_mode="expand")


def _has_hearers(doc: Doc, attribution: Attribution) -> bool:
    return not attribution.inherited and attribution.cue is not None and not attribution.is_labelled(doc)


def _behalf(
    discourse: Discourse, source: DocSpan, speakers: Sequence[DiscourseEntity], coreference: Coreference
) -> DiscourseEntity | None:
    """Return for whom the one who speaks does so: by the words of the source, or by the body named before an office."""
    if len(speakers) != 1 or speakers[0].type not in {"person", "group"}:
        return None
    head = represented(source)
    if head is None:
        return bare_office(discourse, source) if speakers[0].named else None
    body = next(iter(coreference.of(head).entities), None)
    return body if body is not speakers[0] else None
