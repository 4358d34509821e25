"""The two pictures of the bias cut where the neuron cuts."""

from __future__ import annotations

import matplotlib as mpl
import pytest

from course_lib import plots


def test_the_threshold_stands_on_the_number_line(ax):
    plots.threshold_on_a_line(ax, [1.0, 2.0, 4.0], [0, 0, 1], threshold=3.0)
    assert "threshold 3" in [text.get_text() for text in ax.texts]


def test_lifted_samples_are_cut_by_a_line_through_the_origin(ax):
    plots.lifted(ax, [[1.0, 2.0], [1.0, 4.0]], [0, 1], w=[-3.0, 1.0])
    line = next(line for line in ax.lines if isinstance(line, mpl.lines.AxLine))
    x, y = line.get_xy1()
    assert -3.0 * x + y == pytest.approx(0.0)
