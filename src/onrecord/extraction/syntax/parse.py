"""What hangs on each word: the parse turned round, once for each document."""

from spacy.tokens import Doc, Token

# Key of `doc.user_data`.
_DEPENDENTS = "onrecord.dependents"


def dependents(token: Token) -> tuple[Token, ...]:
    """Return the words that hang on `token`, in text order.

    They are those of `token.children`, worked out for all words of the document when the first is asked for, so that
    it must have been parsed by then.
    """
    return _of(token.doc)[token.i]


def dependent(token: Token, *relations: str) -> Token | None:
    """Return the first word that hangs on `token` by one of the `relations`."""
    for child in dependents(token):
        if child.dep_ in relations:
            return child
    return None


def has_dependent(token: Token, *relations: str) -> bool:
    """Say whether a word hangs on `token` by one of the `relations`."""
    return dependent(token, *relations) is not None


def dependents_before(token: Token) -> tuple[Token, ...]:
    """Return the words that hang on `token` and stand before it."""
    return tuple(child for child in dependents(token) if child.i < token.i)


def dependents_behind(token: Token) -> tuple[Token, ...]:
    """Return the words that hang on `token` and stand behind it."""
    return tuple(child for child in dependents(token) if child.i > token.i)


def _of(doc: Doc) -> list[tuple[Token, ...]]:
    found: list[tuple[Token, ...]] | None = doc.user_data.get(_DEPENDENTS)
    if found is None:
        hanging: list[list[Token]] = [[] for _ in range(len(doc))]
        for token in doc:
            head = token.head.i
            if head != token.i:
                hanging[head].append(token)
        found = doc.user_data[_DEPENDENTS] = [tuple(children) for children in hanging]
    return found
