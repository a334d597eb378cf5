"""Random damages to a ledger's file: each is found by `check`, or is harmless, as all exports are the same bytes.

`python -m tests.damages --damages 500 --seed 1` reads the example pages, judges some of what they say, and damages
copies of that ledger. It prints what became of each kind of damage, and exits with 1 if one went unfound.
"""
