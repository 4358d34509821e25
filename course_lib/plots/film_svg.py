"""The picture of a film: one SVG that moves by itself."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.ticker import MaxNLocator
from numpy.typing import NDArray

from course_lib.plots.film_motion import FAR, Pose, begins, poses
from course_lib.plots.film_window import (
    BOTTOM,
    HEIGHT,
    INNER_HEIGHT,
    INNER_WIDTH,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    Plane,
    Window,
)
from course_lib.plots.style import CLASS_COLORS, CLASS_TINTS, INK, FloatArray, Point


@dataclass(frozen=True)
class Scene:
    """What stays where it is throughout a film.

    Args:
        window: the part of the plane that is shown.
        X: samples, (n_samples, 2).
        y: labels 0 or 1, (n_samples,).
        names: the two classes.
        xlabel: name and unit of the first feature.
        ylabel: name and unit of the second feature.
    """

    window: Window
    X: FloatArray
    y: NDArray[np.int64]
    names: Sequence[str]
    xlabel: str
    ylabel: str


def film_svg(
    film: str,
    scene: Scene,
    planes: Sequence[Plane],
    rings: Sequence[Point],
    captions: Sequence[str],
) -> str:
    """Draw a film.

    Args:
        film: its name, unique on a page.
        scene: what does not move.
        planes: the net input of each still.
        rings: the pixel of each still's ring.
        captions: the sentence above each still.
    """
    way, moments = poses(planes)
    length = moments[-1]
    starts = begins(len(planes), length)
    size = f'x="{LEFT}" y="{TOP}" width="{INNER_WIDTH}" height="{INNER_HEIGHT}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"',
        f' font-family="DejaVu Sans,Verdana,sans-serif" font-size="14" fill="{INK}">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<clipPath id="{film}-c"><rect {size}/></clipPath><g clip-path="url(#{film}-c)">',
        f'<rect {size} fill="{CLASS_TINTS[0]}"/>',
        *_firing_side(way, moments),
        *_samples(scene.window, scene.X, scene.y),
        _ring(rings, starts, length),
        "</g>",
        *_axes(scene.window, scene.xlabel, scene.ylabel),
        *_legend(scene.names),
        *_captions(captions, starts, length),
        "</svg>",
    ]
    return "".join(parts)


def _firing_side(way: Sequence[Pose], moments: Sequence[float]) -> list[str]:
    """The half plane in which the neuron fires, with the boundary as its edge."""
    length = moments[-1]
    times = ";".join(f"{moment / length:.4f}".rstrip("0").rstrip(".") for moment in moments)
    timing = f'dur="{length:.1f}s" repeatCount="indefinite"'
    shift = ";".join(f"{x:g},{y:g}" for x, y, _ in way)
    turn = ";".join(f"{angle:g}" for _, _, angle in way)
    x0, y0, angle0 = way[0]
    moving = f'<animateTransform attributeName="transform" keyTimes="{times}" {timing}'
    return [
        f'<g class="at" transform="translate({x0:g},{y0:g})">',
        f'{moving} type="translate" values="{shift}"/>',
        f'<g class="turned" transform="rotate({angle0:g})">',
        f'{moving} type="rotate" values="{turn}"/>',
        f'<rect y="-{2 * FAR:g}" width="{3 * FAR:g}" height="{4 * FAR:g}"',
        f' fill="{CLASS_TINTS[1]}"/>',
        f'<path d="M0-{2 * FAR:g}V{2 * FAR:g}" stroke="{INK}" stroke-width="2.5"/></g></g>',
    ]


def _samples(window: Window, X: FloatArray, y: NDArray[np.int64]) -> list[str]:
    """The samples as dots and triangles, each drawn over the ones before."""
    shapes = ("m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0", "m0-5l5 9h-10z")
    parts = []
    for label in (0, 1):
        parts.append(f'<g fill="{CLASS_COLORS[label]}" stroke="#fff" stroke-width=".7">')
        for sample in X[y == label]:
            px, py = window.pixel(sample)
            parts.append(f'<path d="M{px:.1f} {py:.1f}{shapes[label]}"/>')
        parts.append("</g>")
    return parts


def _ring(rings: Sequence[Point], starts: Sequence[float], length: float) -> str:
    """The ring around the sample that was mistaken."""
    times = ";".join(f"{start:g}" for start in starts)
    animations = "".join(
        f'<animate attributeName="{name}" calcMode="discrete" keyTimes="{times}" '
        f'values="{";".join(f"{ring[axis]:g}" for ring in rings)}" dur="{length:.1f}s" '
        f'repeatCount="indefinite"/>'
        for axis, name in enumerate(("cx", "cy"))
    )
    return (
        f'<circle class="ring" cx="-99" cy="-99" r="11" fill="none" stroke="{INK}" '
        f'stroke-width="2.5">{animations}</circle>'
    )


def _axes(window: Window, xlabel: str, ylabel: str) -> list[str]:
    """The frame of the picture, its ticks and its labels."""
    bottom, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    parts = [f'<path d="M{LEFT} {TOP}V{bottom}H{right}" fill="none" stroke="{INK}"/>']
    for tick in _ticks(window.xlim):
        x = window.pixel((tick, window.ylim[0]))[0]
        parts.append(f'<path d="M{x:.1f} {bottom}v5" stroke="{INK}"/>')
        parts.append(_text(f"{tick:g}", x, bottom + 20))
    for tick in _ticks(window.ylim):
        y = window.pixel((window.xlim[0], tick))[1]
        parts.append(f'<path d="M{LEFT} {y:.1f}h-5" stroke="{INK}"/>')
        parts.append(_text(f"{tick:g}", LEFT - 9, y + 5, anchor="end"))
    parts.append(_text(xlabel, (LEFT + right) / 2, HEIGHT - 12))
    middle = (TOP + bottom) / 2
    parts.append(_text(ylabel, 18, middle, extra=f' transform="rotate(-90 18 {middle:g})"'))
    return parts


def _ticks(limits: Point) -> list[float]:
    """Round numbers within some limits."""
    ticks = MaxNLocator(7).tick_values(*limits)
    return [float(tick) for tick in ticks if limits[0] <= tick <= limits[1]]


def _legend(names: Sequence[str]) -> list[str]:
    """Which sign is which class, in the top right corner above the picture."""
    right = WIDTH - RIGHT
    return [
        f'<path fill="{CLASS_COLORS[0]}" d="M{right - 205} 20m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0"/>',
        _text(names[0], right - 194, 25, anchor="start"),
        f'<path fill="{CLASS_COLORS[1]}" d="M{right - 95} 20m0-5l5 9h-10z"/>',
        _text(names[1], right - 84, 25, anchor="start"),
    ]


def _captions(captions: Sequence[str], starts: Sequence[float], length: float) -> list[str]:
    """Two lines of text per still, which are visible while it is shown."""
    parts = []
    for shown, caption in enumerate(captions):
        values = ["hidden", "visible", "hidden"][shown == 0 :]
        times = [0.0, *starts[shown : shown + 2]][shown == 0 :]
        animation = (
            f'<animate attributeName="visibility" calcMode="discrete" '
            f'keyTimes="{";".join(f"{time:g}" for time in times)}" '
            f'values="{";".join(values[: len(times)])}" dur="{length:.1f}s" '
            f'repeatCount="indefinite"/>'
        )
        count = f"mistake {shown} of {len(captions) - 1}" if shown else "before training"
        hidden = ' visibility="hidden"' if shown else ""
        for text, y, weight in ((count, 25, ' font-weight="bold"'), (caption, 47, "")):
            extra = f' class="caption"{weight}{hidden}'
            parts.append(_text(text, LEFT, y, anchor="start", extra=extra, inside=animation))
    return parts


def _text(
    text: str, x: float, y: float, *, anchor: str = "middle", extra: str = "", inside: str = ""
) -> str:
    """One line of text; letters beyond ASCII become references, so that any decoder reads them."""
    safe = html.escape(text).encode("ascii", "xmlcharrefreplace").decode()
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{extra}>{safe}{inside}</text>'
