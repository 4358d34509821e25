"""Answers to activation-derivatives: right ones in different styles, and wrong ones."""

from __future__ import annotations

from typing import Any

import numpy as np


def _sig(z: Any) -> Any:
    small = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1.0, small) / (1.0 + small)


def _dict(s: Any, t: Any, r: Any) -> Any:
    return {"sigmoid": s, "tanh": t, "relu": r}


def right_formulas(z: Any) -> Any:
    s, t = _sig(z), np.tanh(z)
    return _dict(s * (1 - s), 1 - t**2, np.where(np.asarray(z) > 0, 1.0, 0.0))


def right_even_functions(z: Any) -> Any:
    """Both soft slopes are even, so work with exp(-|z|)."""
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    e_2 = e * e
    return _dict(e / (1 + e) ** 2, 4 * e_2 / (1 + e_2) ** 2, (np.asarray(z) > 0).astype(float))


def right_tanh_from_sigmoid(z: Any) -> Any:
    z = np.asarray(z, dtype=float)
    s, s_2 = _sig(z), _sig(2 * z)
    return _dict(s * _sig(-z), 4 * s_2 * _sig(-2 * z), np.heaviside(z, 0.0))


def right_loops(z: Any) -> Any:
    z = np.asarray(z, dtype=float)
    answer = {name: np.zeros(z.shape) for name in ("relu", "tanh", "sigmoid")}
    for i in np.ndindex(*z.shape):
        s = float(_sig(z[i]))
        answer["sigmoid"][i] = s * (1 - s)
        answer["tanh"][i] = 1 - np.tanh(z[i]) ** 2
        answer["relu"][i] = 1.0 if z[i] > 0 else 0.0
    return answer


def right_half_angle(z: Any) -> Any:
    """sigma'(z) = tanh'(z / 2) / 4."""
    z = np.asarray(z, dtype=float)
    slope = lambda v: (1 - np.tanh(v)) * (1 + np.tanh(v))  # noqa: E731  # as students write
    return _dict(slope(z / 2) / 4, slope(z), np.maximum(0, np.sign(z)))


def wrong_z_instead_of_sigma(z: Any) -> Any:
    z = np.asarray(z, dtype=float)
    return {**right_formulas(z), "sigmoid": z * (1 - z), "tanh": 1 - z**2}


def wrong_output_as_z(z: Any) -> Any:
    s, t = _sig(_sig(z)), np.tanh(np.tanh(z))
    return {**right_formulas(z), "sigmoid": s * (1 - s), "tanh": 1 - t**2}


def wrong_relu_one_at_zero(z: Any) -> Any:
    return {**right_formulas(z), "relu": np.where(np.asarray(z) >= 0, 1.0, 0.0)}


def wrong_naive_exponentials(z: Any) -> Any:
    z = np.asarray(z, dtype=float)
    with np.errstate(all="ignore"):
        s = np.exp(-z) / (1 + np.exp(-z)) ** 2
        t = 1 - ((np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))) ** 2
    return {**right_formulas(z), "sigmoid": s, "tanh": t}


def wrong_tanh_not_squared(z: Any) -> Any:
    return {**right_formulas(z), "tanh": 1 - np.tanh(z)}


def wrong_inner_factor_forgotten(z: Any) -> Any:
    """tanh(z) = 2 sigma(2 z) - 1 without the inner derivative 2."""
    s = _sig(2 * np.asarray(z, dtype=float))
    return {**right_formulas(z), "tanh": 2 * s * (1 - s)}
