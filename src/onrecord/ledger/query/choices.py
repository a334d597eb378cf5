"""Whether what is asked for is a value of its vocabulary, or a number of rows."""

from difflib import get_close_matches

from onrecord.errors import UsageError
from onrecord.vocabulary import VOCABULARIES


def check_choice(what: str, asked: object, vocabulary: str) -> None:
    """Do nothing where `asked` is None or a value of a closed vocabulary.

    Args:
        what: what it is called, for the error.
        asked: what the user gave.
        vocabulary: the name of the vocabulary.

    Raises:
        UsageError: it is no such value.
    """
    values = VOCABULARIES[vocabulary]
    if asked is None or (isinstance(asked, str) and asked in values):
        return
    near = get_close_matches(str(asked), values, n=1)
    remedy = f"did you mean {near[0]}?" if near else f"choose one of {', '.join(values)}"
    raise UsageError(f"{what} {asked}", "is not known", remedy)


def check_limit(limit: int | None) -> None:
    """Do nothing where a limit is a number of rows, or None for all.

    Raises:
        UsageError: it is below zero.
    """
    if limit is not None and limit < 0:
        raise UsageError(f"limit {limit}", "is no number of rows", "give 0 or more, or None for all")
