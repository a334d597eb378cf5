"""The ledger that is damaged: the example pages, and what a user decided about them."""

from pathlib import Path

from onrecord import Ledger

_EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"


def make_ledger(folder: Path) -> Path:
    """Return a ledger in `folder` that has rows in every table."""
    path = folder / "whole.ledger"
    with Ledger(path) as ledger:
        ledger.add(_EXAMPLES, processes=1)
        first, second, *_ = ledger.statements(limit=9)
        people = ledger.entities(type="person")
        ledger.merge(people[0]["id"], people[1]["id"])
        ledger.rename(people[2]["id"], "Another Name", note="as she signs")
        ledger.link({people[3]["id"]: "Q42"})
        ledger.dismiss(first["id"])
        ledger.reattribute(second["id"], people[4]["id"])
        ledger.undo(ledger.confirm(second["id"])["id"])
        assert list(ledger.check()) == []
    return path
