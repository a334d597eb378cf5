"""Tags and heads on gold trees: UD English PUD and the news part of GUM.

Universal Dependencies hang many words otherwise than the labels of spaCy's English pipelines do: prepositions, copulas,
conjunctions. So only relations are scored that both schemes hang alike (`_alike`), by their heads. What is left of the
difference costs every system the same: a name of several words hangs by its first here and by its last there, so that
few appositions are alike. Tags are Penn's in both.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from rich.table import Table
from spacy.tokens import Doc, Span

from benchmarks.language_passes import LanguagePass
from corpora.treebanks import Tree, trees
from onrecord.extraction import DATELINES, PARTS

# Relations of Universal Dependencies whose two ends are the same in both schemes; of verbs: only where the verb is one
# in both. A copular clause hangs by its predicate here and by its copula there.
_OF_VERBS = {"nsubj", "nsubj:pass", "obj", "iobj", "aux", "aux:pass", "ccomp", "xcomp", "advcl"}
_OF_NOUNS = {"amod", "det", "nmod:poss", "compound", "acl:relcl", "appos", "nummod"}
_CLAUSES = {"ccomp", "xcomp", "advcl", "acl:relcl"}


def tree_scores(passes: Mapping[str, LanguagePass]) -> Table:
    """Return the table of tags and heads, a column for each of `passes`."""
    sentences = trees()
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


def _scored(one: LanguagePass, sentences: Iterable[Tree], alike: Iterable[list[int]]) -> Counter[str]:
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


def _alike(sentence: Tree) -> Iterator[int]:
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
