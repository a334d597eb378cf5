"""The words of a source as a whole: who of those they name speaks."""

import re
from itertools import pairwise

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.coreference.source_heads import (
    heads_of,
    holder_behind_body,
    named_behind_all,
    named_in_front,
    with_examples,
)
from onrecord.extraction.entities import Discourse, DiscourseEntity
from onrecord.extraction.syntax import SINGULAR_NOUNS

_HANDLE = re.compile(r"@\w{2,}")
# What stands between the names of a list.
_LISTING = re.compile(
    r"\s*(?:\([^)]*\)|of (?:[A-Z][\w.]+ ?){1,3}|,\s*[DRI]-[A-Z][\w.]+)?,?\s*(?:and|&)?\s*(?:[A-Z][a-z]{1,4}\.\s*)?"
)
_AND = re.compile(r"\band\b|&")
_TOLD_APART = re.compile(r"\(|\bof |,\s*[DRI]-")


def user_of_handle(mention: Mention, context: Context) -> Proposal | None:
    """The user of a network whose handle it has ("one user @quaywatch")."""
    doc = context.doc
    name = next((doc[token.i : token.i + 1] for token in mention.span if _HANDLE.fullmatch(token.text)), None)
    if name is None:
        return None
    known = next((m for m in context.discourse.all_named(name.text) if m.named and m.name == name.text), None)
    return Proposal((known or DiscourseEntity("person", name.text, [name]),))


def with_named_examples(mention: Mention, context: Context) -> Proposal | None:
    """A group and those named as some of it, who come first ("three clerks, including Ada Orlen")."""
    parted = with_examples(mention.span)
    if parted is None:
        return None
    group, examples = parted
    if not all(_is_named(context.discourse, head) for head in heads_of(context.discourse, examples)):
        return None
    whole = (Mention(part.root, part, "source") for part in (examples, group))
    return Proposal(same_as=tuple(whole), sureness=None)


def listed_with_homes(mention: Mention, context: Context) -> Proposal | None:
    """The persons of a list of names with their parties or homes, which the parser gets lost in."""
    span, doc = mention.span, context.doc
    named = _persons_in(context.discourse, span)
    if not named:
        return None
    between = [doc[one.end : two.start].text for (one, _), (two, _) in pairwise(named)]
    first = named[0][0].start
    # "The foreign ministers of Velo and Lanta, Ada Orlen and Ivo Marek": the names close what the parser muddles.
    closing = first > 0 and doc[first - 1].text == "," and span.root.tag_ == "NNS" and named[-1][0].end == span.end
    apart = any(_TOLD_APART.search(words) for words in between) and _AND.search(between[-1])
    if not (closing or apart) or not all(_LISTING.fullmatch(words) for words in between):
        return None
    return Proposal(tuple(dict.fromkeys(entity for _, entity in named)))


def name_lost_by_parser(mention: Mention, context: Context) -> Proposal | None:
    """The person whose name opens or closes a source where the parser finds no name, or a body, at its head."""
    discourse, span = context.discourse, mention.span
    holder = holder_behind_body(discourse, span)
    if holder is not None:
        return Proposal((holder,))
    if mention.head.i in discourse.by_token:
        return None
    heads = heads_of(discourse, span)
    if any(head.i in discourse.by_token for head in heads):
        return None
    named = named_in_front(discourse, span)
    if named is None and len(heads) == 1 and heads[0].tag_ in SINGULAR_NOUNS | {"CD"}:
        named = named_behind_all(discourse, span)
    return Proposal((named,)) if named is not None else None


def speakers_at_heads(mention: Mention, context: Context) -> Proposal:
    """Those at the heads of the source, each resolved for itself."""
    heads = heads_of(context.discourse, mention.span)
    first = heads[0]
    listed = first.i + 1 < len(first.doc) and first.nbor().text == ","
    return Proposal(
        same_as=tuple(Mention(head, mention.span, "speaker") for head in heads),
        sureness=None,
        summed_up=len(heads) > 2 and listed and first.tag_ == "NNS",
    )


def _persons_in(discourse: Discourse, span: DocSpan) -> list[tuple[DocSpan, DiscourseEntity]]:
    """Return the persons named in a span, in the order of the text, with their mentions."""
    return [
        (mention, entity)
        for entity, mention in discourse.between(span.start, span.end)
        if entity.type == "person" and span.start <= mention.start and mention.end <= span.end
    ]


def _is_named(discourse: Discourse, head: Token) -> bool:
    entity = discourse.by_token.get(head.i)
    return entity.named if entity is not None else head.pos_ == "PROPN"
