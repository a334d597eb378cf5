"""The user's judgements: each is made, or undone, in one transaction."""

import re
from collections.abc import Mapping, Sequence

from sqlalchemy import select

from onrecord.errors import UsageError
from onrecord.ledger.judgements import on_entities
from onrecord.ledger.judgements.on_links import judge_link
from onrecord.ledger.judgements.on_statements import judge_statement
from onrecord.ledger.judgements.record import insert_judgement, judgement_row
from onrecord.ledger.judgements.reviews import questions
from onrecord.ledger.judgements.undo import undo
from onrecord.ledger.query import check_limit, find_entities, find_entity, find_link, full_id, is_id
from onrecord.ledger.registry import register_named_by_user
from onrecord.ledger.rows import JudgementRow, ReviewRow
from onrecord.ledger.store import Store, judgements, registry, statements, storable
from onrecord.ledger.store import articles as article_table

_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
# Characters of a name that somebody may be given.
_LONGEST = 500


class Judgements:
    """What a user may decide; see the methods of the same names of `Ledger`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def merge(self, one: str, other: str, *, note: str | None = None) -> JudgementRow:
        """Decide that two entities are the same: `other` becomes a part of `one`."""
        with self._store.revise() as connection:
            pair = find_entity(connection, one), find_entity(connection, other)
            return on_entities.merge(connection, *pair, note)

    def split(
        self, entity: str, *, called: Sequence[str] = (), articles: Sequence[str] = (), note: str | None = None
    ) -> JudgementRow:
        """Decide that some appearances of an entity are another's: those called so, and those in these articles.

        The new entity is `other` of what the judgement says.
        """
        if not called and not articles:
            raise UsageError(f"entity {entity}", "has nothing to be split by", "give a name or an article")
        with self._store.revise() as connection:
            ids = [full_id(connection, article_table, article) for article in articles]
            names = [storable(name) for name in called]
            return on_entities.split(connection, find_entity(connection, entity), names, ids, note)

    def rename(self, entity: str, name: str, *, note: str | None = None) -> JudgementRow:
        """Decide under which name an entity is shown."""
        with self._store.revise() as connection:
            return on_entities.rename(connection, find_entity(connection, entity), _name(name), note)

    def reattribute(self, statement: str, name: str, *, note: str | None = None) -> JudgementRow:
        """Decide who said a statement: an entity by its id or name, or a person nobody named before."""
        with self._store.revise() as connection:
            identifier = full_id(connection, statements, statement)
            if find_entities(connection, name) or is_id(name):
                speaker = find_entity(connection, name)
            else:
                key = register_named_by_user(connection, "person", _name(name))
                speaker = connection.execute(select(registry).where(registry.c.key == key)).one()
            return judge_statement(connection, "reattribute", identifier, note, speaker)

    def dismiss(self, statement: str, *, note: str | None = None) -> JudgementRow:
        """Decide that a statement is none: it is left out of answers, and of exports but those of all versions."""
        with self._store.revise() as connection:
            identifier = full_id(connection, statements, statement)
            return judge_statement(connection, "dismiss", identifier, note)

    def confirm(self, statement: str, *, note: str | None = None) -> JudgementRow:
        """Decide that a statement and its speakers are right, so that `reviews` does not ask."""
        with self._store.revise() as connection:
            identifier = full_id(connection, statements, statement)
            return judge_statement(connection, "confirm", identifier, note)

    def confirm_name(self, entity: str, called: str, *, note: str | None = None) -> JudgementRow:
        """Decide that whom articles call `called` is rightly taken for an entity, so that `reviews` does not ask."""
        with self._store.revise() as connection:
            found = find_entity(connection, entity)
            says = {"entity": found.id, "name": found.name, "called": storable(called)}
            return insert_judgement(connection, "confirm_name", says, note)

    def keep_apart(self, one: str, other: str, *, note: str | None = None) -> JudgementRow:
        """Decide that two entities are not the same, so that `reviews` does not ask."""
        with self._store.revise() as connection:
            pair = find_entity(connection, one), find_entity(connection, other)
            says = {"one": pair[0].id, "other": pair[1].id, "names": [found.name for found in pair]}
            return insert_judgement(connection, "keep_apart", says, note)

    def confirm_link(self, link: str, *, note: str | None = None) -> JudgementRow:
        """Decide that a link is right: it is asserted from now on, also where linking does not find it any more."""
        with self._store.revise() as connection:
            return judge_link(connection, "confirm_link", find_link(connection, link), note)

    def reject_link(self, link: str, *, note: str | None = None) -> JudgementRow:
        """Decide that a link is wrong: it is left out of answers, and of exports but those of all versions."""
        with self._store.revise() as connection:
            return judge_link(connection, "reject_link", find_link(connection, link), note)

    def undo(self, judgement: str) -> JudgementRow:
        """Undo a judgement by its id: everything is as if it had not been made."""
        with self._store.revise() as connection:
            return undo(connection, judgement)

    def judgements(self) -> list[JudgementRow]:
        """Return all judgements in the order they were made, also those undone."""
        with self._store.read() as connection:
            found = connection.execute(select(judgements).order_by(judgements.c.key))
            return [judgement_row(row) for row in found]

    def reviews(self, *, limit: int | None = None, skip: int = 0) -> list[ReviewRow]:
        """Return what the ledger is least certain of, the least certain first, as questions; see `ReviewRow`."""
        check_limit(limit)
        check_limit(skip)
        with self._store.read() as connection:
            return questions(connection, limit, skip)

    def link_wikidata(self, ids: Mapping[str, str], *, note: str | None = None) -> list[JudgementRow]:
        """Decide which Wikidata ids entities have, all of them or, if one is not in the ledger, none."""
        for asked, wikidata in ids.items():
            if not _WIKIDATA.fullmatch(wikidata):
                raise UsageError(f"entity {asked}", f"cannot have {wikidata!r} for a Wikidata id", "write one as Q42")
        with self._store.revise() as connection:
            return [
                on_entities.link(connection, find_entity(connection, asked), wikidata, note)
                for asked, wikidata in ids.items()
            ]


def _name(name: str) -> str:
    # A null character ends a text for some of what SQLite computes.
    name = " ".join(storable(name).replace("\0", " ").split())
    if not any(c.isalnum() for c in name):
        raise UsageError(repr(name), "is no name", "give one with letters in it")
    if len(name) > _LONGEST:
        raise UsageError(f"a name of {len(name):,} characters", "is none", f"give one of at most {_LONGEST}")
    return name
