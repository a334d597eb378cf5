"""Inputs that nobody would write, put through the whole way: `python -m tests.fuzz`.

seeds (what the inputs are made of), mutation (how), trial (what is done with a batch of them), runs (many batches).
`pieces.tsv` lists what is known to be nasty, and why.
"""
