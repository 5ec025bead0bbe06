"""What is behind each page and what may be done to it: QObjects without widgets."""
