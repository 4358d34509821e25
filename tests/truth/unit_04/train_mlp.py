"""Answers to train-mlp: right ones in different styles, and wrong ones that come close."""

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


def _cost(X: Any, y: Any, weights: Any, biases: Any) -> Any:
    z = _forward(X, weights, biases)[0][-1]
    return float(np.mean(np.logaddexp.reduce(z, axis=1) - z[np.arange(len(y)), y]))


def _step(params: Any, grads: Any, learning_rate: Any) -> Any:
    return [p - learning_rate * g for p, g in zip(params, grads, strict=True)]


def _batches(X: Any, y: Any, batch_size: Any, rng: Any) -> Any:
    order = rng.permutation(len(y))
    starts = range(0, len(y), batch_size)
    return [(X[order[s : s + batch_size]], y[order[s : s + batch_size]]) for s in starts]


def right_pieces(
    X: Any,
    y: Any,
    weights: Any,
    biases: Any,
    learning_rate: Any,
    batch_size: Any,
    epochs: Any,
    rng: Any,
) -> Any:
    losses = []
    for _ in range(epochs):
        for X_b, y_b in _batches(X, y, batch_size, rng):
            d_weights, d_biases = _backward(X_b, y_b, weights, biases)
            weights = _step(weights, d_weights, learning_rate)
            biases = _step(biases, d_biases, learning_rate)
        losses.append(_cost(X, y, weights, biases))
    return weights, biases, losses


def right_copies_in_place(
    X: Any,
    y: Any,
    weights: Any,
    biases: Any,
    learning_rate: Any,
    batch_size: Any,
    epochs: Any,
    rng: Any,
) -> Any:
    weights = [np.array(W, dtype=float) for W in weights]
    biases = [np.array(b, dtype=float) for b in biases]
    losses, order = [], np.arange(len(X))
    for _ in range(epochs):
        rng.shuffle(order)
        for start in range(0, len(X), batch_size):
            part = order[start : start + batch_size]
            gradients = _backward(X[part], y[part], weights, biases)
            for params, grads in zip((weights, biases), gradients, strict=True):
                for p, g in zip(params, grads, strict=True):
                    np.subtract(p, learning_rate * g, out=p)
        losses.append(_cost(X, y, weights, biases))
    return weights, biases, losses


def right_random_keys(
    X: Any,
    y: Any,
    weights: Any,
    biases: Any,
    learning_rate: Any,
    batch_size: Any,
    epochs: Any,
    rng: Any,
) -> Any:
    weights, biases, losses = list(weights), list(biases), []
    for _ in range(epochs):
        order = np.argsort(rng.random(len(y)))
        for part in np.split(order, np.arange(batch_size, len(y), batch_size)):
            d_weights, d_biases = _backward(X[part], y[part], weights, biases)
            for k in range(len(weights)):
                weights[k] = weights[k] - learning_rate * d_weights[k]
                biases[k] = biases[k] - learning_rate * d_biases[k]
        z = _forward(X, weights, biases)[0][-1]
        shifted = z - z.max(axis=1, keepdims=True)
        log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        losses.append(-sum(log_p[i, y[i]] for i in range(len(y))) / len(y))
    return weights, biases, losses


def right_recursion(
    X: Any,
    y: Any,
    weights: Any,
    biases: Any,
    learning_rate: Any,
    batch_size: Any,
    epochs: Any,
    rng: Any,
) -> Any:
    """One epoch, then the others from where it ended."""
    if epochs == 0:
        return list(weights), list(biases), []
    w, b, first = right_pieces(X, y, weights, biases, learning_rate, batch_size, 1, rng)
    w, b, others = right_recursion(X, y, w, b, learning_rate, batch_size, epochs - 1, rng)
    return w, b, [*first, *others]


def wrong_mean_of_batch_costs(
    X: Any,
    y: Any,
    weights: Any,
    biases: Any,
    learning_rate: Any,
    batch_size: Any,
    epochs: Any,
    rng: Any,
) -> Any:
    losses = []
    for _ in range(epochs):
        seen = []
        for X_b, y_b in _batches(X, y, batch_size, rng):
            seen.append(_cost(X_b, y_b, weights, biases))
            d_weights, d_biases = _backward(X_b, y_b, weights, biases)
            weights = _step(weights, d_weights, learning_rate)
            biases = _step(biases, d_biases, learning_rate)
        losses.append(float(np.mean(seen)))
    return weights, biases, losses


def wrong_start_changed(
    X: Any,
    y: Any,
    weights: Any,
    biases: Any,
    learning_rate: Any,
    batch_size: Any,
    epochs: Any,
    rng: Any,
) -> Any:
    losses = []
    for _ in range(epochs):
        for X_b, y_b in _batches(X, y, batch_size, rng):
            d_weights, d_biases = _backward(X_b, y_b, weights, biases)
            for p, g in zip([*weights, *biases], [*d_weights, *d_biases], strict=True):
                np.subtract(p, learning_rate * g, out=p)
        losses.append(_cost(X, y, weights, biases))
    return weights, biases, losses


def wrong_one_shuffle_for_all(
    X: Any,
    y: Any,
    weights: Any,
    biases: Any,
    learning_rate: Any,
    batch_size: Any,
    epochs: Any,
    rng: Any,
) -> Any:
    batches, losses = _batches(X, y, batch_size, rng), []
    for _ in range(epochs):
        for X_b, y_b in batches:
            d_weights, d_biases = _backward(X_b, y_b, weights, biases)
            weights = _step(weights, d_weights, learning_rate)
            biases = _step(biases, d_biases, learning_rate)
        losses.append(_cost(X, y, weights, biases))
    return weights, biases, losses


def wrong_biases_after_new_weights(
    X: Any,
    y: Any,
    weights: Any,
    biases: Any,
    learning_rate: Any,
    batch_size: Any,
    epochs: Any,
    rng: Any,
) -> Any:
    """The biases' gradient is computed once the weights have been changed."""
    losses = []
    for _ in range(epochs):
        for X_b, y_b in _batches(X, y, batch_size, rng):
            weights = _step(weights, _backward(X_b, y_b, weights, biases)[0], learning_rate)
            biases = _step(biases, _backward(X_b, y_b, weights, biases)[1], learning_rate)
        losses.append(_cost(X, y, weights, biases))
    return weights, biases, losses


def wrong_best_epoch_returned(
    X: Any,
    y: Any,
    weights: Any,
    biases: Any,
    learning_rate: Any,
    batch_size: Any,
    epochs: Any,
    rng: Any,
) -> Any:
    best, losses = (weights, biases), []
    for _ in range(epochs):
        weights, biases, (loss,) = right_pieces(
            X, y, weights, biases, learning_rate, batch_size, 1, rng
        )
        if not losses or loss < min(losses):
            best = (weights, biases)
        losses.append(loss)
    return *best, losses


def wrong_no_shuffle(
    X: Any,
    y: Any,
    weights: Any,
    biases: Any,
    learning_rate: Any,
    batch_size: Any,
    epochs: Any,
    rng: Any,
) -> Any:
    losses = []
    for _ in range(epochs):
        for s in range(0, len(y), batch_size):
            part = slice(s, s + batch_size)
            d_weights, d_biases = _backward(X[part], y[part], weights, biases)
            weights = _step(weights, d_weights, learning_rate)
            biases = _step(biases, d_biases, learning_rate)
        losses.append(_cost(X, y, weights, biases))
    return weights, biases, losses
