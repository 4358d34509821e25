"""How many numbers a network has to learn."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from autograder.exercises.mlp.drawing import Rng
from autograder.exercises.model import Case, Exercise, Mistake
from course_lib import mlp as reference


def _count_cases(rng: Rng) -> list[Case]:
    a, b, c, d, e = (int(n) for n in rng.choice(range(3, 40), size=5, replace=False))
    return [
        Case("a small example", ([2, 3, 1],), show=True),
        Case("no hidden layer", ([a, b],)),
        Case("one hidden layer", ([b, c, d],)),
        Case("two hidden layers", ([a, c, e, b],)),
        Case("four hidden layers", ([e, d, c, b, a, 2],)),
        Case("one unit a layer", ([1, 1, 1, 1],)),
        Case("layers of the same size", ([d, d, d],)),
        Case("one input", ([1, c, 1],)),
        Case("images to ten classes", ([784, 100 + a, 10],)),
        Case("millions", ([1000 + a, 4096, 4096, 1000],)),
    ]


def _summed(term: Callable[[int, int], int]) -> Callable[[list[int]], int]:
    """A sum over neighbouring layers."""
    return lambda layer_sizes: sum(term(n, k) for n, k in pairwise(layer_sizes))


def _weights(layer_sizes: list[int]) -> int:
    return sum(n * k for n, k in pairwise(layer_sizes))


COUNT_PARAMETERS = Exercise(
    id="count-parameters",
    title="Counting parameters",
    points=1,
    reference=reference.count_parameters,
    arguments=("layer_sizes",),
    cases=_count_cases,
    read_again="How many numbers are that",
    mistakes=(
        Mistake(
            "no-biases",
            _weights,
            "You count the weights only; the biases are parameters, too.",
            "To how many units is each bias neuron connected?",
        ),
        Mistake(
            "one-bias-per-layer",
            _summed(lambda n, k: n * k + 1),
            "You count one bias per layer. A layer has one bias neuron, but a connection from it "
            "to every unit of the next layer.",
            "What is the shape of b in a layer of four units?",
        ),
        Mistake(
            "bias-of-the-inputs",
            lambda layer_sizes: _weights(layer_sizes) + sum(layer_sizes),
            "You give the inputs biases, too. They compute nothing, so there is nothing to add.",
            "Which layers have a b at all?",
        ),
        Mistake(
            "biases-of-the-layer-before",
            lambda layer_sizes: _weights(layer_sizes) + sum(layer_sizes[:-1]),
            "You count as many biases as the layer has inputs, not as it has units.",
            "What is the length of b: that of a row or that of a column of W?",
        ),
        Mistake(
            "bias-neuron-with-inputs",
            _summed(lambda n, k: (n + 1) * (k + 1)),
            "You also count connections that lead into the bias neurons. A bias neuron outputs 1 "
            "whatever happens: nothing leads into it.",
            "How many connections arrive in each layer, and at which units?",
        ),
        Mistake(
            "bias-neuron-only-at-the-input",
            lambda layer_sizes: _weights(layer_sizes) + layer_sizes[1],
            "You count the biases of the first layer only.",
            "Which layers have a bias neuron? Look at the drawn network.",
        ),
        Mistake(
            "output-without-biases",
            lambda layer_sizes: _weights(layer_sizes) + sum(layer_sizes[1:-1]),
            "You leave out the biases of the output units. The output layer has no bias neuron, "
            "but its units are connected to that of the layer before.",
            "Does the last line of the forward pass add a b?",
        ),
        Mistake(
            "last-layer-missing",
            lambda layer_sizes: reference.count_parameters([*layer_sizes[:-1], 0]),
            "The parameters of the last layer are missing.",
            "How many pairs of neighbouring layers are there, and how many does your loop visit?",
        ),
        Mistake(
            "counts-units",
            sum,
            "You count units; parameters are the numbers on their connections.",
            "How many weights lead from three units to four?",
            also=(lambda layer_sizes: sum(layer_sizes[1:]),),
        ),
        Mistake(
            "everything-multiplied",
            math.prod,
            "You multiply all layer sizes. Only neighbouring layers are connected, and what they "
            "have is added up.",
            "Is the first layer connected to the third?",
        ),
        Mistake(
            "first-and-last-only",
            lambda layer_sizes: (layer_sizes[0] + 1) * layer_sizes[-1],
            "You count a network that leads from the inputs straight to the outputs.",
            "Which layers lie between them?",
        ),
    ),
)
