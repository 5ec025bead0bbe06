"""One experiment for many settings, on many processes or machines (Dask distributed)."""
