"""Answers to max-norm: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def right_loop(W: Any, max_value: Any) -> Any:
    new = np.array(W, dtype=float)
    for j in range(new.shape[1]):
        norm = np.sqrt(np.sum(new[:, j] ** 2))
        if norm > max_value:
            new[:, j] = new[:, j] * max_value / norm
    return new


def right_where(W: Any, max_value: Any) -> Any:
    norm = np.linalg.norm(W, axis=0)
    above = norm > max_value
    return W * np.where(above, max_value / np.where(above, norm, 1.0), 1.0)


def right_divided_by_larger(W: Any, max_value: Any) -> Any:
    norm = np.linalg.norm(W, axis=0, keepdims=True)
    return W / np.maximum(norm / max_value, 1.0)


def right_masked_columns(W: Any, max_value: Any) -> Any:
    new = np.asarray(W).astype(float)
    norm = np.sqrt(np.einsum("ij,ij->j", new, new))
    above = norm > max_value
    new[:, above] *= max_value / norm[above]
    return new


def right_float32(W: Any, max_value: Any) -> Any:
    W_32 = np.asarray(W, dtype=np.float32)
    norm = np.linalg.norm(W_32, axis=0)
    factor = np.float32(max_value) / np.maximum(norm, np.float32(max_value))
    return W_32 * factor


def right_transposed_rows(W: Any, max_value: Any) -> Any:
    columns = []
    for column in np.transpose(W):
        norm = float(np.sqrt(column @ column))
        columns.append(column * (max_value / norm) if norm > max_value else column * 1.0)
    return np.array(columns).T


def wrong_rows(W: Any, max_value: Any) -> Any:
    norm = np.linalg.norm(W, axis=1, keepdims=True)
    return W * (max_value / np.maximum(norm, max_value))


def wrong_whole_matrix(W: Any, max_value: Any) -> Any:
    norm = np.linalg.norm(W)
    return W * (max_value / norm) if norm > max_value else W * 1.0


def wrong_without_if(W: Any, max_value: Any) -> Any:
    norm = np.linalg.norm(W, axis=0)
    return W * max_value / np.where(norm == 0, 1.0, norm)


def wrong_clipped_entries(W: Any, max_value: Any) -> Any:
    return np.clip(W, -max_value, max_value)


def wrong_in_place(W: Any, max_value: Any) -> Any:
    for j in range(W.shape[1]):
        norm = np.linalg.norm(W[:, j])
        if norm > max_value:
            W[:, j] = W[:, j] * max_value / norm
    return W
