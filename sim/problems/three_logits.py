"""Softmax and cross-entropy of three logits, by PyTorch, and what one softmax too many does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812 - as everyone writes it

from sim.pictures import Table
from sim.words import Words, same

OTHERS = (1.0, 0.1)
"""The second and third logits; with 2 as the first, the example of seed 002, slide 65."""


@dataclass(frozen=True, slots=True)
class ThreeLogits:
    """What PyTorch makes of three logits and of the class that is right.

    Attributes:
        logits: One a class.
        shares: Softmax of them.
        loss: Cross-entropy of the logits.
        slopes: Its derivative by each logit.
        loss_twice: Cross-entropy of the shares taken for logits, softmax made once too often.
    """

    logits: tuple[float, ...]
    shares: tuple[float, ...]
    loss: float
    slopes: tuple[float, ...]
    loss_twice: float

    def measures(self, right: int) -> Mapping[str, float]:
        """The numbers that guesses are about.

        Args:
            right: Number of the right class, from 1.
        """
        return {
            "share_first": self.shares[0],
            "loss_logits": self.loss,
            "slope_right": self.slopes[right - 1],
            "loss_twice": self.loss_twice,
        }


def three_logits(first: float, *, right: int, shift: float = 0.0) -> ThreeLogits:
    """Of ``(first, 1, 0.1)``, to each of which a constant is added.

    Args:
        first: The first logit.
        right: Number of the right class, from 1 to 3.
        shift: The constant.
    """
    z = torch.tensor([first, *OTHERS], dtype=torch.float64) + shift
    z.requires_grad_()
    y = torch.tensor(right - 1)
    loss = F.cross_entropy(z, y)
    (slopes,) = torch.autograd.grad(loss, z)
    shares = z.detach().softmax(dim=0)
    return ThreeLogits(
        tuple(z.tolist()),
        tuple(shares.tolist()),
        float(loss.detach()),
        tuple(slopes.tolist()),
        float(F.cross_entropy(shares, y)),
    )


def logits_table(found: ThreeLogits, *, right: int) -> Table:
    """A row a class, then the loss; the right class is marked."""
    columns = (
        Words("classe", "class"),
        Words("logit z", "logit z"),
        Words("softmax p", "softmax p"),
        same("∂/∂z"),
    )
    shown = zip(found.logits, found.shares, found.slopes, strict=True)
    rows: tuple[tuple[Words | float, ...], ...] = (
        *((same(str(number)), *numbers) for number, numbers in enumerate(shown, start=1)),
        (Words("perte", "loss"), found.loss, same(""), same("")),
        (Words("softmax en trop", "softmax twice"), found.loss_twice, same(""), same("")),
    )
    label = Words("Trois logits", "Three logits")
    return Table("logits", "logits", label, columns, rows, marked=(right - 1,))
