"""The objectives: a gradient that belongs to its cost, in the float type of the outputs."""

from __future__ import annotations

import numpy as np
import pytest

from course_lib.gradcheck import check_gradient
from course_lib.losses import mse, sigmoid_crossentropy_logits, softmax_crossentropy_logits
from course_lib.objectives import sigmoid_crossentropy, softmax_crossentropy, squared_error

N, K = 6, 4


def targets(kind):
    rng = np.random.default_rng(1)
    return {
        "classes": rng.integers(0, K, N),
        "bits": rng.integers(0, 2, (N, K)),
        "numbers": rng.standard_normal((N, K)),
    }[kind]


OBJECTIVES = {
    "softmax": (softmax_crossentropy, "classes", softmax_crossentropy_logits),
    "sigmoid": (sigmoid_crossentropy, "bits", sigmoid_crossentropy_logits),
    "squares": (squared_error, "numbers", mse),
}
every_objective = pytest.mark.parametrize(
    ("objective", "kind", "loss"), OBJECTIVES.values(), ids=OBJECTIVES
)


def outputs():
    return np.random.default_rng(2).normal(scale=2, size=(N, K))


@every_objective
def test_the_cost_is_the_loss_of_the_course(objective, kind, loss):
    y = targets(kind)
    assert loss(y, outputs()) == objective.cost(y, outputs())


@every_objective
def test_the_gradient_agrees_with_differences(objective, kind, loss):
    y, z = targets(kind), outputs()
    check_gradient(lambda z: objective.cost(y, z), objective.gradient(y, z), z, tolerance=1e-8)


@every_objective
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_gradient_has_the_type_and_shape_of_the_outputs(objective, kind, loss, dtype):
    gradient = objective.gradient(targets(kind), outputs().astype(dtype))
    assert (np.dtype(dtype), (N, K)) == (gradient.dtype, gradient.shape)


@every_objective
def test_far_out_cost_and_gradient_are_finite(objective, kind, loss):
    y, z = targets(kind), 1000 * np.sign(outputs())
    assert np.isfinite(objective.cost(y, z))
    assert np.all(np.isfinite(objective.gradient(y, z)))


@every_objective
def test_targets_of_another_shape_are_refused(objective, kind, loss):
    with pytest.raises(ValueError, match=r"shape|labels"):
        objective.gradient(targets(kind)[:-1], outputs())
