"""Plots of runs, drawn by Matplotlib; what imports it here is imported late (`loading`)."""
