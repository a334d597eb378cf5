"""How the figures in the README are made: `make bench`, or `python -m benchmarks`."""
