"""How what the package ships was learnt from the corpora, runnable end to end.

`python -m training` makes the encoder: attribution (the network that annotators have taught, the encoder's teacher),
then encoder. `python -m training.events` makes the model that types events, `python -m training.linking` the relation
network, which tells how statements belong together, and its tables. Shared by these: descent (steps down the
loss), packing (windows in batches), rounding (weights in 8 bits).

Each of these is a command that makes one lexicon or table: cue_frames, cue_classes, given_names, person_nouns,
person_kinds, morphology.

Where modules of these packages have the same name, they are the same step of each: corpus (texts as numbers), batching
(windows of them), network (what is trained), fitting (how).
"""
