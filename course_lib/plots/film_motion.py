"""The motion of a film: where the boundary lies at each moment, and when each still begins."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from course_lib.plots.film_window import CENTER, Plane

Pose = tuple[float, float, float]
"""A pixel on the boundary, x and y, and the angle of its firing side in degrees."""

FAR = 3000.0
"""How many pixels a boundary outside the window is moved away at most."""
HOLD, MOVE = 0.7, 0.5
"""How many seconds a still is held, and how many the way to the next one takes."""
MOVES = 6
"""The number of straight pieces of such a way."""


def poses(planes: Sequence[Plane]) -> tuple[list[Pose], list[float]]:
    """The poses of the moving boundary, and their moments in seconds.

    Between two stills the plane moves from the old weights to the new ones on a straight line.
    """
    found, moments, now = [_pose(planes[0])], [0.0], HOLD
    for old, new in pairwise(planes):
        for k in range(MOVES + 1):
            share = k / MOVES
            mixed = [(1 - share) * a + share * z for a, z in zip(old, new, strict=True)]
            x, y, angle = _pose((mixed[0], mixed[1], mixed[2]))
            turns = round((found[-1][2] - angle) / 360)
            found.append((x, y, round(angle + 360 * turns, 2)))
            moments.append(now + share * MOVE)
        now += MOVE + HOLD
    found.append(found[-1])
    moments.append(now + 2 * HOLD)
    return found, moments


def _pose(plane: Plane) -> Pose:
    """Where the boundary of one plane lies; far outside where the plane has no slope."""
    slope_x, slope_y, middle = plane
    length = math.hypot(slope_x, slope_y)
    center_x, center_y = CENTER
    if length == 0:
        return center_x - math.copysign(FAR, middle + 0.0), center_y, 0.0
    shift = max(-FAR, min(FAR, middle / length))
    x, y = center_x - shift * slope_x / length, center_y - shift * slope_y / length
    return round(x, 1), round(y, 1), round(math.degrees(math.atan2(slope_y, slope_x)), 2)


def begins(stills: int, length: float) -> list[float]:
    """When each still of a film of `length` seconds begins, as a share of the film."""
    starts = [0.0] + [HOLD + k * (MOVE + HOLD) for k in range(stills - 1)]
    return [round(start / length, 4) for start in starts]
