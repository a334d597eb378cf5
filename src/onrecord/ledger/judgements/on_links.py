"""Judgements on links, and which of them hold for which links, now.

A judgement is found again by what it tells of both ends, so that it holds for another reading or version of their
pages. What follows stands in `links`: a confirmed link is asserted, and there even where linking does not find it; a
rejected one is not asserted. What linking had made of it stays beside that, so that undoing restores it.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select

from onrecord.ledger.judgements.link_ends import End, Ends
from onrecord.ledger.judgements.linking_anew import link_anew
from onrecord.ledger.judgements.record import Says, insert_judgement, said
from onrecord.ledger.query import FetchedRow
from onrecord.ledger.rows import LINKS_NEWEST_FIRST, JudgementRow, link_id
from onrecord.ledger.store import judged_links, judgements, links

KINDS = ("confirm_link", "reject_link")
"""The kinds of judgements on links."""

# What linking builds on: of which articles others are copies, and which statements are printed earlier.
_BUILT_ON = ("copy", "repeats")

_RESTORE = (
    "DELETE FROM links WHERE id = ? AND confirmed IS NOT NULL AND found IS NULL",
    "UPDATE links SET asserted = found, confirmed = NULL, found = NULL WHERE id = ? AND confirmed IS NOT NULL",
)
# A link that was found with an earlier reading is as good as not found.
_TAKE_AWAY = """
    DELETE FROM links WHERE id = :link AND
    (later_article, earlier_article, later, earlier) IS NOT (:later_article, :earlier_article, :later, :earlier)
"""
_RANK = f"UPDATE links SET rank = {LINKS_NEWEST_FIRST} WHERE id = ?"
_JUDGED_OF = """
    SELECT link FROM judged_links WHERE later_article = ? AND link IS NOT NULL
    UNION SELECT link FROM judged_links WHERE earlier_article = ? AND link IS NOT NULL
