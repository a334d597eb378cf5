"""Where an article names somebody or something: what the tagger found, its usual mistakes mended."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.extraction.document import PARTS, words_of
from onrecord.extraction.encoder import is_word
from onrecord.extraction.entities.countries import country_of
from onrecord.extraction.entities.entity_types import (
    EPITHETS,
    LONGEST_NAME,
    first_words,
    is_occupation,
    relabelled,
    standing_alone,
)
from onrecord.extraction.entities.non_persons import TYPE_OF_NOUN
from onrecord.extraction.entities.person_names import given_gender, is_title
from onrecord.extraction.syntax import NOUN_MODIFIERS, SINGULAR_NOUNS
from onrecord.folding import fold

DASHES = {"-", "–", "—", "―", "--"}

_NAMED = {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"}
_SEAT = re.compile(r"[DRI]-[A-Z]")
_FROM = {"of", "from", "in"}
# A name does not end with these.
_OPEN = {"and", "for", "of"}
_JOINING, _MATTERS = {"for", "of", "on", "against"}, {"ORG", "EVENT", "LAW", "FAC"}
_PLACES = {"GPE", "LOC"}
# Nouns for bodies of which every state or town has one.
_EVERYWHERE = lexicons.words("description_contexts.tsv", "everywhere")
_PARTICLES = {"de", "del", "della", "di", "da", "do", "du", "des", "van", "von"}
_SEAT_OF_COURT = ["for", "the"]
_ARTICLES = {"the", "a", "an"}
_SHORT = 3
_ACRONYM = range(2, 5)
_FULL = 2
# A nickname of two words with its marks, and one word of the name behind it.
_NICKNAMED = 5
_TITLE = range(3, 6)


def mentions(doc: Doc) -> list[DocSpan]:
    """Return the named entities of `doc`, labelled as the tagger does, without titles, articles and quote marks."""
    titles = {i for part in doc.spans[PARTS] if part.label_ != "paragraph" for i in range(part.start, part.end)}
    surnames = {fold(token.text) for ent in doc.ents if ent.label_ == "PERSON" for token in ent}
    surnames |= standing_alone(doc)
    nouns = {token.lower_ for token in doc if token.pos_ == "NOUN"}
    labels = Counter((fold(ent.text), ent.label_) for ent in doc.ents if len(ent) == 1)
    firms = first_words(doc)
    offices = set(_shortened_offices(doc))
    spans: list[DocSpan] = []
    for ent in _entities(doc):
        for part in _parts(ent):
            span = _trimmed(relabelled(part, surnames, labels, firms), nouns)
            named = span.label_ in _NAMED and any(c.isupper() for c in span.text)
            spelt = any(token.text.replace(".", "").isalpha() for token in span)
            told = _adjective(span) or _party(span) or _office(span, offices) or _is_body_alone(span)
            if len(span) and named and spelt and not told:
                spans.append(span)
    return _titled(_extended(spans), titles, surnames)


def _titled(spans: list[DocSpan], titles: set[int], surnames: set[str]) -> list[DocSpan]:
    """Return `spans` with names of the text found again in titles, where all words are printed like names.

    "Ada Orlen Slams Lanta Chief" is one name to the tagger. Surnames alone are left to `persons`.
    """
    known = {_words(span): span for span in spans if span.start not in titles}
    persons = {fold(word) for words, span in known.items() if span.label_ == "PERSON" for word in words}
    spans = [_headed(span, known, persons) if span.start in titles else span for span in spans]
    ends = {span.end: span.start for span in spans if span.start in titles and len(span.text.split()) <= _SHORT}
    # Where in titles each word stands.
    standing: dict[str, list[int]] = {}
    printed = words_of(next(iter(known.values())).doc) if known else []
    for i in titles if known else ():
        standing.setdefault(printed[i], []).append(i)
    found: list[DocSpan] = []
    for words, span in sorted(known.items(), key=lambda pair: -len(pair[0])):
        if len(words) == 1 and (span.label_ == "PERSON" or fold(words[0]) in surnames):
            continue
        taken = {i for one in found for i in range(one.start, one.end)}
        for i in standing.get(words[0], ()):
            inside = range(i, i + len(words))
            if not taken.isdisjoint(inside) or not titles.issuperset(inside):
                continue
            # The tail of a name is no name of its own ("Ada Orlen" where the text goes on with "Orlen").
            if ends.get(i + len(words), i) >= i and tuple(printed[i : i + len(words)]) == words:
                found.append(DocSpan(span.doc, i, i + len(words), label=span.label_))
    taken = {i for one in found for i in range(one.start, one.end)}
    kept = [span for span in spans if taken.isdisjoint(range(span.start, span.end))]
    return sorted(kept + found, key=lambda span: span.start)


def _headed(span: DocSpan, known: Mapping[tuple[str, ...], DocSpan], persons: set[str]) -> DocSpan:
    """Return the first word of a title's name where the text knows that as a name, and nothing of the others.

    "Lanta Seized Grain Ship" is Lanta, where the text tells of Lanta and of nobody with a longer name.
    """
    first = known.get(_words(span[:1]))
    if first is None or _words(span) in known or any(fold(token.text) in persons for token in span[1:]):
        return span
    return DocSpan(span.doc, span.start, span.start + 1, label=first.label_)


def _words(span: DocSpan) -> tuple[str, ...]:
    return tuple(token.text for token in span)


def _entities(doc: Doc) -> Iterator[DocSpan]:
    """Yield what the tagger found, as one what is one country ("Trinidad" and "Tobago") or one body (`_is_body`)."""
    taken = 0
    for ent, behind in zip_longest(doc.ents, doc.ents[1:]):
        if ent.start < taken:
            continue
        taken = ent.end
        if behind is not None and behind.start == ent.end + 1 and doc[ent.end].lower_ == "and":
            country = country_of(doc[ent.start : behind.end].text)
            if country is not None and country_of(ent.text) == country and country_of(behind.text) in {country, None}:
                taken = behind.end
        elif behind is not None and _is_body(ent, behind):
            taken = behind.end
        taken = _behind_nickname(ent) or taken
        yield ent if taken == ent.end else DocSpan(doc, ent.start, taken, label=ent.label_)


def _behind_nickname(ent: DocSpan) -> int | None:
    """Return where a person's name ends that goes on with a nickname in quote marks (José "Pepe" Marek), or None."""
    doc, opening = ent.doc, ent.end
    if ent.label_ != "PERSON" or opening + _NICKNAMED > len(doc) or not doc[opening].is_quote:
        return None
    closing = next((i for i in range(opening + 2, opening + _NICKNAMED) if doc[i].is_quote), None)
    if closing is None or closing + 1 >= len(doc):
        return None
    behind = doc[closing + 1]
    named = all(token.text.istitle() for token in (*doc[opening + 1 : closing], behind))
    return behind.i + 1 if named and behind.pos_ == "PROPN" and doc[closing - 1].whitespace_ == "" else None


