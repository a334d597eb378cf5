"""Print the tables: python -m benchmarks [attribution | speakers | names | growth | events] [--repeats N] [--shown].

All of them where none is told.
"""

import argparse
from pathlib import Path

from benchmarks import attribution, name_matching, registry_growth, speaker_naming
from benchmarks.systems import SYSTEMS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "subject",
        nargs="?",
        choices=("attribution", "speakers", "names", "growth", "events"),
        help="print these tables only",
    )
    parser.add_argument("--repeats", type=int, default=3, help="timed runs of each system, in turn (default 3)")
    parser.add_argument("--shown", action="store_true", help="print the speakers that are wrong, too")
    parser.add_argument("--file", type=Path, help="sentences to type, with the columns of PLV_train or AW_train")
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
    if arguments.subject in {None, "events"}:
        # Imported here, since it needs PyTorch, which the other benchmarks do without.
        from benchmarks import event_typing  # noqa: PLC0415

        event_typing.main(arguments.file)


if __name__ == "__main__":
    main()
