"""Backpropagation and the training loop around it, layer by layer, in plain functions.

Conventions: X is (n_samples, n_features), W is (n_inputs, n_units) with one column per unit,
b is (n_units,), y holds integer labels (n_samples,). A network of depth L is a list of L weight
matrices and a list of L bias vectors. J is always the mean cost over the samples, and d_A is short
for dJ/dA, an array of the shape of A. Numbers of any numeric dtype (and lists of them) are
accepted, the arithmetic is float64, and no argument is modified.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_lib.activations import activation_derivatives, softmax
from course_lib.losses import softmax_crossentropy_logits
from course_lib.mlp import mlp_forward

__all__ = [
    "dense_backward",
    "minibatches",
    "mlp_backward",
    "sgd_step",
    "softmax_crossentropy_backward",
    "train_mlp",
]

FloatArray = NDArray[np.float64]
Batch = tuple[NDArray[Any], NDArray[Any]]


def dense_backward(
    d_Z: ArrayLike, X: ArrayLike, W: ArrayLike
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Pass the gradient through a dense layer Z = X W + b, from its output to all it depends on.

    Written out, Z_ik = sum_j X_ij W_jk + b_k. A change of W_jk moves Z_ik for every sample i,
    a change of b_k as well, and a change of X_ij moves Z_ik for every unit k. Summing each effect,

        dJ/dW_jk = sum_i dJ/dZ_ik X_ij        d_W = X^T d_Z
        dJ/db_k  = sum_i dJ/dZ_ik             d_b = column sums of d_Z
        dJ/dX_ij = sum_k dJ/dZ_ik W_jk        d_X = d_Z W^T

    The shapes leave no other way: d_W must have the shape of W, d_X that of X. The sums run over
    the batch without being divided by its size: J is the mean over the samples, and that 1/n has
    entered at the cost, is in d_Z already, and must not enter twice.

    Args:
        d_Z: dJ/dZ, the gradient that arrives from above, (n_samples, n_units).
        X: what the layer saw in the forward pass, (n_samples, n_inputs).
        W: its weights in the forward pass, (n_inputs, n_units).

    Returns:
        (d_X, d_W, d_b): float64, (n_samples, n_inputs), (n_inputs, n_units) and (n_units,).

    Raises:
        ValueError: the shapes do not fit.

    Source:
        I. Goodfellow, Y. Bengio and A. Courville (2016), "Deep Learning", MIT Press, section 6.5.

    Example:
        >>> d_X, d_W, d_b = dense_backward([[1, -1]], X=[[2, 3]], W=[[1, 0], [4, 5]])
        >>> d_X, d_b
        (array([[ 1., -1.]]), array([ 1., -1.]))
        >>> d_W
        array([[ 2., -2.],
               [ 3., -3.]])
    """
    d_Z, X, W = _float64(d_Z), _float64(X), _float64(W)
    if d_Z.shape != (len(X), W.shape[-1]):
        raise ValueError(f"X of {X.shape} and W of {W.shape} do not make a Z of {d_Z.shape}")
    return d_Z @ W.T, X.T @ d_Z, d_Z.sum(axis=0)


def softmax_crossentropy_backward(z: ArrayLike, y: ArrayLike) -> FloatArray:
    """The gradient at the scores of a softmax with cross-entropy: (p - one_hot(y)) / n.

    For one sample with label y, p = softmax(z) and

        J = -log p_y = log sum_j exp(z_j) - z_y

        dJ/dz_k = exp(z_k) / sum_j exp(z_j) - [k = y] = p_k - [k = y]

    and the mean over the batch divides by n. Every row of the result sums to 0: raising all
    scores of a sample by the same amount changes nothing. No slope of the softmax is left over
    as a factor: logarithm and exponential have cancelled. What is certain and wrong learns
    fastest.

    Args:
        z: scores (logits), (n_samples, n_classes).
        y: integer labels from 0 to n_classes - 1, (n_samples,).

    Returns:
        dJ/dz, (n_samples, n_classes), float64; finite for every finite z.

    Raises:
        ValueError: there is not one label in that range for each row, or there are no rows (the
            mean over an empty batch is not defined).

    Source:
        C. M. Bishop (2006), "Pattern Recognition and Machine Learning", equation 4.109 (there as
        a sum over the samples).

    Example:
        >>> softmax_crossentropy_backward([[0, 0], [1000, 0]], y=[0, 0])
        array([[-0.25,  0.25],
               [ 0.  ,  0.  ]])
    """
    z = _float64(z)
    y = _labels(y, z.shape)
    d_z = softmax(z)
    d_z[np.arange(len(y)), y] -= 1.0
    return d_z / len(y)


