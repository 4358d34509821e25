"""Answers to predict-classes: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def _outputs(X: Any, weights: Any, biases: Any) -> Any:
    a = np.asarray(X)
    for k, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
        a = a @ W + b
        if k < len(weights):
            a = np.maximum(0, a)
    return a


def right_argmax(X: Any, weights: Any, biases: Any) -> Any:
    return np.argmax(_outputs(X, weights, biases), axis=1)


def right_method_last_axis(X: Any, weights: Any, biases: Any) -> Any:
    return _outputs(X, weights, biases).argmax(-1)


def right_loops(X: Any, weights: Any, biases: Any) -> Any:
    classes = []
    for row in _outputs(X, weights, biases):
        best = 0
        for j in range(1, len(row)):
            if row[j] > row[best]:
                best = j
        classes.append(best)
    return np.array(classes)


def right_sample_by_sample(X: Any, weights: Any, biases: Any) -> Any:
    classes = np.empty(len(X), dtype=int)
    for i, x in enumerate(X):
        classes[i] = np.argmax(_outputs(x, weights, biases))
    return classes


def right_list_index(X: Any, weights: Any, biases: Any) -> Any:
    rows = _outputs(X, weights, biases).tolist()
    return np.array([row.index(max(row)) for row in rows])


def right_first_of_the_largest(X: Any, weights: Any, biases: Any) -> Any:
    out = _outputs(X, weights, biases)
    return (out == out.max(axis=1, keepdims=True)).argmax(axis=1)


def right_stable_sort(X: Any, weights: Any, biases: Any) -> Any:
    return np.argsort(-_outputs(X, weights, biases), axis=1, kind="stable")[:, 0]


def right_python_max(X: Any, weights: Any, biases: Any) -> Any:
    out = _outputs(X, weights, biases)
    return np.array([max(range(len(row)), key=row.__getitem__) for row in out], dtype=np.int32)


def wrong_axis(X: Any, weights: Any, biases: Any) -> Any:
    return np.argmax(_outputs(X, weights, biases), axis=0)


def wrong_no_axis(X: Any, weights: Any, biases: Any) -> Any:
    return np.argmax(_outputs(X, weights, biases))


def wrong_largest_values(X: Any, weights: Any, biases: Any) -> Any:
    return np.max(_outputs(X, weights, biases), axis=1)


def wrong_last_of_equal(X: Any, weights: Any, biases: Any) -> Any:
    out = _outputs(X, weights, biases)
    return out.shape[1] - 1 - np.argmax(out[:, ::-1], axis=1)


def wrong_counts_from_one(X: Any, weights: Any, biases: Any) -> Any:
    return np.argmax(_outputs(X, weights, biases), axis=1) + 1


def wrong_relu_on_the_output(X: Any, weights: Any, biases: Any) -> Any:
    return np.argmax(np.maximum(0, _outputs(X, weights, biases)), axis=1)


def wrong_first_layer_only(X: Any, weights: Any, biases: Any) -> Any:
    return np.argmax(X @ weights[0] + biases[0], axis=1)


def wrong_type_of_the_samples(X: Any, weights: Any, biases: Any) -> Any:
    a = X
    for k, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
        z = np.zeros((len(X), W.shape[1]), dtype=X.dtype)
        z[:] = a @ W + b
        a = np.maximum(0, z) if k < len(weights) else z
    return np.argmax(a, axis=1)


def wrong_rounded_outputs(X: Any, weights: Any, biases: Any) -> Any:
    return np.argmax(np.round(_outputs(X, weights, biases)), axis=1)
