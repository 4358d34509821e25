"""Lays out a histogram of scores: where bars, ticks and labels go, for the template to draw."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.figures import Bin

WIDTH, HEIGHT = 640.0, 250.0
LEFT, RIGHT, TOP, BOTTOM = 48.0, 12.0, 22.0, 46.0


@dataclass(frozen=True)
class Bar:
    """One bar in the picture's units, and the bin that it stands for."""

    x: float
    y: float
    width: float
    height: float
    bin: Bin


@dataclass(frozen=True)
class Histogram:
    """A drawing of `width` by `height`; ticks are (position, label), the origin is top left."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    bars: tuple[Bar, ...]
    x_ticks: tuple[tuple[float, str], ...]
    y_ticks: tuple[tuple[float, str], ...]
    mean: float


def histogram(bins: Sequence[Bin], mean: float) -> Histogram:
    """Lay out `bins` (at least one, side by side) with a mark at the mean score."""
    most = max(1, *(b.count for b in bins))
    step = tick_step(most)
    top = step * math.ceil(most / step)
    low, high = bins[0].low, bins[-1].high

    def x(score: float) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (score - low) / (high - low), 2)

    def y(count: float) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * count / top, 2)

    bars = tuple(
        Bar(x(b.low) + 1, y(b.count), x(b.high) - x(b.low) - 2, round(y(0) - y(b.count), 2), b)
        for b in bins
    )
    edges = (*(b.low for b in bins), high)
    return Histogram(
        WIDTH,
        HEIGHT,
        LEFT,
        WIDTH - RIGHT,
        TOP,
        HEIGHT - BOTTOM,
        bars,
        tuple((x(edge), f"{edge:g}") for edge in edges),
        tuple((y(count), str(count)) for count in range(0, top + 1, step)),
        x(min(max(mean, low), high)),
    )


def tick_step(most: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, ... that reaches `most` in at most five steps.

    >>> [tick_step(most) for most in (3, 9, 24, 100, 430)]
    [1, 2, 5, 20, 100]
    """
    power = 1
    while True:
        for factor in (1, 2, 5):
            if 5 * factor * power >= most:
                return factor * power
        power *= 10
