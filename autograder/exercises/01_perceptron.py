"""Unit 01: from the biological neuron to the perceptron.

The exercises stand in the order of the notebook; each module of `perceptron` holds, for every
exercise, how its cases are drawn, its known mistakes, and the exercise itself.
"""

from __future__ import annotations

from autograder.exercises.model import Unit, WrittenQuestion
from autograder.exercises.perceptron.descent import TRAIN_NEURON
from autograder.exercises.perceptron.gates import LOGIC_GATES
from autograder.exercises.perceptron.gradient import NEURON_GRADIENT
from autograder.exercises.perceptron.hebb import HEBB_UPDATE
from autograder.exercises.perceptron.layers import ADD_BIAS, PERCEPTRON_LAYER
from autograder.exercises.perceptron.questions import CONCEPTS
from autograder.exercises.perceptron.rosenblatt import PERCEPTRON_UPDATE
from autograder.exercises.perceptron.sigmoid import SIGMOID_NEURON
from autograder.exercises.perceptron.training import TRAIN_PERCEPTRON
from autograder.exercises.perceptron.units import LTU, WEIGHTED_SUM

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
