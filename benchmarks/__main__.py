"""Print every table: python -m benchmarks [--repeats N]."""

import argparse

from benchmarks import attribution
from benchmarks.systems import SYSTEMS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=3, help="timed runs of each system, in turn (default 3)")
    # Used by the benchmark itself, for each system in a process of its own.
    parser.add_argument("--measure", choices=SYSTEMS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        attribution.measure(arguments.measure)
    else:
        attribution.main(arguments.repeats)


if __name__ == "__main__":
    main()
