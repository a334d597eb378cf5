"""Who is meant by a description: a title or office alone, an epithet, somebody's campaign, an unnamed source."""

import re
from collections.abc import Collection

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.extraction.entities import (
    EPITHETS,
    TYPE_OF_NOUN,
    Discourse,
    DiscourseEntity,
    country_of,
    described_country,
    gender_of,
    is_hyphenated,
    is_occupation,
    is_person_noun,
    is_short_for,
    is_title,
    origins,
    own_role_words,
    role_words,
)
from onrecord.folding import fold
from onrecord.vocabulary import EntityType

_DEFINITE = {"the", "this", "that"}
_OFFICES = set(lexicons.mapping("title_nouns.tsv").values())
# Nouns for persons that are said of people who have no name in the story.
_OTHERS = {
    "man", "woman", "officer", "reporter", "lawyer", "spokesman", "spokeswoman", "adviser", "advisor", "soldier",
    "newspaper", "paper", "center", "matter", "number", "father", "mother", "brother", "sister", "daughter", "computer",
    "chapter", "member", "letter", "order", "offer", "border", "river", "tower", "power", "door", "floor", "error",
    "factor", "sector", "quarter", "winter", "summer", "dinner", "user", "voter", "worker", "supporter", "investigator",
}  # fmt: skip
# Offices, and what is printed before a name without being one.
_ELECTED = {
    "senator", "governor", "congressman", "congresswoman", "lawmaker", "representative", "mayor", "secretary",
    "speaker", "lady", "premier", "minister", "president",
}  # fmt: skip
_POLITE = {"mr", "mrs", "ms", "miss", "mister", "dr", "sir", "chief"}
_SOME = {"some", "many", "others", "several", "few", "most", "all", "both", "those", "none"}
_CAME_OUT = {"issued", "leaked", "posted", "printed", "published", "released"}
_LEADING = 2
_PARTIES = {"democrat": "D", "democratic": "D", "republican": "R", "gop": "R"}
_CAMPAIGN = "campaign"
CANDIDATE_NOUNS = {"candidate", "nominee", "contender", "hopeful", "challenger"}
_BINDING = {"of", "for", "on", "de", "del", "da", "di", "do", "la"}
_ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organisation", "state", "group", "document", "place")
_HANDLE = re.compile(r"@\w{2,}")
# Letters by which a demonym and its country are known to belong together.
_STEM = 4


def is_definite(head: Token) -> bool:
    """Say whether one person or thing that is known is meant ("the minister")."""
    return head.tag_ in {"NN", "NNP"} and any(child.lower_ in _DEFINITE for child in head.children)


def is_epithet(head: Token) -> bool:
    """Say whether `head` speaks of a person who has just been named ("the candidate", "the 34-year-old mother")."""
    aged = any(child.lower_.endswith("year-old") or child.lower_ == "old" for child in head.children)
    # "The Republican who wrote the speech" is told apart from all others, and has not been named yet.
    if any(child.dep_ == "relcl" and child.i == head.i + 2 for child in head.children):
        return False
    aged = aged or head.lower_.endswith("-old") or head.lower_ == "old"
    return is_definite(head) and (_printed(head) in EPITHETS or aged)


def is_of_people(head: Token) -> bool:
    """Say whether `head` is a noun for a person ("the officer"), not for a thing that tells ("the appearance")."""
    noun = head.lemma_.casefold()
    if head.pos_ == "ADJ":
        return False
    told = gender_of(noun) is not None or is_title(noun) or noun in EPITHETS
    return told or (is_person_noun(noun) and TYPE_OF_NOUN.get(noun, "person") == "person")


def _printed(head: Token) -> str:
    """Return a noun, folded, with what is bound to it by a hyphen ("front-runner")."""
    return fold(head.doc[head.i - 2 : head.i + 1].text if is_hyphenated(head) else head.text)


def is_known_description(head: Token) -> bool:
    """Say whether `head` is a noun for one known person and comes with something told of them.

    "The Vermont senator", "Rivas's former strategist"; not "the woman" nor "the port official", who are others.
    """
    noun = fold(head.text)
    told = any(child.dep_ in {"compound", "amod", "nmod", "poss"} for child in head.children)
    owned_by = any(child.dep_ == "poss" for child in head.children)
    if head.tag_ not in {"NN", "NNP"} or not told or not (is_definite(head) or owned_by) or noun in _OTHERS:
        return False
    return noun in EPITHETS or is_title(noun) or noun in _OFFICES or is_person_noun(noun)


