"""The multi-layer perceptron: layers of neurons in a row, from a batch of samples to its answers.

Conventions: X is (n_samples, n_features). A network of depth L is a list of L weight matrices
and a list of L bias vectors; W is (n_inputs, n_units) with one column per neuron, b is (n_units,).
Numbers of any numeric dtype (and lists of them) are accepted, the arithmetic is float64, and no
argument is modified. Shapes that do not fit raise ValueError.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "count_parameters",
    "hidden_layer",
    "mlp_forward",
    "predict_classes",
    "xor_network",
]

FloatArray = NDArray[np.float64]


def hidden_layer(X: ArrayLike, W: ArrayLike, b: ArrayLike) -> FloatArray:
    """One hidden layer of rectified linear units: relu(X W + b), for every row of X.

        relu(z) = max(0, z)

    A unit is silent on one side of the hyperplane w . x + b = 0, as a threshold unit is. On the
    other side its answer grows with the distance from the hyperplane, where a threshold unit
    says 1 and no more: the next layer hears not only *that* something is there, but how much.

    Args:
        X: (n_samples, n_inputs).
        W: (n_inputs, n_units).
        b: (n_units,).

    Returns:
        (n_samples, n_units) float64, nowhere negative; (0, n_units) for no samples.

    Raises:
        ValueError: X has another number of columns than W has rows, or b another length than W
            has columns (a single bias for all units included).

    Source:
        V. Nair and G. E. Hinton (2010), "Rectified linear units improve restricted Boltzmann
        machines", ICML 27, 807-814.

    Example:
        >>> hidden_layer([[1, 2], [-3, 0]], W=[[1, -1], [1, 2]], b=[0.5, -1])
        array([[3.5, 2. ],
               [0. , 2. ]])
    """
    return np.maximum(0.0, _affine(_float64(X), W, b))


def xor_network() -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Weights of a network of three threshold units that computes XOR of two bits.

    No single threshold unit can (see `perceptron.logic_gates`), but XOR is an AND of two gates
    that single units do compute:

        h_1 = OR(x_1, x_2)      is at least one of them 1?   x_1 + x_2 - 0.5 >= 0
        h_2 = NAND(x_1, x_2)    is at most one of them 1?    1.5 - x_1 - x_2 >= 0
        y   = AND(h_1, h_2)     both of these?               h_1 + h_2 - 1.5 >= 0

    The hidden layer maps the four corners to three points, (0, 1), (1, 1) and (1, 0): the two
    corners with answer 1 fall on the same one, and a line cuts it off from the others.

    Returns:
        (W1, b1, W2, b2) of shapes (2, 2), (2,), (2, 1), (1,), float64.

    Source:
        W. S. McCulloch and W. Pitts (1943), "A logical calculus of the ideas immanent in nervous
        activity", Bulletin of Mathematical Biophysics 5, 115-133: nets of units compute what a
        unit cannot. The division of XOR into these three gates is the textbook one.

    Example:
        >>> from course_lib.perceptron import perceptron_layer
        >>> W1, b1, W2, b2 = xor_network()
        >>> hidden = perceptron_layer([[0, 0], [0, 1], [1, 0], [1, 1]], W1, b1)
        >>> perceptron_layer(hidden, W2, b2)[:, 0]
        array([0, 1, 1, 0])
    """
    W1 = np.array([[1.0, -1.0], [1.0, -1.0]])
    b1 = np.array([-0.5, 1.5])
    W2 = np.array([[1.0], [1.0]])
    b2 = np.array([-1.5])
    return W1, b1, W2, b2


