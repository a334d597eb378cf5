"""The words whose referent is asked for."""

from dataclasses import dataclass
from typing import Literal, Self

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

type MentionKind = Literal["source", "label", "speaker", "party", "subject"]
"""Why a mention is resolved.

- `source`: all the words printed as the source of a statement ("Ada Orlen and two of her aides").
- `label`: the same before a colon, in a transcript ("MAREK:"), where it is a name as such.
- `speaker`: a noun phrase or pronoun in a source, for a hearer, or for whom a source speaks for.
- `party`: one at whom a statement is aimed, or who acts in an event or is acted upon; of those only described,
  people and bodies that act join the discourse.
- `subject`: a pronoun, or the subject of a clause, that nobody asks for; later pronouns go on from it.
"""


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase or a pronoun: its `head` and all its words, `span`."""

    head: Token
    span: DocSpan
    kind: MentionKind

    @classmethod
    def phrase(cls, head: Token, kind: MentionKind) -> Self:
        """Return the mention of a noun or pronoun with what stands before it and hangs from it."""
        return cls(head, head.doc[head.left_edge.i : head.i + 1], kind)
