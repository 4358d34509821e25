"""Unit 02: the multi-layer perceptron as a graph of functions.

The exercises stand in the order of the notebook; each module of `mlp` holds, for every exercise,
how its cases are drawn, its known mistakes, and the exercise itself.
"""

from __future__ import annotations

from autograder.exercises.mlp.chains import COMPOSE
from autograder.exercises.mlp.counting import COUNT_PARAMETERS
from autograder.exercises.mlp.deciding import PREDICT_CLASSES
from autograder.exercises.mlp.graphs import EVALUATE_GRAPH
from autograder.exercises.mlp.layers import HIDDEN_LAYER
from autograder.exercises.mlp.networks import MLP_FORWARD
from autograder.exercises.mlp.questions import CONCEPTS
from autograder.exercises.mlp.xor import XOR_NETWORK
from autograder.exercises.model import Unit, WrittenQuestion

UNIT = Unit(
    name="02_mlp",
    title="The multi-layer perceptron as a graph of functions",
    library=("datasets", "plots"),
    exercises=(
        XOR_NETWORK,
        HIDDEN_LAYER,
        COMPOSE,
        MLP_FORWARD,
        COUNT_PARAMETERS,
        PREDICT_CLASSES,
        EVALUATE_GRAPH,
        CONCEPTS,
    ),
    written=(WrittenQuestion("mlp-written", "In your own words", 4),),
)
