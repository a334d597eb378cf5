"""The ranking of antecedents: its weights, and what each sieve of coreference is worth.

examples (who may be meant and who is, from the corpora), fitting (the log-linear model, folds, calibration), figures
(how good it is), tables (the files that ship), meanings (what each feature means).
"""
