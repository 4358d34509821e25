"""Unit 04: how a network learns its weights.

The exercises stand in the order of the notebook; each module of `backprop` holds, for every
exercise, how its cases are drawn, its known mistakes, and the exercise itself.
"""

from __future__ import annotations

from autograder.exercises.backprop.batches import MINIBATCHES
from autograder.exercises.backprop.dense import DENSE_BACKWARD
from autograder.exercises.backprop.descent import SGD_STEP
from autograder.exercises.backprop.network import MLP_BACKWARD
from autograder.exercises.backprop.numeric import NUMERIC_GRADIENT
from autograder.exercises.backprop.questions import CONCEPTS
from autograder.exercises.backprop.reverse import AUTODIFF_BACKWARD
from autograder.exercises.backprop.slopes import ACTIVATION_DERIVATIVES
from autograder.exercises.backprop.softmax import SOFTMAX_CROSSENTROPY_BACKWARD
from autograder.exercises.backprop.training import TRAIN_MLP
from autograder.exercises.model import Unit, WrittenQuestion

UNIT = Unit(
    name="04_backprop",
    title="How a network learns its weights",
    library=("datasets", "plots"),
    exercises=(
        NUMERIC_GRADIENT,
        ACTIVATION_DERIVATIVES,
        DENSE_BACKWARD,
        SOFTMAX_CROSSENTROPY_BACKWARD,
        MLP_BACKWARD,
        SGD_STEP,
        MINIBATCHES,
        TRAIN_MLP,
        AUTODIFF_BACKWARD,
        CONCEPTS,
    ),
    written=(WrittenQuestion("backprop-written", "In your own words", 4),),
)
