"""Curves of training show the numbers that they are given."""

from __future__ import annotations

import numpy as np

from course_lib import plots


def test_conditioning_marks_the_trials_in_which_the_dog_drooled():
    figure = plots.conditioning([(1, 0, 1), (1, 0.2, 0), (1, 0.4, 1)], 2, threshold=0.5)
    drooling = figure.axes[0].collections[-1].get_offsets()
    np.testing.assert_array_equal([1, 3], drooling[:, 0])


def test_mistakes_without_a_bound_are_bars(ax):
    plots.mistakes_per_epoch(ax, [3, 1, 0])
    assert [bar.get_height() for bar in ax.patches] == [3, 1, 0]


def test_mistakes_with_a_bound_add_up_below_it(ax):
    plots.mistakes_per_epoch(ax, [3, 1, 0], bound=40.0)
    each, total, bound = ax.lines
    np.testing.assert_array_equal([3, 1], each.get_ydata())
    np.testing.assert_array_equal([3, 4, 4], total.get_ydata())
    np.testing.assert_array_equal([40, 40], bound.get_ydata())


def test_totals_over_many_orders_are_counted(ax):
    plots.mistakes_by_order(ax, [2, 4, 2], bound=9.0)
    heights = [segment[:, 1].max() for segment in ax.collections[0].get_segments()]
    assert heights == [2, 1]


def test_loss_curves_are_named(ax):
    plots.loss_curves(ax, {"slow": [0.7, 0.6], "fast": [0.7, 0.1]})
    assert ax.get_legend_handles_labels()[1] == ["slow", "fast"]


def test_accuracy_curves_stand_beside_a_baseline(ax):
    plots.accuracy_curves(ax, {"neuron": [0.5, 0.9]}, baseline=0.7)
    assert "always the commoner species" in ax.get_legend_handles_labels()[1]
    np.testing.assert_array_equal([0.7, 0.7], ax.lines[-1].get_ydata())
