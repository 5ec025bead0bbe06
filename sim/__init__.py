"""How networks behave: the mini-experiments, in a process of their own.

The only package that may import torch, and it imports nothing of ours. Courses already name
experiments with their settings (`decks.model.ExperimentRef`); what runs them comes here.
"""
