"""What is the case of a claim, by name: the inputs of the two models that judge it."""

from collections.abc import Mapping

type Features = dict[str, float]
"""What is the case (True), and numbers that tell how much of something there is; what is not named is not the case."""


def true_cases(cases: Mapping[str, bool]) -> Features:
    """Return those of `cases` that are the case."""
    return {name: True for name, case in cases.items() if case}
