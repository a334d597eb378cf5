"""Which words of a source tell who it is: its heads, and the name that the parser lost."""

from collections.abc import Sequence
from itertools import chain

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.extraction.coreference.descriptions import is_of_people
from onrecord.extraction.entities import (
    TYPE_OF_NOUN,
    Discourse,
    DiscourseEntity,
    is_person_noun,
    is_title,
)
from onrecord.extraction.syntax import (
    NOMINALS,
    NOUNS,
    PLURAL_NOUNS,
    RELATIVE,
    SINGULAR_NOUNS,
    VERBS,
    dependents,
    dependents_behind,
    has_dependent,
)

# Behind the name in front of a source comes what is told of its bearer.
_BREAKS = {",", "(", "[", "-", "–", "—", "--", ";"}
_EXEMPLIFYING = {("such", "as"), ("which", "include"), ("which", "included"), ("among", "them")}
_OPENING_EXAMPLES = {"including", "like"}
_OF_OFFICES = {"of", "for", "in", "to"}
_DETERMINERS = "det", "poss", "nummod"
# In front of a name these make it somebody else's.
_BINDING = VERBS | {"ADP", "PRON", "SCONJ"}


def with_examples(span: DocSpan) -> tuple[DocSpan, DocSpan] | None:
    """Return a source's group and those named as some of it ("three clerks, including Ada Orlen"), None if none are."""
    for token in span[1:-1]:
        two = (token.lower_, token.nbor().lower_) in _EXEMPLIFYING
        if two or token.lower_ in _OPENING_EXAMPLES:
            front = span.doc[span.start : token.i - (token.nbor(-1).text == ",")]
            behind = span.doc[token.i + 1 + two : span.end]
            several = len(front) > 0 and front.root.tag_ in PLURAL_NOUNS if token.lower_ == "like" else len(front) > 0
            several = several and front.root.ent_type_ != "PERSON"
            return (front, behind) if several and len(behind) else None
    return None


def heads_of(discourse: Discourse, span: DocSpan) -> list[Token]:
    """Return the head of each speaker of the source at `span`."""
    root = span.root
    if root.i not in discourse.by_token and root.pos_ not in NOMINALS | {"NUM", "ADP", "ADJ", "X"}:
        # "Veterans interviewed at rallies", "who leads the union": the parser takes it for a clause.
        root = next((token for token in span if token.pos_ in NOMINALS or token.lower_ in RELATIVE), root)
    elif root.pos_ == "ADP":
        # The parser hangs "in May" of "by the council in May" from the verb: it is not what the source is about.
        outer = (token for token in span if token.pos_ in NOMINALS and not span.start <= token.head.i < span.end)
        inner = (child for child in dependents_behind(root) if child.dep_ == "pobj" and child.i < span.end)
        root = next(chain(outer, inner), root)
    if is_title(root.text) and (bearer := _titled(discourse, root)) is not None and bearer.i < span.end:
        root = bearer
    if root.dep_ == "appos" and root.i not in discourse.by_token and root.head.i in discourse.by_token:
        # "Lanta, a neighbour and an ally, said": of the names' bearer.
        return [root]
    if (bearer := _bearer_behind(discourse, root, span)) is not None and _alike(bearer, root):
        root = bearer
    for child in dependents(root):
        # "Two analysts, Ivo Marek and Ada Orlen".
        named = [token for token in (child, *child.conjuncts) if token.i in discourse.by_token and token.i < span.end]
        if child.dep_ == "appos" and root.tag_ == "NNS" and child.i < span.end and len(named) > 1:
            return named
    # "Ada Orlen, a clerk, and Ivo Marek, a baker": the parser joins him to what she is.
    told = (child for child in dependents(root) if child.dep_ == "appos")
    joined = [token for child in told for token in child.conjuncts if discourse.by_token.get(token.i) is not None]
    others = (token for token in (*root.conjuncts, *joined) if span.start <= token.i < span.end)
    # "The organiser and co-founder Ada Orlen": what a hyphen binds is no head.
    heads = [root, *(token for token in others if not (token.is_punct or _is_bound(token)))]
    # "Ivo Marek and his counterpart Ada Orlen": the parser may have three of them.
    heads = [head for head in heads if _bearer_behind(discourse, head, span) not in heads]
    bearer = _bearer_behind(discourse, heads[-1], span)
    if bearer is not None and _alike(bearer, root) and all(_is_bare(discourse, head) for head in heads):
        return [bearer]
    if len(heads) > 1 and _is_bare_office(discourse, heads[0]) and heads[1].i in discourse.by_token:
        # "Vice President and Managing Editor Ada Orlen" is one person.
        del heads[0]
    elif len(heads) > 1 and _is_one(discourse, heads):
        del heads[1:]
    return [
        _behind_apostrophe(discourse, head) for head in heads if not _is_second_apposition(discourse, heads[0], head)
    ]


