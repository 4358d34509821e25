"""Optimizers: from parameters and their gradients to the next parameters.

An optimizer knows arrays, not layers. It is a record of settings that never changes; what has to
be remembered from one step to the next is its *state*, which the caller keeps:

    state = optimizer.start(params)
    params, state = optimizer.update(params, grads, state)      once a step

`update` returns new arrays and leaves those that it was given as they are. So one optimizer can
train two networks, a run can be taken up again from any of its steps, and a learning rate that
changes with time is `dataclasses.replace(optimizer, learning_rate=...)` with the same state.
The arithmetic is done in the float type of the parameters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

__all__ = ["SGD", "Adam", "AdamState", "Optimizer"]

Array = NDArray[np.floating[Any]]
Arrays = Sequence[Array]
State = TypeVar("State")


class Optimizer(Protocol[State]):
    """What every optimizer can do. `State` is whatever it remembers."""

    def start(self, params: Arrays) -> State:
        """The state before the first step, for parameters of these shapes."""

    def update(self, params: Arrays, grads: Arrays, state: State) -> tuple[list[Array], State]:
        """One step: the new parameters and the new state."""


@dataclass(frozen=True)
class SGD:
    """Gradient descent: a step downhill, as long as the slope is steep.

        p <- p - eta g

    It is called stochastic because g is the gradient on a random batch, which is that of the
    whole training set only on average. `backprop.sgd_step` is the same update in float64.

    Args:
        learning_rate: eta.

    Source:
        H. Robbins and S. Monro (1951), "A stochastic approximation method", Annals of
        Mathematical Statistics 22, 400-407.

    Example:
        >>> SGD(learning_rate=0.5).update([np.array([1.0, 2.0])], [np.array([4.0, 0.0])], None)
        ([array([-1.,  2.])], None)
    """

    learning_rate: float = 0.01

    def start(self, params: Arrays) -> None:
        """Nothing is remembered."""

    def update(self, params: Arrays, grads: Arrays, state: None) -> tuple[list[Array], None]:
        """One step of every parameter; the state stays None."""
        eta = float(self.learning_rate)
        return [p - eta * g for p, g in zip(params, grads, strict=True)], state


class AdamState(NamedTuple):
    """What Adam remembers.

    Attributes:
        t: number of steps made.
        m: running mean of each gradient, an array per parameter.
        v: running mean of the square of each gradient, an array per parameter.
    """

    t: int
    m: list[Array]
    v: list[Array]


@dataclass(frozen=True)
class Adam:
    """Steps of about eta in every coordinate, whatever the size of the gradient there.

        m <- beta_1 m + (1 - beta_1) g          which way, on average
        v <- beta_2 v + (1 - beta_2) g^2        how large, on average
        m_hat = m / (1 - beta_1^t)              m and v start at 0, which pulls the first
        v_hat = v / (1 - beta_2^t)              means towards 0: divide by the share that is there
        p <- p - eta m_hat / (sqrt(v_hat) + epsilon)

    t = 1, 2, 3, ... counts the steps. The state keeps m and v, not m_hat and v_hat: the next
    means continue from the uncorrected ones. epsilon stands outside the root.

    Args:
        learning_rate: eta (alpha in the paper).
        beta_1: share of the old mean in the new one; about 1 / (1 - beta_1) steps are averaged.
        beta_2: the same for the squares.
        epsilon: keeps the quotient finite where no gradient ever came. The paper has 1e-8, Keras
            1e-7. (Keras adds it to sqrt(v) where this class and algorithm 1 add it to
            sqrt(v_hat); that is the variant of the paper's section 2, and in the first steps it
            acts like an epsilon up to 30 times larger.)

    Source:
        D. P. Kingma and J. Ba (2015), "Adam: a method for stochastic optimization", ICLR 2015,
        arXiv:1412.6980, algorithm 1.

    Example:
        >>> adam, params = Adam(learning_rate=0.1), [np.array([1.0, 1.0, 1.0])]
        >>> params, state = adam.update(params, [np.array([5.0, -0.01, 0.0])], adam.start(params))
        >>> params[0].round(4)
        array([0.9, 1.1, 1. ])
    """

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-7

    def start(self, params: Arrays) -> AdamState:
        """No step made, and both means 0."""
        return AdamState(0, [np.zeros_like(p) for p in params], [np.zeros_like(p) for p in params])

    def update(
        self, params: Arrays, grads: Arrays, state: AdamState
    ) -> tuple[list[Array], AdamState]:
        """One step of all parameters; t is the same for all of them."""
        eta, beta_1, beta_2 = float(self.learning_rate), self.beta_1, self.beta_2
        new_params: list[Array] = []
        new = AdamState(state.t + 1, [], [])
        for p, g, m_old, v_old in zip(params, grads, state.m, state.v, strict=True):
            m = beta_1 * m_old + (1 - beta_1) * g
            v = beta_2 * v_old + (1 - beta_2) * g**2
            m_hat = m / (1 - beta_1**new.t)
            v_hat = v / (1 - beta_2**new.t)
            new_params.append(p - eta * m_hat / (np.sqrt(v_hat) + self.epsilon))
            new.m.append(m)
            new.v.append(v)
        return new_params, new
