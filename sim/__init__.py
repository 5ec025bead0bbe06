"""How networks behave: the mini-experiments, in a process of their own.

The only package that may import torch, and it imports nothing of ours. Courses name experiments
with their settings (`decks.model.ExperimentRef`). `sim.runner` runs one, `sim.supervisor` runs one
next door.

`nn` is what networks are made of, `training` trains many in one pass, `problems` is what they learn
from, `experiments` are the claims; the files beside this one take requests and tell what happens.
"""
