"""How the numbers in the README are measured: `make bench`, or `python -m benchmarks` (README.md: what each shows).

A module for each table: attribution, time_shares, syntax (of tree_scores and name_scores), speaker_naming, case_scores
(with event_scores), name_matching, ledger_growth, copies (of copied_texts, copy_finding, copy_growth, copy_peers and
copy_scores), event_typing, processors, ablation (with rereading, gold_tallies and record_rows). What they share:
systems (what is measured) and isolated_runs (how, in a process of its own), earlier_versions, language_passes. The
corpora are in `corpora`.
"""
