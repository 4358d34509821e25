"""Curves of a network that learns show the numbers that they are given."""

from __future__ import annotations

import numpy as np

from course_lib import plots

HISTORY = {"loss": [0.6, 0.4, 0.3], "training": [0.8, 0.9, 0.95], "test": [0.79, 0.84, 0.86]}


def test_epochs_are_counted_from_one(ax):
    plots.epoch_curves(ax, {"small batches": [0.7, 0.5]}, "cost")
    np.testing.assert_array_equal([[1, 0.7], [2, 0.5]], ax.lines[0].get_xydata())


def test_epoch_curves_are_named_and_differ_in_markers(ax):
    plots.epoch_curves(ax, {"a": [1, 2], "b": [2, 1]}, "cost")
    assert ax.get_legend_handles_labels()[1] == ["a", "b"]
    assert len({line.get_marker() for line in ax.lines}) == 2


def test_the_history_has_the_cost_on_the_left_and_the_shares_on_the_right():
    ax_loss, ax_share = plots.training_history(HISTORY, goal=0.85).axes
    np.testing.assert_array_equal(HISTORY["loss"], ax_loss.lines[0].get_ydata())
    shares = [line.get_ydata() for line in ax_share.lines[:2]]
    np.testing.assert_array_equal([HISTORY["training"], HISTORY["test"]], shares)


def test_the_goal_is_a_line_with_a_name():
    ax = plots.training_history(HISTORY, goal=0.85).axes[1]
    np.testing.assert_array_equal([0.85, 0.85], ax.lines[2].get_ydata())
    assert "goal: 85%" in ax.get_legend_handles_labels()[1]


def test_no_share_is_cut_off_at_the_bottom():
    ax = plots.training_history({**HISTORY, "test": [0.1, 0.2, 0.3]}, goal=0.85).axes[1]
    assert ax.get_ylim()[0] < 0.1


def test_a_change_of_the_learning_rate_is_drawn_between_two_epochs():
    figure = plots.training_history(HISTORY, goal=0.85, change=2)
    assert [list(ax.lines[-1].get_xdata()) for ax in figure.axes] == [[2.5, 2.5], [2.5, 2.5]]


def test_update_curves_mark_the_ends_of_the_epochs(ax):
    plots.update_curves(ax, {"mixed": [0.1] * 6}, "right", epoch=3)
    ends = [line.get_xdata()[0] for line in ax.lines[1:]]
    assert ends == [3, 6]
    assert ax.get_ylabel() == "right"
