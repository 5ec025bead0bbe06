"""The experiments, one claim a file; each defines `EXPERIMENT`."""
