"""Print the tables: python -m benchmarks [attribution | speakers | names | growth] [--repeats N] [--shown].

All of them where none is told.
"""

import argparse

from benchmarks import attribution, name_matching, registry_growth, speaker_naming
from benchmarks.systems import SYSTEMS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "subject",
        nargs="?",
        choices=("attribution", "speakers", "names", "growth"),
        help="print these tables only",
    )
    parser.add_argument("--repeats", type=int, default=3, help="timed runs of each system, in turn (default 3)")
    parser.add_argument("--shown", action="store_true", help="print the speakers that are wrong, too")
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
    if arguments.subject in {None, "names"}:
        name_matching.main()
    if arguments.subject in {None, "growth"}:
        registry_growth.main()


if __name__ == "__main__":
    main()
