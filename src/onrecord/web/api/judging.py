"""The bodies of judgements: of each kind, what the method of `Ledger` of that name takes."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from onrecord.ledger import JudgementRow, Ledger

_Entity = Annotated[str, Field(description="an entity's id, or a name of it")]
_Statement = Annotated[str, Field(description="a statement's id")]
_Link = Annotated[str, Field(description="a link's id")]


class Decided(BaseModel):
    """What all judgements have; `kind` is the name of a method of `Ledger`, the other fields are what that takes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str
    note: Annotated[str | None, Field(description="why; it is kept with the judgement")] = None

    def make(self, ledger: Ledger) -> JudgementRow:
        """Make the judgement.

        Raises:
            UsageError: what it is about is not in the ledger, or may be several.
        """
        row: JudgementRow = getattr(ledger, self.kind)(**self.model_dump(exclude={"kind"}))
        return row


class Merge(Decided):
    """Two entities are the same: `other` becomes a part of `one`."""

    kind: Literal["merge"]
    one: _Entity
    other: _Entity


class Split(Decided):
    """Some appearances of an entity are another's: those called so, and those in these articles."""

    kind: Literal["split"]
    entity: _Entity
    called: Annotated[list[str], Field(description="names by which articles call the other")] = []
    articles: Annotated[list[str], Field(description="ids of articles that name the other")] = []


class Rename(Decided):
    """An entity is shown under another name."""

    kind: Literal["rename"]
    entity: _Entity
    name: Annotated[str, Field(description="the name to show")]


class Reattribute(Decided):
    """Somebody else said a statement."""

    kind: Literal["reattribute"]
    statement: _Statement
    name: Annotated[str, Field(description="who said it: an entity's id or name, or a person nobody named before")]


class Dismiss(Decided):
    """A statement is none: it is left out."""

    kind: Literal["dismiss"]
    statement: _Statement


class Confirm(Decided):
    """A statement and its speakers are right, so that `reviews` does not ask."""

    kind: Literal["confirm"]
    statement: _Statement


class ConfirmName(Decided):
    """Whom articles call `called` is rightly taken for an entity, so that `reviews` does not ask."""

    kind: Literal["confirm_name"]
    entity: _Entity
    called: Annotated[str, Field(description="the name by which articles call it")]


class KeepApart(Decided):
    """Two entities are not the same, so that `reviews` does not ask."""

    kind: Literal["keep_apart"]
    one: _Entity
    other: _Entity


class ConfirmLink(Decided):
    """A link is right: it is asserted from now on."""

    kind: Literal["confirm_link"]
    link: _Link


class RejectLink(Decided):
    """A link is wrong: it is left out."""

    kind: Literal["reject_link"]
    link: _Link


Judgement = Annotated[
    Merge | Split | Rename | Reattribute | Dismiss | Confirm | ConfirmName | KeepApart | ConfirmLink | RejectLink,
    Field(discriminator="kind"),
]
"""A judgement of any kind."""
