"""Answers to mlp-backward: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def _forward(X: Any, weights: Any, biases: Any) -> Any:
    zs, activations = [], []
    A = np.asarray(X)
    for layer, (W, b) in enumerate(zip(weights, biases, strict=True)):
        Z = A @ W + b
        A = Z if layer == len(weights) - 1 else np.maximum(0, Z)
        zs.append(Z)
        activations.append(A)
    return zs, activations


def _d_logits(z: Any, y: Any) -> Any:
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return (e / e.sum(axis=1, keepdims=True) - np.eye(z.shape[1])[y]) / len(y)


def _backward(X: Any, y: Any, weights: Any, biases: Any) -> Any:
    zs, activations = _forward(X, weights, biases)
    d_Z = _d_logits(zs[-1], y)
    d_weights, d_biases = [], []
    for layer in reversed(range(len(weights))):
        A = activations[layer - 1] if layer else np.asarray(X)
        d_weights.insert(0, A.T @ d_Z)
        d_biases.insert(0, d_Z.sum(axis=0))
        if layer:
            d_Z = d_Z @ weights[layer].T * (zs[layer - 1] > 0)
    return d_weights, d_biases


def right_layer_by_layer(X: Any, y: Any, weights: Any, biases: Any) -> Any:
    return _backward(X, y, weights, biases)


def right_recursion(X: Any, y: Any, weights: Any, biases: Any) -> Any:
    """Each layer calls the next one and gets dJ/d(its output) back."""
    d_weights, d_biases = [None] * len(weights), [None] * len(weights)

    def through(layer: int, A: Any) -> Any:
        Z = A @ weights[layer] + biases[layer]
        if layer == len(weights) - 1:
            d_Z = _d_logits(Z, y)
        else:
            d_Z = np.where(Z > 0, through(layer + 1, np.where(Z > 0, Z, 0.0)), 0.0)
        d_weights[layer] = np.einsum("ik,ij->kj", A, d_Z)
        d_biases[layer] = np.einsum("ij->j", d_Z)
        return d_Z @ weights[layer].T

    through(0, np.asarray(X))
    return d_weights, d_biases


def right_sample_by_sample(X: Any, y: Any, weights: Any, biases: Any) -> Any:
    d_weights = [np.zeros(np.shape(W)) for W in weights]
    d_biases = [np.zeros(np.shape(b)) for b in biases]
    for x, label in zip(X, y, strict=True):
        zs, activations = _forward(x[None, :], weights, biases)
        d = _d_logits(zs[-1], np.array([label]))[0] / len(X)
        for layer in range(len(weights) - 1, -1, -1):
            d_weights[layer] += np.outer(x if layer == 0 else activations[layer - 1][0], d)
            d_biases[layer] += d
            if layer > 0:
                d = weights[layer] @ d
                d[zs[layer - 1][0] <= 0] = 0.0
    return d_weights, d_biases


def right_stack_of_backs(X: Any, y: Any, weights: Any, biases: Any) -> Any:
    """A tape: the forward pass leaves one function per layer, the backward pass pops them."""
    tape: list[Any] = []
    A = np.asarray(X)
    for layer, (W, b) in enumerate(zip(weights, biases, strict=True)):
        tape.append(lambda d, A=A, W=W: (A.T @ d, d.sum(0), d @ W.T * (A > 0)))
        A = A @ W + b
        if layer < len(weights) - 1:
            A = A * (A > 0)
    d, d_weights, d_biases = _d_logits(A, y), [], []
    while tape:
        d_W, d_b, d = tape.pop()(d)
        d_weights.append(d_W)
        d_biases.append(d_b)
    return d_weights[::-1], d_biases[::-1]


def right_bias_as_weight(X: Any, y: Any, weights: Any, biases: Any) -> Any:
    both = [np.vstack([b, W]) for W, b in zip(weights, biases, strict=True)]
    inputs, A = [], np.asarray(X)
    for both_l in both:
        inputs.append(np.column_stack([np.ones(len(A)), A if not inputs else np.maximum(A, 0)]))
        A = inputs[-1] @ both_l
    d, found = _d_logits(A, y), []
    for both_l, wide in zip(both[::-1], inputs[::-1], strict=True):
        found.append(wide.T @ d)
        d = (d @ both_l.T)[:, 1:] * (wide[:, 1:] > 0)
    return [g[1:] for g in found[::-1]], [g[0] for g in found[::-1]]


def wrong_no_relu_slope(X: Any, y: Any, weights: Any, biases: Any) -> Any:
    zs, activations = _forward(X, weights, biases)
    inputs, d = [np.asarray(X), *activations[:-1]], _d_logits(zs[-1], y)
    d_weights, d_biases = [], []
    for A, W in zip(inputs[::-1], weights[::-1], strict=True):
        d_weights.insert(0, A.T @ d)
        d_biases.insert(0, d.sum(axis=0))
        d = d @ W.T
    return d_weights, d_biases


def wrong_slope_one_at_zero(X: Any, y: Any, weights: Any, biases: Any) -> Any:
    zs, activations = _forward(X, weights, biases)
    inputs, d = [np.asarray(X), *activations[:-1]], _d_logits(zs[-1], y)
    d_weights, d_biases = [], []
    for layer in reversed(range(len(weights))):
        d_weights.insert(0, inputs[layer].T @ d)
        d_biases.insert(0, d.sum(axis=0))
        if layer:
            d = d @ weights[layer].T * (zs[layer - 1] >= 0)
    return d_weights, d_biases


def wrong_inputs_before_relu(X: Any, y: Any, weights: Any, biases: Any) -> Any:
    zs, _ = _forward(X, weights, biases)
    inputs, d = [np.asarray(X), *zs[:-1]], _d_logits(zs[-1], y)
    d_weights, d_biases = [], []
    for layer in reversed(range(len(weights))):
        d_weights.insert(0, inputs[layer].T @ d)
        d_biases.insert(0, d.sum(axis=0))
        if layer:
            d = d @ weights[layer].T * (zs[layer - 1] > 0)
    return d_weights, d_biases


def wrong_mean_in_every_layer(X: Any, y: Any, weights: Any, biases: Any) -> Any:
    d_weights, d_biases = _backward(X, y, weights, biases)
    return [d / len(y) for d in d_weights], [d / len(y) for d in d_biases]


def wrong_reversed_lists(X: Any, y: Any, weights: Any, biases: Any) -> Any:
    d_weights, d_biases = _backward(X, y, weights, biases)
    return d_weights[::-1], d_biases[::-1]


def wrong_new_weights_on_the_way(X: Any, y: Any, weights: Any, biases: Any) -> Any:
    """Each layer is updated before the error is passed on."""
    zs, activations = _forward(X, weights, biases)
    inputs, d = [np.asarray(X), *activations[:-1]], _d_logits(zs[-1], y)
    d_weights, d_biases = [], []
    for layer in reversed(range(len(weights))):
        d_weights.insert(0, inputs[layer].T @ d)
        d_biases.insert(0, d.sum(axis=0))
        if layer:
            d = d @ (weights[layer] - 0.1 * d_weights[0]).T * (zs[layer - 1] > 0)
    return d_weights, d_biases
