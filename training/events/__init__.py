"""How the types of events are learnt: sentences with a marked source and target, and what the one does to the other."""
