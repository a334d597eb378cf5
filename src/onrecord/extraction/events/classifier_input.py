"""The clause of an event as the event model reads it, with actor and recipient marked."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.extraction.syntax import SIDE_CLAUSES, dependents, postponing

# Clauses beside a verb's own, which tell of other events, with the word that joins them.
_BESIDE = SIDE_CLAUSES | {"cc"}


def marked_clause(root: Token, actor: Token | None, recipient: Token | None) -> list[str]:
    """Return the words of an event's clause in pieces of text, with marks around the phrases for actor and recipient.

    Of "police stormed the camp and arrested two men" the clause of "arrested" is "police arrested two men". What is
    planned or threatened is told as if it were done, "Lanta invade Sarn": the type is the event's and not the plan's.

    Args:
        root: the trigger.
        actor: the head of the phrase for who does it, if anybody does.
        recipient: the head of the phrase for whom, or what, it is done to, if it is to any.
    """
    doc = root.doc
    kept = {token.i for token in root.subtree}
    later = postponing(root)
    for child in dependents(root):
        if (child.dep_ in _BESIDE and child.i > root.i) or child in later:
            kept -= {token.i for token in child.subtree}
    marked = {mark: _phrase(head) for mark, head in (("s", actor), ("t", recipient)) if head is not None}
    kept |= {i for phrase in marked.values() for i in phrase} | {root.i}
    # One in the other's phrase, "the fleet of Lanta", is marked inside it.
    opening = {phrase.start: f"<{mark}>" for mark, phrase in marked.items()}
    closing = {phrase.stop - 1: f"</{mark}>" for mark, phrase in marked.items()}
    return list(_joined([(opening.get(i), doc[i].text_with_ws, closing.get(i)) for i in sorted(kept)]))


def _phrase(head: Token) -> range:
    """Return the tokens of a noun phrase from its first word to its head."""
    start = head.left_edge.i
    while start < head.i and (head.doc[start].is_punct or head.doc[start].is_space):
        start += 1
    return range(start, head.i + 1)


def _joined(words: list[tuple[str | None, str, str | None]]) -> Iterator[str]:
    text = ""
    for before, word, after in words:
        if before is not None:
            yield text
            yield before
            text = ""
        text += word
        if after is not None:
            yield text
            yield after
            text = ""
    yield text
