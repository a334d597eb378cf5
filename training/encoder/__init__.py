"""How the one encoder was learnt that gives tags, trees, names, sentence starts and the scores of attribution."""
