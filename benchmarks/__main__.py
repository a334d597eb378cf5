"""Print the tables: python -m benchmarks [attribution | speakers | cases | names | growth | events | cost] [OPTIONS].

All of them where none is told, but of the cost, which needs the project's history.
"""

import argparse
from pathlib import Path

from benchmarks import attribution, hard_cases, name_matching, reading_cost, registry_growth, speaker_naming
from benchmarks.systems import SYSTEMS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "subject",
        nargs="?",
        choices=("attribution", "speakers", "cases", "names", "growth", "events", "cost"),
        help="print these tables only",
    )
    parser.add_argument("--repeats", type=int, default=3, help="timed runs of each system, in turn (default 3)")
    parser.add_argument("--shown", action="store_true", help="print the speakers that are wrong, too")
    parser.add_argument("--file", type=Path, help="sentences to type, with the columns of PLV_train or AW_train")
    parser.add_argument("--part", choices=("PLV_train", "AW_train"), help="sentences to cross-validate on, else both")
    parser.add_argument("--before", default=reading_cost.BEFORE, help="the commit to compare the cost with")
    # Used by the benchmark itself, for each system in a process of its own.
    parser.add_argument("--measure", choices=SYSTEMS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        attribution.measure(arguments.measure)
        return
    if arguments.subject in {None, "attribution"}:
        attribution.main(arguments.repeats)
    if arguments.subject in {None, "speakers"}:
        speaker_naming.main(shown=arguments.shown)
    if arguments.subject in {None, "cases"}:
        hard_cases.main()
    if arguments.subject in {None, "names"}:
        name_matching.main()
    if arguments.subject in {None, "growth"}:
        registry_growth.main()
    if arguments.subject == "cost":
        reading_cost.main(arguments.before, arguments.repeats)
    if arguments.subject in {None, "events"}:
        # Imported here, since it needs PyTorch, which the other benchmarks do without.
        from benchmarks import event_typing  # noqa: PLC0415

        event_typing.main(arguments.file, arguments.part)


if __name__ == "__main__":
    main()
