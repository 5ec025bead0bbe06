"""The pictures of a run as an image, for reports and terminals without a window (Matplotlib, Agg).

`figure` lays panels out, `save` writes a PNG or an SVG. Colours are those of the app; those of the
lines are Okabe and Ito's, which colour-blind readers tell apart (https://jfly.uni-koeln.de/color/).
"""

from sim.plotting.figure import Sheet, figure, save

__all__ = ["Sheet", "figure", "save"]
