"""Answers to xor-network: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def right_or_nand_and() -> Any:
    W1 = np.array([[1.0, -1.0], [1.0, -1.0]])
    return W1, np.array([-0.5, 1.5]), np.array([[1.0], [1.0]]), np.array([-1.5])


def right_or_minus_and() -> Any:
    W1 = np.array([[1, 1], [1, 1]])
    return W1, np.array([-1, -2]), np.array([[1], [-1]]), np.array([-1])


def right_two_one_sided_gates() -> Any:
    W1 = np.array([[1.0, -1.0], [-1.0, 1.0]])
    return W1, np.array([-0.5, -0.5]), np.array([[1.0], [1.0]]), np.array([-0.5])


def right_nor_and_and() -> Any:
    W1 = np.array([[-2.0, 3.0], [-2.0, 3.0]])
    return W1, np.array([1.0, -5.0]), np.array([[-1.0], [-1.0]]), np.array([0.0])


def right_float32_uneven() -> Any:
    W1 = np.array([[0.3, 7.0], [0.4, 5.0]], dtype=np.float32)
    b1 = np.array([-0.2, -9.0], dtype=np.float32)
    return W1, b1, np.array([[2.0], [-8.0]], dtype=np.float32), np.array([-1.0], np.float32)


def right_built_by_columns() -> Any:
    not_both, either = np.array([-1.0, -1.0]), np.array([1.0, 1.0])
    W1 = np.column_stack([not_both, either])
    return W1, np.array([1.0, -1.0]), np.ones((2, 1)), np.full(1, -2.0)


def right_search() -> Any:
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    rng = np.random.default_rng(5)
    while True:
        W1, W2 = rng.integers(-2, 3, (2, 2)), rng.integers(-2, 3, (2, 1))
        b1, b2 = rng.integers(-2, 3, 2) + 0.5, rng.integers(-2, 3, 1) + 0.5
        hidden = (corners @ W1 + b1 >= 0).astype(int)
        if (((hidden @ W2 + b2) >= 0)[:, 0] == [0, 1, 1, 0]).all():
            return W1, b1, W2, b2


def right_tiny_scale() -> Any:
    W1 = np.array([[1.0, -1.0], [1.0, -1.0]]) * 1e-6
    return W1, np.array([-0.5, 1.5]) * 1e-6, np.array([[3e3], [3e3]]), np.array([-4.5e3])


def wrong_rows_instead_of_columns() -> Any:
    W1 = np.array([[1.0, 1.0], [-1.0, -1.0]])
    return W1, np.array([-0.5, 1.5]), np.array([[1.0], [1.0]]), np.array([-1.5])


def wrong_biases_are_thresholds() -> Any:
    W1 = np.array([[1.0, -1.0], [1.0, -1.0]])
    return W1, np.array([0.5, -1.5]), np.array([[1.0], [1.0]]), np.array([1.5])


def wrong_step_of_zero_is_zero() -> Any:
    W1 = np.array([[1.0, -1.0], [1.0, -1.0]])
    return W1, np.array([0.0, 2.0]), np.array([[1.0], [1.0]]), np.array([-1.0])


def wrong_output_or() -> Any:
    W1 = np.array([[1.0, -1.0], [1.0, -1.0]])
    return W1, np.array([-0.5, 1.5]), np.array([[1.0], [1.0]]), np.array([-0.5])


def wrong_xnor() -> Any:
    W1 = np.array([[1.0, -1.0], [1.0, -1.0]])
    return W1, np.array([-0.5, 1.5]), np.array([[-1.0], [-1.0]]), np.array([1.5])


def wrong_hidden_and_instead_of_nand() -> Any:
    W1 = np.array([[1.0, 1.0], [1.0, 1.0]])
    return W1, np.array([-0.5, -1.5]), np.array([[1.0], [1.0]]), np.array([-1.5])


def wrong_relu_network() -> Any:
    W1 = np.array([[1.0, -1.0], [-1.0, 1.0]])
    return W1, np.array([0.0, 0.0]), np.array([[1.0], [1.0]]), np.array([-0.5])


def wrong_biases_forgotten() -> Any:
    W1 = np.array([[1.0, -1.0], [1.0, -1.0]])
    return W1, np.zeros(2), np.array([[1.0], [1.0]]), np.zeros(1)
