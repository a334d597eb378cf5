"""The entities of a ledger across its articles, and the user's word on them and on statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select

from onrecord.errors import UsageError
from onrecord.ledger import finding, judgements, registering
from onrecord.ledger.answers import Entities
from onrecord.ledger.appearing import entity_rows, entity_selection
from onrecord.ledger.file import LedgerFile
from onrecord.ledger.finding import full_id
from onrecord.ledger.reviewing import questions
from onrecord.ledger.rows import EntityRow, JudgementRow, ReviewRow
from onrecord.ledger.schema import articles, registry, statements
from onrecord.ledger.schema import judgements as judgement_table
from onrecord.records import EntityType


class Judging(LedgerFile):
    """What a ledger answers about entities, and what a user may decide.

    Entities are called by their id, a name they are printed with, or words of it that no other has. A judgement is
    kept with its time and `note`, is applied on top of what was read, holds for later readings and versions, and can be
    undone. All raise a UsageError where an entity, statement, article or judgement is not in the ledger, or may be
    several.
    """

    def entities(
        self, words: str | None = None, *, type: EntityType | None = None, limit: int | None = None
    ) -> Entities:
        """Return the entities of all articles, those that appear most often first.

        Args:
            words: words of their names, whole words, whatever their case and diacritics; a beginning with *.
            type: person, organisation, state, group, document or place.
            limit: at most so many; all if None.
        """
        chosen = entity_selection(words=words, type=type)
        order = (chosen.selected_columns.appearances.desc(), registry.c.key)
        with self._reading() as connection:
            rows = list(entity_rows(connection, chosen.order_by(None).order_by(*order).limit(limit)))
            total = len(rows)
            if limit is not None and total == limit:
                counted = select(func.count()).select_from(chosen.order_by(None).subquery())
                total = connection.execute(counted).scalar_one()
        return Entities(rows, total)

    def entity(self, entity: str) -> EntityRow:
        """Return an entity with all its appearances, by its id or name."""
        with self._reading() as connection:
            found = finding.entity(connection, entity)
            return next(entity_rows(connection, select(registry).where(registry.c.key == found.key)))

    def names_like(self, name: str) -> list[str]:
        """Return the names of a few entities that are written nearly so, the nearest first."""
        with self._reading() as connection:
            return finding.close_names(connection, name)

    def merge(self, one: str, other: str, *, note: str | None = None) -> JudgementRow:
        """Decide that two entities are the same: `other` becomes a part of `one`."""
        with self._writing() as connection:
            pair = finding.entity(connection, one), finding.entity(connection, other)
            return judgements.merge(connection, *pair, note)

    def split(
        self, entity: str, *, called: Sequence[str] = (), articles: Sequence[str] = (), note: str | None = None
    ) -> JudgementRow:
        """Decide that some appearances of an entity are another's: those called so, and those in these articles.

        The new entity is `other` of what the judgement says.
        """
        if not called and not articles:
            raise UsageError(f"entity {entity}", "has nothing to be split by", "give a name or an article")
        with self._writing() as connection:
            ids = [full_id(connection, _ARTICLES, article) for article in articles]
            return judgements.split(connection, finding.entity(connection, entity), called, ids, note)

    def rename(self, entity: str, name: str, *, note: str | None = None) -> JudgementRow:
        """Decide under which name an entity is shown."""
        with self._writing() as connection:
            return judgements.rename(connection, finding.entity(connection, entity), _name(name), note)

    def reattribute(self, statement: str, name: str, *, note: str | None = None) -> JudgementRow:
        """Decide who said a statement: an entity by its id or name, or a person nobody named before."""
        with self._writing() as connection:
            identifier = full_id(connection, statements, statement)
            called = finding.entities_called(connection, name)
            if called:
                speaker = finding.entity(connection, name)
            else:
                key = registering.introduce(connection, "person", _name(name))
                speaker = connection.execute(select(registry).where(registry.c.key == key)).one()
            return judgements.on_statement(connection, "reattribute", identifier, note, speaker)

    def dismiss(self, statement: str, *, note: str | None = None) -> JudgementRow:
        """Decide that a statement is none: it is left out of answers, and of exports but those of all versions."""
        with self._writing() as connection:
            identifier = full_id(connection, statements, statement)
            return judgements.on_statement(connection, "dismiss", identifier, note)

    def confirm(self, statement: str, *, note: str | None = None) -> JudgementRow:
        """Decide that a statement and its speakers are right, so that `reviews` does not ask."""
        with self._writing() as connection:
            identifier = full_id(connection, statements, statement)
            return judgements.on_statement(connection, "confirm", identifier, note)

    def confirm_name(self, entity: str, called: str, *, note: str | None = None) -> JudgementRow:
        """Decide that whom articles call `called` is rightly taken for an entity, so that `reviews` does not ask."""
        with self._writing() as connection:
            found = finding.entity(connection, entity)
            says = {"entity": found.id, "name": found.name, "called": called}
            return judgements.keep(connection, "confirm_name", says, note)

    def keep_apart(self, one: str, other: str, *, note: str | None = None) -> JudgementRow:
        """Decide that two entities are not the same, so that `reviews` does not ask."""
        with self._writing() as connection:
            pair = finding.entity(connection, one), finding.entity(connection, other)
            says = {"one": pair[0].id, "other": pair[1].id, "names": [found.name for found in pair]}
            return judgements.keep(connection, "keep_apart", says, note)

    def undo(self, judgement: str) -> JudgementRow:
        """Undo a judgement by its id: everything is as if it had not been made."""
        with self._writing() as connection:
            return judgements.undo(connection, judgement)

    def judgements(self) -> list[JudgementRow]:
        """Return all judgements in the order they were made, also those undone."""
        with self._reading() as connection:
            found = connection.execute(select(judgement_table).order_by(judgement_table.c.key))
            return [judgements.judgement_row(row) for row in found]

    def reviews(self, *, limit: int | None = None) -> list[ReviewRow]:
        """Return what the ledger is least certain of, the least certain first, as questions; see `ReviewRow`."""
        with self._reading() as connection:
            return questions(connection, limit)

    def link(self, ids: Mapping[str, str]) -> int:
        """Note the Wikidata ids of entities, given by their id or name; return how many there are."""
        with self._writing() as connection:
            for asked, wikidata in ids.items():
                key = finding.entity(connection, asked).key
                connection.execute(registry.update().where(registry.c.key == key).values(wikidata=wikidata))
        return len(ids)


_ARTICLES = articles


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not any(c.isalnum() for c in name):
        raise UsageError(repr(name), "is no name", "give one with letters in it")
    return name
