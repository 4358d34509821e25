"""Curves over the epochs, and where a run was stopped."""

from __future__ import annotations

import numpy as np
import pytest

from course_lib import plots


def test_curves_count_epochs_from_one(ax):
    plots.overfitting_curves(ax, {"training": [3, 2], "validation": [3.0, 4.0]}, "cost")
    np.testing.assert_array_equal([1, 2], ax.lines[1].get_xdata())
    assert ax.get_legend_handles_labels()[1] == ["training", "validation"]


def test_curves_differ_in_more_than_colour(ax):
    plots.overfitting_curves(ax, {name: [1, 2] for name in "abcd"}, "cost")
    assert len({line.get_linestyle() for line in ax.lines}) == 4


def test_shares_are_written_as_percent(ax):
    plots.overfitting_curves(ax, {"training": [0.5]}, "right answers", percent=True)
    assert ax.yaxis.get_major_formatter()(0.25) == "25%"


def test_the_first_of_equal_lowest_losses_is_the_best_epoch(ax):
    plots.stopping_point(ax, [3, 1, 2, 1])
    labels = ax.get_legend_handles_labels()[1]
    assert "best: epoch 2" in labels
    assert "stopped after epoch 4" in labels


@pytest.mark.parametrize(("beyond", "drawn"), [([], 3), ([5.0, 6.0], 4)])
def test_what_would_have_followed_is_drawn_only_if_known(ax, beyond, drawn):
    plots.stopping_point(ax, [3.0, 1.0, 2.0], beyond)
    assert len(ax.lines) == drawn


def test_what_would_have_followed_joins_the_last_loss(ax):
    plots.stopping_point(ax, [3.0, 1.0, 2.0], np.array([5.0, 6.0]))
    np.testing.assert_array_equal([2.0, 5.0, 6.0], ax.lines[0].get_ydata())
    np.testing.assert_array_equal([3, 4, 5], ax.lines[0].get_xdata())