def mlp_backward(
    X: ArrayLike, y: ArrayLike, weights: Sequence[ArrayLike], biases: Sequence[ArrayLike]
) -> tuple[list[FloatArray], list[FloatArray]]:
    """All gradients of a network in one sweep from the cost back to the first layer.

    With a_0 = X, the forward pass (see `mlp_forward`) is

        z_l = a_(l-1) W_l + b_l,    a_l = relu(z_l) for l < L,    J = cross-entropy of softmax(z_L)

    and the chain rule, read from the end,

        d_z_L     = (softmax(z_L) - one_hot(y)) / n
        d_W_l     = a_(l-1)^T d_z_l,    d_b_l = column sums of d_z_l
        d_a_(l-1) = d_z_l W_l^T
        d_z_(l-1) = d_a_(l-1) relu'(z_(l-1))      entry by entry

    Each d_z is computed once and used three times; that is all the difference between one sweep
    and a separate computation for each weight. The W_l on the way down are those of the forward
    pass: nothing is updated before the sweep is over. The slope is taken at the pre-activation z.

    Args:
        X: (n_samples, n_features).
        y: integer labels, (n_samples,).
        weights: L arrays, W_l of shape (n_(l-1), n_l).
        biases: L arrays, b_l of shape (n_l,).

    Returns:
        (d_weights, d_biases): two lists of L float64 arrays of the shapes of the parameters.

    Raises:
        ValueError: shapes or labels do not fit, or there are no samples.

    Source:
        D. E. Rumelhart, G. E. Hinton and R. J. Williams (1986), "Learning representations by
        back-propagating errors", Nature 323, 533-536.

    Example:
        >>> d_weights, d_biases = mlp_backward([[1, 2]], [0], [[[1], [1]], [[1, 1]]], [[0], [0, 0]])
        >>> d_weights[1], d_biases[1]
        (array([[-1.5,  1.5]]), array([-0.5,  0.5]))
        >>> d_weights[0]  # both scores rise alike with the hidden unit, so J does not change
        array([[0.],
               [0.]])
    """
    zs, activations = mlp_forward(X, weights, biases)
    inputs = [_float64(X), *activations[:-1]]
    d_weights: list[FloatArray] = []
    d_biases: list[FloatArray] = []
    d_z = softmax_crossentropy_backward(zs[-1], y)
    for layer in reversed(range(len(weights))):
        d_a, d_W, d_b = dense_backward(d_z, inputs[layer], weights[layer])
        d_weights.insert(0, d_W)
        d_biases.insert(0, d_b)
        if layer > 0:
            d_z = d_a * activation_derivatives(zs[layer - 1])["relu"]
    return d_weights, d_biases


def sgd_step(
    params: Sequence[ArrayLike], grads: Sequence[ArrayLike], learning_rate: float
) -> list[FloatArray]:
    """One step downhill for every parameter: p <- p - eta dJ/dp.

    The gradient points to where J rises fastest; to first order the step changes J by
    -eta ||dJ/dp||^2, which is never positive. How far that holds depends on the curvature, and
    so does the largest eta that works.

    Args:
        params: arrays of any shapes.
        grads: their gradients, in the same order and of the same shapes.
        learning_rate: eta.

    Returns:
        The new parameters, a list of new float64 arrays.

    Raises:
        ValueError: the lists differ in length, or an array and its gradient in shape.

    Source:
        H. Robbins and S. Monro (1951), "A stochastic approximation method", Annals of
        Mathematical Statistics 22, 400-407, for gradients known only up to noise.

    Example:
        >>> sgd_step([[1, 2], 3], [[10, -10], 0], learning_rate=0.1)
        [array([0., 3.]), array(3.)]
    """
    pairs = [(_float64(p), _float64(g)) for p, g in zip(params, grads, strict=True)]
    for p, g in pairs:
        if p.shape != g.shape:
            raise ValueError(f"a parameter of shape {p.shape} has a gradient of shape {g.shape}")
    return [np.asarray(p - float(learning_rate) * g) for p, g in pairs]


