"""What was trained: the files of the models, each with a card in docs/."""
