"""What a user decides about what is in a ledger: the methods of `Ledger` that judge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.ledger.rows import JudgementRow, ReviewRow
from onrecord.ledger.store import Store

if TYPE_CHECKING:
    from onrecord.ledger.judgements import Judgements


class Judgeable:
    """A ledger that takes judgements, and asks for them; see `Ledger`."""

    _store: Store

    @cached_property
    def _judgements(self) -> Judgements:
        # Imported here, since asking needs nothing of it.
        from onrecord.ledger.judgements import Judgements  # noqa: PLC0415

        return Judgements(self._store)

    def merge(self, one: str, other: str, *, note: str | None = None) -> JudgementRow:
        """Decide that two entities are the same: `other` becomes a part of `one`."""
        return self._judgements.merge(one, other, note=note)

    def split(
        self, entity: str, *, called: Sequence[str] = (), articles: Sequence[str] = (), note: str | None = None
    ) -> JudgementRow:
        """Decide that some appearances of an entity are another's: those called so, and those in these articles.

        The new entity is `other` of what the judgement says.
        """
        return self._judgements.split(entity, called=called, articles=articles, note=note)

    def rename(self, entity: str, name: str, *, note: str | None = None) -> JudgementRow:
        """Decide under which name an entity is shown."""
        return self._judgements.rename(entity, name, note=note)

    def reattribute(self, statement: str, name: str, *, note: str | None = None) -> JudgementRow:
        """Decide who said a statement: an entity by its id or name, or a person nobody named before."""
        return self._judgements.reattribute(statement, name, note=note)

    def dismiss(self, statement: str, *, note: str | None = None) -> JudgementRow:
        """Decide that a statement is none: it is left out of answers, and of exports but those of all versions."""
        return self._judgements.dismiss(statement, note=note)

    def confirm(self, statement: str, *, note: str | None = None) -> JudgementRow:
        """Decide that a statement and its speakers are right, so that `reviews` does not ask."""
        return self._judgements.confirm(statement, note=note)

    def confirm_name(self, entity: str, called: str, *, note: str | None = None) -> JudgementRow:
        """Decide that whom articles call `called` is rightly taken for an entity, so that `reviews` does not ask."""
        return self._judgements.confirm_name(entity, called, note=note)

    def keep_apart(self, one: str, other: str, *, note: str | None = None) -> JudgementRow:
        """Decide that two entities are not the same, so that `reviews` does not ask."""
        return self._judgements.keep_apart(one, other, note=note)

    def confirm_link(self, link: str, *, note: str | None = None) -> JudgementRow:
        """Decide that a link is right: it is asserted from now on, also where linking does not find it any more."""
        return self._judgements.confirm_link(link, note=note)

    def reject_link(self, link: str, *, note: str | None = None) -> JudgementRow:
        """Decide that a link is wrong: it is left out of answers, and of exports but those of all versions."""
        return self._judgements.reject_link(link, note=note)

    def undo(self, judgement: str) -> JudgementRow:
        """Undo a judgement by its id: everything is as if it had not been made."""
        return self._judgements.undo(judgement)

    def judgements(self) -> list[JudgementRow]:
        """Return all judgements in the order they were made, also those undone."""
        return self._judgements.judgements()

    def reviews(self, *, limit: int | None = None, skip: int = 0) -> list[ReviewRow]:
        """Return what the ledger is least certain of, the least certain first, as questions; see `ReviewRow`.

        Args:
            limit: at most so many; all if None.
            skip: without so many of the first.

        Raises:
            UsageError: `limit` or `skip` is below zero.
        """
        return self._judgements.reviews(limit=limit, skip=skip)

    def link_wikidata(self, ids: Mapping[str, str], *, note: str | None = None) -> list[JudgementRow]:
        """Decide which Wikidata ids entities have, all of them or, if one is not in the ledger, none."""
        return self._judgements.link_wikidata(ids, note=note)
