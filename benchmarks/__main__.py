"""Print the tables: python -m benchmarks [attribution | names | growth] [--repeats N]; all where none is told."""

import argparse

from benchmarks import attribution, name_matching, registry_growth
from benchmarks.systems import SYSTEMS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "subject", nargs="?", choices=("attribution", "names", "growth"), help="print these tables only"
    )
    parser.add_argument("--repeats", type=int, default=3, help="timed runs of each system, in turn (default 3)")
    # Used by the benchmark itself, for each system in a process of its own.
    parser.add_argument("--measure", choices=SYSTEMS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        attribution.measure(arguments.measure)
        return
    if arguments.subject in {None, "attribution"}:
        attribution.main(arguments.repeats)
    if arguments.subject in {None, "names"}:
        name_matching.main()
    if arguments.subject in {None, "growth"}:
        registry_growth.main()


if __name__ == "__main__":
    main()
