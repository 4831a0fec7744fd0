"""Fit a weighted sum near a prior: a conditional logit over what each page offers, by gradient descent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(slots=True)
class Choice:
    """What one page offers to choose from, and how good each would be, 0 to 1."""

    source: str
    table: Floats
    worth: Floats
    variant: str = "as it is"


def conditional_logit(choices: list[Choice], prior: Floats, penalty: float) -> Floats:
    """Weights that make the worthiest of each page the likeliest, near the prior."""
    rows = np.concatenate([choice.table for choice in choices])
    middle, spread = rows.mean(0), rows.std(0) + 1e-6
    shares = [
        np.exp(12 * (one.worth - one.worth.max())) * (one.worth >= 0.5 * one.worth.max()) for one in choices
    ]
    tables = [(one.table - middle) / spread for one in choices]

    def slope(weights: Floats) -> Floats:
        total = 2 * penalty * (weights - prior * spread) / len(choices)
        for table, share in zip(tables, shares, strict=True):
            score = table @ weights
            chance = np.exp(score - score.max())
            total = total + table.T @ (chance / chance.sum() - share / share.sum()) / len(choices)
        return np.asarray(total)

    return np.asarray(descend(slope, prior * spread, 0.08, 400) / spread)


def descend(slope: Callable[[Floats], Floats], start: Floats, step: float, rounds: int) -> Floats:
    weights, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for turn in range(1, rounds + 1):
        now = slope(weights)
        mean, square = 0.9 * mean + 0.1 * now, 0.99 * square + 0.01 * now * now
        weights = weights - step * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-8)
    return weights
