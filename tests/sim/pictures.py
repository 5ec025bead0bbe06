"""One picture of each kind, small enough to count what is drawn of it."""

import math

from sim.declaration import Axis, Plot
from sim.pictures import Curve, Grid, Path, Points, Table, Weights
from sim.plotting import Sheet
from sim.words import Words, same

NAN = math.nan
LOSS = Plot(
    "loss", Words("Coût", "Loss"), Axis(Words("pas", "step")), Axis(Words("coût", "loss"), True)
)
SHARE = Plot(
    "share",
    Words("Part", "Share"),
    Axis(Words("pas", "step")),
    Axis(Words("part", "share"), low=0, high=1),
)
PLANE = Plot("plane", Words("Plan", "Plane"), Axis(same("x₁")), Axis(same("x₂")))

CALM = Curve(
    "loss",
    "calm",
    Words("η = 0,1", "η = 0.1"),
    x=(0, 1, 2),
    mean=(1.0, 0.1, 0.01),
    low=(0.5, 0.05, 0.005),
    high=(2.0, 0.2, 0.02),
    finite=(1.0, 1.0, 1.0),
)
LOST = Curve(
    "loss",
    "lost",
    Words("η = 10", "η = 10"),
    x=(0, 1, 2),
    mean=(1.0, 1e9, NAN),
    low=(1.0, 1e9, NAN),
    high=(1.0, 1e9, NAN),
    finite=(1.0, 0.5, 0.25),
)
FIELD = Grid("plane", "field", same("p"), (-1, 1), (-1, 1), ((0.0, 0.5), (0.5, 1.0)))
EXAMPLES = Points(
    "plane", "examples", Words("exemples", "examples"), (0.0, 0.5, 1.0), (0.0, 0.5, 1.0), (0, 1, 1)
)
WALK = Path("plane", "walk", Words("marche", "walk"), (0.9, 0.5, NAN, 0.1), (0.9, 0.5, 0.0, 0.1))
NETWORK = Weights(
    "plane",
    "network",
    same("2-2-1"),
    matrices=(((1.0, -2.0), (0.5, 4.0)), ((3.0, -1.0),)),
    biases=((0.25, 0.0), (1.0,)),
    units=(("x₁", "x₂"), ("h₁", "h₂"), ("o",)),
)
TABLE = Table(
    "plane",
    "table",
    Words("Dérivées", "Derivatives"),
    (Words("quantité", "quantity"), Words("valeur", "value")),
    ((same("∂E/∂w"), 0.5), (same("∂E/∂b"), -0.125)),
    marked=(1,),
)


def sheet(*pictures: Curve | Grid | Points | Path | Weights | Table) -> Sheet:
    return Sheet(Words("Essai", "Trial"), (LOSS, SHARE, PLANE), pictures, Words("mot", "word"))
