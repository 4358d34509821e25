"""Answers to logic-gates: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def _ltu(x: Any, w: Any, b: Any) -> Any:
    return 1 if np.dot(x, w) + b >= 0 else 0


def _upd(w: Any, b: Any, x: Any, y: Any, eta: Any) -> Any:
    e = y - _ltu(x, w, b)
    return w + eta * e * x, b + eta * e


def right_classic() -> Any:
    return {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5)}


def right_on_the_points() -> Any:
    return {"AND": ((1, 1), -2), "OR": ((1, 1), -1), "NAND": ((-1, -1), 1)}


def right_arrays_asymmetric() -> Any:
    return {
        "NAND": (np.array([-2.0, -3.0]), np.float64(4.5)),
        "OR": (np.array([5.0, 2.5]), np.float32(-1.0)),
        "AND": (np.array([2.0, 3.0], dtype=np.float32), np.float32(-4.5)),
    }


def right_list_pairs() -> Any:
    return {"AND": [[1, 1], -1.5], "OR": [[1, 1], -0.5], "NAND": [[-1, -1], 1.5]}


def right_trained() -> Any:
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    result = {}
    for name, y in {"AND": (0, 0, 0, 1), "OR": (0, 1, 1, 1), "NAND": (1, 1, 1, 0)}.items():
        w, b = np.zeros(2), 0.0
        for _ in range(50):
            for xi, yi in zip(X, y, strict=True):
                w, b = _upd(w, b, xi, yi, 1.0)
        result[name] = (w, b)
    return result


def right_scaled_and_derived() -> Any:
    w, b = np.array([1e6, 1e6]), -1.5e6
    return {"AND": (w, b), "OR": (w * 1e-9, -0.5e-3), "NAND": (-w, -b)}


def wrong_bias_is_threshold() -> Any:
    return {"AND": ([1, 1], 1.5), "OR": ([1, 1], 0.5), "NAND": ([-1, -1], -1.5)}


def wrong_strict_convention() -> Any:
    return {"AND": ([1, 1], -1), "OR": ([1, 1], 0), "NAND": ([-1, -1], 2)}


def wrong_lower_case() -> Any:
    return {"and": ([1, 1], -1.5), "or": ([1, 1], -0.5), "nand": ([-1, -1], 1.5)}


def wrong_flat_triples() -> Any:
    return {"AND": (1, 1, -1.5), "OR": (1, 1, -0.5), "NAND": (-1, -1, 1.5)}


def wrong_bias_first() -> Any:
    return {"AND": (-1.5, [1, 1]), "OR": (-0.5, [1, 1]), "NAND": (1.5, [-1, -1])}


def wrong_bias_inside_w() -> Any:
    return {"AND": ([1, 1, -1.5], 0), "OR": ([1, 1, -0.5], 0), "NAND": ([-1, -1, 1.5], 0)}


def wrong_example() -> Any:
    return {"AND": ([0.0, 0.0], 0.0), "OR": ([0.0, 0.0], 0.0), "NAND": ([0.0, 0.0], 0.0)}


def wrong_truth_tables() -> Any:
    return {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "NAND": [1, 1, 1, 0]}


def wrong_tuple() -> Any:
    return ([1, 1], -1.5), ([1, 1], -0.5), ([-1, -1], 1.5)


def wrong_strings() -> Any:
    return {"AND": (["1", "1"], "-1.5"), "OR": (["1", "1"], "-0.5"), "NAND": (["-1", "-1"], "1.5")}


def wrong_column_weights() -> Any:
    return {"AND": ([[1], [1]], -1.5), "OR": ([[1], [1]], -0.5), "NAND": ([[-1], [-1]], 1.5)}


def wrong_functions() -> Any:
    return {"AND": lambda a, c: a & c, "OR": lambda a, c: a | c, "NAND": lambda a, c: 1 - (a & c)}
