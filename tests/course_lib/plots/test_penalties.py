"""Paths of restrained weights, fences around columns, and histograms of weights."""

from __future__ import annotations

import numpy as np
import pytest

from course_lib import plots


def bowl(w):
    return float(np.sum((w - 1) ** 2))


@pytest.mark.parametrize(("order", "corner"), [(1, 3.0), (2, np.sqrt(5))])
def test_the_shape_runs_through_the_middle_of_the_path(order, corner):
    path = [[2, 2], [2, 1], [0, 0]]
    figure = plots.penalty_geometry(bowl, [1, 1], {"a path": (path, order)})
    edge = next(line for line in figure.axes[0].lines if len(line.get_xdata()) > 100)
    assert edge.get_xdata().max() == pytest.approx(corner)


def test_each_path_is_drawn_as_it_was_given():
    path = [[2.0, 2.0], [1.0, 0.5]]
    figure = plots.penalty_geometry(bowl, [1, 1], {"one": (path, 2), "two": (path, 1)})
    assert [ax.get_title() for ax in figure.axes] == ["one", "two"]
    drawn = [line.get_xydata() for line in figure.axes[1].lines if line.get_label() == "the path"]
    np.testing.assert_array_equal([path], drawn)


def test_only_columns_that_moved_have_an_arrow(ax):
    plots.norm_arrows(ax, [[3, 0.5], [0, 0.5]], [[1, 0.5], [0, 0.5]], max_value=1.0)
    assert len(ax.texts) == 1
    assert ax.texts[0].xy == pytest.approx((1, 0))


def test_histograms_count_every_weight_of_every_layer():
    layers = [np.zeros((3, 4)), np.full((4, 1), 9.0)]
    figure = plots.weight_histograms({"a network": layers}, limit=0.5)
    heights = [bar.get_height() for bar in figure.axes[0].patches]
    assert sum(heights) == 16
    assert heights[-1] == 4


def test_histograms_show_the_highest_bar_of_any_network():
    networks = {"few": [np.zeros(3)], "many": [np.zeros(500)]}
    figure = plots.weight_histograms(networks)
    low, high = figure.axes[0].get_ylim()
    assert low < 1
    assert high > 500