def _bearer_behind(discourse: Discourse, noun: Token, span: DocSpan) -> Token | None:
    """Return the last word of the name that stands right behind a noun in a source, None where none does."""
    if noun.pos_ != "NOUN" or noun.i in discourse.by_token or noun.i + 1 >= span.end:
        return None
    mention = discourse.mention_at(noun.i + 1)
    return mention.root if mention is not None and mention.start == noun.i + 1 else None


def _is_bound(token: Token) -> bool:
    """Say whether a hyphen binds a word to the one behind it."""
    return not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor().text == "-"


def _alike(name: Token, noun: Token) -> bool:
    """Say whether the parse has a name and a noun alike: "candidates Ada Orlen ...", two subjects of one verb."""
    return name.dep_ == noun.dep_ and name.head == noun.head


def _titled(discourse: Discourse, title: Token) -> Token | None:
    """Return the last word of the name that follows right behind `title`, if one does.

    "Gov. Ivo Marek of Lanta", "Superintendent of Police Ivo Marek".
    """
    start = title.i + 1
    if start < len(title.doc) and title.doc[start].lower_ == "of":
        start += 2
    return _name_from(discourse, start) if title.i not in discourse.by_token else None


def _is_one(discourse: Discourse, heads: Sequence[Token]) -> bool:
    """Say whether nouns tell of one person: of "the former mayor and harbour master" only the first has "the"."""
    first, *others = heads
    singular = all(head.tag_ in SINGULAR_NOUNS and head.i not in discourse.by_token for head in heads)
    offices = all(is_of_people(head) for head in heads)
    definite = any(child.lower_ in {"the", "a"} for child in dependents(first))
    bare = not any(has_dependent(head, *_DETERMINERS) for head in others)
    return singular and offices and definite and bare


def _is_second_apposition(discourse: Discourse, first: Token, head: Token) -> bool:
    """Say whether `head` is one more thing that a person is ("Ivo Marek, a clerk of the town, and a Republican")."""
    indefinite = any(child.lower_ in {"a", "an"} for child in dependents(head))
    told = has_dependent(first, "appos")
    return (
        head is not first and indefinite and told and first.i in discourse.by_token and head.i not in discourse.by_token
    )


def _behind_apostrophe(discourse: Discourse, head: Token) -> Token:
    """Return the person behind a name in -s that the parser does not see to be a possessive ("Reuters’ Ada Orlen")."""
    behind = head.doc[head.i + 1 : head.i + 3]
    if len(behind) < 2 or behind[0].text not in {"’", "'"} or behind[0].whitespace_ == "":
        return head
    return _name_from(discourse, behind[1].i) or head


def _name_from(discourse: Discourse, start: int) -> Token | None:
    """Return the last word of the person's name that begins at the token `start`, None where none does."""
    entity, mention = discourse.by_token.get(start), discourse.mention_at(start)
    named = entity is not None and entity.type == "person"
    return mention.root if mention is not None and mention.start == start and named else None


def _is_bare_office(discourse: Discourse, head: Token) -> bool:
    office = is_title(head.text) or (is_person_noun(head.text) and head.lower_ not in TYPE_OF_NOUN)
    return office and _is_bare(discourse, head)


