"""Who is meant by a pronoun or description, from corpora in one form, with what onrecord reads of the articles.

`speakers` of PolNeAR, the chains of GUM's news (`chains`), real pages (`real_pages`), our own `mentions`, and who
speaks in every third of the invented bundles (`linked_statements`). Their licences are told there.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from spacy.tokens import Token

from corpora import polnear
from corpora.articles import titled
from corpora.chains import ChainedArticle, chained_articles
from corpora.linked_statements import PrintedStatement, bundles
from corpora.mentions import MentionedArticle, mentioned_articles
from corpora.real_pages import ANYBODY, RealPage, real_pages
from corpora.speakers import SpokenStatement, spoken_statements
from onrecord import pages
from onrecord.extraction import CharRange, Document, find_quotations
from onrecord.extraction.attribution import Attribution, Nesting, attribute
from onrecord.extraction.coreference import Coreference, Mention, Observer, is_definite, is_of_people, resolve
from onrecord.extraction.encoder import Encoder
from onrecord.extraction.entities import TYPE_OF_NOUN, Discourse, DiscourseEntity, recognise
from onrecord.extraction.events import argument_mentions, find_triggers
from onrecord.extraction.participants import participant_mentions
from onrecord.extraction.syntax import COLLECTIVE
from onrecord.folding import fold
from onrecord.records import Article

type IsRight = Callable[[Sequence[DiscourseEntity]], bool]
"""Says whether those are meant, all and no other; never, where nobody is."""

_INITIAL = re.compile(r"(?<=\w\w) \w\. (?=\w\w)")
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"(?i)^(?:the|an?)\s+")
# Two statements that share so much of their words are one.
_ALIKE = 0.4
# Of the bundles so many are passed over for one.
_EVERY = 3
_ASKED = {"PRON", "NOUN", "PROPN"}
_SMALL = {"the", "of", "mr", "mrs", "ms", "dr"}


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it is read, up to who is meant in it.

    Attributes:
        corpus: where it is from.
        part: of that corpus.
        name: of the article.
        coreference: whom its mentions stand for, as resolved.
        meant: of tokens of which it is known, who is meant.
    """

    corpus: str
    part: str
    name: str
    coreference: Coreference
    meant: Mapping[Token, IsRight]


@dataclass(frozen=True, slots=True)
class _Known:
    """An article, and what tells who is meant at a token of it, None where nobody knows."""

    corpus: str
    part: str
    name: str
    article: Article
    meant: Callable[[Document, Discourse, Sequence[Attribution], Token], IsRight | None]
    # Pronouns and descriptions are asked for that nothing else asks for.
    asks_all: bool


def read_articles(
    encoder: Encoder, observer: Callable[[str, str, str], Observer] | None = None
) -> Iterator[ReadArticle]:
    """Yield each article of the three corpora, read.

    Args:
        encoder: reads them.
        observer: gives for a corpus, a part and an article who is told of the choices in it.

    Raises:
        FileNotFoundError: a corpus is not there.
    """
    for known in _known():
        document = Document(known.article)
        doc = document.tokenize(encoder.language)
        quotes = find_quotations(doc)
        encoding = encoder.encode(encoder.split(doc, quotes))
        encoder.annotate(doc, encoding)
        attributions = attribute(doc, quotes, encoder, encoding)
        discourse = recognise(doc)
        mentions = [*participant_mentions(doc, attributions), *argument_mentions(tuple(find_triggers(doc)))]
        if known.asks_all:
            pronouns = (token for token in doc if token.lower_ in COLLECTIVE and token.tag_ not in {"NNP", "NNPS"})
            mentions += [Mention.phrase(token, "speaker") for token in pronouns]
            nouns = (
                token
                for token in doc
                if token.pos_ == "NOUN"
                and is_definite(token)
                and (is_of_people(token) or token.lemma_.casefold() in TYPE_OF_NOUN)
            )
            mentions += [Mention.phrase(token, "party") for token in nouns]
        byline = known.article.byline
        watching = observer(known.corpus, known.part, known.name) if observer is not None else None
        nesting = Nesting(attributions)
        coreference = resolve(
            doc, discourse, attributions, nesting, mentions, byline.text if byline else None, watching
        )
        asked = (token for token in doc if token.pos_ in _ASKED)
        meant = {
            token: right
            for token in asked
            if (right := known.meant(document, discourse, attributions, token)) is not None
        }
        yield ReadArticle(known.corpus, known.part, known.name, coreference, meant)


def _known() -> Iterator[_Known]:
    golds = polnear.gold(polnear.part("dev")) | polnear.gold(polnear.part("train"))
    spoken: dict[str, list[SpokenStatement]] = {}
    for one in spoken_statements(golds):
        spoken.setdefault(one.article, []).append(one)
    for name, statements in spoken.items():
        for article in pages.cut(pages.from_text(golds[name][0])):
            yield _Known("speakers", statements[0].part, name, article, partial(_speaker, statements), asks_all=False)
    for chained in chained_articles():
        yield _Known("GUM", "news", chained.name, titled(chained.text), partial(_chained, chained), asks_all=True)
    for page in real_pages("training"):
        for article in pages.cut(pages.from_text(page.text)):
            yield _Known("real pages", "training", page.name, article, partial(_real, page), asks_all=False)
    for bundle in bundles("training")[::_EVERY]:
        for name, text in bundle.articles.items():
            printed = [one for one in bundle.statements.values() if one.article == name]
            for article in pages.cut(pages.from_text(text["text"])):
                yield _Known("bundles", "training", name, article, partial(_printed, printed), asks_all=False)
    for told in mentioned_articles():
        for article in pages.cut(pages.from_text(told.text)):
            yield _Known("mentions", "all", told.name, article, partial(_mentioned, told), asks_all=True)


