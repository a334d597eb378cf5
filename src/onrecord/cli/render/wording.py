"""Another printing of a quotation, with what differs from the first marked word by word."""

from onrecord.cli.render.text import Text
from onrecord.ledger import StatementRow

# Of longer runs of words that only one has the first and the last are shown.
_RUN, _ENDS = 8, 3


def words_of(statement: StatementRow) -> str:
    """Return the words of a statement on one line."""
    return " ... ".join(" ".join(span["text"].split()) for span in statement["content"])


def differing(statement: StatementRow, other: StatementRow) -> Text:
    """Return the words of `other`; where both are direct quotes, marked as differing from those of `statement`.

    "We {+own+}[-have-] 12 ships" has "own" where the other one has "have", as in other word-wise comparisons.
    """
    here, there = words_of(statement), words_of(other)
    return marked(here, there) if statement["kind"] == other["kind"] == "direct" else Text(there)


def marked(here: str, there: str) -> Text:
    """Return the words of `there`, marked where they differ from those of `here`, and how gravely they do."""
    if here == there:
        return Text(there)
    # Imported here, since most questions need nothing of linking.
    from onrecord.linking import compare_wording  # noqa: PLC0415

    compared = compare_wording(here, there)
    text, at = Text(), 0
    for stretch in compared.stretches:
        start, end = stretch.other
        if stretch.same:
            continue
        text.append(there[at:start])
        added, missing = _short(there[start:end]), _short(here[slice(*stretch.one)])
        text.append(f"{{+{added}+}}" if added else "", style="green")
        text.append(f"[-{missing}-]" if missing else "", style="red")
        if missing and not added and end < len(there):
            text.append(" ")
        at = end
    text.append(there[at:])
    return text if compared.difference == "none" else text.append(f"  ({compared.difference})", style="dim")


def _short(run: str) -> str:
    words = run.split()
    return run if len(words) <= _RUN else " ".join((*words[:_ENDS], "...", *words[-_ENDS:]))
