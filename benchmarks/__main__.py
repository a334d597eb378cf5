"""Print every table: python -m benchmarks [--repeats N]."""

import argparse

from benchmarks import attribution


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=3, help="timed runs of each system, in turn (default 3)")
    attribution.main(parser.parse_args().repeats)


if __name__ == "__main__":
    main()
