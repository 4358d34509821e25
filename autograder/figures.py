"""The figures of a class: how scores are distributed, how well exercises separate."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

FEWEST_FOR_CORRELATION = 3  # two points always lie on a line


@dataclass(frozen=True)
class Bin:
    """How many scores lie in [low, high), or in [low, high] for the last bin."""

    low: float
    high: float
    count: int


@dataclass(frozen=True)
class Scores:
    """The distribution of the scores of those submissions that could be run."""

    mean: float
    median: float
    standard_deviation: float
    lowest: float
    highest: float
    bins: tuple[Bin, ...]


def distribution(scores: Sequence[float], most: float) -> Scores | None:
    """Mean, spread and histogram of scores out of `most`; None where there are no scores.

    The bins are a whole number of points wide, so that there are about ten of them.
    """
    if not scores:
        return None
    values = np.asarray(scores, dtype=np.float64)
    width = max(1, math.ceil(most / 10))
    edges = width * np.arange(max(1, math.ceil(most / width)) + 1)
    counts, _ = np.histogram(values.clip(edges[0], edges[-1]), edges)
    lows, highs = edges[:-1].tolist(), edges[1:].tolist()
    return Scores(
        float(values.mean()),
        float(np.median(values)),
        float(values.std(ddof=1)) if len(values) > 1 else 0.0,
        float(values.min()),
        float(values.max()),
        tuple(map(Bin, lows, highs, counts.tolist())),
    )


def discrimination(points: np.ndarray) -> list[float | None]:
    """Corrected item-total correlation of each column of `points` (n_submissions, n_exercises).

    r_j is Pearson's correlation of the points in exercise j with the sum of the points in all
    other exercises (leaving j out, hence "corrected"). It is None for fewer than three
    submissions and where one of the two does not vary. Source: J. Nunnally and I. Bernstein,
    Psychometric Theory, 3rd edition, 1994, chapter 8.
    """
    rest = points.sum(axis=1, keepdims=True) - points
    return [_correlation(x, y) for x, y in zip(points.T, rest.T, strict=True)]


def _correlation(x: np.ndarray, y: np.ndarray) -> float | None:
    if len(x) < FEWEST_FOR_CORRELATION or min(np.ptp(x), np.ptp(y)) < 1e-9:
        return None
    return float(np.corrcoef(x, y)[0, 1])
