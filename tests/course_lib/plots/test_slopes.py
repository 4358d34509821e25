"""Activations stand above their derivatives, one column each."""

from __future__ import annotations

import numpy as np

from course_lib import plots

Z = np.linspace(-2, 2, 5)


def drawn(figure):
    """The vertical values of the one curve in each of the axes."""
    return [max(ax.lines, key=lambda line: len(line.get_xdata())).get_ydata() for ax in figure.axes]


def test_functions_are_in_the_upper_row_and_slopes_in_the_lower():
    figure = plots.activations_with_slopes(Z, {"a": (Z, np.ones(5)), "b": (2 * Z, np.zeros(5))})
    np.testing.assert_array_equal([Z, 2 * Z, np.ones(5), np.zeros(5)], drawn(figure))


def test_the_highest_slope_is_named(texts):
    figure = plots.activations_with_slopes(Z, {"a": (Z, [0, 0.1, 0.25, 0.1, 0])})
    assert "at most 0.25" in texts(figure)


def test_lists_and_integers_are_accepted():
    figure = plots.activations_with_slopes([-1, 0, 1], {"step": ([0, 1, 1], [0, 0, 0])})
    np.testing.assert_array_equal([0, 1, 1], drawn(figure)[0])


def test_all_axes_are_named():
    figure = plots.activations_with_slopes(Z, {"a": (Z, Z)})
    upper, lower = figure.axes
    assert (upper.get_ylabel(), lower.get_ylabel()) == ("what it puts out", "its slope")
    assert lower.get_xlabel() == "z"
