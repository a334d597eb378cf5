"""Count in how many news articles each stem stands, for linking (`onrecord.linking`).

    python -m training.word_frequencies

Reads the unannotated news and PolNeAR's training part (a minute) and writes
`src/onrecord/models/words/frequencies.tsv` with its card. Only stems are kept that several articles have: no text can
be made of them.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpora import news, polnear
from onrecord.linking import stems

SHIPPED = Path(__file__).parent.parent / "src" / "onrecord" / "models" / "words"
_FEWEST = 4
_HEADER = f"""\
# In how many news articles each stem (Porter2) stands; "*" is how many were counted. Stems of fewer than {_FEWEST}
# articles are left out. Written by `python -m training.word_frequencies`.
"""


def _texts() -> Iterator[str]:
    for collection in ("fnc", "worldwide"):
        for article in news.articles(collection):
            yield "\n".join(span.text for span in article.paragraphs)
    yield from polnear.texts("train").values()


def main() -> None:
    counted: Counter[str] = Counter()
    for text in _texts():
        counted.update({"*", *stems(text)})
    number = counted.pop("*")
    rows = [("*", number), *((found, n) for found, n in sorted(counted.items()) if n >= _FEWEST)]
    SHIPPED.mkdir(exist_ok=True)
    table = _HEADER + "".join(f"{found}\t{n}\n" for found, n in rows)
    (SHIPPED / "frequencies.tsv").write_text(table, encoding="utf-8")
    card = {
        "sha256": {"frequencies.tsv": hashlib.sha256(table.encode()).hexdigest()},
        "articles": number,
        "stems": len(rows) - 1,
        "counted in": "FNC-1, en-worldwide-newswire, PolNeAR train: news text, of which only counts are kept",
    }
    (SHIPPED / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
