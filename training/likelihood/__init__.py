"""How likely a statement is right: the two models of `onrecord.extraction.likelihood`, fitted on annotated news pages.

examples (statements that reading finds, with what is right of them), fitting (logistic regressions, by folds of pages),
meanings (what features mean), tables (the files that ship).
"""
