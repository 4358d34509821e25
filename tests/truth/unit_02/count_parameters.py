"""Answers to count-parameters: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np


def right_pairwise(layer_sizes: Any) -> Any:
    return sum((n + 1) * k for n, k in pairwise(layer_sizes))


def right_index_loop(layer_sizes: Any) -> Any:
    total = 0
    for i in range(1, len(layer_sizes)):
        total += layer_sizes[i - 1] * layer_sizes[i]
        total += layer_sizes[i]
    return total


def right_numpy_scalar(layer_sizes: Any) -> Any:
    sizes = np.array(layer_sizes, dtype=np.int64)
    return np.sum((sizes[:-1] + 1) * sizes[1:])


def right_dot(layer_sizes: Any) -> Any:
    return np.dot(layer_sizes[:-1], layer_sizes[1:]) + sum(layer_sizes[1:])


def right_builds_the_arrays(layer_sizes: Any) -> Any:
    total = 0
    for n, k in pairwise(layer_sizes):
        total += np.empty((n, k)).size + np.empty(k).size
    return total


def right_recursive(layer_sizes: Any) -> Any:
    if len(layer_sizes) < 2:
        return 0
    n, k = layer_sizes[:2]
    return n * k + k + right_recursive(layer_sizes[1:])


def right_counts_connections(layer_sizes: Any) -> Any:
    with_bias = [n + 1 for n in layer_sizes[:-1]]
    return sum(n * k for n, k in zip(with_bias, layer_sizes[1:], strict=True))


def right_while(layer_sizes: Any) -> Any:
    i, total = 0, 0
    while i + 1 < len(layer_sizes):
        total = total + (1 + layer_sizes[i]) * layer_sizes[i + 1]
        i = i + 1
    return total


def wrong_no_biases(layer_sizes: Any) -> Any:
    return sum(n * k for n, k in pairwise(layer_sizes))


def wrong_bias_for_inputs(layer_sizes: Any) -> Any:
    return sum(n * k for n, k in pairwise(layer_sizes)) + sum(layer_sizes)


def wrong_bias_on_the_other_side(layer_sizes: Any) -> Any:
    return sum(n * (k + 1) for n, k in pairwise(layer_sizes))


def wrong_one_bias_per_layer(layer_sizes: Any) -> Any:
    return sum(n * k + 1 for n, k in pairwise(layer_sizes))


def wrong_output_layer_missing(layer_sizes: Any) -> Any:
    return sum((n + 1) * k for n, k in pairwise(layer_sizes[:-1]))


def wrong_output_without_bias(layer_sizes: Any) -> Any:
    return sum((n + 1) * k for n, k in pairwise(layer_sizes)) - layer_sizes[-1]


def wrong_neurons(layer_sizes: Any) -> Any:
    return sum(layer_sizes)


def wrong_all_sizes_multiplied(layer_sizes: Any) -> Any:
    product = 1
    for n in layer_sizes[:-1]:
        product *= n + 1
    return product * layer_sizes[-1]
