"""Answers to dense-backward: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def right_matmul(d_Z: Any, X: Any, W: Any) -> Any:
    return d_Z @ W.T, X.T @ d_Z, d_Z.sum(axis=0)


def right_loops(d_Z: Any, X: Any, W: Any) -> Any:
    (n, m), u = X.shape, W.shape[1]
    d_X, d_W, d_b = np.zeros((n, m)), np.zeros((m, u)), np.zeros(u)
    for i in range(n):
        for j in range(u):
            d_b[j] += d_Z[i, j]
            for k in range(m):
                d_W[k, j] += X[i, k] * d_Z[i, j]
                d_X[i, k] += d_Z[i, j] * W[k, j]
    return d_X, d_W, d_b


def right_einsum(d_Z: Any, X: Any, W: Any) -> Any:
    return (
        np.einsum("ij,kj->ik", d_Z, W),
        np.einsum("ik,ij->kj", X, d_Z),
        np.einsum("ij->j", d_Z),
    )


def right_outer_products(d_Z: Any, X: Any, W: Any) -> Any:
    d_W = sum(np.outer(x, d) for x, d in zip(X, d_Z, strict=True))
    return np.array([W @ d for d in d_Z]), d_W, np.ones(len(d_Z)) @ d_Z


def right_bias_as_weight(d_Z: Any, X: Any, W: Any) -> Any:
    """A column of ones in front of X turns the bias into a row of W."""
    d_W = np.column_stack([np.ones(len(X)), X]).T @ d_Z
    return np.dot(W, d_Z.T).T, d_W[1:], d_W[0]


def right_broadcasting(d_Z: Any, X: Any, W: Any) -> Any:
    d_W = (X[:, :, None] * d_Z[:, None, :]).sum(axis=0)
    return (d_Z[:, None, :] * W[None, :, :]).sum(axis=2), d_W, np.add.reduce(d_Z)


def wrong_mean_again(d_Z: Any, X: Any, W: Any) -> Any:
    n = len(X)
    return d_Z @ W.T, X.T @ d_Z / n, d_Z.sum(axis=0) / n


def wrong_bias_mean(d_Z: Any, X: Any, W: Any) -> Any:
    return d_Z @ W.T, X.T @ d_Z, d_Z.mean(axis=0)


def wrong_bias_as_row(d_Z: Any, X: Any, W: Any) -> Any:
    return d_Z @ W.T, X.T @ d_Z, d_Z.sum(axis=0, keepdims=True)


def wrong_weights_transposed(d_Z: Any, X: Any, W: Any) -> Any:
    return d_Z @ W.T, d_Z.T @ X, d_Z.sum(axis=0)


def wrong_last_sample_only(d_Z: Any, X: Any, W: Any) -> Any:
    """= where += belongs."""
    d_W, d_b = np.zeros(W.shape), np.zeros(W.shape[1])
    for x, d in zip(X, d_Z, strict=True):
        d_W = np.outer(x, d)
        d_b = 1.0 * d
    return d_Z @ W.T, d_W, d_b


def wrong_as_many_integers(d_Z: Any, X: Any, W: Any) -> Any:
    """zeros_like of integers holds integers: each sum loses its decimals without a word."""
    d_X, d_W = np.zeros_like(X), np.zeros_like(W)
    for i in range(len(X)):
        for k in range(len(W)):
            for j in range(W.shape[1]):
                d_X[i, k] += d_Z[i, j] * W[k, j]
                d_W[k, j] += d_Z[i, j] * X[i, k]
    return d_X, d_W, d_Z.sum(axis=0)