def minibatches(
    X: ArrayLike, y: ArrayLike, batch_size: int, rng: np.random.Generator
) -> Iterator[Batch]:
    """One pass over all samples in random order, a few at a time.

    The gradient of a random batch is the gradient of the whole set plus noise: right on average,
    at a fraction of the price. Drawing without replacement shows every sample once an epoch.
    One permutation orders rows and labels, so that each label stays with its row; where
    batch_size does not divide the number of samples, the last batch is what is left.

    Args:
        X: (n_samples, ...), any dtype.
        y: (n_samples, ...), any dtype.
        batch_size: samples in a batch, at least 1.
        rng: draws the order, once, when this is called.

    Returns:
        An iterator over (X_batch, y_batch), new arrays of the dtypes of X and y.

    Raises:
        ValueError: not one label for each row, or batch_size < 1.

    Example:
        >>> rng = np.random.default_rng(0)
        >>> for X_batch, y_batch in minibatches([[10], [20], [30]], [1, 2, 3], 2, rng):
        ...     print(X_batch.ravel(), y_batch)
        [30 10] [3 1]
        [20] [2]
    """
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError(f"{len(X)} rows but {len(y)} labels")
    if batch_size < 1:
        raise ValueError(f"a batch of {batch_size} samples is none")
    order = rng.permutation(len(X))
    picks = (order[start : start + batch_size] for start in range(0, len(X), batch_size))
    return ((X[pick], y[pick]) for pick in picks)


def train_mlp(
    X: ArrayLike,
    y: ArrayLike,
    weights: Sequence[ArrayLike],
    biases: Sequence[ArrayLike],
    learning_rate: float,
    batch_size: int,
    epochs: int,
    rng: np.random.Generator,
) -> tuple[list[FloatArray], list[FloatArray], list[float]]:
    """Train a ReLU network with softmax output by mini-batch stochastic gradient descent.

    The four steps, for every batch of every epoch: forward pass, measure the error, backward
    pass, tweak the weights. The loss is written down once an epoch, over all samples and with the
    weights as they are then; the mean of the batches' own losses would mix weights of different
    ages.

    Args:
        X: (n_samples, n_features).
        y: integer labels, (n_samples,).
        weights: L arrays to begin with; they stay as they are. Not all alike: units that begin
            equal stay equal.
        biases: L arrays to begin with.
        learning_rate: eta.
        batch_size: samples in a batch, at least 1; more than n_samples means all of them.
        epochs: passes over the samples; 0 gives copies of the parameters and no losses.
        rng: shuffles the samples, anew in every epoch.

    Returns:
        (weights, biases, losses): the trained parameters as lists of float64 arrays, and
        `losses[k]`, the mean cross-entropy over all samples after epoch k + 1.

    Raises:
        ValueError: shapes or labels do not fit, there are no samples, or batch_size < 1.

    Source:
        L. Bottou (2010), "Large-scale machine learning with stochastic gradient descent",
        Proceedings of COMPSTAT 2010, 177-186.

    Example:
        >>> X, y = [[0.0], [1.0], [2.0], [3.0]], [0, 0, 1, 1]
        >>> rng = np.random.default_rng(0)
        >>> W, b, losses = train_mlp(X, y, [[[0.0, 0.0]]], [[0.0, 0.0]], 0.5, 2, 200, rng)
        >>> losses[-1] < 0.2, np.argmax(np.array(X) @ W[0] + b[0], axis=1)
        (True, array([0, 0, 1, 1]))
    """
    W = [_float64(weight).copy() for weight in weights]
    b = [_float64(bias).copy() for bias in biases]
    losses = []
    for _ in range(epochs):
        for X_batch, y_batch in minibatches(_float64(X), y, batch_size, rng):
            d_W, d_b = mlp_backward(X_batch, y_batch, W, b)
            W = sgd_step(W, d_W, learning_rate)
            b = sgd_step(b, d_b, learning_rate)
        zs, _ = mlp_forward(X, W, b)
        losses.append(softmax_crossentropy_logits(y, zs[-1]))
    return W, b, losses


def _float64(values: ArrayLike) -> FloatArray:
    """Numbers of any kind as float64; the array itself (not a copy) if that is what it is."""
    return np.asarray(values, dtype=np.float64)


def _labels(y: ArrayLike, shape: tuple[int, ...]) -> NDArray[np.int64]:
    """Labels as int64 indices into scores of that shape; for NumPy, -1 would be the last class."""
    labels = np.asarray(y)
    if len(shape) != 2 or labels.shape != shape[:1]:
        raise ValueError(f"labels of shape {labels.shape} do not go with scores of shape {shape}")
    if labels.size == 0:
        raise ValueError("the gradient of a mean over an empty batch is not defined")
    indices = labels.astype(np.int64)
    if not np.array_equal(indices, labels) or not 0 <= indices.min() <= indices.max() < shape[1]:
        raise ValueError(f"labels must be whole numbers from 0 to {shape[1] - 1}")
    return indices
