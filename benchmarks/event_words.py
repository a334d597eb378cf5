"""What ships where events are typed: the lexicon says which types a word can tell of, the model which it is.

In a marked sentence the deed is looked for that joins source and target, as reading does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from benchmarks.language_passes import encoder_pass, lines
from onrecord.extraction.encoder import Encoder
from onrecord.extraction.events import SURE, find_triggers, likeliest, mark_pieces, marked_clause
from training.attribution.network import load_tokenizer
from training.events.corpus import ROOTS, Example

_MARKS = re.compile("</?[st]>")


@dataclass(frozen=True, slots=True)
class Joined:
    """A deed between source and target: its clause as the model reads it, and the types its words can tell of."""

    clause: Example
    types: frozenset[str]

    def root(self, scores: Sequence[float]) -> str | None:
        """Return the root that reading gives the deed where the model gives the roots these scores; None for none."""
        root, sure = likeliest(dict(zip(ROOTS, scores, strict=True)), self.types)
        return root if sure >= SURE else None


def joined(examples: Sequence[Example]) -> Iterator[Joined | None]:
    """Yield for each sentence the deed that joins its source and target, None where the lexicon has no word for it."""
    language_pass, tokenizer = encoder_pass(Encoder()), load_tokenizer()
    for example in examples:
        doc = language_pass.annotated(lines(_MARKS.sub("", example.marked)).tokenize(language_pass.language))
        source, target = (_marked(example.marked, mark, doc) for mark in "st")
        yield next(
            (
                Joined(
                    replace(example, pieces=mark_pieces(marked_clause(deed.root, actor, recipient), tokenizer)),
                    deed.types,
                )
                for deed in find_triggers(doc)
                if deed.types
                for actor in deed.actors
                for recipient in deed.recipients
                if actor.i in source and recipient.i in target
            ),
            None,
        )


def tell(examples: Sequence[Example], found: Sequence[Joined | None], given: Mapping[int, str | None]) -> str:
    """Return in words how often the lexicon finds a deed and its types hold the annotators', and is given that root.

    Args:
        examples: the sentences.
        found: for each the deed that joins source and target.
        given: for the numbers of sentences with a deed, the root that lexicon and model give it.
    """
    gold = {number: ROOTS[examples[number].label] for number, one in enumerate(found) if one is not None}
    holding = sum(root in one.types for number, root in gold.items() if (one := found[number]) is not None)
    typed = {number: root for number, root in given.items() if root is not None}
    right = sum(gold[number] == root for number, root in typed.items())
    return (
        f"What ships: a deed of the lexicon joins source and target in {len(gold)} of {len(examples)} sentences "
        f"({len(gold) / len(examples):.1%}), its types hold the annotators' in {holding / len(gold):.1%} of these. "
        f"Lexicon and model make {len(typed)} of them events, {right / len(typed):.1%} with the annotators' root."
    )


def _marked(marked: str, mark: str, doc: Doc) -> set[int]:
    """Return the tokens between the marks of source or target."""
    start, end = (len(_MARKS.sub("", marked.partition(edge)[0])) for edge in (f"<{mark}>", f"</{mark}>"))
    return {token.i for token in doc if start <= token.idx < end}
