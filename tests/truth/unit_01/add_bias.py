"""Answers to add-bias: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def right_hstack(X: Any) -> Any:
    return np.hstack([np.ones((X.shape[0], 1)), X])


def right_column_stack(X: Any) -> Any:
    return np.column_stack([np.ones(len(X)), X])


def right_insert(X: Any) -> Any:
    return np.insert(X, 0, 1, axis=1)


def right_pad(X: Any) -> Any:
    return np.pad(X, ((0, 0), (1, 0)), constant_values=1)


def right_loop(X: Any) -> Any:
    n, d = X.shape
    out = np.ones((n, d + 1))
    for i in range(n):
        for j in range(d):
            out[i, j + 1] = X[i, j]
    return out


def right_float32(X: Any) -> Any:
    return np.concatenate((np.ones((len(X), 1), np.float32), X.astype(np.float32)), axis=1)


def right_list_early_exit(X: Any) -> Any:
    if X.shape[0] == 0:
        return np.ones((0, X.shape[1] + 1))
    return np.array([[1, *row] for row in X.tolist()])


def wrong_divides(X: Any) -> Any:
    return np.hstack([X[:, :1] / X[:, :1], X])


def wrong_list_no_empty(X: Any) -> Any:
    return np.array([[1, *row] for row in X.tolist()])


def wrong_two_d_only_by_reshape(X: Any) -> Any:
    return np.append(np.ones(len(X)), X.T).reshape(-1, len(X)).T if len(X) else np.array([])


def wrong_reshape_guess(X: Any) -> Any:
    return np.concatenate([np.ones(X.shape[0]), X.ravel()]).reshape(X.shape[0], X.shape[1] + 1)


def wrong_squeeze(X: Any) -> Any:
    return np.hstack([np.ones((X.shape[0], 1)), X]).squeeze()


def wrong_eye_column(X: Any) -> Any:
    out = np.zeros((X.shape[0], X.shape[1] + 1))
    out[:, 1:] = X
    out[0, 0] = 1
    return out


def wrong_hard_rows(X: Any) -> Any:
    return np.hstack([np.ones((3, 1)), X])


def wrong_int_dtype(X: Any) -> Any:
    out = np.ones((X.shape[0], X.shape[1] + 1), dtype=int)
    out[:, 1:] = X
    return out


def wrong_ones_like(X: Any) -> Any:
    return np.hstack([np.ones_like(X), X])


def wrong_index_one(X: Any) -> Any:
    return np.insert(X, 1, 1, axis=1)


def wrong_transposed(X: Any) -> Any:
    return np.hstack([np.ones((X.shape[0], 1)), X]).T


def wrong_in_place_replace(X: Any) -> Any:
    X[:, 0] = 1
    return X
