"""What is done in a text: words for deeds, with the words for who does them and to whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord import lexicons

_TYPES = {(word, part): frozenset(types.split()) - {"any"} for word, part, types in lexicons.rows("event_words.tsv")}
_SUBJECTS = {"nsubj", "csubj"}
_OBJECTS = {"dobj", "dative", "oprd"}
# Before whom something is done to, with or for.
_TOWARDS = {"against", "on", "upon", "with", "to", "from", "at", "into", "of", "over", "between", "among"}
_RELATIVE = {"who", "which", "that", "whom"}
# A deed that these govern is somebody's whom another makes, asks or lets do it.
_CONTROLLING = {
    "order", "ask", "urge", "tell", "force", "allow", "let", "permit", "make", "help", "press", "push", "invite",
    "call", "command", "instruct", "compel", "encourage", "persuade", "want", "expect", "authorise", "authorize",
    "forbid", "ban",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deed:
    """A word for a deed (`root`), the noun that completes it ("launched an `attack`"), and the heads of the phrases for
    who does it and to whom, likeliest first. `types` are the PLOVER types that such words can tell of."""

    root: Token
    noun: Token | None
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    types: frozenset[str]


def deeds(doc: Doc) -> Iterator[Deed]:
    """Yield the deeds of a document in text order, those left out that have no actor or no recipient.

    The document has been through the language pass.
    Of "police stormed the camp and arrested two men" both have the police as actor; of "the arrested men" none has one.
    """
    for token in doc:
        types = _types(token)
        if types is None:
            continue
        deed = _of_verb(token, types) if token.pos_ == "VERB" else _of_noun(token, types)
        if deed is not None and deed.actors and deed.recipients and deed.types:
            yield deed


def _types(word: Token | None) -> frozenset[str] | None:
    return _TYPES.get((word.lemma_.casefold(), word.pos_)) if word is not None else None


def _of_verb(verb: Token, types: frozenset[str]) -> Deed | None:
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    noun = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if passive or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"}):
        done = [child for child in verb.children if child.dep_ == "nsubjpass"] or _hung_from(verb)
        completing = done[0] if done and not types else None
        return Deed(verb, None, _all(_agents(verb)), _all(_told_of(done)), types or _types(completing) or types)
    acting = _subjects(verb)
    objects = [child for child in verb.children if child.dep_ in _OBJECTS]
    objects += _behind(verb)
    if noun is not None:
        # "Imposed sanctions on Lanta": what is imposed is nobody, but on whom is.
        objects += _behind(noun)
    # "Imposed" is nothing yet, "imposed sanctions" is.
    return Deed(verb, noun, _all(_told_of(acting)), _all(_told_of(objects)), types or _types(noun) or types)


def _of_noun(noun: Token, types: frozenset[str]) -> Deed | None:
    """Return the deed of a noun: "Lanta's invasion of Sarn", "talks between Lanta and Sarn"."""
    if noun.dep_ == "compound":
        return None
    between = [token for token in _behind(noun) if token.head.lower_ in {"between", "among"}]
    if between:
        parties = _all(between)
        return Deed(noun, None, parties[:1], parties[1:], types)
    acting = [child for child in noun.children if child.dep_ == "poss"]
    acting += [token for child in noun.children if child.lower_ == "by" for token in child.children]
    acting += [
        child for child in noun.children if child.dep_ in {"compound", "amod"} and child.pos_ in {"PROPN", "ADJ"}
    ]
    done = [token for token in _behind(noun) if token.head.lower_ not in {"from", "at", "over"}]
    return Deed(noun, None, _all(acting), _all(done), types)


def _subjects(verb: Token) -> list[Token]:
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if own:
        return own
    above = verb.head
    if verb.dep_ == "conj" and above.pos_ in {"VERB", "AUX"}:
        passive = any(child.dep_ == "nsubjpass" for child in above.children)
        return [child for child in above.children if child.dep_ == "nsubjpass"] if passive else _subjects(above)
    if verb.dep_ in {"xcomp", "ccomp"} and above.pos_ in {"VERB", "AUX"}:
        made = [child for child in above.children if child.dep_ in {"dobj", "nsubjpass"}]
        if made and above.lemma_.casefold() in _CONTROLLING:
            return made
        return _subjects(above)
    if verb.dep_ in {"advcl", "pcomp"}:
        while above.pos_ == "ADP" and above != above.head:
            above = above.head
        return _subjects(above) if above.pos_ in {"VERB", "AUX"} else [above]
    return _hung_from(verb) if verb.tag_ == "VBG" else []


def _hung_from(verb: Token) -> list[Token]:
    return [verb.head] if verb.dep_ in {"acl", "relcl"} else []


def _agents(verb: Token) -> list[Token]:
    by = [child for child in verb.children if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")]
    return [token for child in by for token in child.children if token.dep_ == "pobj"]


def _behind(head: Token) -> list[Token]:
    """Return what stands behind the prepositions that hang from `head`."""
    found: list[Token] = []
    for child in head.children:
        if child.dep_ in {"prep", "dative"} and child.lower_ in _TOWARDS:
            found += [token for token in child.children if token.dep_ == "pobj"]
    return found


def _told_of(heads: list[Token]) -> list[Token]:
    """Return `heads`, for a relative pronoun what it stands for."""
    return [token.head.head if token.lower_ in _RELATIVE and token.head.dep_ == "relcl" else token for token in heads]


def _all(heads: list[Token]) -> tuple[Token, ...]:
    """Return `heads` with those named beside them ("Lanta and Sarn")."""
    return tuple(dict.fromkeys(token for head in heads for token in (head, *head.conjuncts) if token.i >= head.i))
