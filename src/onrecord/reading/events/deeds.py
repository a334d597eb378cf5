"""What is done in a text: words for deeds, with the words for who does them and to whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord import lexicons


@dataclass(frozen=True, slots=True)
class _Word:
    """The types that a word can tell of, none where another word completes it, and those it can with one party."""

    types: frozenset[str]
    acting: frozenset[str]
    suffering: frozenset[str]


_WORDS = {
    (word, part): _Word(*(frozenset(types.split()) - {"any", "-"} for types in columns))
    for word, part, *columns in lexicons.rows("event_words.tsv")
}
# The parser does not know all of them for what they are.
_NOT = {"not", "n't", "n’t", "never"}
_NOBODY = {"no", "not", "neither"}
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
# What these are accused, blamed or kept from is what they do, not who accuses them.
_BLAMING = {
    "accuse", "acquit", "bar", "blame", "charge", "condemn", "convict", "criticise", "criticize", "deter", "keep",
    "prevent", "stop", "suspect",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deed:
    """A word for a deed (`root`), the noun that completes it ("launched an `attack`"), and the heads of the phrases for
    who does it and to whom, likeliest first. `types` are the PLOVER types that such words can tell of, `alone` those
    that they can tell of with one party, the actor of an active verb or the recipient of a passive one."""

    root: Token
    noun: Token | None
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    types: frozenset[str]
    alone: frozenset[str] = frozenset()


def deeds(doc: Doc) -> Iterator[Deed]:
    """Yield the deeds of a document in text order, those left out that have too few words for who takes part.

    The document has been through the language pass.
    Of "police stormed the camp and arrested two men" both have the police as actor; of "the arrested men" none has one.
    """
    for token in doc:
        word = _word(token)
        if word is None:
            continue
        deed = _of_verb(token, word) if token.pos_ == "VERB" else _of_noun(token, word)
        if deed is None or any(_none(head) for head in (*deed.actors[:1], *deed.recipients[:1])):
            continue
        if (deed.actors and deed.recipients and deed.types) or deed.alone:
            yield deed


def tells_of(token: Token) -> frozenset[str]:
    """Return the types that a word alone can tell of, none where it is no word for a deed."""
    word = _word(token)
    return word.types if word is not None else frozenset()


def _word(token: Token) -> _Word | None:
    return _WORDS.get((token.lemma_.casefold(), token.pos_))


def _of_verb(verb: Token, word: _Word) -> Deed | None:
    if any(child.dep_ == "neg" or child.lower_ in _NOT for child in verb.children):
        return None
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    noun = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if passive or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"}):
        done = [child for child in verb.children if child.dep_ == "nsubjpass"] or _hung_from(verb)
        types, suffering = word.types, word.suffering
        if done and not types:
            # "Sanctions were imposed on Lanta": nothing is done to the sanctions.
            completing = _word(done[0])
            if completing is not None:
                types, suffering = completing.types, completing.suffering
                done += [token for head in (verb, done[0]) for token in _behind(head)]
        agents = _all(_agents(verb))
        return Deed(verb, None, agents, _all(_told_of(done)), types, frozenset() if agents else suffering)
    acting = _subjects(verb)
    objects = [child for child in verb.children if child.dep_ in _OBJECTS]
    objects += _behind(verb)
    if noun is not None:
        # "Imposed sanctions on Lanta": what is imposed is nobody, but on whom is.
        objects += _behind(noun)
    # "Imposed" is nothing yet, "imposed sanctions" is.
    completing = _word(noun) if noun is not None and not word.types else None
    types, alone = (word.types, word.acting) if completing is None else (completing.types, completing.acting)
    return Deed(verb, noun, _all(_told_of(acting)), _all(_told_of(objects)), types, alone)


def _of_noun(noun: Token, word: _Word) -> Deed | None:
    """Return the deed of a noun: "Lanta's invasion of Sarn", "talks between Lanta and Sarn"."""
    if noun.dep_ == "compound":
        return None
    between = [token for token in _behind(noun) if token.head.lower_ in {"between", "among"}]
    if between:
        parties = _all(between)
        return Deed(noun, None, parties[:1], parties[1:], word.types)
    acting = [child for child in noun.children if child.dep_ == "poss"]
    acting += [token for child in noun.children if child.lower_ == "by" for token in child.children]
    acting += [
        child for child in noun.children if child.dep_ in {"compound", "amod"} and child.pos_ in {"PROPN", "ADJ"}
    ]
    done = [token for token in _behind(noun) if token.head.lower_ not in {"from", "at", "over"}]
    return Deed(noun, None, _all(acting), _all(done), word.types)


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
        blamed = [child for child in above.children if child.dep_ in {"dobj", "nsubjpass"}]
        if blamed and above.lemma_.casefold() in _BLAMING and verb.dep_ == "pcomp":
            return blamed
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


def _none(head: Token) -> bool:
    """Say whether nobody is meant ("no ships", "not one of them")."""
    return any(child.lower_ in _NOBODY for child in head.children)


def _told_of(heads: list[Token]) -> list[Token]:
    """Return `heads`, for a relative pronoun what it stands for."""
    return [token.head.head if token.lower_ in _RELATIVE and token.head.dep_ == "relcl" else token for token in heads]


def _all(heads: list[Token]) -> tuple[Token, ...]:
    """Return `heads` with those named beside them ("Lanta and Sarn")."""
    return tuple(dict.fromkeys(token for head in heads for token in (head, *head.conjuncts) if token.i >= head.i))