def likely_holders(discourse: Discourse, head: Token) -> Collection[DiscourseEntity]:
    """Return the persons of whom `head` tells most: in whose role its words stand, or who run for office.

    "The Democratic nominee", "the candidate". Nobody known to be of another party is among them; where the words tell
    nothing of anybody all others are.
    """
    told = {fold(child.text) for child in head.children if child.dep_ in {"compound", "amod", "nmod"}}
    persons = [m for m in discourse.entities if m.type == "person" and m.named and not _of_other_party(m, head)]
    fits = [entity for entity in persons if told & role_words(entity)] or persons
    if head.lower_ not in CANDIDATE_NOUNS or not fits:
        return fits
    running = [m.owner for m in discourse.entities if m.owner and _CAMPAIGN in fold(m.name)]
    # Who runs is named again and again.
    often = max(len(entity.mentions) for entity in fits) / _LEADING
    return [m for m in fits if m in running] or [entity for entity in fits if len(entity.mentions) >= often]


def holds_other(entity: DiscourseEntity, head: Token) -> bool:
    """Say whether a person's printed office is another than what `head` says; whoever was something may be more."""
    if any(child.lower_ in {"former", "ex"} for child in head.children):
        return False
    held = {word for word in own_role_words(entity) if word in _OFFICES or (is_title(word) and word not in _POLITE)}
    return bool(held) and fold(head.text) not in held


def is_elected(head: Token) -> bool:
    """Say whether `head` is an office whose one holder news knows without saying so ("the Velo senator")."""
    return fold(head.text) in _ELECTED


def _of_other_party(entity: DiscourseEntity, head: Token) -> bool:
    """Say whether a person is known to be of another party than `head` tells of ("the Democratic nominee")."""
    told = {fold(child.text) for child in head.children if child.dep_ in {"compound", "amod", "nmod"}}
    parties = {_PARTIES[word] for word in told | {fold(head.text)} if word in _PARTIES}
    return bool(parties) and not _parties(entity) <= parties


def _parties(entity: DiscourseEntity) -> set[str]:
    """Return the letters of a politician's party, as printed in brackets ("(R-Velo)") or among the roles."""
    found = {_PARTIES[word] for word in role_words(entity) if word in _PARTIES}
    for mention in entity.mentions:
        behind = mention.doc[mention.end : mention.end + 2].text
        found |= {letter for letter in _PARTIES.values() if re.fullmatch(rf"[(,]\s?{letter}(?:-.*)?", behind)}
    return found


def spoken_of(head: Token) -> bool:
    """Say whether `head` is a noun for one person ("the general", "a woman")."""
    word = fold(head.text)
    person = gender_of(word) is not None or is_title(word) or word in EPITHETS
    return person and head.tag_ == "NN" and any(child.dep_ in {"det", "poss"} for child in head.children)


def by_role(discourse: Discourse, head: Token) -> DiscourseEntity | None:
    """Return the person before `head` whose printed role is what `head` says ("the minister"), if there is one."""
    if not is_definite(head) or head.pos_ not in {"NOUN", "PROPN"}:
        return None
    noun = fold(head.text)
    modifiers = [child for child in head.children if child.dep_ in {"compound", "amod", "nmod", "poss"}]
    places = [child for child in modifiers if child.ent_type_ in {"NORP", "GPE"}]
    wanted = {fold(child.text) for child in modifiers} | {noun}
    best: tuple[int, int, DiscourseEntity] | None = None
    for entity in discourse.entities:
        if entity.type != "person" or not entity.named or entity.gender not in (None, gender_of(noun) or entity.gender):
            continue
        before = entity.before(head.i)
        words = role_words(entity) if before else set()
        if before is None or noun not in words or _of_other_party(entity, head):
            continue
        known = words | origins(entity)
        if all(_is_from(place, known) for place in places):
            rank = (len(wanted & known), before.end)
            if best is None or rank > best[:2]:
                best = (*rank, entity)
    return best[2] if best else None


def user_of_handle(discourse: Discourse, span: DocSpan) -> DiscourseEntity | None:
    """Return the user of a network whose handle stands in a source ("one user @quaywatch"), None if none does."""
    name = next((span.doc[token.i : token.i + 1] for token in span if _HANDLE.fullmatch(token.text)), None)
    if name is None:
        return None
    entity = next((m for m in discourse.entities if m.named and m.name == name.text), None)
    if entity is None:
        entity = DiscourseEntity("person", name.text, [name])
        discourse.add(entity)
    return entity


