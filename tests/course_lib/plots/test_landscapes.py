"""Landscapes show the cost that they are given, from the side and from above."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import pytest

from course_lib import plots


@pytest.fixture
def bowl():
    return plots.cost_grid(lambda u, v: (u - 1) ** 2 + v**2, (-2, 2), (-1, 3), n=5)


def test_a_grid_holds_one_row_for_each_value_of_the_second_weight():
    x, y, values = plots.cost_grid(lambda u, v: 10 * u + v, (0, 1), (5, 7), n=3)
    np.testing.assert_array_equal([0, 0.5, 1], x)
    np.testing.assert_array_equal([5, 6, 7], y)
    np.testing.assert_array_equal([6, 11, 16], values[1])


def test_a_grid_accepts_costs_that_are_arrays_of_one_number():
    _, _, values = plots.cost_grid(lambda u, v: np.array(u + v), (0, 1), (0, 1), n=2)
    np.testing.assert_array_equal([[0, 1], [1, 2]], values)


def test_every_surface_names_its_weights_and_its_height(bowl):
    labels = [("a", "b"), ("c", "d")]
    figure = plots.cost_surfaces({"one": bowl, "two": bowl}, labels, [(30, -60), (50, 40)])
    assert ["one", "two"] == [ax.get_title() for ax in figure.axes]
    assert labels == [(ax.get_xlabel(), ax.get_ylabel()) for ax in figure.axes]
    assert ["cost", "cost"] == [ax.get_zlabel() for ax in figure.axes]
    assert [(30, -60), (50, 40)] == [(ax.elev, ax.azim) for ax in figure.axes]


def test_a_map_draws_each_way_from_its_start_to_its_end(ax, bowl):
    plots.descent_map(ax, bowl, [[(0, 1), (1, 0)], [(2, 2), (1, 1), (1, 0)]], minima=[(1, 0)])
    ways = [line.get_xydata() for line in ax.lines if len(line.get_xydata()) > 1]
    assert [2, 3] == [len(way) for way in ways]
    np.testing.assert_array_equal([1, 0], ways[1][-1])


def test_a_map_marks_other_level_places_only_where_there_are_some(ax, bowl):
    _, other_ax = plt.subplots()
    plots.descent_map(ax, bowl, [], minima=[(1, 0)])
    plots.descent_map(other_ax, bowl, [], minima=[(1, 0)], others=[(0, 2), (2, 2)])
    assert "level, but not lowest" not in ax.get_legend_handles_labels()[1]
    assert "level, but not lowest" in other_ax.get_legend_handles_labels()[1]


def test_a_map_shows_all_of_the_grid_and_nothing_else(ax, bowl):
    plots.descent_map(ax, bowl, [[(9, 9), (1, 0)]], minima=[(1, 0)])
    assert ((-2, 2), (-1, 3)) == (ax.get_xlim(), ax.get_ylim())


def test_a_cut_is_drawn_with_the_straight_line_between_its_ends(ax):
    plots.between(ax, {"hill": [1.0, 4.0, 3.0]})
    curve, chord = ax.lines[:2]
    np.testing.assert_array_equal([1, 4, 3], curve.get_ydata())
    np.testing.assert_array_equal([1, 3], chord.get_ydata())
