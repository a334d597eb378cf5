"""How many letters two spellings differ in."""

from jellyfish import levenshtein_distance

# What is longer is no name, and would take time with the square of its length.
_LONGEST = 384


def within_edits(one: str, other: str, most: float) -> bool:
    """Say whether `most` letters or fewer, left out, added or changed, make one of two words the other.

    Of words of more than 384 letters the first 384 are compared.
    """
    one, other = one[:_LONGEST], other[:_LONGEST]
    return abs(len(one) - len(other)) <= most and levenshtein_distance(one, other) <= most
