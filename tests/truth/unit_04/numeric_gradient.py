"""Answers to numeric-gradient: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def right_ndindex_copy(f: Any, x: Any, h: Any = 1e-5) -> Any:
    x = np.array(x, dtype=np.float64)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        old = x[i]
        x[i] = old + h
        up = f(x)
        x[i] = old - h
        gradient[i] = (up - f(x)) / (2 * h)
        x[i] = old
    return gradient


def right_flat_fresh_copies(f: Any, x: Any, h: Any = 1e-5) -> Any:
    x = np.asarray(x, dtype=float)
    found = []
    for k in range(x.size):
        up, down = x.copy(), x.copy()
        up.flat[k] += h
        down.flat[k] -= h
        found.append((f(up) - f(down)) / (2 * h))
    return np.array(found, dtype=float).reshape(x.shape)


def right_unit_vectors(f: Any, x: Any, h: Any = 1e-5) -> Any:
    x = np.asarray(x).astype(float)
    units = np.eye(x.size).reshape(x.size, *x.shape)
    slopes = [(float(f(x + h * e)) - float(f(x - h * e))) / (h + h) for e in units]
    return np.reshape(slopes, x.shape)


def right_mean_of_two_sides(f: Any, x: Any, h: Any = 1e-5) -> Any:
    """The mean of the forward and the backward difference is the central one."""
    x = np.asarray(x, dtype=float)
    here = f(x.copy())
    gradient = np.zeros_like(x)
    for i, _ in np.ndenumerate(x):
        e = np.zeros_like(x)
        e[i] = h
        gradient[i] = ((f(x + e) - here) / h + (here - f(x - e)) / h) / 2
    return gradient


def right_apply_along(f: Any, x: Any, h: Any = 1e-5) -> Any:
    x = np.array(x, dtype=float)

    def slope(e: Any) -> Any:
        e = e.reshape(x.shape)
        return (f(x + e) - f(x - e)) / (2 * h)

    return np.apply_along_axis(slope, 1, h * np.eye(x.size)).reshape(x.shape)


def wrong_forward_difference(f: Any, x: Any, h: Any = 1e-5) -> Any:
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        up = x.copy()
        up[i] += h
        gradient[i] = (f(up) - f(x)) / h
    return gradient


def wrong_divided_by_h(f: Any, x: Any, h: Any = 1e-5) -> Any:
    return 2 * right_unit_vectors(f, x, h)


def wrong_not_put_back(f: Any, x: Any, h: Any = 1e-5) -> Any:
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        x[i] += h
        up = f(x)
        x[i] -= 2 * h
        gradient[i] = (up - f(x)) / (2 * h)
    return gradient


def wrong_own_h(f: Any, x: Any, h: Any = 1e-5) -> Any:
    return right_unit_vectors(f, x, 1e-5)


def wrong_copy_keeps_dtype(f: Any, x: Any, h: Any = 1e-5) -> Any:
    x = np.asarray(x)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        up, down = x.copy(), x.copy()
        up[i] = up[i] + h
        down[i] = down[i] - h
        gradient[i] = (f(up) - f(down)) / (2 * h)
    return gradient


def wrong_whole_rows(f: Any, x: Any, h: Any = 1e-5) -> Any:
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for k in range(len(x)):
        up, down = x.copy(), x.copy()
        up[k] += h
        down[k] -= h
        gradient[k] = (f(up) - f(down)) / (2 * h)
    return gradient
