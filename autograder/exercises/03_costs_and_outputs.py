"""Unit 03: what the network should say, and how wrong it is.

The exercises stand in the order of the notebook; each module of `costs` holds how the cases of its
exercise are drawn, its known mistakes, and the exercise itself.
"""

from __future__ import annotations

from autograder.exercises.costs.binary import BINARY_CROSSENTROPY
from autograder.exercises.costs.categorical import CATEGORICAL_CROSSENTROPY
from autograder.exercises.costs.choices import CHOOSE_OUTPUT
from autograder.exercises.costs.classes import ONE_HOT
from autograder.exercises.costs.heads import OUTPUT_GRADIENTS
from autograder.exercises.costs.questions import CONCEPTS
from autograder.exercises.costs.sigmoid_logits import SIGMOID_CROSSENTROPY_LOGITS
from autograder.exercises.costs.softmax_logits import SOFTMAX_CROSSENTROPY_LOGITS
from autograder.exercises.costs.softmaxes import SOFTMAX
from autograder.exercises.costs.squares import MSE
from autograder.exercises.model import Unit, WrittenQuestion

UNIT = Unit(
    name="03_costs_and_outputs",
    title="Costs and outputs",
    library=("datasets", "plots"),
    exercises=(
        MSE,
        BINARY_CROSSENTROPY,
        SOFTMAX,
        ONE_HOT,
        CATEGORICAL_CROSSENTROPY,
        SIGMOID_CROSSENTROPY_LOGITS,
        SOFTMAX_CROSSENTROPY_LOGITS,
        OUTPUT_GRADIENTS,
        CHOOSE_OUTPUT,
        CONCEPTS,
    ),
    written=(WrittenQuestion("costs-written", "In your own words", 4),),
)
