"""A document in columns, in the test itself: word, tag, relation, head, and a name or a lemma where it matters.

    Police    NNS  nsubj   arrested
    arrested  VBD  ROOT    -
    Ivo       NNP  compound Marek    PERSON
    Marek     NNP  dobj    arrested  PERSON
    .         .    punct   arrested

The head is told by its word, or by its number in the sentence, from 1, where the word stands there more than once. A
name is its kind on each of its words; B-PERSON parts it from a name of the same kind before it. `lemma=arrest` tells
a lemma. A blank line ends a sentence. `# paragraph` and `# title` begin one. How the words are printed follows from
them, `# text = ...` above a sentence tells it otherwise.
"""

import re

from spacy.tokens import Doc

from tests.documents.annotation import annotate
from tests.documents.article import article_of
from tests.documents.words import Sentence, Word

_CLINGS_BEFORE = re.compile(r"[.,;:?!)\]”’%…]|['’](?:s|re|ll|ve|d|m)|n['’]t", re.IGNORECASE)
_CLINGS_BEHIND = {"(", "[", "“", "‘", "$", "£", "€"}
_TEXT = re.compile(r"# text = (.*)")
_HYPHEN = "HYPH"


def annotated(columns: str) -> Doc:
    """Return the document written in `columns`, as the pipeline leaves it.

    Raises:
        ValueError: the columns are no tree of words by the encoder's labels, or not the tokenizer's words.
    """
    title: list[Sentence] = []
    paragraphs: list[list[Sentence]] = [[]]
    part = paragraphs[-1]
    for block in re.split(r"\n\s*\n", columns.strip()):
        lines = [line.strip() for line in block.splitlines()]
        text = None
        rows = []
        for line in lines:
            if line == "# title":
                part = title
            elif line == "# paragraph":
                if paragraphs[-1]:
                    paragraphs.append([])
                part = paragraphs[-1]
            elif told := _TEXT.fullmatch(line):
                text = told[1]
            else:
                rows.append(line.split())
        part.append(sentence(rows, text))
    article = article_of(
        *(" ".join(one.text for one in paragraph) for paragraph in paragraphs if paragraph),
        title=" ".join(one.text for one in title) or None,
    )
    return annotate(article, [*title, *(one for paragraph in paragraphs for one in paragraph)])


def sentence(rows: list[list[str]], text: str | None = None) -> Sentence:
    """Return the sentence written in `rows`, printed as `text`, or as its words are usually printed."""
    forms = [row[0] for row in rows]
    words: list[Word] = []
    before = "O"
    for number, (form, tag, relation, head, *more) in enumerate(rows):
        lemma = next((one.removeprefix("lemma=") for one in more if one.startswith("lemma=")), None)
        kind = next((one for one in more if not one.startswith("lemma=")), "O")
        if kind != "O" and "-" not in kind:
            kind = ("I-" if before[2:] == kind else "B-") + kind
        before = kind
        words.append(Word(form, tag, relation, number if relation == "ROOT" else _place(head, forms), kind, lemma))
    return Sentence(text if text is not None else _printed(words), words)


def _place(head: str, forms: list[str]) -> int:
    if forms.count(head) == 1:
        return forms.index(head)
    if head.isdigit() and 0 < int(head) <= len(forms):
        return int(head) - 1
    raise ValueError(f"{head!r} is no one word of {' '.join(forms)!r}: give its number")


def _printed(words: list[Word]) -> str:
    text, clings, opened = "", True, False
    for word in words:
        straight = word.form == '"'
        before = clings or word.tag == _HYPHEN or (straight and opened) or bool(_CLINGS_BEFORE.fullmatch(word.form))
        text += word.form if before else " " + word.form
        clings = word.form in _CLINGS_BEHIND or word.tag == _HYPHEN or (straight and not opened)
        opened = opened != straight
    return text
