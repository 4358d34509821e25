"""Cost functions: one number for how wrong the predictions of a batch are.

Most of this module's length is derivations; each function ends in one to five lines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_lib.activations import sigmoid, softmax

__all__ = [
    "binary_crossentropy",
    "categorical_crossentropy",
    "mse",
    "one_hot",
    "output_gradients",
    "sigmoid_crossentropy_logits",
    "softmax_crossentropy_logits",
]

Array = NDArray[np.float64]


def mse(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """The mean squared error, the cost of a linear output.

    Suppose that targets scatter around the output like a normal distribution of one fixed
    variance s^2. The negative logarithm of the likelihood of a target y is then

        -log p(y | x) = (yhat - y)^2 / (2 s^2) + log(s sqrt(2 pi))

    s is the same for every sample, so the parameters that make the data most likely are those
    with the smallest sum of squares, and the mean has its minimum in the same place:

        J = 1/n sum_i (yhat_i - y_i)^2

    The squared error is therefore not "equal" to the cross-entropy of a linear output. It is what
    is left of it once a factor, 1 / (2 s^2), and a constant, log(s sqrt(2 pi)), are dropped; and
    where s differs from sample to sample even the minimum is another one.

    Args:
        y_true: targets, (n_samples,) or (n_samples, n_outputs).
        y_pred: predictions, the same shape.

    Returns:
        The mean over all entries, a float.

    Raises:
        ValueError: the shapes differ (a column against a row would silently compare every target
            with every prediction), or there are no samples: an empty batch has no mean.

    Source:
        C. M. Bishop (2006), "Pattern Recognition and Machine Learning", section 3.1.1.

    Example:
        >>> mse([3, -1], [5, -1])
        2.0
    """
    y, yhat = _alike(y_true, y_pred)
    return float(np.mean((yhat - y) ** 2))


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
    y, p = _alike(y_true, y_pred)
    p = np.clip(p, epsilon, 1 - epsilon)
    return -float(np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


def one_hot(labels: ArrayLike, n_classes: int) -> Array:
    """A row for each label: 1 in the column of its class, 0 in all others.

    The label k becomes the probabilities of somebody who is certain: all on class k. That makes a
    target comparable with the output of a softmax, entry by entry.

    Args:
        labels: integers from 0 to n_classes - 1, (n_samples,).
        n_classes: number of columns. It cannot be read off the labels: a batch need not contain
            every class.

    Returns:
        float64, (n_samples, n_classes).

    Raises:
        ValueError: labels are no vector of whole numbers, or one of them is no class.

    Example:
        >>> one_hot([2, 0], n_classes=3)
        array([[0., 0., 1.],
               [1., 0., 0.]])
    """
    k = _labels(labels, n_classes)
    rows = np.zeros((len(k), n_classes))
    rows[np.arange(len(k)), k] = 1.0
    return rows


def categorical_crossentropy(
    y_one_hot: ArrayLike, y_pred: ArrayLike, epsilon: float = 1e-7
) -> float:
    """The mean surprise at the right classes, when a row of `y_pred` holds their probabilities.

    A network with the outputs p_1 ... p_K says: the class is k with probability p_k. With a
    one-hot target y the likelihood of the class that it was is prod_k p_k^{y_k}; its negative
    logarithm, in the mean over the samples, is

        J = -1/n sum_i sum_k y_ik log p_ik

    The sum over k has one term that is not 0. The other outputs count all the same: the row sums
    to 1, so what they take is missing at the right class.

    With two classes and p = (1 - q, q) this is the binary cross-entropy of q, which spells out
    both terms because it is given only one of the two probabilities.

    p is clipped to [epsilon, 1 - epsilon] before the logarithm, as in Keras. (Keras also divides
    each row by its sum; rows that come from a softmax are not changed by that.)

    Args:
        y_one_hot: targets, (n_samples, n_classes); rows that sum to 1.
        y_pred: predicted probabilities in [0, 1], the same shape.
        epsilon: distance that is kept from 0 and 1 before taking logarithms.

    Returns:
        The mean over the samples (not over all entries), a float, in nats.

    Raises:
        ValueError: the shapes differ, they are not (n_samples, n_classes), or there are no samples.

    Source:
        C. M. Bishop (2006), "Pattern Recognition and Machine Learning", equation 4.108 (there as
        a sum over the samples).

    Example:
        >>> round(categorical_crossentropy([[0, 1, 0, 0]], [[0.25] * 4]), 6)  # log 4
        1.386294
    """
    y, p = _alike(y_one_hot, y_pred)
    if y.ndim != 2:
        raise ValueError(f"a row per sample and a column per class are needed, not {y.shape}")
    p = np.clip(p, epsilon, 1 - epsilon)
    return -float(np.mean(np.sum(y * np.log(p), axis=1)))


def sigmoid_crossentropy_logits(y_true: ArrayLike, z: ArrayLike) -> float:
    """The binary cross-entropy of sigmoid(z), computed from the logits z: exact, never infinite.

    The logarithm undoes the exponential inside the sigmoid, so neither has to be computed alone:

        -log sigmoid(z)       = log(1 + exp(-z)) = softplus(-z)
        -log(1 - sigmoid(z))  = log(1 + exp(z))  = softplus(z)

        J = 1/n sum_i [ y_i softplus(-z_i) + (1 - y_i) softplus(z_i) ]

    softplus(z) is the logarithm of exp(0) + exp(z), which NumPy's `logaddexp` computes as
    max(0, z) + log(1 + exp(-|z|)): the exponential of a number that is never positive. At
    z = -1000 and y = 1 the cost is 1000 and its derivative -1. Through a sigmoid and a clip it
    would be 16.1 with the derivative 0, and the sample that is most wrong would teach nothing.

    Args:
        y_true: labels 0 or 1 (or probabilities between them), (n_samples,) or (n_samples, n_units).
        z: logits, any finite numbers, the same shape.

    Returns:
        The mean over all entries, a float, in nats.

    Raises:
        ValueError: the shapes differ, or there are no samples.

    Example:
        >>> sigmoid_crossentropy_logits([1, 0], [-1000, -1000])
        500.0
    """
    y, z = _alike(y_true, z)
    return float(np.mean(y * _softplus(-z) + (1 - y) * _softplus(z)))


def softmax_crossentropy_logits(y: ArrayLike, z: ArrayLike) -> float:
    """The categorical cross-entropy of softmax(z), from the logits z: exact, never infinite.

    With the softmax written out, the logarithm of its quotient is a difference,

        log softmax(z)_k = z_k - log sum_j exp(z_j)

    which does not change when a number is subtracted from the whole row. Subtract the largest,
    m = max_j z_j: no exponent is positive, and the sum is at least exp(0) = 1, so its logarithm
    is finite. With integer labels only the term of the right class is needed:

        J = 1/n sum_i [ log sum_j exp(z_ij - m_i) - (z_{i, y_i} - m_i) ]

    Args:
        y: the right classes, integers from 0 to n_classes - 1, (n_samples,).
        z: logits, any finite numbers, (n_samples, n_classes).

    Returns:
        The mean over the samples, a float, in nats.

    Raises:
        ValueError: z is no table with a row for each label, a label is no class, or there are no
            samples.

    Source:
        P. Blanchard, D. J. Higham, N. J. Higham (2021), "Accurately computing the log-sum-exp and
        softmax functions", IMA Journal of Numerical Analysis 41(4), 2311-2330.

    Example:
        >>> softmax_crossentropy_logits([0, 1], [[1000, 0], [1000, 0]])
        500.0
    """
    z = np.asarray(z, dtype=np.float64)
    if z.ndim != 2:
        raise ValueError(f"a row per sample and a column per class are needed, not {z.shape}")
    k = _labels(y, z.shape[1])
    if len(k) != len(z):
        raise ValueError(f"{len(k)} labels for {len(z)} rows of logits")
    if len(k) == 0:
        raise ValueError("the mean over an empty batch is not defined")
    shifted: Array = z - z.max(axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(shifted), axis=1))
    return float(np.mean(log_sums - shifted[np.arange(len(k)), k]))


def output_gradients(head: str, targets: ArrayLike, z: ArrayLike) -> Array:
    """The gradient of the cost with respect to the pre-activations z of the output layer.

    Three heads, each with the cost that the likelihood gives it, and each a mean over the n
    samples of a sum over the units:

        head       output            cost of one sample
        "linear"   yhat = z          sum_k (yhat_k - y_k)^2 / 2
        "sigmoid"  yhat = sigmoid(z) -sum_k [ y_k log yhat_k + (1 - y_k) log(1 - yhat_k) ]
        "softmax"  yhat = softmax(z) -sum_k y_k log yhat_k

    Linear: d/dz_k (z_k - y_k)^2 / 2 = z_k - y_k.

    Sigmoid: the derivative with respect to yhat is (yhat - y) / (yhat (1 - yhat)), and that of
    the sigmoid is yhat (1 - yhat). The product is yhat - y: what is flat in the one is steep in
    the other.

    Softmax: log yhat_k = z_k - log sum_j exp(z_j), so the cost of one sample is
    log sum_j exp(z_j) - sum_k y_k z_k (the y_k sum to 1), with the derivative
    exp(z_k) / sum_j exp(z_j) - y_k = yhat_k - y_k.

    So for all three

        dJ/dz = (yhat - y) / n

    That is no accident. Each head is the canonical link of its distribution (normal, Bernoulli,
    categorical). Pair a head with a cost of another and the slope of the activation comes back.

    Args:
        head: "linear", "sigmoid" or "softmax".
        targets: (n_samples, n_units); for "softmax" rows that sum to 1, such as one-hot rows.
        z: pre-activations, finite, the same shape.

    Returns:
        float64, (n_samples, n_units).

    Raises:
        ValueError: there is no such head, the shapes differ or are not (n_samples, n_units), or
            there are no samples.

    Source:
        C. M. Bishop (2006), "Pattern Recognition and Machine Learning", equation 5.18 and section
        4.3.6 on canonical link functions.

    Example:
        >>> output_gradients("softmax", [[1, 0], [0, 1]], [[0, 0], [1000, 0]])
        array([[-0.25,  0.25],
               [ 0.5 , -0.5 ]])
    """
    if head not in _HEADS:
        raise ValueError(f"unknown head {head!r}; there are: {', '.join(_HEADS)}")
    y, z = _alike(targets, z)
    if z.ndim != 2:
        raise ValueError(f"a row per sample and a column per unit are needed, not {z.shape}")
    return (_HEADS[head](z) - y) / len(z)


_HEADS: Mapping[str, Callable[[Array], Array]] = {
    "linear": lambda z: z,
    "sigmoid": sigmoid,
    "softmax": softmax,
}


def _softplus(z: Array) -> Array:
    """log(1 + exp(z)) without overflow: a smooth form of max(0, z)."""
    s: Array = np.logaddexp(0.0, z)
    return s


def _alike(y_true: ArrayLike, y_pred: ArrayLike) -> tuple[Array, Array]:
    """Both as float64 arrays of one shape, which holds at least one number."""
    y = np.asarray(y_true, dtype=np.float64)
    p = np.asarray(y_pred, dtype=np.float64)
    if y.shape != p.shape:
        raise ValueError(f"labels of shape {y.shape} against predictions of shape {p.shape}")
    if y.size == 0:
        raise ValueError("the mean over an empty batch is not defined")
    return y, p


def _labels(labels: ArrayLike, n_classes: int) -> NDArray[np.intp]:
    """Labels as indices; -1 is refused, which NumPy would take for the last class."""
    k = np.asarray(labels)
    if k.ndim != 1 or (k.size and k.dtype.kind not in "iu"):
        raise ValueError(f"labels are whole numbers, (n_samples,), not {k.dtype} {k.shape}")
    if k.size and not 0 <= k.min() <= k.max() < n_classes:
        raise ValueError(f"labels from {k.min()} to {k.max()}, but there are {n_classes} classes")
    return k.astype(np.intp)
