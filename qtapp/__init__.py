"""What the learner sees: the only Qt code."""
