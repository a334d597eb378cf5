"""The one of an entity's printed names that is shown."""

from collections.abc import Mapping

from onrecord.entity_linking.territories import is_capital
from onrecord.names import is_latin, within_edits

# A form is taken for a slip of another one letter away that is printed so many times as often.
_SLIP_RATIO = 3


def canonical_name(names: Mapping[str, int], *, person: bool) -> str:
    """Return which of the printed forms `names`, with how often each is printed, is to be shown.

    The most frequent of the full forms, of which a `person`'s has two words; ties go to the longer, then to the first
    in the order of the text. Forms in another script than Latin, or one letter away from a form at least three times as
    frequent, and capitals by which a state is called, are taken only where there is no other; forms in capitals only
    where there is no other that is as full.

    Raises:
        ValueError: there are no names.
    """
    if not names:
        raise ValueError("no names to choose from")

    def rank(name: str) -> tuple[object, ...]:
        unfit = not is_latin(name), is_capital(name), _slip(name, names)
        return (*unfit, person and _shortened(name), name.isupper(), -names[name], -len(name), name)

    return min(names, key=rank)


def _slip(name: str, names: Mapping[str, int]) -> bool:
    return any(
        count >= _SLIP_RATIO * names[name]
        and name.casefold() != other.casefold()
        and within_edits(name.casefold(), other.casefold(), 1)
        for other, count in names.items()
    )


def _shortened(name: str) -> bool:
    """Say whether `name` is a single word or begins with an initial."""
    words = name.split()
    return len(words) < 2 or len(words[0].rstrip(".")) == 1
