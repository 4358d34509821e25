"""A drawn network shows all neurons, all connections, and the weights of a small one."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from matplotlib.patches import Circle

from course_lib import plots
from course_lib.plots.style import BLUE, VERMILLION

WEIGHTS = [np.array([[1.25, -2.0], [0.5, 0.0]]), np.array([[3.0], [-0.25]])]
BIASES = [np.array([-1.5, 2.5]), np.array([0.75])]


def drawn(ax):
    """The lines of the connections, without what an arrow or the legend is made of."""
    return [line for line in ax.lines if len(line.get_xdata()) == 2]


def test_every_layer_but_the_output_has_a_bias_neuron(ax):
    plots.network_diagram(ax, WEIGHTS, BIASES)
    assert [text.get_text() for text in ax.texts].count("1") == 2
    assert sum(isinstance(patch, Circle) for patch in ax.patches) == 3 + 3 + 1


def test_neighbouring_layers_are_fully_connected_and_bias_neurons_have_no_inputs(ax):
    plots.network_diagram(ax, WEIGHTS, BIASES)
    assert len(drawn(ax)) == 3 * 2 + 3 * 1


def test_a_small_network_shows_its_weights_and_biases(ax):
    plots.network_diagram(ax, WEIGHTS, BIASES)
    texts = [text.get_text() for text in ax.texts]
    assert {"−2", "0.5", "0", "3", "−0.25", "−1.5", "2.5", "0.75"} <= set(texts)


def test_a_larger_network_shows_lines_only(ax):
    plots.network_diagram(ax, [np.ones((5, 4))], [np.full(4, 7.5)])
    assert "7.5" not in [text.get_text() for text in ax.texts]


def test_the_sign_of_a_weight_is_seen_by_colour_and_by_style(ax):
    plots.network_diagram(ax, [np.array([[2.0, -2.0]])], [np.zeros(2)])
    excites, inhibits = drawn(ax)[2:]
    assert (to_rgb(excites.get_color()), excites.get_linestyle()) == (to_rgb(BLUE), "-")
    assert (to_rgb(inhibits.get_color()), inhibits.get_linestyle()) == (to_rgb(VERMILLION), "--")


def test_a_larger_weight_has_a_wider_line(ax):
    plots.network_diagram(ax, [np.array([[2.0], [-4.0]])], [np.zeros(1)])
    bias, small, large = (line.get_linewidth() for line in drawn(ax))
    assert bias < small < large


def test_a_network_of_zeros_can_be_drawn(ax):
    plots.network_diagram(ax, [np.zeros((2, 1))], [np.zeros(1)], title="nothing yet")
    assert ax.get_title() == "nothing yet"


@pytest.mark.parametrize(
    ("sizes", "names"),
    [
        ((2, 1), ["input layer", "output layer"]),
        ((2, 3, 1), ["input layer", "hidden layer", "output layer"]),
        ((2, 3, 3, 1), ["input layer", "hidden layer 1", "hidden layer 2", "output layer"]),
    ],
    ids=str,
)
def test_the_layers_are_named(ax, sizes, names):
    weights = [np.ones(pair) for pair in pairwise(sizes)]
    plots.network_diagram(ax, weights, [np.ones(n) for n in sizes[1:]])
    assert [t.get_text() for t in ax.texts if "layer" in t.get_text()] == names


def test_nothing_is_drawn_outside_the_limits(ax):
    plots.network_diagram(ax, WEIGHTS, BIASES)
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    places = np.array([text.get_position() for text in ax.texts])
    assert np.all((places > (left, bottom)) & (places < (right, top)))


def test_hidden_units_carry_the_number_of_their_layer_where_there_are_several(ax):
    sizes = [2, 2, 1, 1]
    weights = [np.ones(pair) for pair in pairwise(sizes)]
    plots.network_diagram(ax, weights, [np.ones(n) for n in sizes[1:]])
    names = {text.get_text() for text in ax.texts}
    assert {"$h_{1}^{(1)}$", "$h_{2}^{(1)}$", "$h_{1}^{(2)}$"} <= names
