"""Legal forms of companies in names, in all their spellings: "Limited", "Ltd.", "Aktiengesellschaft"."""

from collections.abc import Callable

from onrecord.names import beginnings, known

# Letters of the longest legal form in the table.
_LONGEST = 160


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
    told, start = [], 0
    while start < len(name):
        form = _legal_form(name, start)
        told.append(replacement(form) if form else name[start])
        start += len(form) or 1
    return "".join(told)


def _legal_form(name: str, start: int) -> str:
    if start and _of_word(name[start - 1]):
        return ""
    forms = beginnings("legal_forms", name[start : start + _LONGEST])
    return next((form for form in reversed(forms) if not _of_word(name[start + len(form) : start + len(form) + 1])), "")


def _of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
