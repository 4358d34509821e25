"""Pictures of many starts count how many ended where."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import pytest

from course_lib import plots

LOSSES = np.array([[3.0, 2.0, 4.0], [0.5, 0.1, 0.2]])


@pytest.fixture
def figure():
    fits = np.zeros((3, 2))
    return plots.random_starts(LOSSES, [1, 0, 0], [0.0, 1.0], [0.0, 1.0], fits)


def test_starts_are_counted_by_the_valley_in_which_they_ended(figure, texts):
    assert {"2 starts end like this", "1 starts end like this"} <= set(texts(figure))


def test_last_costs_stand_in_rising_order(figure):
    points = np.vstack([line.get_xydata() for line in figure.axes[1].lines])
    np.testing.assert_array_equal([[1, 0.1], [2, 0.2], [3, 0.5]], points[points[:, 0].argsort()])


def test_every_start_has_its_own_way_down(figure):
    ways = sorted(tuple(line.get_ydata()) for line in figure.axes[0].lines)
    assert [(2.0, 0.1), (3.0, 0.5), (4.0, 0.2)] == ways


def test_a_single_valley_needs_no_second_colour():
    figure = plots.random_starts(LOSSES, [0, 0, 0], [0.0, 1.0], [0.0, 1.0], np.zeros((3, 2)))
    assert 1 == len(figure.axes[1].lines)


def test_rows_of_last_costs_end_with_the_share_that_succeeded(ax, texts):
    plots.last_costs(ax, {"small": [0.2, 0.3], "large": [0.01, 0.2, 0.02, 0.03]}, limit=0.1)
    assert {"0%", "75%", "small", "large"} <= set(texts(ax.figure))


def test_dots_keep_the_same_place_on_every_run():
    heights = []
    for _ in range(2):
        _, ax = plt.subplots()
        plots.last_costs(ax, {"one": [0.2, 0.3]}, limit=0.1)
        heights.append(ax.lines[1].get_ydata())
    np.testing.assert_array_equal(heights[0], heights[1])
