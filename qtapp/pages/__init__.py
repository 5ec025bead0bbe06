"""The pages: each draws a state and says what was asked."""
