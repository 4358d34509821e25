"""A layer's pictures name every weight, and every code that occurs."""

from __future__ import annotations

import numpy as np

from course_lib import plots
from course_lib.perceptron import perceptron_layer


def test_a_layer_diagram_names_every_weight(texts):
    names = texts(plots.layer_diagram(n_inputs=2, n_units=3))
    assert {f"$w_{{{i}{j}}}$" for i in (1, 2) for j in (1, 2, 3)} <= set(names)
    assert {"$b_1$", "$b_2$", "$b_3$"} <= set(names)


def test_a_layer_shows_every_code_that_occurs(texts):
    W, b = np.array([[1.0, -1.0, 0.2], [0.6, 0.8, -1.0]]), np.full(3, 0.8)
    figure, codes = plots.layer_regions(lambda X: perceptron_layer(X, W, b), W, b)
    assert codes == {"001", "010", "011", "100", "101", "110", "111"}
    assert codes <= set(texts(figure))
