"""How what ships types marked sentences: the lexicon says which types a word can tell of, the model which it is.

In a sentence the event is looked for that joins source and target, as reading does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from corpora.articles import of_lines
from corpora.plover import ROOTS, MarkedSentence
from onrecord.extraction import Document, find_quotations
from onrecord.extraction.encoder import Encoder
from onrecord.extraction.events import LEAST_PROBABILITY, find_triggers, likeliest, mark_pieces, marked_clause
from training.attribution.network import load_tokenizer
from training.events.corpus import Example

_MARKS = re.compile("</?[st]>")


@dataclass(frozen=True, slots=True)
class Joined:
    """An event between source and target: its clause as the model reads it, and the types its words can tell of."""

    clause: Example
    types: frozenset[str]

    def root(self, scores: Sequence[float]) -> str | None:
        """Return the root that reading gives the event where the model gives the roots these scores; None for none."""
        root, sure = likeliest(dict(zip(ROOTS, scores, strict=True)), self.types)
        return root if sure >= LEAST_PROBABILITY else None


def joined(sentences: Sequence[MarkedSentence]) -> Iterator[Joined | None]:
    """Yield for each sentence the event that joins its source and target, None where the lexicon has no word for it."""
    encoder, tokenizer = Encoder(), load_tokenizer()
    for one in sentences:
        doc = Document(of_lines(_MARKS.sub("", one.text))).tokenize(encoder.language)
        encoder.annotate(doc, encoder.encode(encoder.split(doc, find_quotations(doc))))
        source, target = (_marked(one.text, mark, doc) for mark in "st")
        yield next(
            (
                Joined(
                    Example(mark_pieces(marked_clause(trigger.root, actor, recipient), tokenizer), one.label, one.kind),
                    trigger.types,
                )
                for trigger in find_triggers(doc)
                if trigger.types
                for actor in trigger.actors
                for recipient in trigger.recipients
                if actor.i in source and recipient.i in target
            ),
            None,
        )


def tell(sentences: Sequence[MarkedSentence], found: Sequence[Joined | None], given: Mapping[int, str | None]) -> str:
    """Return in words how often the lexicon finds an event and its types hold the annotators', and is given that root.

    Args:
        sentences: those of the corpus.
        found: for each the event that joins source and target.
        given: for the numbers of sentences with an event, the root that lexicon and model give it.
    """
    gold = {number: ROOTS[sentences[number].label] for number, one in enumerate(found) if one is not None}
    holding = sum(root in one.types for number, root in gold.items() if (one := found[number]) is not None)
    typed = {number: root for number, root in given.items() if root is not None}
    right = sum(gold[number] == root for number, root in typed.items())
    return (
        f"What ships: a trigger of the lexicon joins source and target in {len(gold)} of {len(sentences)} sentences "
        f"({len(gold) / len(sentences):.1%}), its types hold the annotators' in {holding / len(gold):.1%} of these. "
        f"Lexicon and model make {len(typed)} of them events, {right / len(typed):.1%} with the annotators' root."
    )


def _marked(marked: str, mark: str, doc: Doc) -> set[int]:
    """Return the tokens between the marks of source or target."""
    start, end = (len(_MARKS.sub("", marked.partition(edge)[0])) for edge in (f"<{mark}>", f"</{mark}>"))
    return {token.i for token in doc if start <= token.idx < end}
