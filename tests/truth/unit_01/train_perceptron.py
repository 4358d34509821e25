"""Answers to train-perceptron: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def _ltu(x: Any, w: Any, b: Any) -> Any:
    return 1 if np.dot(x, w) + b >= 0 else 0


def _upd(w: Any, b: Any, x: Any, y: Any, eta: Any) -> Any:
    e = y - _ltu(x, w, b)
    return w + eta * e * x, b + eta * e


def _train(
    X: Any,
    y: Any,
    eta: Any,
    epochs: Any,
    *,
    order: Any = None,
    predict: Any = _ltu,
    count: Any = "before",
    stop: Any = "clean",
) -> Any:
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for k in range(epochs):
        m = 0
        for i in range(len(y)) if order is None else order(len(y), k):
            e = y[i] - predict(X[i], w, b)
            w, b = w + eta * e * X[i], b + eta * e
            m += int(e != 0 if count == "before" else predict(X[i], w, b) != y[i])
        mistakes.append(m)
        if stop == "clean" and m == 0:
            break
        if stop == "same" and len(mistakes) > 1 and mistakes[-1] == mistakes[-2]:
            break
    return w, b, mistakes


def right_standard(X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100) -> Any:
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        count = 0
        for xi, yi in zip(X, y, strict=True):
            if _ltu(xi, w, b) != yi:
                count += 1
            w, b = _upd(w, b, xi, yi, learning_rate)
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes


def right_while(X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100) -> Any:
    n, d = X.shape
    w = np.zeros(d)
    b = 0
    mistakes: list[int] = []
    while len(mistakes) < max_epochs and (not mistakes or mistakes[-1] > 0):
        mistakes.append(0)
        for i in range(n):
            error = y[i] - (np.sum(X[i] * w) + b >= 0)
            if error:
                mistakes[-1] += 1
                w = w + learning_rate * error * X[i]
                b = b + learning_rate * error
    return w, b, mistakes


def right_augmented(X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100) -> Any:
    X_1 = np.column_stack([np.ones(len(X)), X])
    w = np.zeros(X_1.shape[1])
    mistakes = []
    for _ in range(max_epochs):
        errors = []
        for x, t in zip(X_1, y, strict=True):
            e = t - int(x @ w >= 0)
            errors.append(e != 0)
            w = w + learning_rate * e * x
        mistakes.append(sum(errors))
        if not any(errors):
            break
    return w[1:], w[0], mistakes


def right_pure_loops(X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100) -> Any:
    d = X.shape[1]
    w, b = [0.0] * d, 0.0
    mistakes = []
    for _epoch in range(max_epochs):
        m = 0
        for i in range(len(y)):
            z = b
            for j in range(d):
                z += w[j] * float(X[i, j])
            out = 1 if z >= 0 else 0
            if out != y[i]:
                m += 1
                e = int(y[i]) - out
                for j in range(d):
                    w[j] += learning_rate * e * float(X[i, j])
                b += learning_rate * e
        mistakes.append(m)
        if m == 0:
            return np.array(w), b, mistakes
    return np.array(w), b, mistakes


def right_skip_runs(X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100) -> Any:
    """Vectorised: between two mistakes nothing changes, so jump to the next mistake."""
    n, d = X.shape
    w, b, mistakes = np.zeros(d), 0.0, []
    for _ in range(max_epochs):
        start, count = 0, 0
        while start < n:
            bad = np.flatnonzero((X[start:] @ w + b >= 0) != (y[start:] == 1))
            if len(bad) == 0:
                break
            i = start + bad[0]
            e = 1 if y[i] == 1 else -1
            w, b = w + learning_rate * e * X[i], b + learning_rate * e
            count += 1
            start = i + 1
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes


def right_dual(X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100) -> Any:
    """The dual form: count how often each sample was added; eta only at the end."""
    X_1 = np.column_stack([np.ones(len(X)), X]).astype(float)
    alpha = np.zeros(len(X))
    mistakes = []
    for _ in range(max_epochs):
        m = 0
        for i in range(len(X)):
            out = int((alpha @ X_1) @ X_1[i] >= 0)
            if out != y[i]:
                alpha[i] += y[i] - out
                m += 1
        mistakes.append(m)
        if m == 0:
            break
    w = learning_rate * (alpha @ X_1)
    return w[1:], float(w[0]), mistakes


def right_abs_error(X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100) -> Any:
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        m = 0
        for i in range(X.shape[0]):
            e = y[i] - _ltu(X[i], w, b)
            m += abs(e)
            w, b = w + learning_rate * e * X[i], b + learning_rate * e
        mistakes += [m]
        if not m:
            break
    return (w, b, mistakes)


def wrong_repeat_sample_until_right(
    X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100
) -> Any:
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        m = 0
        for x, t in zip(X, y, strict=True):
            first = True
            for _k in range(1000):
                e = t - _ltu(x, w, b)
                if e == 0:
                    break
                m += first
                first = False
                w, b = w + learning_rate * e * x, b + learning_rate * e
        mistakes.append(int(m))
        if m == 0:
            break
    return w, b, mistakes


def wrong_zeros_like_first_row(
    X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100
) -> Any:
    """The weights take over the type of X: whole numbers if the samples are whole numbers."""
    w, b, mistakes = np.zeros_like(X[0]), 0.0, []
    for _ in range(max_epochs):
        m = 0
        for x, t in zip(X, y, strict=True):
            e = t - _ltu(x, w, b)
            m += int(e != 0)
            for j in range(len(w)):
                w[j] += learning_rate * e * x[j]
            b += learning_rate * e
        mistakes.append(m)
        if m == 0:
            break
    return w, b, mistakes


def wrong_stops_when_same(X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100) -> Any:
    return _train(X, y, learning_rate, max_epochs, stop="same")


def wrong_clean_at_end_check(
    X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100
) -> Any:
    """Counts at the visit, but stops as soon as the weights at the end of an epoch are right."""
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        m = 0
        for x, t in zip(X, y, strict=True):
            e = t - _ltu(x, w, b)
            m += int(e != 0)
            w, b = w + learning_rate * e * x, b + learning_rate * e
        mistakes.append(m)
        if np.all((X @ w + b >= 0) == (y == 1)):
            break
    return w, b, mistakes


def wrong_signed_errors(X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100) -> Any:
    """Adds the errors up, so +1 and -1 cancel."""
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        m = 0
        for x, t in zip(X, y, strict=True):
            e = t - _ltu(x, w, b)
            m += e
            w, b = w + learning_rate * e * x, b + learning_rate * e
        mistakes.append(m)
        if m == 0:
            break
    return w, b, mistakes


def wrong_pocket(X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100) -> Any:
    """Returns the best weights seen at the end of an epoch (Gallant's pocket)."""
    best, best_right, m = (np.zeros(X.shape[1]), 0.0), -1, []
    for k in range(1, max_epochs + 1):
        w, b, m = _train(X, y, learning_rate, k)
        r = np.sum((X @ w + b >= 0) == (y == 1))
        if r > best_right:
            best, best_right = (w, b), r
        if m[-1] == 0:
            break
    return *best, m


def wrong_two_clean_epochs(X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100) -> Any:
    w, b, m = _train(X, y, learning_rate, max_epochs)
    if m and m[-1] == 0 and len(m) < max_epochs:
        m = [*m, 0]
    return w, b, m


def wrong_last_sample_forgotten(
    X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100
) -> Any:
    return _train(X, y, learning_rate, max_epochs, order=lambda n, k: range(n - 1))


def wrong_counts_after_update(
    X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100
) -> Any:
    return _train(X, y, learning_rate, max_epochs, count="after")


def wrong_zero_weights_answer_zero(
    X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100
) -> Any:
    """Right except at the very first visit: untrained weights answer 0."""

    def predict(x: Any, w: Any, b: Any) -> Any:
        if b == 0 and not np.any(w):
            return 0
        return _ltu(x, w, b)

    return _train(X, y, learning_rate, max_epochs, predict=predict)


def wrong_one_epoch_less(X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100) -> Any:
    return _train(X, y, learning_rate, max_epochs - 1)


def wrong_stops_when_weights_repeat(
    X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100
) -> Any:
    w, b, mistakes = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        w0, b0, m = w, b, 0
        for x, t in zip(X, y, strict=True):
            e = t - _ltu(x, w, b)
            m += int(e != 0)
            w, b = w + learning_rate * e * x, b + learning_rate * e
        mistakes.append(m)
        if b == b0 and np.allclose(w, w0):
            break
    return w, b, mistakes


def wrong_hundred_epochs(X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100) -> Any:
    return _train(X, y, learning_rate, 100)


def wrong_strict(X: Any, y: Any, learning_rate: Any = 1.0, max_epochs: Any = 100) -> Any:
    return _train(X, y, learning_rate, max_epochs, predict=lambda x, w, b: int(x @ w + b > 0))
