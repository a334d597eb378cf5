"""Words that a user looks for, as queries to the full-text tables."""

import re
from typing import Any

from sqlalchemy import literal_column, text

from onrecord.errors import UsageError
from onrecord.ledger.store import storable

# A phrase in quote marks, or a word, each with an asterisk after it or not.
_TERM = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')
# Characters that are looked for at once: some pages. Beyond, a question takes seconds, and memory by the gigabyte.
_LONGEST = 10_000
_SHOWN = 40


def keys_matching(table: str, asked: str) -> Any:  # noqa: ANN401 -- a textual subquery has no narrower type
    """Return the keys of what a full-text table has all the words asked for of, as a subquery.

    Raises:
        UsageError: there is no word in `asked`.
    """
    query = text(f"SELECT rowid FROM {table} WHERE {table} MATCH :{table}")
    return query.bindparams(**{table: match_expression(asked)}).columns(literal_column("rowid")).scalar_subquery()


def keys_named(asked: str) -> Any:  # noqa: ANN401 -- as `keys_matching`
    """Return the keys of the registered entities whose names have all the words asked for, as a subquery.

    Raises:
        UsageError: there is no word in `asked`.
    """
    return keys_matching("named", asked)


def match_expression(asked: str) -> str:
    """Return what a user typed as a full-text query: all of its words and "phrases", each a beginning if starred.

    Whatever else is typed is taken for words, so that no question is a syntax error.

    Raises:
        UsageError: there is no word in it, or very many.
    """
    if len(asked) > _LONGEST:
        reason = f"is too long to look for: {len(asked):,} characters"
        raise UsageError(f"{asked[:_SHOWN]!r}...", reason, f"give at most {_LONGEST:,}")
    terms = []
    # A null character would end the query for SQLite, in the middle of a term.
    for phrase, star, word in _TERM.findall(storable(asked).replace("\0", " ")):
        bare = phrase or word.rstrip("*")
        if any(c.isalnum() for c in bare):
            terms.append(f'"{bare}"' + ("*" if star or word.endswith("*") else ""))
    if not terms:
        raise UsageError(repr(asked), "has no word to look for", "give at least one")
    return " ".join(terms)