def _is_body(ent: DocSpan, behind: DocSpan) -> bool:
    """Say whether two entities are one body that is named by what it is for ("Commission" on "Harbour Dues")."""
    if ent.label_ == "ORG" and len(ent) > 1 and ent[-1].lower_ == "of" and behind.start == ent.end:
        # "The Daily Light of", "Lanta".
        return True
    joining = ent.doc[ent.end]
    bound = joining.lower_ in _JOINING and joining.head == ent.root and behind.root.head == joining
    kind = TYPE_OF_NOUN.get(ent[-1].text.casefold())
    if ent.label_ != "ORG" or kind != "organisation" or behind.start != ent.end + 1 or not bound:
        return False
    # "The Port Office of Velo" has its name from both; of "the army of Velo" only the state has one.
    return behind.label_ in _MATTERS or (len(ent) > 1 and ent[-2].text[:1].isupper() and behind.label_ in _PLACES)


def _parts(ent: DocSpan) -> Iterator[DocSpan]:
    """Yield the two names of an entity that runs over a dash with space around it ("shot Rivas - Ivo Marek"), or it.

    Of "Minister for Health Anna Dukes" the name is yielded, without what she is minister for.
    """
    doc, start = ent.doc, _behind_portfolio(ent)
    if start > ent.start:
        yield DocSpan(doc, start, ent.end, label="PERSON")
        return
    for token in ent[1:-1]:
        if token.text in DASHES and token.whitespace_ and doc[token.i - 1].whitespace_:
            yield DocSpan(doc, start, token.i, label=ent.label_)
            start = token.i + 1
    yield DocSpan(doc, start, ent.end, label=ent.label_)


def _behind_portfolio(ent: DocSpan) -> int:
    """Return where a person's name starts behind what their office is for, which the tagger takes for one body."""
    doc, name = ent.doc, ent.end - _FULL
    portfolio = doc[ent.start : name]
    if ent.label_ != "ORG" or ent.start < _FULL or not len(portfolio):
        return ent.start
    office, joining = doc[ent.start - 2], doc[ent.start - 1]
    held = is_title(office.text) and joining.lower_ in {"for", "of"}
    plain = all(is_word(token.lower_) and given_gender(token.text) is None for token in portfolio)
    named = given_gender(doc[name].text) is not None and doc[name + 1].text.istitle()
    is_body = TYPE_OF_NOUN.get(doc[name + 1].text.casefold()) == "organisation"
    return name if held and plain and named and not is_body else ent.start


