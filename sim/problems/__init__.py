"""What networks learn from: made-up tasks, real digits, and problems worked by hand."""