"""
_JUDGED_AS = "SELECT kind FROM judgements JOIN judged_links ON judgement = judgements.key WHERE link = ?"
_JUDGE = "UPDATE links SET found = asserted, asserted = :confirmed, confirmed = :confirmed WHERE id = :link"


class HeldLink(NamedTuple):
    """For which link a judgement holds, and between which rows; None where for none. See `judged_links`."""

    judgement: int
    later_page: str
    earlier_page: str
    link: str | None = None
    later_article: int | None = None
    earlier_article: int | None = None
    later: int | None = None
    earlier: int | None = None
    evidence: str | None = None

    @property
    def articles(self) -> list[int]:
        """The keys of the articles of its ends, if it holds."""
        return [one for one in (self.later_article, self.earlier_article) if one is not None]


def judge_link(connection: Connection, kind: str, link: FetchedRow, note: str | None) -> JudgementRow:
    """Judge a link, a row of `links`: "confirm_link" or "reject_link"."""
    ends = Ends(connection)
    later = ends.told(link.later_article, link.later)
    earlier = ends.told(link.earlier_article, link.earlier)
    says: Says = {
        "link": link.id,
        "kind": link.kind,
        "later": later,
        "earlier": earlier,
        "confidence": float(link.confidence),
        "evidence": _told_evidence(link, later, earlier),
        "reason": link.reason,
    }
    made = insert_judgement(connection, kind, says, note)
    row = HeldLink(int(made["id"].removeprefix("j")), later["page"], earlier["page"])
    connection.execute(insert(judged_links).values(row._asdict()))
    apply_to_links(connection, later["page"])
    if link.kind in _BUILT_ON:
        link_anew(connection, [link.later_article])
    return made


def undo_on_link(connection: Connection, judgement: int, says: Says) -> None:
    """Restore what linking found, after a judgement of this key, which says this, was undone."""
    page = says["later"]["page"]
    before = next(one for one in _noted(connection, page) if one.judgement == judgement)
    apply_to_links(connection, page)
    if says["kind"] in _BUILT_ON and before.later_article is not None:
        link_anew(connection, [before.later_article])


def apply_to_links(connection: Connection, page: str) -> None:
    """Note which links judgements hold for that have an end on the page of an identity, and what follows for them.

    It is called after a judgement was made or undone, or another reading of the page was added.
    """
    before = _noted(connection, page)
    if not before:
        return
    keys = [one.judgement for one in before]
    after = holding_for_links(connection, keys)
    connection.execute(delete(judged_links).where(judged_links.c.judgement.in_(keys)))
    if after:
        connection.execute(insert(judged_links), [one._asdict() for one in after])
    _settle(connection, {one.link for one in (*before, *after) if one.link is not None})
    known = {one.judgement: one.articles for one in before}
    # What was found with the other end as it was is to be found with it as it is.
    moved = [one for one in after if known[one.judgement] and known[one.judgement] != one.articles]
    link_anew(connection, [key for one in moved for key in one.articles])


def settle_article(connection: Connection, article: int) -> None:
    """Let what was decided of the links of an article hold for what linking has just found."""
    _settle(connection, connection.exec_driver_sql(_JUDGED_OF, (article, article)).scalars())


def is_asserted(connection: Connection, kind: str, later: str, earlier: str, *, found: bool) -> bool:
    """Say whether a link between these ids is asserted: as the user judged, else as it was found."""
    judged = connection.exec_driver_sql(_JUDGED_AS, (link_id(kind, later, earlier),)).scalar()
    return found if judged is None else bool(judged == "confirm_link")


def holding_for_links(connection: Connection, keys: Collection[int] | None = None) -> list[HeldLink]:
    """Find the links that standing judgements speak of, those of these keys or all; the newest on a link holds."""
    chosen = select(judgements).where(judgements.c.kind.in_(KINDS), judgements.c.undone_at.is_(None))
    if keys is not None:
        chosen = chosen.where(judgements.c.key.in_(keys))
    ends = Ends(connection)
    found: dict[int, HeldLink] = {}
    newest: dict[str, int] = {}
    for row in connection.execute(chosen.order_by(judgements.c.key)).all():
        held = _held(ends, row.key, said(row))
        if held.link in newest:
            earlier = found[newest[held.link]]
            found[earlier.judgement] = HeldLink(*earlier[:3])
        if held.link is not None:
            newest[held.link] = row.key
        found[row.key] = held
    return list(found.values())


def kept_link(connection: Connection, held: HeldLink) -> Says:
    """Return the row of `links` that a confirmed link has which linking does not find."""
    row = connection.execute(select(judgements).where(judgements.c.key == held.judgement)).one()
    says = said(row)
    return {
        "id": held.link,
        "kind": says["kind"],
        "found_with": held.later_article,
        "later_article": held.later_article,
        "earlier_article": held.earlier_article,
        "later": held.later,
        "earlier": held.earlier,
        "confidence": says["confidence"],
        "asserted": True,
        "evidence": held.evidence,
        "reason": says["reason"],
        "confirmed": True,
        "found": None,
    }


def _settle(connection: Connection, ids: Iterable[str]) -> None:
    """Let what is noted of these links hold in `links`: what was judged before is restored first."""
    for identifier in sorted(ids):
        for statement in _RESTORE:
            connection.exec_driver_sql(statement, (identifier,))
        chosen = select(judged_links, judgements.c.kind).join(judgements, judged_links.c.judgement == judgements.c.key)
        row = connection.execute(chosen.where(judged_links.c.link == identifier)).first()
        if row is None:
            continue
        held, confirmed = HeldLink(*row[:-1]), row.kind == "confirm_link"
        values = held._asdict() | {"confirmed": confirmed}
        connection.exec_driver_sql(_TAKE_AWAY, values)
        if not connection.exec_driver_sql(_JUDGE, values).rowcount and confirmed:
            connection.execute(insert(links).values(kept_link(connection, held)))
            connection.exec_driver_sql(_RANK, (identifier,))


def _noted(connection: Connection, page: str) -> list[HeldLink]:
    of_page = (judged_links.c.later_page == page) | (judged_links.c.earlier_page == page)
    found = connection.execute(select(judged_links).where(of_page).order_by(judged_links.c.judgement))
    return [HeldLink(*row) for row in found]


def _held(ends: Ends, judgement: int, says: Says) -> HeldLink:
    pages = says["later"]["page"], says["earlier"]["page"]
    later, earlier = ends.find(says["later"]), ends.find(says["earlier"])
    if later is None or earlier is None or later[:2] == earlier[:2]:
        return HeldLink(judgement, *pages)
    return HeldLink(
        judgement,
        *pages,
        link_id(says["kind"], later.id, earlier.id),
        later.article,
        earlier.article,
        later.key,
        earlier.key,
        json.dumps(list(_evidence(says["evidence"], {"later": later, "earlier": earlier}))),
    )


def _told_evidence(link: FetchedRow, later: Says, earlier: Says) -> Sequence[Says]:
    """Return the evidence of a link with the end it is of, and how far behind the beginning of that it stands.

    What is of another printing of an end is not kept.
    """
    ends = {link.later: ("later", later), link.earlier: ("earlier", earlier)}
    return [
        {"of": ends[key][0], "away": start - ends[key][1]["start"], "text": words}
        for key, start, _, words in json.loads(link.evidence)
        if key in ends
    ]


def _evidence(told: Iterable[Says], ends: dict[str, End]) -> Iterable[tuple[int, int, int, str]]:
    """Yield evidence as it stands now, as `links` has it: nearest to where it stood; what is not there is left out."""
    for one in told:
        statement = ends[one["of"]].statement
        start = statement.nearest(one["text"], one["away"]) if statement else None
        if statement is not None and start is not None:
            yield statement.key, start, start + len(one["text"]), one["text"]
