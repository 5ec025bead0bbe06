"""Many networks trained in one pass, on data of their own, and what is measured meanwhile."""
