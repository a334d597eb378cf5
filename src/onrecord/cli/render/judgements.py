"""Judgements as a person reads them."""

from collections.abc import Sequence
from typing import Any

from onrecord.cli.render.tables import print_rest, print_table
from onrecord.cli.render.terminal import err, print_json
from onrecord.cli.render.text import Text
from onrecord.ledger import JudgementRow


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


def judgement_text(judgement: JudgementRow) -> str:
    """Return what a judgement says, in words."""
    kind, says = judgement["kind"], judgement["says"]
    if kind == "merge":
        return f"{says['names'][1]} is {says['names'][0]}"
    if kind == "keep_apart":
        return f"{says['names'][1]} is not {says['names'][0]}"
    if kind == "split":
        parts = [*says["called"], *(place["article"] for place in says["articles"])]
        return f"{', '.join(parts)} of {says['name']} is somebody else: {says['other']}"
    if kind == "rename":
        return f"{says['instead_of']} is shown as {says['name']}"
    if kind == "link":
        return f"{says['name']} is {says['wikidata']} in Wikidata"
    if kind == "confirm_name":
        return f"{says['called']} is {says['name']}"
    if kind in {"confirm_link", "reject_link"}:
        verb = "is a copy of" if says["kind"] == "copy" else says["kind"]
        return f"{'right' if kind == 'confirm_link' else 'wrong'}: {_end(says['later'])} {verb} {_end(says['earlier'])}"
    words = " ".join(says["exact"].split())
    if kind == "reattribute":
        return f"{says['name']} said: {words}"
    return f"{'not a statement' if kind == 'dismiss' else 'rightly read'}: {words}"


def _end(told: dict[str, Any]) -> str:
    """Return what a judgement calls an end of a link: an article by its id, a statement by its words."""
    return str(told["article"]) if "article" in told else f"“{' '.join(told['exact'].split())}”"
