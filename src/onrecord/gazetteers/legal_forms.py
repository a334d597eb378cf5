"""Legal forms of companies in names, in all their spellings: "Limited", "Ltd.", "Aktiengesellschaft"."""

import re
from collections.abc import Callable

from onrecord.names import beginnings, known

# Letters of the longest legal form in the table.
_LONGEST = 160
_BEGINNING, _WORD = re.compile(r"(?<!\w)\S"), re.compile(r"\w")


def with_short_legal_forms(name: str) -> str:
    """Return `name`, in small letters, with one spelling of each legal form: "limited" and "ltd." are "ltd".

    A name that would be nothing else stays as it is.
    """
    short = _replaced(name, lambda form: known("legal_forms", form) or "")
    return short if short.strip() else name


def without_legal_forms(name: str) -> str:
    """Return `name`, in small letters, without legal forms; the spaces around them stay."""
    return _replaced(name, lambda _: "")


def _replaced(name: str, replacement: Callable[[str], str]) -> str:
    """Return `name` with the longest legal form at each place replaced, where it is not part of a word."""
    told, end = [], 0
    for beginning in _BEGINNING.finditer(name):
        start = beginning.start()
        form = _legal_form(name, start) if start >= end else ""
        if form:
            told += [name[end:start], replacement(form)]
            end = start + len(form)
    return "".join(told) + name[end:]


def _legal_form(name: str, start: int) -> str:
    forms = beginnings("legal_forms", name[start : start + _LONGEST])
    return next((form for form in reversed(forms) if not _WORD.match(name, start + len(form))), "")
