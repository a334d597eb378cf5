"""How a later statement may relate to an earlier one."""

from typing import Literal, get_args

type Relation = Literal["none", "repeats", "denies", "rejects", "answers", "supports", "contradicts", "revises"]
"""A kind of link between statements (see `onrecord.vocabulary`), or none."""

RELATIONS: tuple[Relation, ...] = get_args(Relation.__value__)
