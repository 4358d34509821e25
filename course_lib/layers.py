"""Layers: functions that remember their input, so that they can say how a change of it matters.

Every layer has two lists, `parameters` and `gradients` (empty where nothing is learned), and

    forward(X, training)   computes the output, and remembers what `backward` needs
    backward(d_A)          takes the gradient of the cost J with respect to the output, d_A = dJ/dA,
                           stores that of the parameters, and returns that of the input, dJ/dX

so a network is run forward from its first layer to its last, and backward in the other direction.

Whatever float type goes in comes out, so a network of float32 stays one. The large products are
computed in that type, which is why `Dense` does not call `backprop.dense_backward` (float64, the
same formulas). The other layers call the functions of `activations` and `dropout` and convert:
what they do to a batch costs next to nothing beside the products.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from course_lib.activations import relu, sigmoid, tanh
from course_lib.dropout import dropout_backward, dropout_forward
from course_lib.initializers import Initializer, he_normal

__all__ = ["Array", "Dense", "Dropout", "Layer", "ReLU", "Sigmoid", "Tanh"]

Array = NDArray[np.floating[Any]]


class Layer:
    """What all layers have in common.

    Attributes:
        parameters: the arrays that are learned.
        gradients: dJ/dp for each of them, in the same order; of the last `backward`.
    """

    def __init__(self) -> None:
        self.parameters: list[Array] = []
        self.gradients: list[Array] = []

    def forward(self, X: Array, training: bool = False) -> Array:
        """The output for a batch X, (n_samples, n_inputs); `training` matters to dropout only."""
        raise NotImplementedError

    def backward(self, d_A: Array) -> Array:
        """Store dJ/dp of each parameter, and return dJ/dX, of the shape of X."""
        raise NotImplementedError

    def store_gradients(self, d_A: Array) -> None:
        """The first half of `backward`: all that is asked of the first layer of a network."""


class Dense(Layer):
    """Every unit sees every input: Z = X W + b.

    Args:
        n_inputs: number of inputs.
        n_units: number of units, which is the number of outputs.
        rng: source of the random initial weights.
        initializer: draws the weights; the biases start at 0.
        dtype: float type of the parameters.

    Attributes:
        parameters: [W, b], of shapes (n_inputs, n_units) and (n_units,).

    Example:
        >>> layer = Dense(3, 2, np.random.default_rng(0))
        >>> layer.forward(np.ones((5, 3))).shape
        (5, 2)
    """

    def __init__(
        self,
        n_inputs: int,
        n_units: int,
        rng: np.random.Generator,
        initializer: Initializer = he_normal,
        dtype: DTypeLike = np.float64,
    ) -> None:
        super().__init__()
        W = initializer(n_inputs, n_units, rng)
        self.parameters = [W.astype(dtype), np.zeros(n_units, dtype)]

    def forward(self, X: Array, training: bool = False) -> Array:
        """Z = X W + b for X (n_samples, n_inputs), that is (n_samples, n_units)."""
        W, b = self.parameters
        self.X = X
        return X @ W + b

    def backward(self, d_Z: Array) -> Array:
        """From d_Z = dJ/dZ, (n_samples, n_units), to the gradients of W, b and X.

        Z_ij = sum_k X_ik W_kj + b_j, and J depends on W, b and X through Z only, so by the
        chain rule, summing over every Z that an entry has a part in,

            dJ/dW_kj = sum_i dJ/dZ_ij X_ik      W_kj is in column j of Z    d_W = X^T d_Z
            dJ/db_j  = sum_i dJ/dZ_ij           b_j too, with a factor 1    d_b = sum of the rows
            dJ/dX_ik = sum_j dJ/dZ_ij W_kj      X_ik is in row i of Z       d_X = d_Z W^T

        Nothing is divided by the number of samples: if J is a mean, its 1/n is in d_Z already.
        """
        W, _ = self.parameters
        self.store_gradients(d_Z)
        return d_Z @ W.T

    def store_gradients(self, d_Z: Array) -> None:
        """d_W and d_b only. In a first layer, d_X would be the most work, and is of no use."""
        self.gradients = [self.X.T @ d_Z, d_Z.sum(axis=0)]


class ReLU(Layer):
    """max(0, x) of each entry (see `activations.relu`)."""

    def forward(self, X: Array, training: bool = False) -> Array:
        """max(0, X), of the shape of X."""
        self.X = X
        return _in_type_of(X, relu(X))

    def backward(self, d_A: Array) -> Array:
        """A_ij depends on X_ij alone, with slope 1 where X_ij > 0, else 0 (so also at 0)."""
        return d_A * (self.X > 0)


class Sigmoid(Layer):
    """The logistic function of each entry (see `activations.sigmoid`)."""

    def forward(self, X: Array, training: bool = False) -> Array:
        """1 / (1 + exp(-X)), of the shape of X."""
        self.A = _in_type_of(X, sigmoid(X))
        return self.A

    def backward(self, d_A: Array) -> Array:
        """The slope is a (1 - a): the *output* is all that has to be remembered."""
        return d_A * self.A * (1 - self.A)


class Tanh(Layer):
    """The hyperbolic tangent of each entry (see `activations.tanh`)."""

    def forward(self, X: Array, training: bool = False) -> Array:
        """tanh(X), of the shape of X."""
        self.A = _in_type_of(X, tanh(X))
        return self.A

    def backward(self, d_A: Array) -> Array:
        """The slope is 1 - a^2: again the output is all that has to be remembered."""
        return d_A * (1 - self.A**2)


class Dropout(Layer):
    """In training, silence each input with probability `rate` (see `dropout.dropout_forward`).

    Otherwise every input passes as it is. What is kept in training is divided by 1 - rate, so
    that the mean is the same in both cases. Not for the last layer: outputs are never dropped.

    Args:
        rate: probability with which an input is dropped, 0 <= rate < 1.
        rng: source of the random numbers; each training step draws anew.

    Raises:
        ValueError: the rate is not in that range.

    Example:
        >>> Dropout(0.5, np.random.default_rng(0)).forward(np.ones((1, 6)), training=True)
        array([[2., 0., 0., 0., 2., 2.]])
    """

    def __init__(self, rate: float, rng: np.random.Generator) -> None:
        super().__init__()
        if not 0 <= rate < 1:
            raise ValueError(f"the rate is a probability below 1, not {rate}")
        self.rate, self.rng = rate, rng

    def forward(self, X: Array, training: bool = False) -> Array:
        """X / (1 - rate) where kept and 0 elsewhere; X itself where it is not training."""
        self.rate_used = self.rate if training else 0.0
        A, self.kept = dropout_forward(X, self.rate_used, self.rng, training)
        return _in_type_of(X, A)

    def backward(self, d_A: Array) -> Array:
        """The slope is 1 / (1 - rate) where X was kept, else 0: with the mask of that forward."""
        return _in_type_of(d_A, dropout_backward(d_A, self.kept, self.rate_used))


def _in_type_of(X: Array, A: NDArray[np.float64]) -> Array:
    """A, computed in float64, in X's float type; integers, which would cut A off, are refused."""
    return A.astype(X.dtype, casting="same_kind", copy=False)
