"""The record of a learning rule holds each change, and nothing can change the record."""

from __future__ import annotations

import itertools

import numpy as np

from course_lib import plots
from course_lib.perceptron import ltu, perceptron_update

POINTS = np.array([[0.0, 0.0], [1.0, 0.5], [2.0, 2.5], [3.0, 3.0]])
LABELS = np.array([0, 0, 1, 1])


def test_a_record_begins_with_zero_weights():
    start = plots.record_updates(perceptron_update, POINTS, LABELS)[0]
    np.testing.assert_array_equal([0, 0], start.w)
    assert (start.b, start.sample, start.epoch) == (0.0, None, 0)


def test_a_record_holds_one_step_for_each_mistake():
    steps = plots.record_updates(perceptron_update, POINTS, LABELS)
    for old, new in itertools.pairwise(steps):
        assert ltu(POINTS[new.sample], old.w, old.b) != LABELS[new.sample]


def test_a_record_ends_with_a_boundary_that_separates():
    end = plots.record_updates(perceptron_update, POINTS, LABELS)[-1]
    assert [ltu(x, end.w, end.b) for x in POINTS] == list(LABELS)


def test_a_record_stops_at_the_last_epoch_allowed():
    always = plots.record_updates(
        lambda w, b, x, y, eta: (w, b + eta), POINTS, LABELS, max_epochs=3
    )
    assert len(always) == 1 + 3 * len(POINTS)
    assert always[-1].epoch == 3


def test_a_record_passes_the_learning_rate_on():
    once = plots.record_updates(
        perceptron_update, POINTS[3:], np.array([0]), learning_rate=0.5, max_epochs=1
    )
    np.testing.assert_array_equal([-1.5, -1.5], once[-1].w)


def test_a_rule_that_changes_its_inputs_cannot_change_the_record():
    def careless(w, b, x, y, learning_rate):
        w += 1.0
        x *= 0.0
        return w, b

    points = POINTS.copy()
    steps = plots.record_updates(careless, points, LABELS, max_epochs=1)
    assert [step.w[0] for step in steps] == [0, 1, 2, 3, 4]
    np.testing.assert_array_equal(POINTS, points)
