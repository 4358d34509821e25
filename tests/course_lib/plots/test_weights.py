"""Pictures of weights show the lowest cost, the way down, and a scale around zero."""

from __future__ import annotations

import matplotlib as mpl
import numpy as np
import pytest

from course_lib import plots


def test_the_lowest_point_of_a_cost_gets_a_star():
    best = np.array([1.3, -0.6])
    figure = plots.cost_landscape(
        cost=lambda w, b: float(np.sum((w - best) ** 2)),
        gradient=lambda w, b: 2 * (w - best),
        bias=-1.0,
        xlabel="one",
        ylabel="other",
    )
    star = next(line for line in figure.axes[0].lines if line.get_label() == "lowest point")
    np.testing.assert_allclose(best, star.get_xydata()[0], atol=0.06)


def test_arrows_in_a_cost_landscape_point_downhill():
    figure = plots.cost_landscape(
        cost=lambda w, b: float(w @ w), gradient=lambda w, b: 2 * w, bias=0, xlabel="", ylabel=""
    )
    arrows = next(a for a in figure.axes[0].collections if isinstance(a, mpl.quiver.Quiver))
    assert np.all(arrows.XY[:, 0] * arrows.U + arrows.XY[:, 1] * arrows.V <= 0)


@pytest.mark.parametrize("scale", [3.0, 0.0])
def test_weights_are_shown_on_a_scale_with_zero_in_the_middle(scale):
    X, w = np.eye(4), scale * np.array([0.0, 1.0, -0.5, 0.0])
    figure = plots.weights_as_image(X, [0, 0, 1, 1], {"mine": w}, ("a", "b"), side=2)
    image = figure.axes[2].images[0]
    assert image.get_clim() == (-1, 1)
    assert np.abs(image.get_array()).max() == (1 if scale else 0)
