"""Pairs of statements as arrays of numbers, which a machine that has nothing but PyTorch can learn from.

A statement that is in several pairs is kept once.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

UNKNOWN = 255
"""The relation of a pair that nobody has told."""

type Numbers = NDArray[np.int64]

# So many pairs are sorted by their length at a time.
_SORTED_TOGETHER = 8_192


@dataclass(frozen=True, slots=True)
class PairArrays:
    """Pairs, and the statements that they are of.

    Attributes:
        ids: the pieces of all statements, one after the other, each with the piece behind it that ends it.
        roles: what each piece is of its statement (below `PIECE_ROLES`).
        lengths: how many pieces each statement has.
        later: the statement that each pair has first.
        earlier: the other one.
        firsts: the kind of the first piece of each pair.
        relations: the number of its relation, or `UNKNOWN`.
        sources: the number of the source that it is from.
    """

    ids: NDArray[np.uint16]
    roles: NDArray[np.uint8]
    lengths: NDArray[np.uint16]
    later: NDArray[np.int32]
    earlier: NDArray[np.int32]
    firsts: NDArray[np.uint8]
    relations: NDArray[np.uint8]
    sources: NDArray[np.uint16]

    def save(self, file: Path) -> None:
        """Write the arrays."""
        np.savez_compressed(file, **{one.name: getattr(self, one.name) for one in fields(self)})


def load_pairs(file: Path) -> PairArrays:
    """Return the arrays in `file`."""
    with np.load(file) as arrays:
        return PairArrays(**arrays)


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs of like lengths: their numbers, and their pieces, kinds of pieces and mask (batch x length)."""

    numbers: Numbers
    pieces: Tensor
    kinds: Tensor
    mask: Tensor


class Batches:
    """Puts pairs together in batches, on a device.

    Args:
        pairs: all there are.
        first: the first piece of each pair.
        roles: how many roles a statement's pieces have.
        most: how many pieces a batch has at most.
        device: where the batches are.
    """

    def __init__(self, pairs: PairArrays, *, first: int, roles: int, most: int, device: torch.device) -> None:
        self.pairs = pairs
        self.device = device
        self._first, self._roles, self._most = first, roles, most
        edges = np.concatenate([[0], np.cumsum(pairs.lengths, dtype=np.int64)])
        self._sizes = 1 + pairs.lengths[pairs.later].astype(np.int64) + pairs.lengths[pairs.earlier]
        self._told = [
            torch.from_numpy(one.astype(np.int64)).to(device)
            for one in (pairs.ids, pairs.roles, edges, pairs.lengths, pairs.later, pairs.earlier, pairs.firsts)
        ]

    def drawn(self, chosen: Numbers, chance: random.Random) -> Iterator[Batch]:
        """Yield the pairs with these numbers, those of like lengths together, in an order by chance."""
        shuffled = np.random.default_rng(chance.getrandbits(32)).permutation(chosen)
        found = []
        for at in range(0, len(shuffled), _SORTED_TOGETHER):
            some = shuffled[at : at + _SORTED_TOGETHER]
            some = some[np.argsort(self._sizes[some], kind="stable")]
            start = 0
            while start < len(some):
                # Of the longest of those that would fit if all were as long as the first, as many as fit.
                end = start + max(1, self._most // int(self._sizes[some[start]]))
                longest = int(self._sizes[some[min(end, len(some)) - 1]])
                end = start + max(1, self._most // longest)
                found.append(some[start:end])
                start = end
        chance.shuffle(found)
        for numbers in found:
            yield self._batch(numbers)

    def _batch(self, numbers: Numbers) -> Batch:
        ids, roles, edges, lengths, later, earlier, firsts = self._told
        chosen = torch.from_numpy(numbers).to(self.device)
        one, other = later[chosen], earlier[chosen]
        long = lengths[one][:, None]
        at = torch.arange(int(self._sizes[numbers].max()), device=self.device)[None]
        in_first = (at >= 1) & (at <= long)
        in_second = (at > long) & (at <= long + lengths[other][:, None])
        place = torch.where(in_first, edges[one][:, None] + at - 1, edges[other][:, None] + at - 1 - long)
        place = place.clamp(min=0, max=len(ids) - 1)
        start, shown = at == 0, in_first | in_second
        pieces = torch.where(shown, ids[place], 0).masked_fill(start, self._first)
        kinds = torch.where(shown, roles[place] + self._roles * in_second, 0)
        kinds = torch.where(start, firsts[chosen][:, None], kinds)
        return Batch(numbers, pieces, kinds, shown | start)
