"""The pieces that ReLUs cut are counted as geometry says."""

from __future__ import annotations

import numpy as np
import pytest

from course_lib import plots
from course_lib.mlp import hidden_layer

GENERAL = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.array([0.0, 0.0, -1.0])
PARALLEL = np.ones((2, 3)), np.array([-1.0, 0.0, 1.0])


@pytest.mark.parametrize(
    ("layer", "expected"), [(GENERAL, [2, 4, 7]), (PARALLEL, [2, 3, 4])], ids=["cross", "parallel"]
)
def test_lines_cut_as_many_pieces_as_geometry_says(layer, expected):
    _, counts = plots.relu_pieces(hidden_layer, *layer, np.ones(3), sizes=(1, 2, 3))
    assert counts == expected


def test_the_titles_say_how_many_units_and_pieces_there_are():
    figure, _ = plots.relu_pieces(hidden_layer, *GENERAL, np.ones(3), sizes=(1, 3))
    titles = [axes.get_title() for axes in figure.axes]
    assert titles[:2] == ["1 unit: 2 pieces", "3 units: 7 pieces"]


def test_every_unit_has_its_line():
    figure, _ = plots.relu_pieces(hidden_layer, *GENERAL, np.ones(3), sizes=(1, 2, 3))
    assert [len(axes.lines) for axes in figure.axes[:3]] == [1, 2, 3]


def test_units_that_are_always_silent_make_one_piece_and_a_flat_output():
    W, b = np.zeros((2, 1)), np.array([-1.0])
    figure, counts = plots.relu_pieces(hidden_layer, W, b, [1.0], sizes=(1,))
    assert counts == [1]
    assert len(figure.axes[1].collections) == 0


def test_a_layer_may_answer_with_lists():
    def listed(X, W, b):
        return hidden_layer(X, W, b).tolist()

    _, counts = plots.relu_pieces(listed, *GENERAL, [1, 1, 1], sizes=(3,))
    assert counts == [7]
