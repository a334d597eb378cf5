"""What is told of each rule: one table for each subject, `tables/SUBJECT.toml`.

An entry is headed by the rule's identifier:

    ["veto/refused"]
    says = "What was refused or denied to be said is no statement."
    source = "..."                            # where it is from a paper or a manual
    examples = [{text = "...", gives = "..."}]
    counterexamples = ["..."]

`gives` is a part of one of the lines that the text gives (see `tests/rules/outcomes.py`); a veto gives nothing. All
texts are invented. A blank line in one begins a paragraph. `tables/scores.toml` tells of the scores that are no rules,
and has no examples.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Example:
    """A short text in which a rule speaks, and a part of what it then gives; None where that is nothing."""

    text: str
    gives: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told of a rule; see `Rule` for what each of it means. `subject` is the table that it stands in."""

    id: str
    subject: str
    says: str
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]
    source: str | None = None


@cache
def entries() -> Mapping[str, Entry]:
    """Return what is told of every rule, by its identifier, in the order of the tables."""
    found: dict[str, Entry] = {}
    tables = resources.files(__package__).joinpath("tables")
    for table in sorted(tables.iterdir(), key=lambda one: one.name):
        subject = table.name.removesuffix(".toml")
        for name, told in tomllib.loads(table.read_text(encoding="utf-8")).items():
            assert name not in found, f"{table.name}: {name} is told of twice"
            found[name] = Entry(
                id=name,
                subject=subject,
                says=told["says"],
                examples=tuple(Example(one["text"], one.get("gives")) for one in told.get("examples", ())),
                counterexamples=tuple(told.get("counterexamples", ())),
                source=told.get("source"),
            )
    return found


def entry(name: str) -> Entry:
    """Return what is told of the rule with this identifier.

    Raises:
        KeyError: no table has an entry for it.
    """
    try:
        return entries()[name]
    except KeyError:
        raise KeyError(f'no table in onrecord/rules/tables has an entry ["{name}"]') from None
