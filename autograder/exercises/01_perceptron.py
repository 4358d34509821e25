"""Unit 01: from the biological neuron to the perceptron.

The exercises stand in the order of the notebook; each module of `perceptron` holds, for every
exercise, how its cases are drawn, its known mistakes, and the exercise itself.
"""

from __future__ import annotations

from autograder.exercises.model import Unit, WrittenQuestion
from autograder.exercises.perceptron.gradients import NEURON_GRADIENT, SIGMOID_NEURON, TRAIN_NEURON
from autograder.exercises.perceptron.neurons import (
    ADD_BIAS,
    LOGIC_GATES,
    LTU,
    PERCEPTRON_LAYER,
    WEIGHTED_SUM,
)
from autograder.exercises.perceptron.questions import CONCEPTS
from autograder.exercises.perceptron.rules import HEBB_UPDATE, PERCEPTRON_UPDATE, TRAIN_PERCEPTRON

UNIT = Unit(
    name="01_perceptron",
    title="From the biological neuron to the perceptron",
    library=("datasets", "plots"),
    exercises=(
        WEIGHTED_SUM,
        LTU,
        LOGIC_GATES,
        ADD_BIAS,
        PERCEPTRON_LAYER,
        HEBB_UPDATE,
        PERCEPTRON_UPDATE,
        TRAIN_PERCEPTRON,
        SIGMOID_NEURON,
        NEURON_GRADIENT,
        TRAIN_NEURON,
        CONCEPTS,
    ),
    written=(WrittenQuestion("perceptron-written", "In your own words", 4),),
)
