"""What does not move under a run's plots: tables, networks with their weights, small images.

Qt draws them, without Matplotlib; in a file `sim.plotting` does.
"""
