"""Learning how statements belong together: the relation network, and the scorer that decides by it and by features."""
