"""A quiz question on the screen: one form for each kind, and what is told after answering.

Every widget here draws a `qtapp.sessions.question_state.QuestionState` and says what is wished;
none knows what an answer is worth.
"""