def add_unlisted(discourse: Discourse, head: Token, span: DocSpan) -> DiscourseEntity:
    """Add to the discourse what has a name that the tagger passed over ("lantanews.com"), all the words of it."""
    doc = head.doc
    start = end = head.i
    while start > span.start and _is_named(doc[start - 1], span):
        start -= 1
    while end + 1 < span.end and _is_named(doc[end + 1], span):
        end += 1
    front = start
    while end - front > 1 and is_title(doc[front].text):
        front += 1
    if front == start and end - start > 1 and is_occupation(doc[start]):
        front += 1
    trade = front > start
    name = doc[front : end + 1]
    for entity in discourse.entities:
        short = entity.type == "organisation" and is_short_for(name.text, entity.name)
        if entity.named and (short or fold(entity.name) == fold(name.text)):
            discourse.mention(entity, name)
            return entity
    entity = DiscourseEntity("person" if trade or head.ent_type_ == "PERSON" else "organisation", name.text, [name])
    discourse.add(entity)
    return entity


def _is_named(token: Token, span: DocSpan) -> bool:
    """Say whether `token` is part of a name in `span`: printed like one, or between two words that are."""
    if token.text[:1].isupper():
        return token.lower_ != "the"
    if token.text == "-":
        return span.start < token.i < span.end - 1 and token.nbor(-1).text[:1].isupper() and not token.whitespace_
    inside = span.start < token.i < span.end - 1 and (token.tag_ == "POS" or token.lower_ in _BINDING)
    return inside and token.nbor(-1).text[:1].isupper() and token.nbor().text[:1].isupper()


def add_described(discourse: Discourse, head: Token, span: DocSpan) -> DiscourseEntity:
    """Add a source that is described and not named to the discourse, under its own words up to the first clause."""
    doc: Doc = head.doc
    start = max(head.left_edge.i, span.start)
    end = head.i + 1
    listed = TYPE_OF_NOUN.get(head.lemma_.casefold())
    # When a report came out is no part of what it is called.
    told = {"prep", "nmod", "amod"} if listed == "document" else {"prep", "nmod", "amod", "acl"}
    for child in head.rights:
        if child.i >= span.end or child.dep_ not in told or child.i > end or _tells_when(child):
            break
        end = min(child.right_edge.i + 1, span.end)
        # "A diplomat briefed on the talks, which ...".
        end = next((token.i for token in doc[child.i : end] if token.text == ","), end)
        if listed == "document":
            # "A report by the Audit Office published on Thursday".
            end = next((token.i for token in doc[child.i : end] if token.lower_ in _CAME_OUT), end)
    if end < span.end and doc[end].tag_ in {"VBN", "VBD"} and head.head == doc[end]:
        # "Residents reached by telephone said": the parser takes them for its subject.
        end = next((token.i for token in doc[end : span.end] if token.text == ","), span.end)
    while doc[end - 1].pos_ == "ADP":
        end -= 1
    while start < head.i and (
        _opens_sentence(doc[start]) or doc[start].is_punct or doc[start].lower_ in {"even", "by"}
    ):
        start += 1
    kind: EntityType = "person"
    if listed is not None:
        kind = next(k for k in _ENTITY_TYPES if k == listed)
    if kind == "person" and (head.tag_ in {"NNS", "NNPS"} or head.lower_ in _SOME):
        kind = "group"
    mention = DocSpan(doc, start, end, label=kind)
    entity = DiscourseEntity(kind, mention.text, [mention], named=False, country=described_country(mention.text))
    if kind == "person":
        entity.gender = gender_of(head.text)
    discourse.add(entity)
    return entity


def _tells_when(child: Token) -> bool:
    """Say whether a phrase behind a noun tells when it was ("a militia on Monday")."""
    return child.lower_ == "on" and any(token.ent_type_ == "DATE" for token in child.children)


def _opens_sentence(token: Token) -> bool:
    """Say whether `token` joins a sentence to the one before it ("And ...", "Instead, ...")."""
    return token.pos_ == "CCONJ" or (token.dep_ in {"advmod", "cc"} and token.nbor().text == ",")


def _is_from(place: Token, known: Collection[str]) -> bool:
    return country_of(place.text) in known or any(_kin(fold(place.text), word) for word in known)


def _kin(demonym: str, word: str) -> bool:
    """Say whether a demonym and a word are of one country by their beginnings ("Ukrainian", "Ukraine's")."""
    return demonym[:_STEM] == word[:_STEM]
