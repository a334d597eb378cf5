"""What the model takes for statements and is none: words not said, signs and instruments, words held at a distance."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.attribution.candidates import is_listed
from onrecord.extraction.attribution.modality import is_refused
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.event_lexicon import word_for
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.ranges import within
from onrecord.extraction.syntax import NOUNS, VERBS, dependents_before, dependents_behind, has_dependent
from onrecord.rules import Rule, active, fired

# What has words or figures on it and says nothing.
_THINGS = lexicons.words("statement_contexts.tsv", "showing")


# A thing that another word than one for saying is about ("ended their quarrel over tuna") must be so likely. Of 65 on
# PolNeAR dev that were less so, 20 were statements; of 22 that were more so, 20.
_LIKELY = 0.8

_CALLED = {"election", "meeting", "session", "strike", "summit", "vote"}
# What somebody says who says nothing.
_NOTHING = {"little", "no more", "nothing more", "little more"}


@dataclass(frozen=True, slots=True)
class Claimed:
    """What the model takes for a statement.

    Attributes:
        relation: the relation, by characters, with its medium.
        head: the word of its cue that tells what kind it is.
        words: its content, from the first word to the last.
        source: the words of its source, None where it has none.
        inside: the quotations that lie in its content.
    """

    relation: Attribution
    head: Token
    words: DocSpan
    source: DocSpan | None
    inside: tuple[Quotation, ...]

    @property
    def is_quoted(self) -> bool:
        """Whether all of the content stands in quote marks: the parser loses its way in quotations."""
        return all(any(quote.where == own for quote in self.inside) for own in self.relation.content)


type Veto = Callable[[Claimed], bool]
"""Says of what the model takes for a statement that it is none."""


def is_vetoed(
    relation: Attribution, head: Token, words: DocSpan, source: DocSpan | None, quotes: Iterable[Quotation]
) -> bool:
    """Say whether a relation that the model found is no statement; see `Claimed` for what is looked at.

    `quotes` are the quotations of the document near its content.
    """
    start, end = relation.content[0].start, relation.content[-1].end
    near = (quote for quote in quotes if start <= quote.start and quote.end <= end)
    inside = tuple(quote for quote in near if any(within(quote.where, own) for own in relation.content))
    claimed = Claimed(relation, head, words, source, inside)
    for veto in active(VETOES):
        if veto.apply(claimed):
            fired(veto, start, end)
            return True
    return False


def _is_not_said(claimed: Claimed) -> bool:
    return claimed.relation.medium != "thought" and is_refused(claimed.head) and not claimed.is_quoted


def _is_on_a_thing(claimed: Claimed) -> bool:
    return claimed.source is not None and claimed.source.root.lemma_ in _THINGS


def _is_a_thing(claimed: Claimed) -> bool:
    verbless = not any(token.pos_ in VERBS for token in claimed.words)
    unlikely = not is_listed(claimed.head) and verbless and claimed.relation.confidence < _LIKELY
    return not claimed.inside and unlikely


def _is_a_name(claimed: Claimed) -> bool:
    head = claimed.head
    known = head.lemma_ == "know" and head.tag_ == "VBN"
    return known and any(child.lower_ == "as" for child in dependents_behind(head))


def _is_nothing(claimed: Claimed) -> bool:
    words = claimed.words
    return not claimed.inside and (words.root.lower_ == "nothing" or words.text.casefold() in _NOTHING)


def _is_supposed(claimed: Claimed) -> bool:
    head = claimed.head
    if claimed.inside or head.lemma_ != "say":
        return False
    supposing = head.dep_ == "ccomp" and head.head.lemma_ == "let"
    bare = head.tag_ == "VB" and head.i == head.sent.start
    behind = head.nbor().lower_ if head.i + 1 < len(head.doc) else ""
    going_on = behind == "that" and any(child.lower_ == "having" for child in dependents_before(head))
    return supposing or bare or going_on


def _is_a_summons(claimed: Claimed) -> bool:
    head = claimed.head
    if claimed.inside or head.lemma_ != "call":
        return False
    behind = [child.lower_ for child in dependents_behind(head) if child.dep_ in {"prt", "prep"}]
    things = {child.lemma_ for child in dependents_behind(head) if child.dep_ == "dobj"}
    return behind[:1] in (["in"], ["into"]) or bool(things & _CALLED)


def _is_a_deed(claimed: Claimed) -> bool:
    head, root = claimed.head, claimed.words.root
    bare = root.dep_ == "dobj" and root.head == head and root.pos_ in NOUNS
    done = head.pos_ == "VERB" and word_for(head) is not None and not has_dependent(head, "prt")
    return not claimed.inside and bare and done and not is_listed(head)


def _is_a_count(claimed: Claimed) -> bool:
    return not claimed.inside and claimed.head.lemma_ == "vote" and claimed.words[0].like_num


def _is_distanced(claimed: Claimed) -> bool:
    words = claimed.words
    if words[0].pos_ != "DET" or any(token.pos_ in VERBS and token.lower_ != "called" for token in words):
        return False
    # Not of the whole document, which spaCy puts together anew each time.
    text = words.text
    for quote in claimed.inside:
        opened, ended = quote.start - words.start_char, quote.end - words.start_char
        before = text[:opened].split()
        one_word = len(before) == 1 and len(text[opened:ended].split()) == 1
        if one_word or (before and before[-1].casefold() == "so-called"):
            return True
    return False


VETOES: tuple[Rule[Veto], ...] = (
    Rule("veto/not-said", _is_not_said),
    Rule("veto/on-a-thing", _is_on_a_thing),
    Rule("veto/a-thing", _is_a_thing),
    Rule("veto/a-name", _is_a_name),
    Rule("veto/nothing", _is_nothing),
    Rule("veto/supposed", _is_supposed),
    Rule("veto/a-summons", _is_a_summons),
    Rule("veto/a-deed", _is_a_deed),
    Rule("veto/a-vote-count", _is_a_count),
    Rule("veto/scare-quotes", _is_distanced),
)
"""The vetoes, in the order in which they are asked; the first that speaks is believed."""
