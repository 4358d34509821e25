"""Checks a derivative that was worked out by hand against one that was measured."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["GradientMismatch", "check_gradient", "numeric_gradient", "relative_error"]

FloatArray = NDArray[np.float64]
Function = Callable[[FloatArray], float]


class GradientMismatch(AssertionError):
    """A gradient is not what differences of the function say; the text holds both numbers."""


def numeric_gradient(f: Function, x: ArrayLike, h: float = 1e-5) -> FloatArray:
    """The gradient of f at x, measured by a small step to either side along every axis.

        df/dx_i  ~  [ f(x + h e_i) - f(x - h e_i) ] / (2 h)

    By Taylor's theorem f(x ± h) = f ± h f' + h^2/2 f'' ± h^3/6 f''' + ..., and in the central
    difference all even terms cancel. What remains is

        h^2/6 f'''     the truncation: shrinks with h, squared (one-sided: h/2 f'')
        eps |f| / h    the rounding of f: grows as h shrinks, eps = 2.2e-16

    The sum is smallest near h = (3 eps)^(1/3), about 1e-5 when f and its derivatives are of
    order 1, and about 1e-10 then: ten digits, never sixteen. In float32 (eps = 1.2e-7) three
    or four digits are all there is, so x is taken to float64 first.

    The function must have a derivative between x - h and x + h. Across a kink (ReLU at 0) the
    result is the slope of a chord. It must also be the same function each time: whatever is
    random in it (a dropout mask) has to be drawn beforehand.

    Args:
        f: takes an array of the shape of x and returns one number. It is given a new array at
            each call, so it may keep the array, or write into it.
        x: where; numbers of any shape and numeric dtype.
        h: the step.

    Returns:
        float64 array of the shape of x. It takes 2 x.size calls of f: a check, not a way to train.

    Source:
        P. E. Gill, W. Murray and M. H. Wright (1981), "Practical Optimization", Academic Press,
        section 8.6, on the choice of h.

    Example:
        >>> numeric_gradient(lambda x: x[0] ** 2 + 3 * x[1], [2, 5]).round(6)
        array([4., 3.])
    """
    x = np.asarray(x, dtype=np.float64)
    gradient = np.empty_like(x)
    for i in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[i] += h
        below[i] -= h
        gradient[i] = (f(above) - f(below)) / (2 * h)
    return gradient


def relative_error(a: ArrayLike, b: ArrayLike) -> float:
    """How far two gradients are apart, measured against their own length.

        ||a - b|| / (||a|| + ||b||)

    0 when they are equal (both may be zero), 1 when they point in opposite directions. An
    absolute difference says little: 1e-6 is excellent for a gradient of length 10 and useless
    for one of length 1e-7.

    Args:
        a: numbers of any shape.
        b: numbers of the same shape.

    Returns:
        A float from 0 to 1.

    Raises:
        ValueError: the shapes differ.

    Example:
        >>> relative_error([3, 4], [3, 4]), relative_error([1, 0], [-1, 0])
        (0.0, 1.0)
    """
    a, b = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    if a.shape != b.shape:
        raise ValueError(f"a gradient of shape {a.shape} against one of shape {b.shape}")
    scale = np.linalg.norm(a) + np.linalg.norm(b)
    return float(np.linalg.norm(a - b) / scale) if scale else 0.0


def check_gradient(
    f: Function, gradient: ArrayLike, x: ArrayLike, h: float = 1e-5, tolerance: float = 1e-6
) -> float:
    """Compare a gradient with differences of f; complain with both numbers when they disagree.

    As a rule of thumb for float64 and h = 1e-5: below 1e-7 the gradient is right, above 1e-4 it
    is wrong, and between them look for a kink, or for a function of very different scales.

    Args:
        f: takes an array of the shape of x and returns one number.
        gradient: what was worked out, of the shape of x.
        x: where.
        h: the step of the differences.
        tolerance: the greatest relative error that is accepted.

    Returns:
        The relative error.

    Raises:
        GradientMismatch: it is greater than the tolerance, or not a number. The text names the
            entry where the two are farthest apart, and both numbers there.
        ValueError: the gradient does not have the shape of x.

    Example:
        >>> check_gradient(lambda w: np.sum(w**2), [2.0, -6.0], x=[1, -3]) < 1e-9
        True
        >>> check_gradient(lambda w: np.sum(w**2), [1.0, -3.0], x=[1, -3])
        Traceback (most recent call last):
        ...
        course_lib.gradcheck.GradientMismatch: relative error 3.3e-01: at [1] the gradient is -3, \
the differences say -6
    """
    claimed = np.asarray(gradient, dtype=np.float64)
    measured = numeric_gradient(f, x, h)
    error = relative_error(claimed, measured)
    if not error <= tolerance:
        at = np.unravel_index(np.argmax(np.abs(claimed - measured)), measured.shape)
        place = ", ".join(str(int(i)) for i in at)
        raise GradientMismatch(
            f"relative error {error:.1e}: at [{place}] the gradient is {claimed[at]:.10g}, "
            f"the differences say {measured[at]:.10g}"
        )
    return error
