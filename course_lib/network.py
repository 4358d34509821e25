"""A network: layers in a row, each fed with the output of the one before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from course_lib.initializers import Initializer, he_normal
from course_lib.layers import Array, Dense, Layer, ReLU

__all__ = ["Network", "mlp"]


class Network:
    """The function y = f_L(... f_2(f_1(x))), and its gradients.

    Args:
        layers: f_1 to f_L. An output unit's activation is left to the cost: the last layer is
            usually a `Dense` one, whose sums (the logits) a cost such as
            `objectives.softmax_crossentropy` takes.

    Raises:
        ValueError: there are no layers, or one stands in the row twice (it could remember only
            one of its two inputs).

    Example:
        >>> rng = np.random.default_rng(0)
        >>> network = Network([Dense(4, 3, rng), ReLU(), Dense(3, 2, rng)])
        >>> network.forward([[1, 2, 3, 4]]).shape, network.count_parameters()
        ((1, 2), 23)
    """

    def __init__(self, layers: Sequence[Layer]) -> None:
        self.layers = list(layers)
        if not self.layers or len(set(map(id, self.layers))) < len(self.layers):
            raise ValueError("a network needs at least one layer, and each of them only once")

    def forward(self, X: ArrayLike, training: bool = False) -> Array:
        """The outputs for a batch, from (n_samples, n_inputs) to (n_samples, n_outputs)."""
        A = np.asarray(X, dtype=self.dtype)
        for layer in self.layers:
            A = layer.forward(A, training)
        return A

    def backward(self, d_A: Array) -> None:
        """Compute `gradients`, given dJ/dA for the outputs A of the last `forward`.

        By the chain rule, what a layer returns as the gradient of its input is what the layer
        before it needs as the gradient of its output. The first layer's input is the data,
        which nobody learns: its gradient is not computed.
        """
        first, *others = self.layers
        for layer in reversed(others):
            d_A = layer.backward(d_A)
        first.store_gradients(d_A)

    def predict(self, X: ArrayLike, batch_size: int = 1024) -> Array:
        """The outputs of the trained network, computed in batches to need little memory."""
        X = np.asarray(X)
        starts = range(0, max(len(X), 1), batch_size)  # no samples are one batch of none
        return np.concatenate([self.forward(X[i : i + batch_size]) for i in starts])

    @property
    def parameters(self) -> list[Array]:
        """All that is learned, layer by layer: [W_1, b_1, W_2, b_2, ...] for dense layers."""
        return [p for layer in self.layers for p in layer.parameters]

    @parameters.setter
    def parameters(self, values: Sequence[Array]) -> None:
        if [p.shape for p in self.parameters] != [np.shape(p) for p in values]:
            raise ValueError("the parameters of a network can be replaced only by as large ones")
        remaining = iter(values)
        for layer in self.layers:
            layer.parameters = list(islice(remaining, len(layer.parameters)))

    @property
    def gradients(self) -> list[Array]:
        """dJ/dp for each of `parameters`, in the same order; of the last `backward`."""
        return [g for layer in self.layers for g in layer.gradients]

    @property
    def dtype(self) -> np.dtype[np.floating]:
        """The float type of the parameters (float64 if there are none)."""
        return np.result_type(*self.parameters) if self.parameters else np.dtype(np.float64)

    def count_parameters(self) -> int:
        """How many numbers are learned."""
        return sum(p.size for p in self.parameters)


def mlp(
    layer_sizes: Sequence[int],
    rng: np.random.Generator,
    initializer: Initializer = he_normal,
    dtype: DTypeLike = np.float64,
) -> Network:
    """The multi-layer perceptron: dense layers with a ReLU after each but the last.

    Args:
        layer_sizes: [n_inputs, n_hidden, ..., n_outputs], at least two numbers.
        rng: source of the initial weights.
        initializer: draws them.
        dtype: float type of the parameters, and so of all that is computed.

    Example:
        >>> mlp([784, 128, 64, 10], np.random.default_rng(0)).count_parameters()
        109386
    """
    layers: list[Layer] = []
    for n_inputs, n_units in pairwise(layer_sizes):
        layers += [Dense(n_inputs, n_units, rng, initializer, dtype), ReLU()]
    return Network(layers[:-1])