def _trimmed(span: DocSpan, nouns: set[str]) -> DocSpan:
    """Return `span` without a leading article or titles, a closing possessive, and quote marks at its edges."""
    start, end = span.start, span.end
    doc, person = span.doc, span.label_ == "PERSON"
    end = _end_of_name(span) if person else end
    while start < end and (
        doc[start].is_punct
        # The unit of what stands before it ("€12m. Lanta").
        or (doc[start].is_lower and doc[start].text.endswith("."))
        or (doc[start].lower_ in _ARTICLES and doc[start].tag_ == "DT")
        # "Said Orlen: ...".
        or (person and end - start > 1 and doc[start].lower_ in {"said", "says"})
        or (span.label_ == "ORG" and _is_plain(doc[start], end))
        or (person and end - start > 1 and (is_title(doc[start].text) or is_hyphenated(doc[start])))
        or (person and end - start > 1 and _is_shortened_title(doc[start]))
        # "The ambassador to Velo Ivo Marek".
        or (person and end - start > _FULL and start and doc[start - 1].pos_ == "ADP" and _is_country(doc[start]))
        or (person and end - start > _FULL and (_is_office(doc[start], nouns) or is_occupation(doc[start])))
    ):
        start += 1
    while start < end and (
        doc[end - 1].is_punct or doc[end - 1].tag_ == "POS" or doc[end - 1].is_space or doc[end - 1].lower_ in _OPEN
    ):
        end -= 1
    while not person and start > 1 and doc[start - 1].lower_ in _PARTICLES and doc[start - 2].text.istitle():
        start -= 2
    while person and start and _is_given(doc[start - 1]) and country_of(doc[start - 1].text) is None:
        start -= 1
    if span.label_ == "ORG" and _joins_front(doc, start):
        start -= 2
    if person and start < end < len(doc) and _is_surname(doc[end], doc[end - 1]):
        end += 1
    while person and start < end - 1 and _is_hyphened_on(doc, end):
        end += 2
    if span.label_ == "ORG" and any(token.lower_ == "court" for token in doc[start:end]):
        end = _end_of_court(doc, end)
    return DocSpan(doc, start, end, label=span.label_)


def _is_hyphened_on(doc: Doc, end: int) -> bool:
    """Say whether a hyphen binds one more word to a name that ends in a word bound by one ("Orlen-o", "-cha")."""
    if end + 1 >= len(doc) or doc[end].text != "-" or doc[end - 2].text != "-":
        return False
    return not any(doc[i].whitespace_ for i in range(end - 2, end + 1)) and doc[end + 1].is_alpha


def _is_plain(token: Token, end: int) -> bool:
    """Say whether `token` is said of the name behind it that ends at `end` ("federal Harbour Commission")."""
    behind = token.i + 1 < end and token.nbor().text[:1].isupper()
    return behind and token.is_lower and token.pos_ == "ADJ" and bool(token.whitespace_)


def _joins_front(doc: Doc, start: int) -> bool:
    """Say whether the name at `start` begins two words before it ("the Harbour and Fisheries Board")."""
    if start <= _FULL:
        return False
    article, first, joining = doc[start - 3], doc[start - 2], doc[start - 1]
    named = first.text.istitle() and not first.ent_type_ and first.pos_ in {"PROPN", "ADJ"}
    return article.lower_ == "the" and named and joining.lower_ == "and"


def _end_of_name(span: DocSpan) -> int:
    """Return where a full name ends in `span`: before a line's end, a time, where they are from, or a plain word."""
    end = next(
        (t.i for t in span[1:] if t.is_space or t.text[0].isdigit() or (t.lower_ in _FROM and t.i - span.start > 1)),
        span.end,
    )
    while end - span.start > 1 and span.doc[end - 1].is_lower and span.doc[end - 2].whitespace_:
        end -= 1
    # "Director Ada Orlen ABC": the acronym of the body that comes behind.
    last = span.doc[end - 1]
    if end - span.start > _FULL and last.is_upper and not last.nbor(-1).is_upper and len(last) in _ACRONYM:
        end -= given_gender(last.text) is None
    return end


def _end_of_court(doc: Doc, end: int) -> int:
    """Return where the name of a court ends that the tagger ends at `end` ("... for the Second Circuit")."""
    longer = end + len(_SEAT_OF_COURT) if doc[end : end + 2].text.split() == _SEAT_OF_COURT else end
    while longer > end and longer < len(doc) and doc[longer].text.istitle():
        longer += 1
    return longer if longer > end + len(_SEAT_OF_COURT) else end


def _is_country(token: Token) -> bool:
    """Say whether `token` is a country's name, and no given name ("Jordan")."""
    return country_of(token.text) is not None and given_gender(token.text) is None


def _is_shortened_title(token: Token) -> bool:
    """Say whether `token` is an acronym in front of a name that is not in capitals ("DHP Ada Orlen"), no initials."""
    return token.text.isupper() and token.text.isalpha() and len(token) in _TITLE and token.nbor().text.istitle()


