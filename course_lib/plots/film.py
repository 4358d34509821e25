"""A film of the perceptron's boundary while it learns, which a notebook plays."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_lib.plots.film_motion import FAR
from course_lib.plots.film_player import PLAYER
from course_lib.plots.film_svg import Scene, film_svg
from course_lib.plots.film_window import CENTER, WIDTH, Plane, Window, limits
from course_lib.plots.style import INK, FloatArray, Point
from course_lib.plots.updates import Step


class BoundaryFilm:
    """A film of a moving decision boundary that a notebook plays; made by `animate_boundary`."""

    def __init__(self, page: str, n_updates: int) -> None:
        self._page = page
        self._n_updates = n_updates

    def __repr__(self) -> str:
        return f"BoundaryFilm({self._n_updates} updates)"

    def _repr_html_(self) -> str:
        return self._page


def animate_boundary(
    steps: Sequence[Step],
    X: ArrayLike,
    y: ArrayLike,
    *,
    names: Sequence[str] = ("label 0", "label 1"),
    xlabel: str = "$x_1$",
    ylabel: str = "$x_2$",
    xlim: Point | None = None,
    ylim: Point | None = None,
) -> BoundaryFilm:
    """A film of the decision boundary, update by update, with buttons to step through it.

    It is one SVG picture that moves by itself (SMIL), so it needs neither ffmpeg nor a script.
    Where scripts may run (a trusted notebook, an exported page), a few lines of JavaScript put a
    player around it. The same input gives the same bytes.

    Args:
        steps: what `record_updates` returned, for samples with two features.
        X: samples, (n_samples, 2).
        y: labels 0 or 1, (n_samples,).
        names: the two classes.
        xlabel: name and unit of the first feature.
        ylabel: name and unit of the second feature.
        xlim: the part of the first feature to show; all samples by default.
        ylim: the part of the second feature to show.

    Raises:
        ValueError: there is no step, or the samples do not have two features.
    """
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=int)
    if not steps or X.ndim != 2 or X.shape[1] != 2:
        raise ValueError("a film needs at least one step, and samples with two features")
    window = Window(xlim or limits(X[:, 0]), ylim or limits(X[:, 1]))
    frames = [_frame(step, window, X, y, names) for step in steps]
    digest = hashlib.sha256(repr((frames, X.tolist(), y.tolist())).encode()).hexdigest()[:10]
    film = f"film-{digest}"
    svg = film_svg(
        film,
        Scene(window, X, y, names, xlabel, ylabel),
        planes=[frame.plane for frame in frames],
        rings=[frame.ring for frame in frames],
        captions=[frame.caption for frame in frames],
    )
    return BoundaryFilm(_page(film, svg, frames), len(steps) - 1)


@dataclass(frozen=True)
class _Frame:
    """One still of a film: a plane in pixels, a ring around a sample, and a caption."""

    plane: Plane
    ring: Point
    caption: str


def _frame(
    step: Step, window: Window, X: FloatArray, y: NDArray[np.int64], names: Sequence[str]
) -> _Frame:
    """The still after one step, or the one before the first."""
    slope_x, slope_y, middle = (_rounded(number) for number in window.plane(step.w, step.b))
    if step.sample is None:
        caption = f"start: all weights are zero, so every sample is taken for {names[1]}"
        return _Frame((slope_x, slope_y, middle), (-99.0, -99.0), caption)
    label = y[step.sample]
    ring_x, ring_y = (round(number, 1) for number in window.pixel(X[step.sample]))
    return _Frame(
        (slope_x, slope_y, middle),
        (ring_x, ring_y),
        f"epoch {step.epoch}: {names[label]} taken for {names[1 - label]}, line corrected",
    )


def _rounded(number: float) -> float:
    """Six significant digits, so that the last bits of a machine do not show in a file."""
    return float(f"{number:.6g}")


def _page(film: str, svg: str, frames: Sequence[_Frame]) -> str:
    """The picture as HTML, with the script that puts a player around it."""
    picture = base64.b64encode(svg.encode("ascii")).decode()
    plan = {
        "id": film,
        "planes": [frame.plane for frame in frames],
        "rings": [frame.ring for frame in frames],
        "center": CENTER,
        "far": FAR,
    }
    alt = (
        f"Film: the decision boundary after each of {len(frames) - 1} mistakes. "
        f"Last one: {frames[-1].caption}."
    )
    return (
        f'<div id="{film}" style="max-width:{WIDTH}px;background-color:#fff;color:{INK};'
        'border:1px solid #ccc;border-radius:6px;padding:6px;font:14px sans-serif">'
        f'<img alt="{html.escape(alt)}" style="width:100%;height:auto" '
        f'src="data:image/svg+xml;base64,{picture}"></div>'
        f"<script>({PLAYER})({json.dumps(plan, separators=(',', ':'))})</script>"
    )
