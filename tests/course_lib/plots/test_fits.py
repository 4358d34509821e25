"""Fitted curves are drawn beside the truth, and their errors against their freedom."""

from __future__ import annotations

import numpy as np

from course_lib import plots


def test_each_fit_has_a_panel_with_truth_fit_and_samples():
    figure = plots.polynomial_fits([0, 1], [0.0, 2.0], np.sin, {"a": np.cos, "b": np.tan})
    assert [ax.get_title() for ax in figure.axes] == ["a", "b"]
    truth, fit, samples = figure.axes[0].lines
    np.testing.assert_array_equal(np.sin(truth.get_xdata()), truth.get_ydata())
    np.testing.assert_array_equal(np.cos(fit.get_xdata()), fit.get_ydata())
    np.testing.assert_array_equal([0, 2], samples.get_ydata())


def test_errors_mark_the_degree_that_is_best_on_new_samples(ax):
    plots.fit_errors(ax, [0, 1, 2], [0.9, 0.5, 0.1], [1.0, 0.4, 3.0])
    old, new, best = ax.lines
    np.testing.assert_array_equal([0.9, 0.5, 0.1], old.get_ydata())
    np.testing.assert_array_equal([1.0, 0.4, 3.0], new.get_ydata())
    assert list(best.get_xdata()) == [1, 1]