def _speaker(
    statements: Sequence[SpokenStatement], document: Document, discourse: Discourse, _: object, token: Token
) -> IsRight | None:
    """Tell of the head of a source who speaks, unless others without a name speak along."""
    low, high = _place(document, token)
    one = next((one for one in statements if one.source[0] <= low and high <= one.source[1]), None)
    if one is None or one.others:
        return None
    inside = [other.i for other in token.sent if one.source[0] <= _place(document, other)[0] < one.source[1]]
    if not inside or token.doc[inside[0] : inside[-1] + 1].root.i != token.i:
        return None
    forms = [{_plain(form) for form in forms} for forms in one.speakers]
    return _by_names(forms, lambda form, entity: _plain(entity.name) in form, discourse)


def _real(page: RealPage, document: Document, discourse: Discourse, _: object, token: Token) -> IsRight | None:
    """Tell of the head of a source who speaks; by a description of them, that they are nobody who has a name."""
    low, high = _place(document, token)
    one = next((one for one in page.statements if one.source and one.source[0] <= low and high <= one.source[1]), None)
    if one is None or one.source is None or ANYBODY in one.speakers:
        return None
    inside = [other.i for other in token.sent if one.source[0] <= _place(document, other)[0] < one.source[1]]
    if not inside or token.doc[inside[0] : inside[-1] + 1].root.i != token.i:
        return None
    names = [name if any(c.isupper() for c in name) else f"~{name}" for name in one.speakers]
    return _by_names(names, _bears, discourse)


def _printed(
    told: Sequence[PrintedStatement],
    document: Document,
    discourse: Discourse,
    attributions: Sequence[Attribution],
    token: Token,
) -> IsRight | None:
    """Tell of the head of a source that is read who speaks, if what is read of him is what somebody says."""
    for one in attributions:
        if one.source is not None and _heads(token, one.source):
            own = {at for span in document.to_page(one.content) for at in range(span.start, span.end)}
            alike = [
                (len(own.intersection(range(gold.start, gold.end))) / len(own.union(range(gold.start, gold.end))), gold)
                for gold in told
            ]
            share, gold = max(alike, key=lambda pair: pair[0])
            if share >= _ALIKE:
                name = gold.speaker
                described = not any(c.isupper() for c in _ARTICLE.sub("", name))
                return _by_names([f"~{name}" if described else name], _bears, discourse)
    return None


def _heads(token: Token, source: CharRange) -> bool:
    """Say whether a token is the head of a source."""
    inside = [other.i for other in token.sent if source.start <= other.idx < source.end]
    return bool(inside) and token.doc[inside[0] : inside[-1] + 1].root.i == token.i


def _mentioned(
    article: MentionedArticle, document: Document, discourse: Discourse, _: object, token: Token
) -> IsRight | None:
    low, _ = _place(document, token)
    phrase, _ = _place(document, token.left_edge)
    names = article.meant.get(low, article.meant.get(phrase) if token.pos_ in {"NOUN", "PROPN"} else None)
    return _by_names(names, _bears, discourse) if names is not None and names != ("?",) else None


def _bears(name: str, entity: DiscourseEntity) -> bool:
    """Say whether an entity can bear an annotated name: all words of the shorter are in the longer."""
    if name.startswith("~") == entity.named:
        return False
    one, other = ({word for word in _WORD.findall(fold(text)) if word not in _SMALL} for text in (name, entity.name))
    return bool(one and other) and (one <= other or other <= one)


def _by_names[Name](
    names: Sequence[Name], bears: Callable[[Name, DiscourseEntity], bool], discourse: Discourse
) -> IsRight | None:
    """Return what is right by names; None where whoever bears the first was not found in the article at all."""
    if not names:
        return lambda entities: False
    described = isinstance(names[0], str) and names[0].startswith("~")
    if not described and not any(bears(names[0], entity) for entity in discourse.entities):
        return None
    return lambda entities: (
        len(entities) == len(names) and all(any(bears(name, entity) for entity in entities) for name in names)
    )


def _chained(
    article: ChainedArticle, document: Document, discourse: Discourse, _: object, token: Token
) -> IsRight | None:
    """Tell by the chains who is meant: of a pronoun that is in none nobody."""
    low, high = _place(document, token)
    pronoun = token.pos_ == "PRON"
    wanted = article.headed.get(low) if pronoun else article.entity(_place(document, token.left_edge)[0], high)
    if wanted is None:
        return (lambda entities: False) if pronoun else None
    told = ({wanted}, article.joined.get(wanted))
    return lambda entities: bool(entities) and {_chain_of(entity, article, document) for entity in entities} in told


def _chain_of(entity: DiscourseEntity, article: ChainedArticle, document: Document) -> str | None:
    """Return in which chain most mentions of an entity are."""
    places = ((_place(document, mention[0])[0], mention) for mention in entity.mentions)
    found = Counter(article.entity(low, low + len(mention.text)) for low, mention in places)
    del found[None]
    return found.most_common(1)[0][0] if found else None


def _place(document: Document, token: Token) -> polnear.Range:
    """Return where a token stands on its page, nowhere if it does not."""
    spans = document.to_page([CharRange(token.idx, token.idx + len(token))])
    return (spans[0].start, spans[-1].end) if spans else (-1, -1)


def _plain(name: str) -> str:
    return _INITIAL.sub(" ", fold(name).removeprefix("the "))