def _is_bare(discourse: Discourse, head: Token) -> bool:
    """Say whether a singular noun that is no name stands without "the" or whose it is, as before its bearer's name."""
    alone = not has_dependent(head, *_DETERMINERS)
    return alone and head.tag_ in SINGULAR_NOUNS and head.i not in discourse.by_token


def named_behind_all(discourse: Discourse, span: DocSpan) -> DiscourseEntity | None:
    """Return the person whose name closes a source behind a comma ("One clerk not on the list, Ada Orlen,"), or None.

    So does "a woman later identified as Ada Orlen".
    """
    doc, end = span.doc, span.end
    while end > span.start and doc[end - 1].is_punct:
        end -= 1
    for i in range(span.start + 1, end):
        entity = discourse.by_token.get(i)
        before = doc[i - 1]
        told = before.text == "," or (before.lower_ == "as" and i > 1 and doc[i - 2].lemma_ == "identify")
        if entity is None or entity.type != "person" or not told or entity is discourse.by_token.get(i - 1):
            continue
        mention = discourse.mention_at(i)
        if mention is not None and mention.start == i and (mention.end == end or before.text != ","):
            return entity
    return None


def named_in_front(discourse: Discourse, span: DocSpan) -> DiscourseEntity | None:
    """Return the person whose full name closes the front part of a source, None if there is no such.

    "Candidate Sen. Ada Orlen (D-Velo)", "Ivo Marek, an aide during her run and now director": the parser makes
    something else of it.
    """
    end = next((token.i for token in span if token.text in _BREAKS), span.end)
    entity = discourse.by_token.get(end - 1)
    if entity is None or entity.type != "person" or end == span.start:
        return None
    mention = discourse.mention_at(end - 1)
    if mention is None or mention.end != end or mention.start < span.start:
        return None
    before = span.doc[span.start : mention.start]
    if before and _is_office(before) and not is_title(before[-1].text) and not is_person_noun(before[-1].text):
        return entity
    if any(token.pos_ in _BINDING for token in before) or (before and before[-1].tag_ == "POS"):
        return None
    # "Filmmaker and author Ada Orlen" is one, "the town and Ada Orlen" are two.
    joined = any(token.pos_ == "CCONJ" for token in before)
    others = (token.pos_ == "DET" or token.tag_ in PLURAL_NOUNS or token.i in discourse.by_token for token in before)
    if joined and any(others):
        return None
    behind = discourse.by_token.get(end + 1)
    listed = behind is not None and behind.type == "person" and behind is not entity
    return entity if not listed else None


def _is_office(words: DocSpan) -> bool:
    """Say whether `words` are an office without an article, as stands before its holder ("Head of harbour policy").

    So is "Velo's ambassador to Lanta".
    """
    start = max((token.i - words.start + 1 for token in words if token.tag_ == "POS"), default=0)
    if start + 1 >= len(words):
        return False
    first, last = words[start], words[-1]
    office = is_title(first.text) or is_person_noun(first.text)
    return office and words[start + 1].lower_ in _OF_OFFICES and last.pos_ in NOUNS


def holder_behind_body(discourse: Discourse, span: DocSpan) -> DiscourseEntity | None:
    """Return who closes a source behind a body and an office in it ("Port Office (VPO) Chief Ada Orlen"), or None."""
    entity, mention = discourse.by_token.get(span.end - 1), discourse.mention_at(span.end - 1)
    if entity is None or mention is None or entity.type != "person" or len(mention) == 1:
        return None
    at = mention.start - 1
    if at <= span.start or mention.end != span.end or not is_title(span.doc[at].text):
        return None
    before, named = discourse.by_token.get(span.root.i), discourse.mention_at(span.root.i)
    if before is None or named is None or before.type not in {"organisation", "state", "place"} or named.end > at:
        return None
    joined = any(token.pos_ in {"ADP", "CCONJ"} or token.text == "," for token in span.doc[named.end : at])
    return entity if not joined else None
