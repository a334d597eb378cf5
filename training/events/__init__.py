"""How the types of events are learnt: sentences with a marked source and target, and what the one does to the other.

corpus (sentences as numbers), typing (the network and how it is fitted), cross_validation (how well it types sentences
that it has not learnt from), coded_sentences (the same of lexicon and model together).
"""
