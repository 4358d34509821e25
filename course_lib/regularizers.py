"""Ways to hold a network back: stop in time, make large weights cost something, or fence them in.

Conventions: `weights` is a list of matrices (n_inputs, n_units), one for each layer and with one
column per unit; `biases` is the list of their vectors (n_units,). Penalties are added to the cost
of the data as they stand here, with their factor (`l1`, `l2`) inside, used once. Dropout has a
module of its own, `course_lib.dropout`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["early_stopping", "l1_penalty", "l2_penalty", "max_norm"]

FloatArray = NDArray[np.float64]
Penalty = tuple[float, list[FloatArray], list[FloatArray]]
"""Value of a penalty, its gradients for the weights, and those for the biases."""


def early_stopping(
    train_epoch: Callable[[Sequence[NDArray[Any]]], float],
    weights: Sequence[NDArray[Any]],
    patience: int,
    max_epochs: int,
) -> tuple[list[NDArray[Any]], list[float]]:
    """Train until the validation loss has found nothing better for `patience` epochs.

    That a loss was the minimum is known only afterwards. So training goes on for a while, keeps a
    copy of the best weights met so far, and gives these back in the end. Only a strictly lower
    loss counts as better: a loss that creeps along a plateau uses up the patience.

    The copy matters. `train_epoch` writes into the same arrays again and again; a second name for
    them would follow all the way to the last epoch.

    Args:
        train_epoch: trains one epoch, in place, and returns the validation loss.
        weights: the arrays that `train_epoch(weights)` changes; afterwards they are those of the
            last epoch.
        patience: so many epochs in a row without a new minimum end the training, at least 1.
        max_epochs: so many epochs are run at most.

    Returns:
        Copies of the weights as they were after the epoch with the lowest loss (the first of
        equals; the initial weights if no epoch ran), and the losses of all epochs.

    Raises:
        ValueError: patience is less than 1.

    Source:
        L. Prechelt (1998), "Early stopping - but when?", in Neural Networks: Tricks of the Trade,
        LNCS 1524; I. Goodfellow, Y. Bengio and A. Courville (2016), "Deep Learning", section 7.8.

    Example:
        >>> validation = iter([0.9, 0.5, 0.6, 0.7, 0.1])
        >>> def train_epoch(weights):
        ...     weights[0] += 1.0
        ...     return next(validation)
        >>> early_stopping(train_epoch, [np.zeros(2)], patience=2, max_epochs=10)
        ([array([2., 2.])], [0.9, 0.5, 0.6, 0.7])
    """
    if patience < 1:
        raise ValueError(f"patience must be at least 1, not {patience}")
    best_loss, best_weights = np.inf, [w.copy() for w in weights]
    losses: list[float] = []
    waited = 0
    while len(losses) < max_epochs and waited < patience:
        loss = float(train_epoch(weights))
        losses.append(loss)
        waited += 1
        if loss < best_loss:
            best_loss, best_weights = loss, [w.copy() for w in weights]
            waited = 0
    return best_weights, losses


def l1_penalty(weights: Sequence[ArrayLike], biases: Sequence[ArrayLike], l1: float) -> Penalty:
    """The cost of large weights by their size: l1 times the sum of |w| over all layers.

        R = l1 sum |w|        dR/dw = l1 sign(w),  with sign(0) = 0

    The pull towards zero is equally strong for a small weight as for a large one, so small weights
    reach zero: the network becomes sparse. At 0 the absolute value has no derivative; 0 is one of
    its subgradients, and the one that leaves a weight of zero where it is. Biases are exempt: they
    shift a unit's threshold and do not make its output steeper.

    Args:
        weights: list of matrices (n_inputs, n_units).
        biases: list of vectors (n_units,), one for each matrix.
        l1: factor of the penalty, not negative.

    Returns:
        (value, d_weights, d_biases): a float and two lists of float64 arrays shaped like `weights`
        and `biases`; the gradients of the biases are zeros.

    Source:
        R. Tibshirani (1996), "Regression shrinkage and selection via the lasso", Journal of the
        Royal Statistical Society B 58, 267-288.

    Example:
        >>> value, d_weights, d_biases = l1_penalty([[[2.0, -3.0]]], [[7.0, 7.0]], l1=0.5)
        >>> value, d_weights[0].tolist(), d_biases[0].tolist()
        (2.5, [[0.5, -0.5]], [0.0, 0.0])
    """
    matrices = [_float64(W) for W in weights]
    value = l1 * sum(float(np.sum(np.abs(W))) for W in matrices)
    return value, [l1 * np.sign(W) for W in matrices], _zeros(biases)


def l2_penalty(weights: Sequence[ArrayLike], biases: Sequence[ArrayLike], l2: float) -> Penalty:
    """The cost of large weights by their square: l2 times the sum of w^2 over all layers.

        R = l2 sum w^2        dR/dw = 2 l2 w

    The pull is proportional to the weight, so large weights shrink fast and small ones hardly at
    all. A plain gradient step with it multiplies each weight by 1 - 2 eta l2: "weight decay".
    Some texts write (l2 / 2) sum w^2 to be rid of the 2; here, as in Keras, there is no half.
    Biases are exempt, as for `l1_penalty`.

    Args:
        weights: list of matrices (n_inputs, n_units).
        biases: list of vectors (n_units,), one for each matrix.
        l2: factor of the penalty, not negative.

    Returns:
        (value, d_weights, d_biases): a float and two lists of float64 arrays shaped like `weights`
        and `biases`; the gradients of the biases are zeros.

    Source:
        A. Krogh and J. A. Hertz (1991), "A simple weight decay can improve generalization",
        Advances in Neural Information Processing Systems 4.

    Example:
        >>> value, d_weights, d_biases = l2_penalty([[[2.0, -3.0]]], [[7.0, 7.0]], l2=0.5)
        >>> value, d_weights[0].tolist(), d_biases[0].tolist()
        (6.5, [[2.0, -3.0]], [0.0, 0.0])
    """
    matrices = [_float64(W) for W in weights]
    value = l2 * sum(float(np.sum(W**2)) for W in matrices)
    return value, [2 * l2 * W for W in matrices], _zeros(biases)


def max_norm(W: ArrayLike, max_value: float) -> FloatArray:
    """Put a fence around each unit: scale its incoming weights down where they are too long.

        w <- w * max_value / ||w||_2    where ||w||_2 > max_value, else w stays as it is

    for each column w of W, after each step of training. It is a fence and not a length: columns
    inside it are left alone (without the condition, the formula would also inflate short ones,
    and divide by zero where all weights are zero).

    Args:
        W: (n_inputs, n_units), one column per unit.
        max_value: the largest Euclidean norm that a column may have, positive.

    Returns:
        (n_inputs, n_units), float64, a new array.

    Source:
        N. Srivastava et al. (2014), "Dropout: a simple way to prevent neural networks from
        overfitting", Journal of Machine Learning Research 15, 1929-1958, section 5.1.

    Example:
        >>> max_norm([[3.0, 0.3, 0.0], [4.0, 0.4, 0.0]], max_value=1.0)
        array([[0.6, 0.3, 0. ],
               [0.8, 0.4, 0. ]])
    """
    W = _float64(W)
    norms = np.linalg.norm(W, axis=0)
    too_long = norms > max_value
    return W * np.where(too_long, max_value / np.where(too_long, norms, 1.0), 1.0)


def _zeros(biases: Sequence[ArrayLike]) -> list[FloatArray]:
    return [np.zeros_like(_float64(b)) for b in biases]


def _float64(values: ArrayLike) -> FloatArray:
    return np.asarray(values, dtype=np.float64)
