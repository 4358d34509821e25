"""Bent planes show the samples where each stage puts them; unfolded sheets show the cut."""

from __future__ import annotations

import numpy as np
import pytest

from course_lib import plots

X = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 2.0], [1.0, 2.0]])
Y = np.array([0, 1, 1, 0])


def test_each_stage_has_a_panel_with_the_samples_where_it_puts_them():
    stages = {"before": lambda X: X, "after": lambda X: 3 * X}
    figure = plots.bent_planes(stages, X, Y, cut=([1.0, 1.0], -1.0))
    before, after = figure.axes
    assert (before.get_title(), after.get_title()) == ("before", "after")
    zeros, ones = (points.get_offsets() for points in after.collections)
    np.testing.assert_array_equal(zeros, 3 * X[[0, 3]])
    np.testing.assert_array_equal(ones, 3 * X[[1, 2]])


def test_a_stage_may_answer_with_lists():
    stages = {"before": lambda X: X.tolist(), "after": lambda X: (2 * X).tolist()}
    figure = plots.bent_planes(stages, X, Y, cut=([1.0, 1.0], -1.0))
    assert len(figure.axes) == 2


def test_only_the_last_panel_has_the_line_of_the_output_unit():
    stages = {"before": lambda X: X, "after": lambda X: X}
    without = plots.bent_planes(stages, X, Y, cut=([0.0, 0.0], 1.0))
    figure = plots.bent_planes(stages, X, Y, cut=(np.array([[1.0], [1.0]]), np.array([-1.0])))
    lines = [len(axes.lines) for axes in figure.axes]
    assert lines[1] == lines[0] + 1 == len(without.axes[1].lines) + 1


def test_the_paper_is_bent_like_the_samples():
    stages = {"before": lambda X: X, "after": np.abs}
    figure = plots.bent_planes(stages, X - 1, Y, cut=([1.0, 1.0], -1.0))
    before, after = (np.vstack([line.get_xydata() for line in a.lines]) for a in figure.axes)
    assert before.min() < 0
    assert after[: len(before)].min() >= 0


@pytest.mark.parametrize("shape", [(-1,), (-1, 1)], ids=str)
def test_an_unfolded_sheet_is_tinted_by_the_sign_of_the_answer(shape):
    networks = {"cut": lambda X: (X[:, 0] - 0.5).reshape(shape), "all": lambda X: np.ones(len(X))}
    figure = plots.unfolded(networks, span=2.0)
    cut, everything = (axes.images[0].get_array() for axes in figure.axes)
    assert np.mean(cut) == pytest.approx(0.375, abs=0.01)
    assert np.all(everything == 1)


def test_a_single_sheet_can_be_drawn():
    figure = plots.unfolded({"one": lambda X: X[:, 0]}, span=1.0)
    assert [axes.get_title() for axes in figure.axes] == ["one"]
