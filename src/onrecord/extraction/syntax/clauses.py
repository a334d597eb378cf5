"""How clauses are embedded: which verb governs a word, in which clauses it stands, what a noun's clause tells."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.syntax.parse import dependents
from onrecord.extraction.syntax.relations import CLAUSES
from onrecord.extraction.syntax.word_classes import VERBS

_CLAIMS = lexicons.words("statement_contexts.tsv", "thesis")


def governing_verb(token: Token) -> Token | None:
    """Return the nearest verb above `token`, None where there is none: "left" for "navy" in "the navy's head left".

    Of a verb it is the next one up, not the verb itself.
    """
    return next((above for above in token.ancestors if above.pos_ in VERBS), None)


def clause_verbs(token: Token) -> Iterator[Token]:
    """Yield the heads of the clauses that `token` stands in, the innermost first; the last is that of the sentence.

    Open complements make no clause of their own: in "wants to leave" both are of that of "wants". The head of the
    sentence may be no verb.
    """
    for above in (token, *token.ancestors):
        if (above.dep_ in CLAUSES and above.pos_ in VERBS) or above.dep_ == "ROOT":
            yield above


def belongs_to(token: Token, verb: Token) -> bool:
    """Say whether `token` is below `verb`, and below no other verb between them."""
    for above in token.ancestors:
        if above.i == verb.i:
            return True
        if above.pos_ in VERBS:
            return False
    return False


def first_conjunct(token: Token) -> Token:
    """Return the first of the words that `token` is joined to: "Lanta" for "Sarn" in "Lanta and Sarn", else itself."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def antecedent(pronoun: Token) -> Token:
    """Return the noun that the clause of a relative pronoun tells of: "men" for "who" in "men who shot and fled".

    The pronoun itself where its clause hangs on no noun ("asked who had shot").
    """
    verb = pronoun.head
    while verb.dep_ == "conj" and verb.head.pos_ in VERBS:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else pronoun


def governed(preposition: Token) -> list[Token]:
    """Return the nouns behind a preposition: "navy" for "by" in "by the navy"; none for "by" in "by leaving"."""
    return [child for child in dependents(preposition) if child.dep_ == "pobj"]


def governed_by(token: Token, *prepositions: str) -> Iterator[Token]:
    """Yield the nouns behind the prepositions that hang on `token`: of `prepositions`, or of any if none is given."""
    for child in dependents(token):
        if not prepositions or child.lower_ in prepositions:
            yield from governed(child)


def is_trailing(word: Token) -> bool:
    """Say whether `word` is a participle after a comma: "The palace reacted after the vote was won, saying ..."."""
    return word.tag_ == "VBG" and word.i > 0 and word.doc[word.i - 1].text == ","


def clause_beside(noun: Token) -> Token | None:
    """Return the clause with `that` after a noun and its attributes, which the parser hangs on the noun's verb.

    "rejected claims by villagers that the pond had leaked": the claims say so, not who rejects them.
    """
    if noun.dep_ != "dobj" or noun.lemma_ not in _CLAIMS:
        return None
    for child in dependents(noun.head):
        if child.dep_ == "ccomp" and child.left_edge.i == noun.right_edge.i + 1 and child.left_edge.lower_ == "that":
            return child
    return None
