"""Activation functions and their slopes, by their formulas."""

import math

LEAK = 0.01  # PyTorch, torch.nn.LeakyReLU: negative_slope=0.01


def sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def sigmoid_slope(z: float) -> float:
    return math.exp(-z) / (1 + math.exp(-z)) ** 2


def logit(p: float) -> float:
    return math.log(p / (1 - p))


def tanh_slope(z: float) -> float:
    return 1 / math.cosh(z) ** 2


def heaviside(z: float) -> int:
    return int(z > 0)


def relu(z: float) -> float:
    return max(0.0, z)


def leaky_relu(z: float) -> float:
    return max(z, LEAK * z)


def elu(z: float) -> float:
    """With α = 1."""
    return z if z > 0 else math.exp(z) - 1


def elu_slope(z: float) -> float:
    """With α = 1."""
    return 1 if z > 0 else math.exp(z)


def swish(z: float) -> float:
    return z * sigmoid(z)


def swish_slope(z: float) -> float:
    return sigmoid(z) + z * sigmoid_slope(z)


def softmax(*logits: float) -> list[float]:
    total = math.fsum(math.exp(z) for z in logits)
    return [math.exp(z) / total for z in logits]
