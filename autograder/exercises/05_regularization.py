"""Unit 05: fitting less to generalise more.

The exercises stand in the order of the notebook; each module of `regularization` holds, for every
exercise, how its cases are drawn, its known mistakes, and the exercise itself.
"""

from __future__ import annotations

from autograder.exercises.model import Unit, WrittenQuestion
from autograder.exercises.regularization.augmenting import AUGMENT_BATCH
from autograder.exercises.regularization.backward import DROPOUT_BACKWARD
from autograder.exercises.regularization.dropping import DROPOUT_FORWARD
from autograder.exercises.regularization.fences import MAX_NORM
from autograder.exercises.regularization.penalties import L1_PENALTY, L2_PENALTY
from autograder.exercises.regularization.questions import CONCEPTS
from autograder.exercises.regularization.resizing import RESIZE_IMAGE
from autograder.exercises.regularization.rotating import ROTATE_IMAGE
from autograder.exercises.regularization.shifting import SHIFT_IMAGE
from autograder.exercises.regularization.stopping import EARLY_STOPPING
from autograder.exercises.regularization.subnetworks import ENUMERATE_SUBNETWORKS

UNIT = Unit(
    name="05_regularization",
    title="Regularisation: fitting less to generalise more",
    library=("datasets", "plots"),
    exercises=(
        EARLY_STOPPING,
        L2_PENALTY,
        L1_PENALTY,
        MAX_NORM,
        DROPOUT_FORWARD,
        DROPOUT_BACKWARD,
        ENUMERATE_SUBNETWORKS,
        SHIFT_IMAGE,
        ROTATE_IMAGE,
        RESIZE_IMAGE,
        AUGMENT_BATCH,
        CONCEPTS,
    ),
    written=(WrittenQuestion("regularization-written", "In your own words", 4),),
)
