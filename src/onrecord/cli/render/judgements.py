"""Judgements as a person reads them."""

from collections.abc import Sequence

from onrecord.cli.render.tables import print_rest, print_table
from onrecord.cli.render.terminal import err, print_json
from onrecord.cli.render.text import Text
from onrecord.ledger import JudgementRow, judgement_text


def print_judgement(made: JudgementRow, *, json: bool) -> None:
    """Print a judgement that was just made and how to undo it, or the judgement as JSON."""
    if json:
        print_json(made)
    else:
        err.print(
            Text(f"{made['id']}: {judgement_text(made)}. Undo it with: onrecord undo {made['id']}"), soft_wrap=True
        )


def print_undone(undone: JudgementRow, *, json: bool) -> None:
    """Print a judgement that was just undone."""
    if json:
        print_json(undone)
    else:
        err.print(Text(f"{undone['id']} undone: {judgement_text(undone)}"), soft_wrap=True)


def print_judgements(found: Sequence[JudgementRow], *, total: int, json: bool) -> None:
    """Print judgements as a table, a line each, or as JSON; say how many of `total` are not shown."""
    if json:
        print_json(found)
    elif not found:
        err.print("Nothing was decided yet.")
    else:
        rows: list[list[str | Text]] = [
            [one["id"], one["made_at"], "undone" if one["undone_at"] else "", judgement_text(one), one["note"] or ""]
            for one in found
        ]
        print_table(["judgement", "made", "", "what", "note"], rows, flexible="what")
        print_rest(total - len(found))
