"""Tags and heads on gold trees: UD English PUD and the news part of GUM.

Universal Dependencies hang many words otherwise than the labels of spaCy's English pipelines do: prepositions, copulas,
conjunctions. So only relations are scored that both schemes hang alike (`_alike`), by their heads. What is left of the
difference costs every system the same: a name of several words hangs by its first here and by its last there, so that
few appositions are alike. Tags are Penn's in both.
"""

import gzip
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table
from spacy.tokens import Doc, Span

from benchmarks.language_passes import LanguagePass
from benchmarks.polnear import ROOT
from onrecord.extraction import DATELINES, PARTS

_FOLDER = ROOT.parent / "treebanks"
_FILES = ("en_pud.conllu.gz", "gum_news.conllu.gz")

# Relations of Universal Dependencies whose two ends are the same in both schemes; of verbs: only where the verb is one
# in both. A copular clause hangs by its predicate here and by its copula there.
_OF_VERBS = {"nsubj", "nsubj:pass", "obj", "iobj", "aux", "aux:pass", "ccomp", "xcomp", "advcl"}
_OF_NOUNS = {"amod", "det", "nmod:poss", "compound", "acl:relcl", "appos", "nummod"}
_CLAUSES = {"ccomp", "xcomp", "advcl", "acl:relcl"}

# Shorter sentences are labels and list marks.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a treebank.

    Attributes:
        words: as printed.
        spaces: for each word, whether a space follows.
        kinds: universal parts of speech.
        tags: Penn's.
        heads: for each word the one it hangs on, -1 for the root.
        relations: by which.
    """

    words: list[str]
    spaces: list[bool]
    kinds: list[str]
    tags: list[str]
    heads: list[int]
    relations: list[str]


def trees(passes: Mapping[str, LanguagePass]) -> Table:
    """Return the table of tags and heads, a column for each of `passes`."""
    sentences = [sentence for name in _FILES for sentence in _sentences(_FOLDER / name)]
    alike = [list(_alike(sentence)) for sentence in sentences]
    right = {name: _scored(one, sentences, alike) for name, one in passes.items()}
    number = Counter(s.relations[word] for s, chosen in zip(sentences, alike, strict=True) for word in chosen)
    words = sum(len(sentence.words) for sentence in sentences)
    table = Table(title="UD English PUD and GUM news: share of tags that are right, and of heads by relation")
    for column in ("", "number", *passes):
        table.add_column(column, justify="right" if column else "left")
    table.add_row("tags", f"{words:,}", *(f"{counts['tags'] / words:.4f}" for counts in right.values()))
    shown = (f"{counts['sentences'] / len(sentences):.3f}" for counts in right.values())
    table.add_row("sentences left whole", f"{len(sentences):,}", *shown)
    shown = (f"{sum(counts[relation] for relation in number) / number.total():.4f}" for counts in right.values())
    table.add_row("heads", f"{number.total():,}", *shown)
    for relation, count in sorted(number.items()):
        shown = (f"{counts[relation] / count:.3f}" for counts in right.values())
        table.add_row(f"  {relation}", f"{count:,}", *shown)
    return table


def _scored(one: LanguagePass, sentences: Iterable[_Sentence], alike: Iterable[list[int]]) -> Counter[str]:
    """Return how many "tags", "sentences" and heads, by relation, are right."""
    right: Counter[str] = Counter()
    for sentence, chosen in zip(sentences, alike, strict=True):
        doc = Doc(one.vocab, words=sentence.words, spaces=sentence.spaces)
        doc.spans[PARTS], doc.spans[DATELINES] = [Span(doc, 0, len(doc), label="paragraph")], []
        doc[0].is_sent_start = True
        doc = one.annotated(doc)
        right["tags"] += sum(token.tag_ == tag for token, tag in zip(doc, sentence.tags, strict=True))
        right["sentences"] += len(list(doc.sents)) == 1
        right.update(sentence.relations[word] for word in chosen if doc[word].head.i == sentence.heads[word])
    return right


def _alike(sentence: _Sentence) -> Iterator[int]:
    """Yield the words whose head is the same in both schemes."""
    copular = {head for head, relation in zip(sentence.heads, sentence.relations, strict=True) if relation == "cop"}

    def is_verb(word: int) -> bool:
        return sentence.kinds[word] == "VERB" and word not in copular

    for word, (head, relation) in enumerate(zip(sentence.heads, sentence.relations, strict=True)):
        if relation in _CLAUSES and not is_verb(word):
            continue
        if relation == "acl:relcl" and sentence.kinds[head] not in {"NOUN", "PROPN"}:
            # It hangs on a clause, or on a pronoun that the other scheme takes for a determiner.
            continue
        if relation in _OF_NOUNS or (relation in _OF_VERBS and is_verb(head)):
            yield word


def _sentences(path: Path) -> Iterator[_Sentence]:
    """Yield the sentences of a file in the format CoNLL-U."""
    for block in gzip.decompress(path.read_bytes()).decode("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
        words = [row for row in rows if row[0].isdigit()]
        if len(words) >= _SHORTEST:
            joined = _within_words(rows)
            yield _Sentence(
                words=[row[1] for row in words],
                spaces=[joined.get(row[0], _spaced(row)) for row in words],
                kinds=[row[3] for row in words],
                tags=[row[4] for row in words],
                heads=[int(row[6]) - 1 for row in words],
                relations=[row[7] for row in words],
            )


def _within_words(rows: Iterable[list[str]]) -> dict[str, bool]:
    """Return for the parts of words that are printed as one ("do|n't", a row "3-4") whether a space follows."""
    spaces: dict[str, bool] = {}
    for row in rows:
        first, dash, last = row[0].partition("-")
        if dash:
            spaces |= dict.fromkeys(map(str, range(int(first), int(last))), False) | {last: _spaced(row)}
    return spaces


def _spaced(row: list[str]) -> bool:
    return "SpaceAfter=No" not in row[9]
