"""Figures in dispute as a person reads them."""

from collections.abc import Mapping

from onrecord.cli.render.tables import print_rest, print_table
from onrecord.cli.render.terminal import err, out, print_json
from onrecord.cli.render.text import Text
from onrecord.ledger import (
    ClaimLinkRow,
    ClaimRow,
    DisputeRow,
    Disputes,
    QuantityRow,
    local_day,
    value_text,
    who_asserts,
)

# Outlets that are named of a claim.
_OUTLETS = 2


def print_disputes(found: Disputes, *, json: bool) -> None:
    """Print each figure in dispute as a table, a line for each claim, or all as JSON."""
    if json:
        print_json(list(found))
        return
    if not found:
        err.print("Nothing found on which two do not agree.")
    for number, dispute in enumerate(found):
        if number:
            out.print()
        _print(dispute)
    print_rest(found.at_least - len(found), all_counted=found.all_counted)


def _print(dispute: DisputeRow) -> None:
    claims = {claim["quantity"]["id"]: claim["quantity"] for claim in dispute["claims"]}
    days = (local_day(day) for claim in dispute["claims"] if (day := claim["day"]))
    what = dispute["counted"] or dispute["unit"] or "?"
    first = min(days, default="no date")
    out.print(Text(f"{what}, from {first}", style="bold"))
    rows = [_row(claim, claims) for claim in dispute["claims"]]
    print_table(["day", "figure", "who", "printed by"], rows, flexible="printed by")


def _row(claim: ClaimRow, claims: Mapping[str, QuantityRow]) -> list[str | Text]:
    where = Text(_outlets(claim))
    for link in claim["links"]:
        where.append("\n" if len(where) else "").append(_against(link, claims[link["to"]]), style="italic")
    return [local_day(claim["day"]), _figure(claim["quantity"]), who_asserts(claim["quantity"]), where]


def _figure(quantity: QuantityRow) -> str:
    """Return how much is claimed, with what makes it less exact: "about 40"."""
    hedge = " ".join(quantity["hedge"]["text"].split()) if quantity["hedge"] else ""
    return f"{hedge} {value_text(quantity)}".strip()


def _outlets(claim: ClaimRow) -> str:
    """Return the first outlets that print a claim, else its article, and how many articles do."""
    named = ", ".join(claim["outlets"][:_OUTLETS]) or claim["quantity"]["article"]["id"]
    more = len(claim["outlets"]) > _OUTLETS or claim["printings"] > max(len(claim["outlets"]), 1)
    return f"{named} ({claim['printings']:,} printings)" if more else named


def _against(link: ClaimLinkRow, other: QuantityRow) -> str:
    kind = f"{link['kind']}{'' if link['asserted'] else '?'}"
    return f"{kind} {_figure(other)} of {who_asserts(other)}"
