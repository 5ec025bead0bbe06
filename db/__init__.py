"""What the learner did: the collection in SQLite and the schedule."""
