"""Print the tables: python -m benchmarks [attribution | syntax | speakers | ...] [OPTIONS].

All of them where none is named, except: memory, growth, copies and hostile texts, which take an hour each; the reading
room; transcripts, bodies of pages, links between statements and pairs of them; names compared under two versions;
processors, which needs an emulator; installation, which asks the package index; start-up; the rows that have changed
since a commit; and what each rule is worth, which takes half an hour.
"""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import (
    ablation,
    antecedent_choices,
    attribution,
    case_scores,
    copies,
    earlier_versions,
    event_typing,
    hostile,
    installed_size,
    ledger_growth,
    memory_growth,
    name_matching,
    names_compared,
    page_bodies,
    processors,
    real_pages,
    room_times,
    row_changes,
    speaker_naming,
    start_up,
    statement_links,
    statement_pairs,
    syntax,
    time_shares,
    transcript_turns,
)

_SUBJECTS = (
    "attribution", "shares", "syntax", "speakers", "real", "antecedents", "cases", "names", "writing", "events",
    "transcripts", "bodies", "copies", "linking", "pairs", "comparisons", "memory", "processors", "changes", "hostile",
    "start-up", "installed", "growth", "room", "ablation",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("subject", nargs="?", choices=_SUBJECTS, help="print these tables only")
    parser.add_argument("--repeats", type=int, default=3, help="timed runs of each system, in turn (default 3)")
    parser.add_argument(
        "--shown",
        nargs="?",
        const="",
        help="print what is wrong, too (speakers, real, bodies, linking); some firings of the rule SHOWN (ablation)",
    )
    parser.add_argument("--rules", nargs="+", help="ablation: measure these rules only")
    parser.add_argument("--sealed", action="store_true", help="real: the pages that nobody looks at, totals only")
    parser.add_argument("--file", type=Path, help="sentences to type, with the columns of PLV_train or AW_train")
    parser.add_argument("--part", choices=("PLV_train", "AW_train"), help="sentences to cross-validate on, else both")
    parser.add_argument(
        "--before",
        help="the commit that a table compares with (each has its own)",
    )
    parser.add_argument("--examples", type=int, default=10, help="rows printed of each kind of change (default 10)")
    parser.add_argument("--exact", type=Path, default=attribution.EXACT, help="the folder of the encoder in 32 bits")
    parser.add_argument(
        "--articles",
        type=int,
        help=f"how many are added to see the memory (default {memory_growth.ARTICLES:,}), or in how many without gold "
        f"it is counted how often rules fire (default {ablation.ARTICLES:,}), or how many are compared to see how long "
        "finding copies takes (default 10,000, 30,000, 100,000)",
    )
    parser.add_argument("--statements", type=int, nargs="+", help="statements in the ledgers that are asked")
    parser.add_argument("--ledgers", type=Path, help="a folder to keep the ledgers in that are asked, for the next run")
    parser.add_argument("--question", nargs="+", help="ask the ledgers these questions only")
    arguments = parser.parse_args()
    exact = arguments.exact.absolute()
    before = arguments.before or earlier_versions.BEFORE
    if arguments.subject in {None, "attribution"}:
        attribution.main(arguments.repeats, before, exact)
    if arguments.subject in {None, "shares"}:
        time_shares.main()
    if arguments.subject in {None, "syntax"}:
        syntax.main(exact)
    if arguments.subject in {None, "speakers"}:
        speaker_naming.main(before, shown=arguments.shown is not None)
    if arguments.subject in {None, "real"}:
        real_pages.main(arguments.before, sealed=arguments.sealed, shown=arguments.shown is not None)
    if arguments.subject in {None, "antecedents"}:
        antecedent_choices.main()
    if arguments.subject in {None, "cases"}:
        case_scores.main()
    if arguments.subject in {None, "names"}:
        name_matching.main()
    if arguments.subject in {None, "writing"}:
        ledger_growth.writing()
    sizes = arguments.statements or ledger_growth.SIZES
    alone: dict[str, Callable[[], None]] = {
        "bodies": partial(page_bodies.main, shown=arguments.shown is not None),
        "copies": partial(copies.main, [arguments.articles] if arguments.articles else copies.SIZES),
        "transcripts": partial(transcript_turns.main, arguments.before or transcript_turns.BEFORE),
        "linking": partial(statement_links.main, shown=arguments.shown is not None),
        "pairs": statement_pairs.main,
        "comparisons": partial(names_compared.main, arguments.before or names_compared.BEFORE),
        "memory": partial(memory_growth.main, arguments.articles or memory_growth.ARTICLES),
        "ablation": partial(ablation.main, arguments.rules, arguments.articles or ablation.ARTICLES, arguments.shown),
        "processors": partial(processors.main, exact),
        "changes": partial(row_changes.main, before, arguments.examples),
        "hostile": hostile.main,
        "growth": partial(
            ledger_growth.main, sizes, arguments.before or ledger_growth.BEFORE, arguments.ledgers, arguments.question
        ),
        "room": partial(room_times.main, arguments.statements or room_times.SIZES, arguments.ledgers),
        "start-up": partial(start_up.main, arguments.before or start_up.BEFORE),
        "installed": partial(installed_size.main, arguments.before or installed_size.BEFORE),
    }
    if arguments.subject in alone:
        alone[arguments.subject]()
    if arguments.subject in {None, "events"}:
        event_typing.main(arguments.file, arguments.part)


if __name__ == "__main__":
    main()
