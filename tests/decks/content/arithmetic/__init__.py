"""What figures of the chapters are computed with: first principles, nothing of `sim`."""
