"""How the one encoder was learnt that gives tags, trees, names, sentence starts and the scores of attribution.

corpus (text with the labels of a language pipeline and of annotators, as numbers), teacher (the attribution network),
batching, network, fitting, agreement (how far it says what it was taught), weights and shipping (files), card.
"""
