"""Rows that count others."""

from typing import TypedDict

from onrecord.ledger.rows.parts import RoleRow
from onrecord.ledger.rows.tables import EntityLine, StatementRow


class OutletRow(TypedDict):
    """An outlet: how many articles of it there are in their current version, and how many statements in them.

    These are all statements, also those that are not shown unless asked for, but those that the user dismissed.
    """

    name: str
    articles: int
    statements: int


class EntityCount(TypedDict):
    """How many of what is counted are an entity's."""

    id: str
    name: str
    count: int


class TargetCount(EntityCount):
    """How many of what is counted are against an entity, by one act: accuse, deny, ..."""

    act: str


class ReplyCount(EntityCount):
    """How many statements of an entity are linked to what is counted in one way: answers, denies, ..."""

    kind: str


class FacetsRow(TypedDict):
    """What there is among statements: how many of each act, kind, medium, outlet and year, and of whom, most first.

    `counted` is of how many statements, which are the newest; `all_counted` whether these are all. Of speakers and
    outlets there are the first ten; years are the newest first, and what has no day is in none.
    """

    counted: int
    all_counted: bool
    acts: dict[str, int]
    kinds: dict[str, int]
    media: dict[str, int]
    speakers: list[EntityCount]
    outlets: dict[str, int]
    years: dict[str, int]


class CountedRow(TypedDict):
    """How many statements were counted, the newest of them, and whether these are all."""

    counted: int
    all_counted: bool


class RepeatedRow(TypedDict):
    """What is printed several times: its earliest printing, how many print it, and the outlets that do."""

    statement: StatementRow
    printings: int
    outlets: list[str]


class ProfileRow(TypedDict):
    """An entity by what it says and what is said about it.

    `by` and `about` tell over how many statements all is counted, the newest of those that are shown unless more is
    asked for. Of the statements by it `acts` and `outlets` say how many of each there are, `targets` against whom they
    are, by act, `replies` who denies, rejects, contradicts or answers them (links that are asserted), and `repeated`
    which of them are printed most often. `spellings` are the names that articles print of it, with how many do;
    `roles` those that the 300 articles print that name it and were read last.
    """

    entity: EntityLine
    by: CountedRow
    about: CountedRow
    acts: dict[str, int]
    targets: list[TargetCount]
    replies: list[ReplyCount]
    outlets: dict[str, int]
    spellings: dict[str, int]
    roles: list[RoleRow]
    repeated: list[RepeatedRow]
