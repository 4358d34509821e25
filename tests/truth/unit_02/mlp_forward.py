"""Answers to mlp-forward: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def right_last_apart(X: Any, weights: Any, biases: Any) -> Any:
    zs, activations, a = [], [], X
    for W, b in zip(weights[:-1], biases[:-1], strict=True):
        z = a @ W + b
        a = np.maximum(0, z)
        zs.append(z)
        activations.append(a)
    z = a @ weights[-1] + biases[-1]
    return [*zs, z], [*activations, z]


def right_index(X: Any, weights: Any, biases: Any) -> Any:
    n_layers = len(weights)
    zs: list[Any] = []
    activations: list[Any] = []
    for k in range(n_layers):
        before = X if k == 0 else activations[k - 1]
        zs.append(np.dot(before, weights[k]) + biases[k])
        activations.append(zs[k].copy() if k == n_layers - 1 else np.where(zs[k] > 0, zs[k], 0))
    return zs, activations


def right_recursive(X: Any, weights: Any, biases: Any) -> Any:
    z = X @ weights[0] + biases[0]
    if len(weights) == 1:
        return [z], [z]
    a = z.clip(min=0)
    zs, activations = right_recursive(a, weights[1:], biases[1:])
    return [z, *zs], [a, *activations]


def right_loops(X: Any, weights: Any, biases: Any) -> Any:
    zs, activations, a = [], [], X
    for k, (W, b) in enumerate(zip(weights, biases, strict=True)):
        z = np.zeros((len(a), W.shape[1]))
        for i in range(len(a)):
            for j in range(W.shape[1]):
                z[i, j] = sum(a[i][m] * W[m][j] for m in range(W.shape[0])) + b[j]
        a = z.copy()
        if k + 1 < len(weights):
            a[a < 0] = 0
        zs.append(z)
        activations.append(a)
    return zs, activations


def right_float32(X: Any, weights: Any, biases: Any) -> Any:
    zs, activations, a = [], [], np.asarray(X, np.float32)
    for W, b in zip(weights, biases, strict=True):
        z = a @ np.asarray(W, np.float32) + np.asarray(b, np.float32)
        a = np.maximum(z, np.float32(0))
        zs.append(z)
        activations.append(a)
    activations[-1] = zs[-1]
    return zs, activations


def right_transposed_inside(X: Any, weights: Any, biases: Any) -> Any:
    zs, activations, a = [], [], np.asarray(X).T
    for k, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
        z = W.T @ a + b[:, None]
        a = z if k == len(weights) else z * (z > 0)
        zs.append(z.T)
        activations.append(a.T)
    return zs, activations


def right_list_of_pairs(X: Any, weights: Any, biases: Any) -> Any:
    pairs = [(X, X)]
    for W, b in zip(weights, biases, strict=True):
        z = pairs[-1][1] @ W + b
        pairs.append((z, np.maximum(z, 0) if len(pairs) < len(weights) else z))
    return [z for z, _ in pairs[1:]], [a for _, a in pairs[1:]]


def wrong_relu_everywhere(X: Any, weights: Any, biases: Any) -> Any:
    zs, activations, a = [], [], X
    for W, b in zip(weights, biases, strict=True):
        z = a @ W + b
        a = np.maximum(0, z)
        zs.append(z)
        activations.append(a)
    return zs, activations


def wrong_relu_nowhere(X: Any, weights: Any, biases: Any) -> Any:
    zs, a = [], X
    for W, b in zip(weights, biases, strict=True):
        a = a @ W + b
        zs.append(a)
    return zs, list(zs)


def wrong_sums_handed_on(X: Any, weights: Any, biases: Any) -> Any:
    zs, activations, z = [], [], X
    for k, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
        z = z @ W + b
        zs.append(z)
        activations.append(np.maximum(0, z) if k < len(weights) else z)
    return zs, activations


def wrong_samples_among_activations(X: Any, weights: Any, biases: Any) -> Any:
    zs, activations = [], [X]
    for k, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
        zs.append(activations[-1] @ W + b)
        activations.append(np.maximum(0, zs[-1]) if k < len(weights) else zs[-1])
    return zs, activations


def wrong_sums_overwritten(X: Any, weights: Any, biases: Any) -> Any:
    zs, activations, a = [], [], X
    for k, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
        z = a @ W + b
        zs.append(z)
        if k < len(weights):
            z[z < 0] = 0
        activations.append(z)
        a = z
    return zs, activations


def wrong_no_biases(X: Any, weights: Any, biases: Any) -> Any:
    zs, activations, a = [], [], X
    for k, W in enumerate(weights, start=1):
        z = a @ W
        a = np.maximum(0, z) if k < len(weights) else z
        zs.append(z)
        activations.append(a)
    return zs, activations


def wrong_lists_exchanged(X: Any, weights: Any, biases: Any) -> Any:
    zs, activations = right_last_apart(X, weights, biases)
    return activations, zs


def wrong_type_of_the_weights(X: Any, weights: Any, biases: Any) -> Any:
    zs, activations, a = [], [], X
    for k, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
        z = np.zeros((len(a), W.shape[1]), dtype=W.dtype)
        z[:] = a @ W + b
        a = np.maximum(0, z) if k < len(weights) else z
        zs.append(z)
        activations.append(a)
    return zs, activations


def wrong_biases_added_in_place(X: Any, weights: Any, biases: Any) -> Any:
    zs, activations, a = [], [], X
    for k, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
        z = a @ W
        z += b
        a = np.maximum(0, z) if k < len(weights) else z
        zs.append(z)
        activations.append(a)
    return zs, activations
