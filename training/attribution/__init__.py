"""How the attribution network is learnt from PolNeAR's annotators, which then teaches the encoder.

pieces and corpus (an article as numbers), batching, network, fitting, slimming (a narrower network, taught by the whole
one), calibrating (how far the confidence of what ships can be believed).
"""
