"""What is done in a text: words for deeds, with the words for who does them and to whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord import lexicons
from onrecord.reading.speakers.descriptions import is_of_people


@dataclass(frozen=True, slots=True)
class _Word:
    """The types that a word can tell of, none where another word completes it, and those it can with one party.

    `over` are those that it can tell of with an actor alone where it has a thing for its object, too.
    """

    types: frozenset[str]
    acting: frozenset[str]
    suffering: frozenset[str]
    over: frozenset[str]

    @classmethod
    def read(cls, types: str, acting: str, suffering: str) -> "_Word":
        over = {type_.removesuffix("+") for type_ in acting.split() if type_.endswith("+")}
        alone = frozenset(type_.removesuffix("+") for type_ in acting.split()) - {"-"}
        return cls(frozenset(types.split()) - {"any"}, alone, frozenset(suffering.split()) - {"-"}, frozenset(over))


_WORDS = {(word, part): _Word.read(*columns) for word, part, *columns in lexicons.rows("event_words.tsv")}
# The parser does not know all of them for what they are.
_NOT = {"not", "n't", "n’t", "never"}
_NOBODY = {"no", "not", "neither", "nobody", "none"}
_SUBJECTS = {"nsubj", "csubj"}
_OBJECTS = {"dobj", "dative", "oprd"}
# Before whom something is done to, with or for.
_TOWARDS = {"against", "on", "upon", "with", "to", "from", "at", "into", "of", "over", "between", "among"}
_RELATIVE = {"who", "which", "that", "whom"}
# What does harm in the place of those whose it is, and amid what people come to harm.
_MEANS = {"bomb", "drone", "grenade", "gunfire", "landmine", "mine", "missile", "mortar", "rocket", "shell"}
_AMID = {"in", "during"}
# Deeds of others, and accidents, with the words for harm.
_HARMLESS = {"fire", "operation"}
# Who takes something is the one to whom those do something from whom it comes.
_TAKING = {"receive", "obtain", "get", "win", "secure"}
# Shots and posts: "fired at the crowd", "fired two generals".
_DISMISSING = {"fire"}
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
    who does it and to whom, likeliest first. `types` are the PLOVER types that such words can tell of, `acting` and
    `suffering` those that they can tell of with an actor or a recipient alone, `over` those of `acting` that they can
    with a thing as their object."""

    root: Token
    noun: Token | None
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    types: frozenset[str]
    acting: frozenset[str] = frozenset()
    suffering: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()


def deeds(doc: Doc) -> Iterator[Deed]:
    """Yield the deeds of a document in text order, those left out that have too few words for who takes part.

    The document has been through the language pass.
    Of "police stormed the camp and arrested two men" both have the police as actor; of "the arrested men" none has one.
    A missile, or shelling, does what is done by those whose it is.
    """
    for token in doc:
        word = _word(token)
        if word is None:
            continue
        deed = _of_verb(token, word) if token.pos_ == "VERB" else _of_noun(token, word)
        if deed is None or any(_none(head) for head in (*deed.actors[:1], *deed.recipients[:1])):
            continue
        if (deed.actors and deed.recipients and deed.types) or deed.acting or deed.suffering:
            yield deed


def tells_of(token: Token) -> frozenset[str]:
    """Return the types that a word alone can tell of, none where it is no word for a deed."""
    word = _word(token)
    return word.types if word is not None else frozenset()


