"""Pictures of truth tables show what a neuron answers, and where no line can be."""

from __future__ import annotations

import numpy as np
import pytest

from course_lib import plots


def test_a_gate_shows_the_answers_of_the_neuron(ax):
    plots.gate(ax, "mine", lambda x, w, b: int(x[0] == 1), [1, 0], -0.5)
    assert [text.get_text() for text in ax.texts] == ["0", "0", "1", "1"]
    assert ax.get_title() == "mine"


def test_the_picture_of_xor_draws_every_line_it_is_given(texts):
    lines = [(np.array([1.0, 1.0]), -0.5), (np.array([1.0, 1.0]), -1.5)]
    figure = plots.xor_without_a_line(lines)
    assert len(figure.axes[0].lines) == 2
    assert "?" in texts(figure)


def test_a_table_that_no_neuron_computes_has_no_line(texts):
    found = {tuple(int(bit) for bit in f"{k:04b}"): [(np.ones(2), -0.5)] for k in range(16)}
    del found[0, 1, 1, 0]
    figure = plots.truth_tables(found)
    assert texts(figure).count("no line") == 1
    without = next(axes for axes in figure.axes if axes.get_title() == "XOR")
    assert len(without.lines) == 0


def test_of_several_neurons_the_clearest_line_is_drawn():
    near, clear = (np.array([1.0, 1.0]), -1.01), (np.array([1.0, 1.0]), -1.5)
    figure = plots.truth_tables({(0, 0, 0, 1): [near, clear]})
    line = next(axes for axes in figure.axes if axes.get_title() == "AND").lines[0]
    assert sum(line.get_xy1()) == pytest.approx(1.5)


def test_a_line_outside_the_picture_is_not_preferred():
    far, inside = (np.array([1.0, 0.0]), 9.0), (np.array([1.0, 0.0]), 0.3)
    figure = plots.truth_tables({(1, 1, 1, 1): [far, inside]})
    line = next(axes for axes in figure.axes if axes.get_title() == "always").lines[0]
    assert line.get_xy1()[0] == pytest.approx(-0.3)
