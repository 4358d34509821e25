"""Answers to one-hot: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def right_rows_of_the_identity(labels: Any, n_classes: Any) -> Any:
    return np.eye(n_classes)[labels]


def right_fancy_index(labels: Any, n_classes: Any) -> Any:
    rows = np.zeros((len(labels), n_classes))
    rows[np.arange(len(labels)), labels] = 1
    return rows


def right_comparison(labels: Any, n_classes: Any) -> Any:
    return (np.asarray(labels)[:, None] == np.arange(n_classes)).astype(int)


def right_loop(labels: Any, n_classes: Any) -> Any:
    rows = np.zeros((len(labels), n_classes), dtype=np.float32)
    for i, label in enumerate(labels):
        rows[i, label] = 1.0
    return rows


def right_put_along_axis(labels: Any, n_classes: Any) -> Any:
    rows = np.zeros((len(labels), n_classes), dtype=int)
    np.put_along_axis(rows, np.asarray(labels)[:, None], 1, axis=1)
    return rows


def right_list_of_rows(labels: Any, n_classes: Any) -> Any:
    return np.array([[1 if k == label else 0 for k in range(n_classes)] for label in labels])


def wrong_width_from_the_batch(labels: Any, n_classes: Any) -> Any:
    return np.eye(np.max(labels) + 1)[labels]


def wrong_counted_from_one(labels: Any, n_classes: Any) -> Any:
    return np.eye(n_classes)[np.asarray(labels) - 1]


def wrong_classes_as_rows(labels: Any, n_classes: Any) -> Any:
    return np.eye(n_classes)[labels].T


def wrong_label_instead_of_one(labels: Any, n_classes: Any) -> Any:
    rows = np.zeros((len(labels), n_classes))
    rows[np.arange(len(labels)), labels] = labels
    return rows


def wrong_slice_instead_of_row_numbers(labels: Any, n_classes: Any) -> Any:
    """Every row gets a 1 in every column that occurs."""
    rows = np.zeros((len(labels), n_classes))
    rows[:, labels] = 1
    return rows


def wrong_ones_up_to_the_label(labels: Any, n_classes: Any) -> Any:
    return (np.arange(n_classes) <= np.asarray(labels)[:, None]).astype(float)
