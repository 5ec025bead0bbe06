"""Networks that stop at their best: each on its own, while the others go on."""

from __future__ import annotations

import torch
from torch import Tensor


class EarlyStopping:
    """Watches the validation loss of each network and keeps the weights it was lowest with.

    Args:
        patience: Looks without improvement that each network is granted, ``(networks,)``;
            infinite for one that never stops.
        values: All parameters, ``(networks, parameters)``; a stopped network's row is put back to
            its best.

    Attributes:
        is_training: Which networks still learn, ``(networks, 1)``, bool.
    """

    def __init__(self, patience: Tensor, values: Tensor) -> None:
        self._patience = patience
        self._values = values
        self._best = values.clone()
        self._best_loss = torch.full_like(patience, torch.inf)
        self._waited = torch.zeros_like(patience)
        self.is_training = torch.ones(len(patience), 1, dtype=torch.bool, device=values.device)

    @torch.no_grad()
    def look(self, loss: Tensor) -> None:
        """Take note of the validation loss, ``(networks,)``; some networks may stop now."""
        learning = self.is_training.squeeze(1)
        better = learning & (loss < self._best_loss)
        self._best_loss = torch.where(better, loss, self._best_loss)
        self._best[better] = self._values[better]
        self._waited = torch.where(better, torch.zeros_like(self._waited), self._waited + 1)
        stops = learning & (self._waited >= self._patience)
        self._values[stops] = self._best[stops]
        self.is_training = (learning & ~stops).unsqueeze(1)

    def state(self) -> dict[str, Tensor]:
        """What it remembers."""
        return {
            "best": self._best.clone(),
            "best_loss": self._best_loss,
            "waited": self._waited,
            "is_training": self.is_training,
        }

    def restore(self, state: dict[str, Tensor]) -> None:
        """Go on from a `state`."""
        device = self._values.device
        self._best = state["best"].to(device, copy=True)
        self._best_loss, self._waited = state["best_loss"].to(device), state["waited"].to(device)
        self.is_training = state["is_training"].to(device)
