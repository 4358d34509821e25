"""Scores of methods with their spread."""

from __future__ import annotations

import numpy as np
import pytest

from course_lib import plots

SCORES = {
    "nothing": {"last": [0.5, 0.7], "stopped": [0.7, 0.7]},
    "ℓ2": {"last": np.array([0.8, 0.9]), "stopped": [0.8, 0.8]},
}


def test_methods_stand_in_their_order_from_the_top(ax):
    plots.method_scores(ax, SCORES)
    assert [label.get_text() for label in ax.get_yticklabels()] == list(reversed(SCORES))


def test_each_way_is_named_once(ax):
    plots.method_scores(ax, SCORES)
    assert ax.get_legend_handles_labels()[1] == ["last", "stopped"]


def test_the_marks_are_means_with_standard_deviations(ax):
    plots.method_scores(ax, {"one": {"last": [0.5, 0.7]}})
    mark, _, (bar,) = ax.containers[0]
    assert mark.get_xdata() == pytest.approx([0.6])
    ends = bar.get_segments()[0][:, 0]
    assert ends == pytest.approx([0.6 - np.std([0.5, 0.7], ddof=1), 0.6 + 0.2 / np.sqrt(2)])


def test_a_single_run_has_no_spread(ax):
    plots.method_scores(ax, {"one": {"last": [0.5]}})
    assert ax.containers[0][2][0].get_segments()[0][:, 0] == pytest.approx([0.5, 0.5])
