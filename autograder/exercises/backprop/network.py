"""The backward pass of a whole network, and the wrong sweeps that are made from its parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.exercises.backprop.drawing import Array, Network, Rng, float32, labels, network
from autograder.exercises.backprop.softmax import ERROR_MISTAKES
from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from course_lib import backprop as reference
from course_lib.backprop import softmax_crossentropy_backward

Slope = Callable[[list[Array], list[Array], int, Array], Any]
Layer = Callable[[Array, Array, Array], tuple[Array, Array, Array]]


def _cases(rng: Rng) -> list[Case]:
    def draw(n: int, *sizes: int) -> tuple[Array, Array, list[Array], list[Array]]:
        return rng.normal(size=(n, sizes[0])), labels(rng, n, sizes[-1]), *network(rng, sizes)

    W1, b1 = np.array([[1.0, -1.0, 0.5], [0.0, 1.0, -2.0]]), np.array([0.0, 0.5, 1.0])
    W2, b2 = np.array([[1.0, 0.0], [-1.0, 1.0], [0.5, -0.5]]), np.array([0.0, 0.25])
    X = np.array([[1.0, 2.0], [-1.0, 1.0], [0.5, -1.0]])
    on_kink = np.array([[1.0, -1.0, 0.0], [1.0, -1.0, 1.0]])
    X3, y3, W3, b3 = draw(4, 3, 4, 2)
    whole = [rng.integers(-2, 3, shape) for shape in ((5, 3), (3, 4), (4,), (4, 2), (2,))]
    large = network(rng, (2, 3, 3), scale=30)
    return [
        Case("a small example", (X, np.array([0, 1, 1]), [W1, W2], [b1, b2]), show=True),
        Case("one hidden layer", draw(6, 3, 5, 4)),
        Case("two hidden layers", draw(5, 4, 3, 6, 2)),
        Case("four hidden layers", draw(3, 2, 4, 3, 5, 4, 3)),
        Case("no hidden layer", draw(5, 3, 4)),
        Case("layers of equal width", draw(6, 4, 4, 4, 4)),
        Case("as many samples as units", draw(3, 3, 3, 3)),
        Case("one sample", draw(1, 3, 4, 3)),
        Case("one hidden unit", draw(5, 2, 1, 3)),
        Case(
            "hidden units exactly at 0",
            (X, np.array([1, 0, 1]), [on_kink, rng.normal(size=(3, 2))], [np.zeros(3), b2]),
        ),
        Case(
            "all hidden biases negative",
            (X, np.array([1, 0, 1]), [W1, rng.normal(size=(3, 2))], [np.full(3, -0.25), b2]),
        ),
        Case(
            "integer inputs",
            (whole[0], labels(rng, 5, 2), [whole[1], whole[3]], [whole[2], whole[4]]),
        ),
        Case("float32 inputs", (X3.astype(np.float32), y3, float32(W3), float32(b3))),
        Case("large weights, certain answers", (10 * X, np.array([2, 0, 1]), *large)),
    ]


def _relu(z: Array) -> Array:
    return np.maximum(z, 0)


def _dense(d_Z: Array, A: Array, W: Array) -> tuple[Array, Array, Array]:
    return d_Z @ W.T, A.T @ d_Z, d_Z.sum(axis=0)


def sweep(
    *,
    error: Callable[..., Any] = softmax_crossentropy_backward,
    layer: Layer = _dense,
    slope: Slope = lambda zs, activations, at, d_a: zs[at] > 0,
    inputs: Callable[[Array, list[Array], list[Array]], Sequence[Array]] = (
        lambda X, zs, activations: [X, *activations[:-1]]
    ),
    last: Callable[[Array], Array] = lambda z: z,
    last_slope: Callable[[Array], Any] = lambda z: 1.0,
    returned: Callable[[list[Array], list[Array]], Any] = lambda d_W, d_b: (d_W, d_b),
) -> Callable[..., Any]:
    """A backward pass with exchangeable parts, from which the wrong ones are made.

    Args:
        error: from the scores and the labels to the gradient at the scores.
        layer: from the gradient at z, the layer's input and its weights to (d_a, d_W, d_b).
        slope: of the activation below: from (zs, activations, its index, d_a).
        inputs: what each layer is said to have seen: from (X, zs, activations).
        last: activation of the last layer.
        last_slope: what the error is multiplied with on its way into the last layer.
        returned: what comes back, from both lists.
    """

    def backward(X: Any, y: Any, weights: Any, biases: Any) -> Any:
        A = np.asarray(X, dtype=float)
        zs: list[Array] = []
        activations: list[Array] = []
        for W, b in zip(weights, biases, strict=True):
            zs.append(A @ np.asarray(W, float) + np.asarray(b, float))
            activation = last if len(zs) == len(weights) else _relu
            activations.append(activation(zs[-1]))
            A = activations[-1]
        seen = inputs(np.asarray(X, dtype=float), zs, activations)
        d_weights: list[Array] = []
        d_biases: list[Array] = []
        d_z = error(activations[-1], y) * last_slope(zs[-1])
        for at in reversed(range(len(weights))):
            d_a, d_W, d_b = layer(d_z, seen[at], np.asarray(weights[at], float))
            d_weights.insert(0, d_W)
            d_biases.insert(0, d_b)
            if at:
                d_z = d_a * slope(zs, activations, at - 1, d_a)
        return returned(d_weights, d_biases)

    return backward


def _divides(*divided: bool) -> Layer:
    def layer(d_Z: Array, A: Array, W: Array) -> Any:
        products = _dense(d_Z, A, W)
        return tuple(p / len(d_Z) if d else p for p, d in zip(products, divided, strict=True))

    return layer


def _replaced(d_X: Any = None, d_W: Any = None, d_b: Any = None) -> Layer:
    """The dense layer with other products."""

    def layer(d_Z: Array, A: Array, W: Array) -> Any:
        exchanged = (p and p(d_Z, A, W) for p in (d_X, d_W, d_b))
        right = _dense_or_none(d_Z, A, W)
        return tuple(r if e is None else e for e, r in zip(exchanged, right, strict=True))

    return layer


def _dense_or_none(d_Z: Array, A: Array, W: Array) -> tuple[Any, Any, Any]:
    """The right products; None for d_W where the input does not fit."""
    d_W = A.T @ d_Z if len(A) == len(d_Z) else None
    return d_Z @ W.T, d_W, d_Z.sum(axis=0)


def _only_last(d_W: list[Array], d_b: list[Array]) -> tuple[list[Array], list[Array]]:
    zeros = [np.zeros_like(d) for d in d_W[:-1]], [np.zeros_like(d) for d in d_b[:-1]]
    return [*zeros[0], d_W[-1]], [*zeros[1], d_b[-1]]


def _through_new_weights(rate: float) -> Layer:
    """Passes the error on through weights that have already taken a step."""

    def layer(d_Z: Array, A: Array, W: Array) -> tuple[Array, Array, Array]:
        _, d_W, d_b = _dense(d_Z, A, W)
        return d_Z @ (W - rate * d_W).T, d_W, d_b

    return layer


def _error_not_repeated(d_Z: Array, A: Array, W: Array) -> Array:
    return np.broadcast_to(W.sum(axis=1), (len(d_Z), len(W)))


SWEEP_MISTAKES = (
    *(
        Mistake(
            m.id,
            sweep(error=m.implementation),
            f"Already the error at the output is wrong. {m.explanation}",
            m.hint,
            also=tuple(sweep(error=other) for other in m.also),
        )
        for m in ERROR_MISTAKES
        if m.id not in ("divided-twice", "softmax-twice")
    ),
    Mistake(
        "divided-twice",
        sweep(layer=_divides(False, True, True)),
        "Your gradients are divided by the number of samples twice: once in the error at the "
        "output, and once more in each layer.",
        "The mean is part of the cost. Where does its 1/n enter the backward pass, and how often?",
        also=(
            sweep(layer=_divides(True, True, True)),
            sweep(error=lambda z, y: softmax_crossentropy_backward(z, y) / len(z)),
        ),
    ),
    Mistake(
        "softmax-twice",
        sweep(error=next(m for m in ERROR_MISTAKES if m.id == "softmax-twice").implementation),
        "The softmax is applied twice: your error treats probabilities as if they were scores.",
        "Does the forward pass end in scores or in probabilities, and what does the error expect?",
    ),
    Mistake(
        "slope-missing",
        sweep(slope=lambda zs, activations, at, d_a: 1.0),
        "The last layer is right; in the layers below, the slope of ReLU is missing: the error "
        "passes also through units that were silent.",
        "Which factor does the chain rule put between d_a and d_z?",
    ),
    Mistake(
        "slope-one-at-zero",
        sweep(slope=lambda zs, activations, at, d_a: zs[at] >= 0),
        "At z = 0 exactly you let the error pass. This course takes 0 as the slope of ReLU there.",
        "At 0 there is a kink and no derivative, so a convention decides: where does the text "
        "state it?",
    ),
    Mistake(
        "activation-for-slope",
        sweep(slope=lambda zs, activations, at, d_a: activations[at]),
        "You multiply the error with the output of the hidden units instead of with the slope of "
        "their ReLU.",
        "How steep is ReLU at z = 2, and how steep at z = 1000?",
        also=(sweep(slope=lambda zs, activations, at, d_a: zs[at]),),
    ),
    Mistake(
        "slope-of-sigmoid",
        sweep(slope=lambda zs, activations, at, d_a: activations[at] * (1 - activations[at])),
        "You use the slope of a sigmoid, a(1 - a), but the hidden units are ReLUs.",
        "How steep is ReLU on both sides of 0?",
        also=(sweep(slope=lambda zs, activations, at, d_a: zs[at] * (1 - zs[at])),),
    ),
    Mistake(
        "slope-at-the-gradient",
        sweep(slope=lambda zs, activations, at, d_a: d_a > 0),
        "You cut off the negative entries of the error instead of asking which units were silent.",
        "The slope of ReLU depends on one thing only. On what?",
    ),
    Mistake(
        "slope-of-next-layer",
        sweep(slope=lambda zs, activations, at, d_a: zs[at + 1] > 0),
        "You take the slope at the pre-activation of the layer above; that fits only where both "
        "layers are equally wide.",
        "The error has arrived at the output of a layer. Whose ReLU did that output come from?",
    ),
    Mistake(
        "slope-on-last-layer",
        sweep(last_slope=lambda z: z > 0),
        "The slope of ReLU is applied at the last layer as well, which has no ReLU.",
        "Which layers have a ReLU, and which one goes into the softmax as it is?",
        also=(sweep(last=_relu), sweep(last=_relu, last_slope=lambda z: z > 0)),
    ),
    Mistake(
        "pre-activation-as-input",
        sweep(inputs=lambda X, zs, activations: [X, *zs[:-1]]),
        "For d_W you take the pre-activations z of the layer below. What the layer has seen are "
        "the activations a.",
        "What was multiplied with W in the forward pass?",
    ),
    Mistake(
        "own-output-as-input",
        sweep(
            layer=_replaced(d_W=lambda d_Z, A, W: A.T @ d_Z),
            inputs=lambda X, zs, activations: activations,
        ),
        "For d_W you take what the layer has put out; what it has seen came from the layer below.",
        "X is not among the activations. Which entry of the list is the input of the first layer?",
    ),
    Mistake(
        "weights-not-transposed",
        sweep(layer=_replaced(d_X=lambda d_Z, A, W: d_Z @ W if W.shape[0] == W.shape[1] else None)),
        "The error is passed down through W as it stands; that fits only when all layers are "
        "equally wide, and is wrong even then.",
        "d_z has a column per unit, d_a needs a column per input. Write the shapes side by side.",
    ),
    Mistake(
        "upstream-ignored",
        sweep(layer=_replaced(d_X=_error_not_repeated)),
        "The last layer is right, but what you pass down does not depend on the error that arrived "
        "there.",
        "If no error arrives at a layer, should the layer below it be told anything?",
    ),
    Mistake(
        "stops-at-last-layer",
        sweep(returned=_only_last),
        "Only the last layer gets a gradient; that of all others is 0.",
        "Over which layers does your loop run?",
    ),
    Mistake(
        "dw-transposed",
        sweep(layer=_replaced(d_W=lambda d_Z, A, W: d_Z.T @ A)),
        "Your gradients of the weights are transposed.",
        "A gradient has the shape of what it belongs to. What are the shapes of the weights?",
    ),
    Mistake(
        "db-wrong-axis",
        sweep(layer=_replaced(d_b=lambda d_Z, A, W: d_Z.sum(axis=1))),
        "Your gradients of the biases have one entry per sample; they are summed along the wrong "
        "axis.",
        "The gradient of a bias vector has its shape. Which axis of d_z counts the samples?",
    ),
    Mistake(
        "db-averaged",
        sweep(layer=_divides(False, False, True)),
        "The gradients of the weights are right, those of the biases are averaged over the batch "
        "instead of summed.",
        "The division of the mean is in the error already. What does a bias do that a weight does "
        "not?",
    ),
    Mistake(
        "db-keeps-axis",
        sweep(layer=_replaced(d_b=lambda d_Z, A, W: d_Z.sum(axis=0, keepdims=True))),
        "The gradients of the biases are tables of one row; a bias is a vector.",
        "Print the shapes of your gradients and compare them with those of the biases.",
    ),
)
"""Wrong sweeps, with which a training loop goes wrong as well."""


def _interleaved(d_W: list[Array], d_b: list[Array]) -> Any:
    return [pair for pairs in zip(d_W, d_b, strict=True) for pair in pairs]


MLP_BACKWARD = Exercise(
    id="mlp-backward",
    title="Back through the whole network",
    points=3,
    reference=reference.mlp_backward,
    arguments=("X", "y", "weights", "biases"),
    returns=("d_weights", "d_biases"),
    cases=_cases,
    # Five layers in float32: every product adds its rounding to the sums of those before.
    tolerance=Tolerance(rtol=1e-4, atol=1e-6),
    read_again="All the way back",
    mistakes=(
        *SWEEP_MISTAKES,
        Mistake(
            "new-weights-on-the-way",
            sweep(layer=_through_new_weights(0.1)),
            "The error is passed down through weights that have already been updated. The layers "
            "below get an error that belongs to another network.",
            "With which weights was the forward pass made, and when may they change?",
            also=tuple(sweep(layer=_through_new_weights(rate)) for rate in (1, 0.5, 0.01, 0.001)),
        ),
        Mistake(
            "bias-gradients-zero",
            sweep(returned=lambda d_W, d_b: (d_W, [np.zeros_like(d) for d in d_b])),
            "The gradients of the weights are right, those of the biases are 0.",
            "A bias works like a weight whose input is always 1. What does the rule for weights "
            "say about such a weight?",
        ),
        Mistake(
            "order-reversed",
            sweep(returned=lambda d_W, d_b: (d_W[::-1], d_b[::-1])),
            "Your lists run from the last layer to the first. They should run like the weights.",
            "The sweep meets the last layer first. At which end of the list does its gradient "
            "belong?",
        ),
        Mistake(
            "results-swapped",
            sweep(returned=lambda d_W, d_b: (d_b, d_W)),
            "The gradients are right, but those of the biases come first.",
            "In which order does the text ask for the two lists?",
        ),
        Mistake(
            "pairs-per-layer",
            sweep(returned=lambda d_W, d_b: list(zip(d_W, d_b, strict=True))),
            "The gradients are right, but they come back layer by layer instead of as two lists.",
            "Two lists are asked for: all gradients of weights, and all gradients of biases.",
            also=(sweep(returned=_interleaved),),
        ),
    ),
)

__all__ = ["MLP_BACKWARD", "SWEEP_MISTAKES", "Network", "sweep"]
