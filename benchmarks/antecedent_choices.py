"""Who pronouns and descriptions stand for, by three corpora (`corpora.antecedents`): how many are right, by word.

The part "held" of the speakers was not learnt from; of the others the ranking knows the answers, and what it reaches on
articles that it does not know is told by `python -m training.antecedents`. Somebody without a name for whom the article
has none is right, as is nobody where nobody is meant.
"""

from collections import Counter

from rich.console import Console
from rich.table import Table

from corpora.antecedents import read_articles
from onrecord.extraction.coreference import Referents
from onrecord.extraction.encoder import Encoder
from onrecord.extraction.syntax import COLLECTIVE, GENDERS, OWN, RELATIVE

_CLASSES = {
    **dict.fromkeys(GENDERS, "he, she"),
    **dict.fromkeys(COLLECTIVE, "it, they"),
    **dict.fromkeys(OWN, "I, we"),
    **dict.fromkeys(RELATIVE, "who, which"),
}


def main() -> None:
    """Print how many words of each class are right, name nobody, and name somebody wrongly."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for article in read_articles(Encoder()):
        where = f"{article.corpus}, {article.part}" if article.part == "held" else article.corpus
        for token, is_right in article.meant.items():
            found = article.coreference.of(token)
            if found.sieves:
                kind = _CLASSES.get(token.lower_, "name" if token.pos_ == "PROPN" else "noun")
                counts[where, kind, _judged(found, right=is_right(found.entities))] += 1
    table = Table("corpus", "class", "asked", "right", "nobody or described", "wrong name", title="Who is meant")
    for where, kind in sorted({(where, kind) for where, kind, _ in counts}):
        told = [counts[where, kind, how] for how in ("right", "nobody", "wrong")]
        shares = (f"{count / sum(told):.2f}" for count in told)
        table.add_row(where, kind, str(sum(told)), *shares)
    Console(width=120).print(table)


def _judged(found: Referents, *, right: bool) -> str:
    if right:
        return "right"
    return "wrong" if any(entity.named for entity in found.entities) else "nobody"
