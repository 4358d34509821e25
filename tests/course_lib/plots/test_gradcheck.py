"""The U curve marks the best nudge of each way of differentiating."""

from __future__ import annotations

import numpy as np

from course_lib import plots

STEPS = np.array([1e-8, 1e-5, 1e-2])


def test_the_smallest_error_of_each_curve_gets_a_ring(ax):
    plots.gradient_check_error(ax, STEPS, {"one": [3e-8, 2e-6, 1e-2], "two": [1e-6, 1e-11, 1e-4]})
    rings = [line.get_xydata()[0] for line in ax.lines if line.get_markersize() == 14]
    np.testing.assert_array_equal([[1e-8, 3e-8], [1e-5, 1e-11]], rings)


def test_both_axes_are_logarithmic_and_named(ax):
    plots.gradient_check_error(ax, STEPS, {"one": [1e-3, 1e-6, 1e-2]})
    assert (ax.get_xscale(), ax.get_yscale()) == ("log", "log")
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("size of the nudge h", "relative error")


def test_an_error_of_zero_has_no_place_on_a_logarithmic_axis(ax):
    plots.gradient_check_error(ax, STEPS, {"one": [1e-3, 0.0, 1e-2]})
    assert np.isnan(ax.lines[0].get_ydata()[1])


def test_a_curve_without_any_error_gets_no_ring(ax):
    plots.gradient_check_error(ax, STEPS, {"exact": [0.0, 0.0, 0.0]})
    assert len(ax.lines) == 1
