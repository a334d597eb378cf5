"""What changed between the versions of a page, as a person reads it."""

from collections.abc import Sequence

from onrecord.cli.render.links import speakers_of
from onrecord.cli.render.tables import print_table
from onrecord.cli.render.terminal import err, out
from onrecord.cli.render.text import Text
from onrecord.cli.render.wording import marked, words_of
from onrecord.ledger import ChangeRow, VersionRow

_WHOSE = {"speaker": "revised by the speaker", "outlet": "corrected by the outlet"}
# Characters of a digest by which a version is named.
_DIGITS = 12


def print_versions(found: Sequence[VersionRow]) -> None:
    """Print what changed with each version, a table for each."""
    if not found:
        err.print("There is one version of it.")
    for number, version in enumerate(found):
        if number:
            out.print()
        day = version["read_at"][:10]
        out.print(Text(f"Version {number + 2}, read on {day}  {version['page']['sha256'][:_DIGITS]}", style="bold"))
        if version["changes"]:
            rows: list[list[str | Text]] = [[_how(change), _claim(change)] for change in version["changes"]]
            print_table(["change", "claim"], rows, flexible="claim")
        else:
            out.print("The same claims in the same words.")


def _how(change: ChangeRow) -> str:
    return f"{', '.join(change['what'])}: {_WHOSE[change['by']]}" if change["by"] else change["kind"]


def _claim(change: ChangeRow) -> Text:
    """Return who claims what, with what differs from the version before."""
    before, after = change["before"], change["after"]
    one = after or before
    assert one is not None
    text = Text()
    if before and after:
        was, now = speakers_of(before), speakers_of(after)
        text.append(now if was == now else f"{{+{now}+}}[-{was}-]", style="bold")
        text.append(": ").append(marked(words_of(before), words_of(after)))
    else:
        text.append(speakers_of(one), style="bold").append(f": {words_of(one)}")
    text.append(f"  {one['id']}", style="dim")
    return text.append(f"\n{change['reason']}", style="italic") if change["reason"] else text