def _is_office(token: Token, nouns: set[str]) -> bool:
    """Say whether `token` is a word of the article's in front of a given name ("Evangelist Ivo Marek")."""
    return token.lower_ in nouns and given_gender(token.text) is None and given_gender(token.nbor().text) is not None


def is_hyphenated(token: Token) -> bool:
    """Say whether a hyphen binds `token` to the word before it ("Secretary-Treasurer", "front-runner")."""
    doc, i = token.doc, token.i
    return i > 1 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_


def _is_given(token: Token) -> bool:
    """Say whether `token` is a rare given name that the tagger left outside the name of a person behind it."""
    if token.ent_type_ or token.pos_ != "PROPN" or not token.text.istitle() or is_title(token.text):
        return False
    return given_gender(token.text) is not None or not is_word(token.lower_)


def _is_surname(token: Token, given: Token) -> bool:
    """Say whether `token` is a rare surname that the tagger left outside the name of a person before it ("D’Orlen")."""
    hangs = (given.head.i == token.i and given.dep_ == "compound") or "’" in token.text or "'" in token.text
    rare = not token.ent_type_ and token.text[:1].isupper() and not is_word(token.lower_)
    return hangs and rare and token.text[-1].isalpha()


def _adjective(span: DocSpan) -> bool:
    """Say whether a nationality or party is only an adjective ("Russian forces") or said of one ("the Democrat")."""
    root = span.root
    one = root.tag_ in SINGULAR_NOUNS and fold(span.text) in EPITHETS
    return span.label_ == "NORP" and (one or root.pos_ == "ADJ" or root.dep_ in NOUN_MODIFIERS)


def _office(span: DocSpan, offices: set[str]) -> bool:
    """Say whether `span` is an office alone that the tagger takes for a body or a place ("the Premier said")."""
    return len(span) == 1 and span.label_ != "PERSON" and (is_title(span.text) or span.text in offices)


def _is_body_alone(span: DocSpan) -> bool:
    """Say whether `span` is a noun for some body, printed like a name ("the Embassy said")."""
    article = span.start > 0 and span.doc[span.start - 1].lower_ == "the"
    alone = len(span) == 1 and span.text.istitle() and TYPE_OF_NOUN.get(span.text.casefold()) == "organisation"
    return article and alone and span.text.casefold() in _EVERYWHERE


def _shortened_offices(doc: Doc) -> Iterator[str]:
    """Yield the acronyms by which an office is told behind a person's name ("Ivo Marek, QM of the port")."""
    for ent in doc.ents:
        told = list(doc[ent.end : ent.end + 3]) if ent.label_ == "PERSON" else []
        if len(told) > 2 and told[0].text == "," and told[1].text.isupper() and told[2].lower_ in {"of", "for"}:
            yield told[1].text


def _party(span: DocSpan) -> bool:
    """Say whether `span` is a politician's party and seat ("(D-Sarn)")."""
    return _SEAT.match(span.text) is not None and span.doc[span.start - 1].text in {"(", ","}


def _extended(spans: list[DocSpan]) -> list[DocSpan]:
    """Return `spans` with the first, longest form of persons whose shorter name has no given name.

    "Tan Sei Mo Lun" is tagged in part or not at all, "Mo Lun" farther on as a person.
    """
    short = dict.fromkeys(
        _words(span)
        for span in spans
        if span.label_ == "PERSON" and len(span) > 1 and given_gender(span[0].text) is None
    )
    if not short:
        return sorted(spans, key=lambda span: span.start)
    doc = spans[0].doc
    printed = words_of(doc)
    places: dict[str, list[int]] = {words[0]: [] for words in short}
    for i, word in enumerate(printed):
        if word in places:
            places[word].append(i)
    found = []
    for words in short:
        for i in places[words[0]]:
            if tuple(printed[i : i + len(words)]) != words:
                continue
            start, end = i, i + len(words)
            while start and end - start < LONGEST_NAME and _leads(doc[start - 1], end):
                start -= 1
            # The tagger saw that a name begins here, and not how far it goes.
            if start < i and doc[start].ent_type_:
                found.append(DocSpan(doc, start, end, label="PERSON"))
    taken = {i for span in found for i in range(span.start, span.end)}
    return sorted(
        [span for span in spans if not taken.intersection(range(span.start, span.end))] + found,
        key=lambda span: span.start,
    )


def _leads(token: Token, end: int) -> bool:
    """Say whether `token` is one more name in front of a name that ends before `end`."""
    inside = token.head.i < end and token.dep_ == "compound" and token.pos_ == "PROPN" and token.text.istitle()
    named = not is_title(token.text) and not is_occupation(token)
    return inside and named and token.ent_type_ in {"", "PERSON", "GPE"} and country_of(token.text) is None
