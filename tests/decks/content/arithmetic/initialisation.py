"""How far weights are drawn from zero, and what that does to a layer’s outputs."""

import math

RELU_KEEPS = 1 / 2  # of the power of a symmetric pre-activation


def xavier(inputs: int, outputs: int) -> float:
    """Variance. Source: Glorot and Bengio 2010."""
    return 2 / (inputs + outputs)


def he(inputs: int) -> float:
    """Variance. Source: He et al. 2015, arXiv:1502.01852."""
    return 2 / inputs


def default(inputs: int) -> float:
    """Variance of PyTorch's `nn.Linear`: uniform within ±1/√n_in (torch.nn.Linear, Variables)."""
    return (1 / math.sqrt(inputs)) ** 2 / 3


def relu_factor(deviation: float, width: int) -> float:
    """By which a ReLU layer multiplies the scale of what it reads."""
    return math.sqrt(width * deviation**2 * RELU_KEEPS)
