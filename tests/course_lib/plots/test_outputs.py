"""Pictures of outputs show the numbers that units say, and where costs are lowest."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.colors import to_hex

from course_lib import plots
from course_lib.plots.style import BLUE, VERMILLION


def test_each_bell_has_its_middle_at_the_output(ax):
    plots.gaussian_output(ax, [0, 4], [1, 5], lambda x: 1 + x, sigma=0.5, at=(1.0, 2.0))
    bells = [line for line in ax.lines if len(line.get_xdata()) == 61]
    peaks = [line.get_ydata()[np.argmax(line.get_xdata())] for line in bells]
    np.testing.assert_allclose([2, 3], peaks)


def test_a_wider_noise_makes_a_taller_bell(ax):
    plots.gaussian_output(ax, [0, 4], [1, 5], lambda x: x, sigma=2.0, at=(1.0,))
    bell = next(line for line in ax.lines if len(line.get_xdata()) == 61)
    np.testing.assert_allclose(12, np.ptp(bell.get_ydata()))


def test_lowest_points_are_marked_and_returned(ax):
    x = np.array([0.0, 1.0, 2.0])
    best = plots.lowest_points(ax, x, {"u": [3, 1, 2], "v": [0, 1, 2]})
    assert {"u": 1.0, "v": 0.0} == best
    dots = [tuple(line.get_xydata()[0]) for line in ax.lines if line.get_marker() == "o"]
    assert [(1, 1), (0, 0)] == dots


def test_similar_samples_are_summed_up_as_their_share_of_ones(ax):
    x, y = [1, 2, 3, 11, 12], [0, 1, 1, 1, 1]
    plots.shares_and_probability(ax, x, y, lambda m: m / 12, bins=[0, 10, 20, 30])
    groups = ax.collections[-1].get_offsets()
    np.testing.assert_allclose([[2, 2 / 3], [11.5, 1]], groups)


def test_bars_are_as_long_as_the_outputs(texts):
    figure = plots.output_bars({"z": [0.25, -0.5]}, names=["cat", "dog"])
    assert [0.25, -0.5] == [bar.get_width() for bar in figure.axes[0].patches]
    assert {"0.25", "−0.50", "cat", "dog"} <= set(texts(figure))


def test_the_bar_of_the_right_answer_has_another_colour():
    figure = plots.output_bars({"z": [0.1, 0.9], "3 z": [0.0, 1.0]}, ["cat", "dog"], right=1)
    for ax in figure.axes:
        assert [BLUE.lower(), VERMILLION.lower()] == [
            to_hex(bar.get_facecolor()) for bar in ax.patches
        ]


@pytest.mark.parametrize("values", [[0.4], [[0.4]], np.array([0.4])])
def test_bars_accept_outputs_in_any_wrapping(values):
    figure = plots.output_bars({"z": values}, names=["only"])
    assert 0.4 == figure.axes[0].patches[0].get_width()


def test_saturation_shows_cost_slope_and_learning_of_each_name():
    z = np.array([-1.0, 0.0, 1.0])
    names = {"one": z**2, "other": z}
    figure = plots.saturation(z, names, names, {"one": [0.1, 0.2], "other": [0.1, 0.9, 1.0]})
    assert [2, 2, 2] == [len(ax.lines) for ax in figure.axes]
    assert [0.1, 0.9, 1.0] == list(figure.axes[2].lines[1].get_ydata())
    assert all(ax.get_xlabel() and ax.get_ylabel() for ax in figure.axes)
