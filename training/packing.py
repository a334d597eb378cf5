"""Windows of text in batches of like lengths."""

import random
from collections.abc import Callable, Sequence

_FRAME = 2
"""The pieces that frame each window."""


def packed[Window](
    windows: Sequence[Window],
    length: Callable[[Window], int],
    chance: random.Random,
    *,
    most: int,
    together: int,
) -> list[list[Window]]:
    """Return `windows` in batches of like lengths, all in an order by chance.

    Args:
        windows: what is packed.
        length: tells how many pieces a window has.
        chance: of the order.
        most: pieces in a batch, where every window is as long as the longest.
        together: so many windows are sorted by length at a time.
    """
    shuffled = list(windows)
    chance.shuffle(shuffled)
    batches: list[list[Window]] = []
    for at in range(0, len(shuffled), together):
        batch: list[Window] = []
        for window in sorted(shuffled[at : at + together], key=length):
            if batch and (len(batch) + 1) * (length(window) + _FRAME) > most:
                batches.append(batch)
                batch = []
            batch.append(window)
        batches.append(batch)
    chance.shuffle(batches)
    return batches
