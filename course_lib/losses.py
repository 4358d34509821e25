"""Cost functions: one number for how wrong the predictions of a batch are."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

__all__ = ["binary_crossentropy"]


def binary_crossentropy(y_true: ArrayLike, y_pred: ArrayLike, epsilon: float = 1e-7) -> float:
    """The mean surprise at the labels, when `y_pred` is the predicted probability of a 1.

    A neuron that outputs p says: the label is 1 with probability p, 0 with probability 1 - p.
    Both cases in one expression, the likelihood of a label y is p^y (1 - p)^(1 - y). The most
    likely parameters maximise the product over the samples; it is the same, and numerically
    kinder, to minimise the mean of the negative logarithms:

        J = -(1/n) sum_i [ y_i log p_i + (1 - y_i) log(1 - p_i) ]

    Both terms are needed. Without the second, "always answer 1" would cost nothing.

    The logarithm of 0 is avoided as in Keras: p is clipped to [epsilon, 1 - epsilon], so that a
    prediction that is certain and wrong costs -log(epsilon), about 16.1, and not infinity.

    Args:
        y_true: labels 0 or 1 (or probabilities between them), any shape.
        y_pred: predicted probabilities in [0, 1], the same shape.
        epsilon: distance that is kept from 0 and 1 before taking logarithms.

    Returns:
        The mean over all entries, a float (natural logarithm: the unit is the nat).

    Raises:
        ValueError: the shapes differ (a column against a row would silently compare every label
            with every prediction), or there are no samples: an empty batch has no mean.

    Source:
        C. M. Bishop (2006), "Pattern Recognition and Machine Learning", equation 4.90 (there as
        a sum over the samples).

    Example:
        >>> round(binary_crossentropy([1, 0], [0.5, 0.5]), 6)  # a coin toss costs log 2
        0.693147
    """
    y = np.asarray(y_true, dtype=np.float64)
    p = np.asarray(y_pred, dtype=np.float64)
    if y.shape != p.shape:
        raise ValueError(f"labels of shape {y.shape} against predictions of shape {p.shape}")
    if y.size == 0:
        raise ValueError("the mean over an empty batch is not defined")
    p = np.clip(p, epsilon, 1 - epsilon)
    return -float(np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
