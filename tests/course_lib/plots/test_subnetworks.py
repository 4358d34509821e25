"""Every subnetwork has its diagram."""

from __future__ import annotations

import itertools

import numpy as np
from matplotlib.patches import Circle

from course_lib import plots


def drawn(figure):
    return [ax for ax in figure.axes if ax.patches]


def test_all_sixteen_are_drawn_with_their_outputs():
    masks = list(itertools.product((0, 1), repeat=4))
    outputs = np.arange(16) / 4 - 2
    axes = drawn(plots.subnetworks(masks, outputs))
    titles = {ax.get_title() for ax in axes}
    assert len(axes) == 16
    assert {f"{y:+.2f}".replace("-", "−") for y in outputs} == titles


def test_the_full_network_comes_first_and_the_silent_one_last():
    masks = [[0, 0], [1, 0], [1, 1], [0, 1]]
    axes = drawn(plots.subnetworks(masks, [0, 1, 2, 3]))
    assert axes[0].get_title() == "+2.00"
    assert axes[-1].get_title() == "+0.00"


def test_only_units_that_speak_are_connected():
    axes = drawn(plots.subnetworks([[1, 0, 1]], [1.0]))
    connections = [line for line in axes[0].lines if len(line.get_xdata()) == 2]
    circles = [patch for patch in axes[0].patches if isinstance(patch, Circle)]
    assert len(connections) == 2
    assert len(circles) == 4


def test_a_rounded_zero_has_no_minus_sign():
    axes = drawn(plots.subnetworks([[1]], [-0.0001]))
    assert axes[0].get_title() == "+0.00"
