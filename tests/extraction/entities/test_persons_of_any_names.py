import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from onrecord.extraction.attribution import Nesting
from onrecord.extraction.coreference import Mention, resolve
from onrecord.extraction.document import DATELINES, PARTS
from onrecord.extraction.entities import recognise

_VOCAB = spacy.blank("en").vocab
# A word, its part of speech, its tag, and whether it may be in a name.
_WORDS = {
    "Ada": "PROPN", "Ivo": "PROPN", "Emma": "PROPN", "Oliver": "PROPN", "Orlen": "PROPN", "Brandt": "PROPN",
    "al-Sabahi": "PROPN", "Sabahi": "PROPN", "B.": "PROPN", "Mr.": "PROPN", "Dr.": "PROPN", "Jr.": "PROPN",
    "and": "CCONJ", "&": "CCONJ", ",": "PUNCT", "-": "PUNCT", "'s": "PART", "wife": "NOUN", "minister": "NOUN",
    "the": "DET", "he": "PRON", "she": "PRON", "they": "PRON", "said": "VERB", ".": "PUNCT",
}  # fmt: skip
_TAGS = {
    "PROPN": "NNP",
    "CCONJ": "CC",
    "PUNCT": ".",
    "PART": "POS",
    "NOUN": "NN",
    "DET": "DT",
    "PRON": "PRP",
    "VERB": "VBD",
}
_DEPS = ("nsubj", "compound", "appos", "conj", "poss", "dobj", "pobj", "punct", "det", "cc")
_LABELS = ("", "PERSON", "PERSON", "ORG", "GPE")
_TOKENS = st.lists(
    st.tuples(st.sampled_from(list(_WORDS)), st.sampled_from(_DEPS), st.sampled_from(_LABELS), st.booleans()),
    min_size=1,
    max_size=24,
)
type Tokens = list[tuple[str, str, str, bool]]


def _doc(tokens: Tokens) -> Doc:
    """Return a document of one sentence, in which each word hangs on the first; a name goes on where told."""
    labels, before = [], ""
    for word, _, label, goes_on in tokens:
        kind = label if _WORDS[word] == "PROPN" else ""
        labels.append(f"I-{before}" if kind and goes_on and before else f"B-{kind}" if kind else "O")
        before = labels[-1][2:]
    words = [word for word, *_ in tokens]
    doc = Doc(
        _VOCAB,
        words=words,
        pos=[_WORDS[word] for word in words],
        tags=[_TAGS[_WORDS[word]] for word in words],
        lemmas=[word.casefold() for word in words],
        heads=[0] * len(words),
        deps=["ROOT", *(dep for _, dep, *_ in tokens[1:])],
        ents=labels,
    )
    doc.spans[PARTS], doc.spans[DATELINES] = [Span(doc, 0, len(doc), label="paragraph")], []
    return doc


def _told(text: str, *, named: str) -> Tokens:
    """Return the words of `text`, of which those in `named` are names, from a given name to the surname behind it."""
    printed, names = text.split(), named.split()
    return [
        (word, "nsubj", "PERSON" if word in names else "", word == "Orlen" and i > 0 and printed[i - 1] in names)
        for i, word in enumerate(printed)
    ]


_COUPLE = _told("Oliver and Emma Orlen said Oliver and Emma Orlen . Orlen said Orlen", named="Emma Orlen")
# Of those whom "Mr." may be said of none is printed with the surname.
_COUPLES = _told("Oliver and Emma Orlen said Ivo and Ada Orlen . Mr. Orlen said Mr. Orlen", named="Emma Ada Orlen")


@settings(deadline=None)
@example(_COUPLE)
@example(_COUPLES)
@given(_TOKENS)
def test_any_names_make_a_discourse(tokens: Tokens) -> None:
    doc = _doc(tokens)
    discourse = recognise(doc)
    places = [i for entity in discourse.entities for m in entity.mentions for i in range(m.start, m.end)]
    assert len(places) == len(set(places))
    asked = [Mention.phrase(token, "speaker") for token in doc if token.pos_ in {"NOUN", "PROPN", "PRON"}]
    resolved = resolve(doc, discourse, [], Nesting([]), asked)
    assert all(0 < resolved.of(mention.head).sureness <= 1 for mention in asked)
    assert all(entity.mentions == sorted(entity.mentions, key=lambda m: m.start) for entity in discourse.entities)


def test_a_couple_named_twice_is_one_couple() -> None:
    names = [entity.name for entity in recognise(_doc(_COUPLE)).entities]
    assert sorted(names) == ["Emma Orlen", "Oliver Orlen"]
