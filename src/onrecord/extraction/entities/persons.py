"""The persons an article names: each with all its mentions, short names and slips joined to the fullest name."""

from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.extraction.document import words_of
from onrecord.extraction.entities.countries import capital_of, country_of, seat
from onrecord.extraction.entities.discourse import DiscourseEntity
from onrecord.extraction.entities.known_persons import MOST, KnownPersons
from onrecord.extraction.entities.mentions import is_hyphenated
from onrecord.extraction.entities.non_persons import TYPE_OF_NOUN
from onrecord.extraction.entities.person_names import (
    PARTICLES,
    PersonName,
    gender_of,
    given_gender,
    is_suffix,
    is_title,
)
from onrecord.extraction.entities.roles import roles_at
from onrecord.extraction.syntax import NOMINAL_SUBJECTS, VERBS, dependents, has_dependent
from onrecord.folding import fold
from onrecord.vocabulary import Gender

# Labels that the tagger confuses with persons when a surname stands alone.
_MISTAKEN = {"PERSON", "ORG", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", ""}
_NAMING = {"PROPN", "NOUN", "ADJ", "X"}
# Being a subject weighs as much as standing so many tokens nearer, and being named in full alone so much more.
_TOKENS, _OFTEN = 40, 1.0
_AGAIN = 3
# A surname alone is seldom that of somebody's relative ("his wife, Dana Rivas"), who is called by the given name.
_KIN = lexicons.words("description_contexts.tsv", "kin")
_RELATED, _BESIDE = -1.5, 4
# So much more than the place of its first word a mention can be worth: as a subject, and by its length.
_AHEAD = 3.0
_AND, _TWO, _THREE = {"and", "&"}, 2, 3


def persons(doc: Doc, spans: Sequence[DocSpan]) -> list[DiscourseEntity]:
    """Return the persons among the named entities `spans` of `doc`."""
    titled = _titled(doc)
    full = [
        span
        for span in spans
        if span.label_ == "PERSON" and len(PersonName.parse(span.text).words) > 1 and not _is_surname(span, titled)
    ]
    known = _full(full)
    for name, partner in _with_partners(full, known).items():
        known.add(name, partner)
    entities = known.persons
    covered = {i for _, entity in entities for m in entity.mentions for i in range(m.start, m.end)}
    surnames = _called_alone(entities)
    barred = _other_bearers(titled, surnames)
    single = {span.end - 1 for span in spans if span.label_ == "PERSON" and " " not in span.text}
    often = Counter({id(home): sum(len(mention) > 1 for mention in home.mentions) for _, home in entities})
    alone: dict[str, list[DocSpan]] = {}
    passed_over: dict[str, list[DocSpan]] = {}
    for i, printed in enumerate(words_of(doc)):
        if not printed[:1].isupper() or i in covered or (token := doc[i]).pos_ not in _NAMING:
            continue
        start = token.i - 2 if is_hyphenated(token) and _opens_surname(token.nbor(-2)) else token.i
        suffixed = token.i + 1 < len(doc) and is_suffix(doc[token.i + 1].text)
        lone = DocSpan(doc, start, token.i + 1 + suffixed, label="PERSON")
        word = fold(doc[start : token.i + 1].text).removesuffix("'s")
        homes = [] if word in barred else surnames.get(word)
        if homes:
            if _may_be_person(token) and _alone(token):
                homes = _so_titled(_so_suffixed(homes[:MOST], lone), doc[start])
                home = _in_apposition(homes, token) or _nearest(homes, token, often)
                insort(home.mentions, lone, key=_start)
                often[id(home)] += len(lone) > 1
        elif (token.i in single or word in barred) and _single(token, start) and country_of(token.text) is None:
            alone.setdefault(word, []).append(lone)
        elif token.pos_ == "PROPN" and _may_be_person(token) and _alone(token):
            passed_over.setdefault(word, []).append(lone)
    found = [entity for _, entity in entities]
    for word in alone | passed_over:
        names = sorted(alone.get(word, []) + passed_over.get(word, []), key=_start)
        bearer = _misspelt(names, known)
        if bearer is not None:
            bearer.mentions += names
        elif word in alone:
            found.append(DiscourseEntity("person", names[0].text, names))
    return found


def _opens_surname(token: Token) -> bool:
    """Say whether a word before a hyphen is part of the surname behind it ("Orlen-Marek", "al-Marek")."""
    return token.text[:1].isupper() or f"{token.lower_}-" in PARTICLES


def _called_alone(entities: Sequence[tuple[PersonName, DiscourseEntity]]) -> dict[str, list[DiscourseEntity]]:
    """Return who may be called by one word: "B Z Orlen Khan" by Orlen or Khan."""
    surnames: dict[str, list[DiscourseEntity]] = {}
    for name, entity in entities:
        shorter = {PersonName.parse(mention.text).words[-1] for mention in entity.mentions}
        if len(name.words) == _THREE and given_gender(name.words[0]) and not given_gender(name.words[1]):
            # "Rafael Orlen Marek" is called Orlen, in Spanish.
            shorter.add(name.words[1])
        for word in {next((word for word in name.words if len(word) > 1), name.words[0]), name.words[-1], *shorter}:
            surnames.setdefault(word, []).append(entity)
    return surnames


def _titled(doc: Doc) -> dict[str, Counter[str | None]]:
    """Return the names of one word behind titles in `doc`, folded, with the genders that the titles give away."""
    told: dict[str, Counter[str | None]] = {}
    words = words_of(doc)
    for i, (title, word) in enumerate(pairwise(words), start=1):
        if not word[:1].isupper() or not is_title(title):
            continue
        if i + 1 == len(doc) or doc[i + 1].pos_ != "PROPN":
            told.setdefault(fold(word).removesuffix("'s"), Counter())[gender_of(title)] += 1
    return told


def _is_surname(span: DocSpan, titled: Mapping[str, object]) -> bool:
    """Say whether a supposed full name is a surname with a noun behind it ("Rivas Speech")."""
    return fold(span[0].text) in titled and given_gender(span[0].text) is None and span[-1].lower_ in TYPE_OF_NOUN


def _other_bearers(
    titled: Mapping[str, Counter[str | None]], surnames: Mapping[str, Sequence[DiscourseEntity]]
) -> set[str]:
    """Return the surnames that stand alone for somebody of another gender than the one who is named in full.

    "Mr. Rivas said" of a minister who is never named in full, "his wife, Dana Rivas" once.
    """
    found = set()
    for word, genders in titled.items():
        gender = max((g for g in genders if g), key=lambda g: genders[g], default=None)
        bearers = [_given(home) for home in surnames.get(word, ())]
        if gender and bearers and all(other not in (None, gender) for other in bearers):
            found.add(word)
    return found


def _full(spans: Sequence[DocSpan]) -> KnownPersons:
    """Return the persons with full names, longer forms first, a shorter form joined to the one form that extends it."""
    known = KnownPersons()
    for span in sorted(spans, key=lambda span: (-len(span), span.start)):
        name = PersonName.parse(span.text)
        home = known.called(name)
        if home is None:
            home = DiscourseEntity("person", span.text)
            known.add(name, home)
        home.mentions.append(span)
    for _, entity in known.persons:
        # Of spellings of one length the usual one.
        forms = Counter(span.text for span in entity.mentions if len(span) == len(entity.name.split()))
        entity.name = max(forms, key=lambda form: forms[form], default=entity.name)
        entity.mentions.sort(key=_start)
    return known


def _with_partners(full: Sequence[DocSpan], known: KnownPersons) -> dict[PersonName, DiscourseEntity]:
    """Return those whose surname is printed once for two ("Ivo and Ada Orlen"), who have no full name elsewhere."""
    found: dict[PersonName, DiscourseEntity] = {}
    for span in full:
        doc, words = span.doc, span.text.split()
        i = span.start - 2
        if i < 0 or doc[i + 1].lower_ not in _AND or given_gender(doc[i].text) is None or len(words) != _TWO:
            continue
        alone = i == 0 or doc[i - 1].pos_ != "PROPN" or is_title(doc[i - 1].text)
        printed = f"{doc[i].text} {words[-1]}"
        name = PersonName.parse(printed)
        if alone and given_gender(words[0]) is not None and known.extended(name) is None:
            found.setdefault(name, DiscourseEntity("person", printed)).mentions.append(doc[i : i + 1])
    return found


def _misspelt(names: Sequence[DocSpan], known: KnownPersons) -> DiscourseEntity | None:
    """Return the one person named before whose surname `names` misspell, None if there is no such.

    Once it is a slip beside a name that stands there again, more often only where nothing else is their surname alone.
    """
    name = PersonName.parse(names[0].text)
    homes = known.resembled(name)
    if len(homes) != 1 or len(name.words) != 1:
        return None
    mentions = homes[0].mentions
    alone = any(len(mention) == 1 for mention in mentions)
    before = min(mention.start for mention in mentions) < names[0].start
    return homes[0] if (len(names) == 1 and len(mentions) > 1) or (before and not alone) else None


def _may_be_person(token: Token) -> bool:
    if token.ent_type_ in _MISTAKEN:
        return True
    name = token.text.removesuffix("'s").removesuffix("’s")
    return token.ent_type_ == "GPE" and not (country_of(name) or capital_of(name) or seat(name))


def _single(token: Token, start: int) -> bool:
    """Say whether `token`, a person's by its label, closes a name that begins at `start` and is all of it."""
    doc = token.doc
    before = doc[start - 1] if start else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if is_title(token.text) or fold(token.text) in {"jr", "sr"}:
        return False
    if before is not None and before.ent_type_ == "PERSON" and not is_title(before.text):
        return False
    return after is None or after.ent_type_ != "PERSON" or after.tag_ == "POS"


def _alone(token: Token) -> bool:
    """Say whether a surname stands by itself, not inside a longer name such as that of a street or a foundation."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if token.ent_type_ == "ORG" and token.ent_iob_ == "I":
        # "Velo Energy" is not somebody whose surname is Energy.
        before = token.nbor(-1)
        if before.pos_ == "PROPN" and not is_title(before.text) and given_gender(before.text) is None:
            return False
    if following is None or is_suffix(following.text):
        return True
    return following.pos_ != "PROPN" or following.ent_type_ == "" or following.lower_ == "’s"


def _in_apposition(homes: list[DiscourseEntity], token: Token) -> DiscourseEntity | None:
    """Return the one of several of a name whose printed role follows it ("Rivas, the minister")."""
    if len(homes) == 1:
        return None
    nouns = {fold(child.text) for child in dependents(token) if child.dep_ == "appos"}
    found = [
        home
        for home in homes
        if any(nouns & set(fold(role).split()) for m in home.mentions if len(m) > 1 for role in roles_at(m))
    ]
    return found[0] if len(found) == 1 else None


def _so_titled(homes: list[DiscourseEntity], token: Token) -> list[DiscourseEntity]:
    """Return those of `homes` whose given names allow the title before `token` ("Mrs. Rivas"), all if none do."""
    gender = gender_of(token.nbor(-1).text) if token.i else None
    fits = [home for home in homes if _given(home) in (None, gender)] if gender else homes
    return fits or homes


def _so_suffixed(homes: list[DiscourseEntity], name: DocSpan) -> list[DiscourseEntity]:
    """Return those of `homes` who have the suffix of `name` ("Rivas Jr."), all if it has none or nobody has it."""
    suffix = PersonName.parse(name.text).suffix
    return [home for home in homes if suffix and PersonName.parse(home.name).suffix == suffix] or homes


def _given(home: DiscourseEntity) -> Gender | None:
    return given_gender(PersonName.parse(home.name).words[0])


def _nearest(homes: list[DiscourseEntity], token: Token, often: Mapping[int, int]) -> DiscourseEntity:
    """Return the entity of `homes` that is spoken of before `token`, named often, a subject, or the first after it."""
    if len(homes) == 1:
        return homes[0]
    named = {id(entity): often[id(entity)] for entity in homes}
    # Of a couple named by one word each, nobody is named in full.
    in_full = max(sum(named.values()), 1)
    # Where all others of the name are given in full again and again, it is left to the one who had it first.
    first = min(homes, key=lambda entity: entity.mentions[0].start)
    if named[id(first)] == 1 and all(named[id(entity)] >= _AGAIN for entity in homes if entity is not first):
        return first

    def nearness(entity: DiscourseEntity) -> tuple[bool, float]:
        last = entity.before(token.i)
        if last is None:
            return False, -abs(entity.mentions[0].start - token.i)
        nearest = _nearness(entity, token.i)
        related = _RELATED if _is_relative(entity) else 0.0
        return True, nearest + _OFTEN * named[id(entity)] / in_full + related

    return max(homes, key=nearness)


def _nearness(entity: DiscourseEntity, token: int) -> float:
    """Return how near to `token` an entity is spoken of before it, a subject as if it stood so much nearer."""
    best, number = -inf, bisect_right(entity.mentions, token, key=_start) - 1
    # A mention's end is no farther than its start: farther back none can be nearer, be it a subject.
    while number >= 0 and (best == -inf or (entity.mentions[number].start - token) / _TOKENS + _AHEAD > best):
        mention = entity.mentions[number]
        if mention.end <= token:
            best = max(best, (mention.end - token) / _TOKENS + (mention.root.dep_ in NOMINAL_SUBJECTS))
        number -= 1
    return best


def _start(mention: DocSpan) -> int:
    return mention.start


def _is_relative(entity: DiscourseEntity) -> bool:
    """Say whether a person is first named as somebody's relative ("his wife, Dana Rivas")."""
    mention = entity.mentions[0]
    kin = mention.start - 1
    while kin >= max(mention.start - _BESIDE, mention.sent.start) and mention.doc[kin].lower_ not in _KIN:
        if mention.doc[kin].pos_ in VERBS:
            return False
        kin -= 1
    noun = mention.doc[max(kin, 0)]
    return noun.lower_ in _KIN and has_dependent(noun, "poss")
