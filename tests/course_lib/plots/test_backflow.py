"""The drawn network fills from its end to its beginning, and units that are off pass nothing."""

from __future__ import annotations

import pytest

from course_lib import plots

X = [1.0, -2.0]
WEIGHTS = [[[1.0, -1.0, 0.5], [0.25, 0.5, 2.0]], [[1.0, 2.0], [3.0, 4.0], [-5.0, 6.0]]]
ZS = [[0.5, -2.0, -3.5], [0.5, 1.0]]
D_WEIGHTS = [[[0.3, 0.0, 0.0], [-0.6, 0.0, 0.0]], [[0.1, -0.1], [0.0, 0.0], [0.0, 0.0]]]
D_ZS = [[0.3, 0.0, 0.0], [0.2, -0.2]]


@pytest.fixture
def drawings():
    figure = plots.backward_flow(X, ZS, WEIGHTS, D_WEIGHTS, D_ZS)
    return figure.axes[:3]


def numbers(ax):
    return [t.get_text() for t in ax.texts if t.get_text() not in {"input", "layer 0", "layer 1"}]


def strong_lines(ax):
    return [line for line in ax.lines if line.get_linewidth() > 0.6]


def test_there_is_one_drawing_forward_and_one_back_through_each_layer(drawings):
    assert [ax.get_title() for ax in drawings] == [
        "forward: what each unit puts out",
        "back through layer 1: its ∂J/∂z and ∂J/∂w",
        "back through layer 0: its ∂J/∂z and ∂J/∂w",
    ]


def test_forward_shows_what_the_units_put_out(drawings):
    assert numbers(drawings[0]) == ["1.00", "−2.00", "0.50", "0", "0", "0.50", "1.00"]


def test_backward_starts_with_the_last_layer_alone(drawings):
    assert numbers(drawings[1]) == ["0.20", "−0.20"]


def test_backward_ends_with_all_layers(drawings):
    assert numbers(drawings[2]) == ["0.30", "0", "0", "0.20", "−0.20"]


def test_connections_without_a_gradient_are_missing(drawings):
    assert len(strong_lines(drawings[2])) == 4


def test_positive_and_negative_differ_in_line_style_too(drawings):
    assert [line.get_linestyle() for line in strong_lines(drawings[2])] == ["-", "--", "-", "--"]


def test_units_that_are_off_have_a_dotted_rim(drawings):
    rims = [patch.get_linestyle() for patch in drawings[0].patches]
    assert rims == ["-", "-", "-", ":", ":", "-", "-"]


def test_outputs_are_never_off():
    figure = plots.backward_flow([1.0], [[-2.0]], [[[-2.0]]], [[[0.5]]], [[0.5]])
    assert [patch.get_linestyle() for patch in figure.axes[0].patches] == ["-", "-"]


def test_a_network_without_any_gradient_can_be_drawn():
    figure = plots.backward_flow([1.0], [[0.0]], [[[0.0]]], [[[0.0]]], [[0.0]])
    assert strong_lines(figure.axes[1]) == []
