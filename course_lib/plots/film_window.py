"""The window of a film: which part of the plane lies on which pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from course_lib.plots.style import FloatArray, Point

Plane = tuple[float, float, float]
"""A net input over the pixels: its slope to the right, its slope downwards, its central value."""

WIDTH, HEIGHT = 720, 470
LEFT, RIGHT, TOP, BOTTOM = 64, 14, 62, 56
INNER_WIDTH, INNER_HEIGHT = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
CENTER = ((LEFT + WIDTH - RIGHT) / 2, (TOP + HEIGHT - BOTTOM) / 2)


@dataclass(frozen=True)
class Window:
    """The shown range of each of the two features, drawn inside the margins."""

    xlim: Point
    ylim: Point

    def pixel(self, point: ArrayLike) -> Point:
        """The pixel of a point of the plane."""
        x, y = np.asarray(point, dtype=float)
        sx, sy = self._scales()
        return LEFT + (x - self.xlim[0]) * sx, HEIGHT - BOTTOM - (y - self.ylim[0]) * sy

    def plane(self, w: ArrayLike, b: float) -> Plane:
        """The net input w·x + b as a function of the pixel."""
        w = np.asarray(w, dtype=float)
        sx, sy = self._scales()
        center = np.array([np.mean(self.xlim), np.mean(self.ylim)])
        return float(w[0] / sx), float(-w[1] / sy), float(w @ center + b)

    def _scales(self) -> Point:
        """Pixels per unit of each feature."""
        return (
            INNER_WIDTH / (self.xlim[1] - self.xlim[0]),
            INNER_HEIGHT / (self.ylim[1] - self.ylim[0]),
        )


def limits(values: FloatArray) -> Point:
    """The range of some values with a margin of 8 % on both sides."""
    low, high = float(values.min()), float(values.max())
    margin = 0.08 * (high - low) or 1.0
    return low - margin, high + margin