def does_harm(token: Token) -> bool:
    """Say whether a noun is for what does harm, a weapon or an assault ("a missile", "shelling"), and no accident."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.lemma_.casefold() in _HARMLESS:
        return False
    return token.lemma_.casefold() in _MEANS or "ASSAULT" in tells_of(token)


def _word(token: Token) -> _Word | None:
    """Return what a word can tell of, a verb with its particle before the verb alone ("walked out")."""
    lemma, pos = token.lemma_.casefold(), token.pos_
    particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), None) if pos == "VERB" else None
    with_particle = _WORDS.get((f"{lemma} {particle}", pos)) if particle is not None else None
    return with_particle or _WORDS.get((lemma, pos))


def _of_verb(verb: Token, word: _Word) -> Deed | None:
    if any(child.dep_ == "neg" or child.lower_ in _NOT for child in verb.children):
        return None
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    noun = next((child for child in verb.children if child.dep_ == "dobj"), None)
    own = any(child.dep_ in {"nsubj", "aux"} for child in verb.children) or _behind_day(verb) is not None
    if passive or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"} and not own):
        done = [child for child in verb.children if child.dep_ == "nsubjpass"] or _hung_from(verb)
        told = word
        if done and not word.types:
            # "Sanctions were imposed on Lanta": nothing is done to the sanctions.
            completing = _word(done[0])
            if completing is not None:
                told = completing
                done += [token for head in (verb, done[0]) for token in _behind(head)]
        agents, _ = _behind_harm(_agents(verb), word)
        agents = agents or [doer for harm in _amid(verb, word) for doer in _doers(harm)]
        if not agents and done and "MOBILIZE" in told.acting:
            # "Soldiers were sent to the border."
            return Deed(verb, None, _all(_told_of(done)), _all(_behind(verb)), told.types, told.acting)
        if not agents:
            return Deed(verb, None, (), _all(_told_of(done)), told.types, suffering=told.suffering)
        # "The ship was seized by the navy": a thing may be what is seized.
        thing = done[0] if done else None
        return Deed(verb, thing, _all(agents), _all(_told_of(done)), told.types, told.acting, over=told.over)
    acting, harm = _behind_harm(_subjects(verb), word)
    objects = [child for child in verb.children if child.dep_ in _OBJECTS]
    objects += _behind(verb)
    if noun is not None:
        # "Imposed sanctions on Lanta": what is imposed is nobody, but on whom is.
        objects += _behind(noun)
    # "Imposed" is nothing yet, "imposed sanctions" is.
    completing = _word(noun) if noun is not None else None
    told = word if word.types or completing is None else completing
    types, alone, over = told.types, told.acting, told.over
    if completing is not None and "AGREE" in types & completing.types:
        # A ceasefire is signed, too, and is more than a treaty.
        types, alone, over = types | completing.types, alone | completing.acting, over | completing.over
    if noun is not None and verb.lemma_.casefold() in _DISMISSING and is_of_people(noun) and not _behind(verb):
        types -= {"ASSAULT"}
    givers = [token for token in objects if token.head.lower_ == "from"]
    if givers and verb.lemma_.casefold() in _TAKING:
        return Deed(verb, noun, _all(givers), _all(_told_of(acting)), types)
    suffering = told.suffering if harm and not acting else frozenset[str]()
    return Deed(verb, noun, _all(_told_of(acting)), _all(_told_of(objects)), types, alone, suffering, over)


def _of_noun(noun: Token, word: _Word) -> Deed | None:
    """Return the deed of a noun: "Lanta's invasion of Sarn", "talks between Lanta and Sarn"."""
    if noun.dep_ == "compound" or noun.lemma_.casefold() in _MEANS | _HARMLESS:
        return None
    between = [token for token in _behind(noun) if token.head.lower_ in {"between", "among"}]
    if between:
        parties = _all(between)
        return Deed(noun, None, parties[:1], parties[1:], word.types)
    done = [token for token in _behind(noun) if token.head.lower_ not in {"from", "at", "over"}]
    # "The killing of two men" was one, "the sanctions on Lanta" have long been there.
    suffering = word.suffering if any(token.head.lower_ == "of" for token in done) else frozenset[str]()
    return Deed(noun, None, _all(_doers(noun)), _all(done), word.types, word.acting, suffering)


def _doers(noun: Token) -> list[Token]:
    """Return whose deed a noun tells of: "Lanta's attack", "an attack by Lanta", "Lantan attacks", "rebel attacks"."""
    acting = [child for child in noun.children if child.dep_ == "poss"]
    acting += [token for child in noun.children if child.lower_ == "by" for token in child.children]
    beside = [child for child in noun.children if child.dep_ in {"compound", "amod"} and child.i < noun.i]
    return acting + [
        child for child in beside if child.pos_ in {"PROPN", "ADJ", "NOUN"} and child.lemma_.casefold() not in _MEANS
    ]


def _behind_harm(heads: list[Token], word: _Word) -> tuple[list[Token], bool]:
    """Return `heads` with those in the place of a missile, or of shelling, whose it is; and whether there is such."""
    harm = [token for token in heads if _is_harm(token, word)]
    return [doer for token in heads for doer in (_doers(token) if token in harm else [token])], bool(harm)


def _amid(verb: Token, word: _Word) -> list[Token]:
    """Return the words for the harm in which somebody is said to have been killed or wounded."""
    amid = [child for child in verb.children if child.dep_ == "prep" and child.lower_ in _AMID]
    return [token for child in amid for token in child.children if token.dep_ == "pobj" and _is_harm(token, word)]


def _is_harm(token: Token, word: _Word) -> bool:
    return "ASSAULT" in word.types and does_harm(token)


def _behind_day(verb: Token) -> Token | None:
    """Return who does what the parser hangs from the day between them ("Lanta on Friday imposed sanctions")."""
    day = verb.head if verb.dep_ == "acl" and verb.head.ent_type_ in {"DATE", "TIME"} else None
    if day is None or day.dep_ != "pobj" or day.i + 1 != verb.i or day.head.head.pos_ not in {"NOUN", "PROPN"}:
        return None
    return day.head.head


def _subjects(verb: Token) -> list[Token]:
    if (before := _behind_day(verb)) is not None:
        return [before]
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
    """Say whether nobody is meant ("nobody", "no ships", "not one of them")."""
    return head.lower_ in _NOBODY or any(child.lower_ in _NOBODY for child in head.children)


def _told_of(heads: list[Token]) -> list[Token]:
    """Return `heads`, for a relative pronoun what it stands for, also with the second verb of its clause."""
    return [_stood_for(token) if token.lower_ in _RELATIVE else token for token in heads]


def _stood_for(pronoun: Token) -> Token:
    verb = pronoun.head
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else pronoun


def _all(heads: list[Token]) -> tuple[Token, ...]:
    """Return `heads` with those named beside them ("Lanta and Sarn")."""
    return tuple(dict.fromkeys(token for head in heads for token in (head, *head.conjuncts) if token.i >= head.i))
