"""What can go wrong with a penalty on large weights, whichever it is: factor, layers, biases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.exercises.model import Mistake
from autograder.exercises.regularization.drawing import Array


def penalised(
    value: Callable[[Array], float],
    slope: Callable[[Array], Array],
    *,
    value_factor: Callable[[float], float] = lambda factor: factor,
    slope_factor: Callable[[float], float] = lambda factor: factor,
    counted: slice = slice(None),
    biases_in_value: bool = False,
    biases_in_gradient: bool = False,
    of_sum: Callable[[float], float] = lambda total: total,
) -> Callable[..., Any]:
    """A penalty with exchangeable parts, from which the wrong ones are made.

    Args:
        value: what one array of weights costs.
        slope: the derivative of that cost.
        value_factor: what the value is multiplied with, from the factor of the penalty.
        slope_factor: the same for the gradients.
        counted: the layers that enter the value.
        biases_in_value: whether biases cost something too.
        biases_in_gradient: whether they are pulled towards 0 as well.
        of_sum: what is done to the sum over the layers.
    """

    def penalty(weights: Any, biases: Any, factor: float) -> Any:
        cost = sum(value(W) for W in weights[counted])
        cost += sum(value(b) for b in biases) if biases_in_value else 0.0
        d_weights = [slope_factor(factor) * slope(W) for W in weights]
        pull = float(biases_in_gradient) * slope_factor(factor)
        d_biases = [pull * slope(b) for b in biases]
        return value_factor(factor) * of_sum(cost), d_weights, d_biases

    return penalty


def _per_layer(right: Callable[..., Any]) -> Callable[..., Any]:
    """The list of the layers' costs in the place of their sum."""

    def penalty(weights: Any, biases: Any, factor: float) -> Any:
        values = [right([W], [], factor)[0] for W in weights]
        return values, *right(weights, biases, factor)[1:]

    return penalty


def _bare_zeros(right: Callable[..., Any]) -> Callable[..., Any]:
    """One 0 for each vector of biases."""

    def penalty(weights: Any, biases: Any, factor: float) -> Any:
        return *right(weights, biases, factor)[:2], [0.0] * len(biases)

    return penalty


def _no_bias_gradients(right: Callable[..., Any]) -> Callable[..., Any]:
    def penalty(weights: Any, biases: Any, factor: float) -> Any:
        return right(weights, biases, factor)[:2]

    return penalty


def _gradient_with_only(right: Callable[..., Any], kept: int) -> Callable[..., Any]:
    """The value and the gradients of one layer only, as after a loop that loses the others."""

    def penalty(weights: Any, biases: Any, factor: float) -> Any:
        layer = slice(kept, kept + 1 or None)
        return right(weights[layer], biases[layer], factor)

    return penalty


def _step_taken(right: Callable[..., Any], *, zeros: bool = False) -> Callable[..., Any]:
    """Weights after a step of size 1, with the biases as they were, or their zero gradients."""

    def penalty(weights: Any, biases: Any, factor: float) -> Any:
        value, d_weights, d_biases = right(weights, biases, factor)
        moved = [W - d for W, d in zip(weights, d_weights, strict=True)]
        return value, moved, d_biases if zeros else biases

    return penalty


def shared_mistakes(
    value: Callable[[Array], float],
    slope: Callable[[Array], Array],
    right: Callable[..., Any],
    name: str,
) -> tuple[Mistake, ...]:
    """What can go wrong with either penalty: its factor, its layers, its biases."""

    def made(**changes: Any) -> Callable[..., Any]:
        return penalised(value, slope, **changes)

    return (
        Mistake(
            "biases-penalised",
            made(biases_in_value=True, biases_in_gradient=True),
            "Your penalty also counts the biases. Only weights cost something here.",
            "A bias shifts a unit's threshold. Does a large one make its output steeper?",
            also=(made(biases_in_value=True), made(biases_in_gradient=True)),
        ),
        Mistake(
            "factor-missing",
            made(value_factor=lambda f: 1.0, slope_factor=lambda f: 1.0),
            f"The factor `{name}` has no influence on your result.",
            f"How does the penalty of a network without regularisation, `{name}` = 0, come out?",
        ),
        Mistake(
            "gradient-without-factor",
            made(slope_factor=lambda f: 1.0),
            f"Your value is right, but the factor `{name}` is missing from the gradients.",
            "What does the derivative of a function times a constant look like?",
        ),
        Mistake(
            "value-without-factor",
            made(value_factor=lambda f: 1.0),
            f"Your gradients are right, but the factor `{name}` is missing from the value.",
            "Compare your value with the formula, factor by factor.",
        ),
        Mistake(
            "factor-twice",
            made(value_factor=lambda f: f * f, slope_factor=lambda f: f * f),
            f"The factor `{name}` is multiplied in twice: once for each layer or weight, and once "
            "more for the sum.",
            "The factor stands before the sum or inside it. Can it stand in both places?",
            also=(made(value_factor=lambda f: f * f), made(slope_factor=lambda f: f * f)),
        ),
        Mistake(
            "mean-instead-of-sum",
            lambda weights, biases, f: (
                f * sum(value(W) / W.size for W in weights),
                [f * slope(W) / W.size for W in weights],
                right(weights, biases, f)[2],
            ),
            "You average over the weights. The penalty adds them up.",
            "If every weight came twice, should the penalty double or stay as it is?",
            also=(
                lambda weights, biases, f: (
                    f * sum(value(W) / W.size for W in weights),
                    *right(weights, biases, f)[1:],
                ),
                lambda weights, biases, f: (
                    f * sum(value(W) for W in weights) / sum(W.size for W in weights),
                    *right(weights, biases, f)[1:],
                ),
            ),
        ),
        Mistake(
            "first-layer-only",
            made(counted=slice(1)),
            "Only the first layer enters your penalty.",
            "How far is the return indented? A function ends at the first return that it meets.",
            also=(_gradient_with_only(right, 0),),
        ),
        Mistake(
            "last-layer-only",
            made(counted=slice(-1, None)),
            "Only the last layer is left in your penalty: each round of the loop seems to "
            "overwrite what the one before has found.",
            "What must happen to the old value when the next layer arrives?",
            also=(_gradient_with_only(right, -1),),
        ),
        Mistake(
            "value-per-layer",
            _per_layer(right),
            "You return one value for each layer. The penalty is a single number.",
            "It is added to the cost of the data. Can a list be added to that?",
        ),
        Mistake(
            "one-zero-per-bias",
            _bare_zeros(right),
            "The gradients of the biases are single zeros. Each must have the shape of its vector.",
            "Whoever updates the biases subtracts one number from each entry. What shape fits?",
            also=(
                lambda weights, biases, f: (*right(weights, biases, f)[:2], 0.0),
                lambda weights, biases, f: (*right(weights, biases, f)[:2], []),
            ),
        ),
        Mistake(
            "bias-gradients-missing",
            _no_bias_gradients(right),
            "The gradients of the biases do not come back. They are zeros, but they are asked for.",
            "Which three things must be returned, and in which order?",
        ),
        Mistake(
            "gradient-downhill",
            made(slope_factor=lambda f: -f),
            "Your gradients have the wrong sign.",
            "The gradient points to where the cost rises; minus belongs into the step.",
        ),
        Mistake(
            "weights-updated",
            _step_taken(right),
            "You return the weights after a step. What is asked for are the gradients themselves.",
            "Who takes the step, and with which learning rate?",
            also=(_step_taken(right, zeros=True),),
        ),
    )
