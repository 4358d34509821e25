"""The plane shows the samples, the boundary and the answers that it is given."""

from __future__ import annotations

import numpy as np
import pytest

from course_lib import plots
from course_lib.perceptron import sigmoid_neuron

POINTS = np.array([[0.0, 0.0], [1.0, 0.5], [2.0, 2.5], [3.0, 3.0]])
LABELS = np.array([0, 0, 1, 1])


def test_classes_differ_in_marker_as_well_as_in_colour(ax):
    plots.classes(ax, POINTS, LABELS, ("no", "yes"))
    first, second = ax.collections
    assert first.get_paths()[0].vertices.shape != second.get_paths()[0].vertices.shape
    assert not np.array_equal(first.get_facecolor(), second.get_facecolor())


def test_classes_get_their_names_into_the_legend(ax):
    plots.classes(ax, POINTS, LABELS, ("no", "yes"))
    assert ax.get_legend_handles_labels()[1] == ["no", "yes"]


def test_each_class_shows_its_own_samples(ax):
    plots.classes(ax, POINTS, LABELS)
    np.testing.assert_array_equal(POINTS[2:], ax.collections[1].get_offsets())


def test_a_ring_is_drawn_around_the_sample(ax):
    plots.ring(ax, [1.0, 2.0])
    np.testing.assert_array_equal([[1.0, 2.0]], ax.collections[0].get_offsets())


@pytest.mark.parametrize(
    ("w", "b"), [([1, 2], -2), ([0, 1], 0.5), ([3, 0], -1), ([1e-3, 2e-3], 1e-2)]
)
def test_the_net_input_is_zero_along_the_boundary(ax, w, b):
    plots.boundary(ax, w, b)
    line = ax.lines[0]
    first, second = np.array(line.get_xy1()), np.array(line.get_xy2())
    np.testing.assert_allclose([0, 0], [first @ w + b, second @ w + b], atol=1e-9)
    assert not np.allclose(first, second)


def test_a_boundary_leaves_the_limits_alone(ax):
    plots.boundary(ax, [1, 1], -500)
    assert (ax.get_xlim(), ax.get_ylim()) == ((-2, 3), (-1, 4))


def test_weights_of_zero_have_no_boundary(ax):
    plots.boundary(ax, [0, 0], 1)
    assert len(ax.lines) == 0


def test_the_arrow_points_to_the_side_that_fires(ax):
    w, b = np.array([1.0, -2.0]), 0.5
    plots.boundary(ax, w, b, arrow=True)
    arrow = ax.texts[0]
    assert np.array(arrow.xy) @ w + b > np.array(arrow.xyann) @ w + b


def test_regions_are_coloured_by_what_the_neuron_answers(ax):
    plots.decision_regions(ax, lambda x: int(x[0] > 1.3))
    shown = np.asarray(ax.images[0].get_array())
    np.testing.assert_array_equal([0, 1], np.unique(shown))
    x = np.linspace(-2, 3, shown.shape[1])
    np.testing.assert_array_equal(np.tile(x > 1.3, (shown.shape[0], 1)), shown)


def test_a_probability_map_shows_the_probabilities(ax):
    plots.probability_map(ax, lambda X: sigmoid_neuron(X, np.array([0.0, 2.0]), 0.0))
    shown = np.asarray(ax.images[0].get_array())
    bottom, top = shown[0, 0], shown[-1, 0]
    np.testing.assert_allclose([1 / (1 + np.exp(2)), 1 / (1 + np.exp(-8))], [bottom, top])