def mlp_forward(
    X: ArrayLike, weights: Sequence[ArrayLike], biases: Sequence[ArrayLike]
) -> tuple[list[FloatArray], list[FloatArray]]:
    """The forward pass: what arrives at every layer, and what every layer passes on.

        A^0 = X
        Z^l = A^(l-1) W^l + b^l     for l = 1 ... L
        A^l = relu(Z^l)             in the hidden layers, l < L
        A^L = Z^L                   in the output layer

    Both lists are kept whole because learning needs them: the gradient of a layer's weights is
    made of that layer's input and of the slope of its activation at Z (see `backprop`).

    The output layer is left linear. What is put on top of it, a softmax for instance, belongs to
    the cost (see `losses`). Without the relu the whole chain would be affine,
    X W^1 ... W^L + constant, and no better than a single layer.

    Args:
        X: (n_samples, n_features).
        weights: L arrays, (n_inputs, n_units) each; a layer's n_units are the next one's
            n_inputs.
        biases: L arrays, (n_units,) each.

    Returns:
        (zs, activations), two lists of L arrays, (n_samples, n_units) each, float64. X is not
        among the activations; the last activation equals the last z. No layers: two empty lists.

    Raises:
        ValueError: the shapes do not fit, or the two lists have different lengths.

    Source:
        D. E. Rumelhart, G. E. Hinton and R. J. Williams (1986), "Learning representations by
        back-propagating errors", Nature 323, 533-536, for the layered network (with sigmoids).

    Example:
        >>> zs, activations = mlp_forward([[1, 2]], [[[1, -1], [1, -1]], [[2], [3]]], [[0, 0], [1]])
        >>> [z.tolist() for z in zs]
        [[[3.0, -3.0]], [[7.0]]]
        >>> [a.tolist() for a in activations]
        [[[3.0, 0.0]], [[7.0]]]
    """
    zs: list[FloatArray] = []
    activations: list[FloatArray] = []
    A = _float64(X)
    for W, b in zip(weights, biases, strict=True):
        Z = _affine(A, W, b)
        is_output = len(zs) == len(weights) - 1
        A = Z.copy() if is_output else np.maximum(0.0, Z)
        zs.append(Z)
        activations.append(A)
    return zs, activations


def count_parameters(layer_sizes: Sequence[int]) -> int:
    """How many numbers a fully connected network has to learn: all its weights and biases.

        sum over l of (n_(l-1) + 1) n_l

    Every hidden and output neuron has a weight for each neuron of the layer before, and one more
    for the bias neuron of that layer. So every layer but the output has a bias neuron, and the
    inputs, which compute nothing, have no parameters of their own.

    Args:
        layer_sizes: [n_inputs, hidden ..., n_outputs], at least two.

    Returns:
        The number of parameters, an int.

    Raises:
        ValueError: fewer than two layer sizes.

    Example:
        >>> count_parameters([784, 128, 10])  # 785 * 128 + 129 * 10
        101770
    """
    if len(layer_sizes) < 2:
        raise ValueError("a network has at least an input and an output layer")
    return sum((int(n_in) + 1) * int(n_out) for n_in, n_out in pairwise(layer_sizes))


def predict_classes(
    X: ArrayLike, weights: Sequence[ArrayLike], biases: Sequence[ArrayLike]
) -> NDArray[np.int64]:
    """The class of each sample: the index of its largest output, the first one of equals.

    A classifier has one output per class. No softmax is needed to decide: it turns outputs into
    probabilities without changing their order, so the largest stays the largest.

    Args:
        X: (n_samples, n_features).
        weights: L >= 1 arrays, (n_inputs, n_units) each.
        biases: L arrays, (n_units,) each.

    Returns:
        (n_samples,) int64, numbers from 0 to n_outputs - 1.

    Raises:
        ValueError: the shapes do not fit, or there is no layer.

    Example:
        >>> predict_classes([[1, 2], [3, 0]], weights=[[[1, 0], [0, 1]]], biases=[[0, 0]])
        array([1, 0])
    """
    zs, _ = mlp_forward(X, weights, biases)
    if not zs:
        raise ValueError("a network without layers has no classes")
    classes: NDArray[np.int64] = np.argmax(zs[-1], axis=1)
    return classes


def _affine(X: FloatArray, W: ArrayLike, b: ArrayLike) -> FloatArray:
    """X W + b, if there is one bias for each column of W; NumPy would broadcast the rest."""
    W, b = _float64(W), _float64(b)
    if X.ndim != 2 or W.ndim != 2 or b.shape != (W.shape[1],):
        raise ValueError(f"inputs {X.shape}, weights {W.shape} and biases {b.shape} do not fit")
    Z: FloatArray = X @ W + b
    return Z


def _float64(values: ArrayLike) -> FloatArray:
    """Numbers of any kind as float64; the array itself (not a copy) if that is what it is."""
    return np.asarray(values, dtype=np.float64)
