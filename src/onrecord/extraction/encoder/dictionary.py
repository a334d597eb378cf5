"""The words of English by the lemmatizer's tables, which are WordNet's: what is none of them may be a name."""

from functools import cache, lru_cache
from importlib.resources import files

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.lookups import Lookups

_TABLES = files("onrecord.models") / "morphology" / "lookups.bin"


@cache
def lookups() -> Lookups:
    """Return the lemmatizer's tables, loaded once in a process and never changed."""
    tables = Lookups().from_bytes(_TABLES.read_bytes())
    # The lemmatizer looks words up where it would go through lists of tens of thousands for each new one.
    index = tables.get_table("lemma_index")
    for part_of_speech, lemmas in index.items():
        index[part_of_speech] = frozenset(lemmas)
    return tables


@lru_cache(maxsize=100_000)
def is_word(word: str) -> bool:
    """Say whether a word in lower case is in the dictionary, as it stands or with an ending ("towers", not "orlen")."""
    tables = lookups()
    lemmas = tables.get_table("lemma_index").values()
    irregular = tables.get_table("lemma_exc").values()
    if word in STOP_WORDS or any(word in known for known in (*lemmas, *irregular)):
        return True
    endings = (rule for rules in tables.get_table("lemma_rules").values() for rule in rules)
    bare = (word.removesuffix(old) + new for old, new in endings if word.endswith(old))
    return any(stem in known for stem in bare for known in lemmas)
