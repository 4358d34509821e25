"""What can be said of a dropout mask and its output without knowing which numbers were drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import ndtr

from autograder.exercises.model import Case
from autograder.exercises.regularization.chance import Source, chance, own_generators
from autograder.exercises.regularization.drawing import Array
from autograder.matching import numbers

VARYING = -1.0
"""Stands for a factor that is not the same in all entries."""

LINES = ("the same in every row", "the same in every column")
"""Patterns of masks with so few draws that their share of kept entries tells nothing."""

MEASURED = -2.0
"""Stands for one over the share that happened to be kept."""


def dropout_view(case: Case, value: Any) -> dict[str, Any]:
    """The properties by which an answer to `dropout-forward` is judged, right or wrong.

    Raises:
        ValueError: no output and mask came back that could be looked at.
    """
    X, rate, _, training = case.args
    if not isinstance(value, tuple | list) or len(value) != 2:
        raise ValueError("two things must come back: `output` and `mask`")
    output, mask = numbers(value[0]), numbers(value[1])
    if output is None or output.shape != X.shape:
        raise ValueError(f"`output` must be numbers of the shape of X, {X.shape}")
    kept = _kept(X, output, mask)
    holds = _content(value[1], mask, X.shape)
    if not training or rate == 0:
        return {"what the mask holds": holds, **_untouched(output, X, kept)}
    pattern = _pattern(kept, X, rate)
    factor = _factor(output, X, kept, rate)
    if pattern == "all or nothing":
        pattern = "nothing dropped" if kept.all() and np.allclose(output, X) else pattern
        return _properties(holds, 1 - rate, pattern, VARYING, VARYING)
    share = 1 - rate if pattern in LINES else _share(kept, X, rate)
    return _properties(holds, share, pattern, factor, _factor(output, X, ~kept, None))


def _properties(
    holds: str, share: float, pattern: str, kept: float, dropped: float
) -> dict[str, Any]:
    """What is compared in training, in the order in which a student is told what is wrong."""
    return {
        "what the mask holds": holds,
        "the share of entries kept": share,
        "the pattern of the mask": pattern,
        "the factor of the entries kept": kept,
        "the factor of the entries dropped": dropped,
    }


def _untouched(output: Array, X: Array, kept: Array) -> dict[str, str]:
    """What is compared where nothing may be dropped, and so nothing depends on chance."""
    factor = _factor(output, X, np.ones(X.shape, dtype=bool), None)
    all_kept = "True everywhere" if kept.all() else "False somewhere"
    if abs(factor - 1) <= 2e-5:
        return {"the mask": all_kept, "the output": "X"}
    scaled = factor != VARYING and kept.all() | ~kept.any()
    return {"the mask": all_kept, "the output": f"X times {factor:.4f}" if scaled else "changed"}


def _kept(X: Array, output: Array, mask: Array | None) -> Array:
    """The mask as truth values of X's shape; read off the output where there is none."""
    if mask is None:
        return np.not_equal(output, 0)
    try:
        return np.array(np.broadcast_to(mask != 0, X.shape))
    except ValueError:
        raise ValueError(f"`mask` must have the shape of X, {X.shape}, not {mask.shape}") from None


def _content(value: Any, mask: Array | None, shape: tuple[int, ...]) -> str:
    if mask is None:
        return "None" if value is None else "no numbers"
    if mask.shape != shape:
        return "too few entries"
    return "True and False" if np.isin(mask, (0, 1)).all() else "other numbers"


def _share(kept: Array, X: Array, rate: float) -> float:
    """The share of entries kept, brought to the value that explains it; the right one comes first.

    P(the right share is not recognised) < 1e-10, see `chance`. For rates of 0.2 and 0.8 with 4400
    entries the bound is 0.052, and a share of 0.8 is not taken for 0.2.
    """
    share = float(np.mean(kept))
    nonzero = float(np.mean(X != 0))
    for candidate in (1 - rate, rate, (1 - rate) * nonzero, _above(rate), _above(1 - rate)):
        if abs(share - candidate) <= chance(X.size):
            return candidate
    return round(share, 1)


def _above(threshold: float) -> float:
    """The share of numbers from the standard normal distribution above a threshold."""
    return float(ndtr(-threshold))


def _factor(output: Array, X: Array, where: Array, rate: float | None) -> float:
    """Output over input in the entries `where`, if it is the same in all; 0 where there are none.

    With a rate it is multiplied by 1 - rate, so that 1 is right (and what no entry contradicts).
    The two factors that are told from it lie at least 9e-5 apart (see the cases); rounding to
    float32 moves them by less than 1e-6.
    """
    share = float(np.mean(where))
    where = where & (X != 0)
    if not where.any():
        return 0.0 if rate is None else 1.0
    ratios = output[where].astype(np.float64) / X[where]
    middle = float(np.median(ratios))
    if not np.isfinite(ratios).all() or np.ptp(ratios) > 1e-5 * abs(middle):
        return VARYING if np.isfinite(middle) else middle
    if rate is None:
        return middle
    if abs(middle * (1 - rate) - 1) <= 2e-5:
        return 1.0
    if abs(middle * share - 1) <= 2e-5:
        return MEASURED
    return middle * (1 - rate)


def _pattern(kept: Array, X: Array, rate: float) -> str:
    """How the dropped entries lie. A right answer is "every entry by itself" with P > 1 - 1e-9.

    For 61 rows of 73 entries and rates from 0.15 to 0.8: two rows agree with P = (p^2 + q^2)^73
    < 1e-3, all of them with P < 1e-180; a row's count has one given value with P < 0.25, and all
    61 have the same with P < 0.25^60. `_scattered` and `_follows` ask eight more questions.
    """
    rows, columns = kept.shape
    if kept.all() or not kept.any():
        return "all or nothing"
    if rows > 1 and (kept == kept[:1]).all():
        return "the same in every row"
    if columns > 1 and (kept == kept[:, :1]).all():
        return "the same in every column"
    if min(rows, columns) > 1 and _balanced(kept):
        return "the same number everywhere"
    if not (_scattered(kept.ravel()) and _scattered(kept.T.ravel())):
        return "regular"
    if _follows(kept, X) or _follows(kept, np.abs(X)):
        return "by size"
    if any(np.array_equal(kept, other) for other in _masks_of_others(kept.shape, rate)):
        return "from another generator"
    return "every entry by itself"


def _balanced(kept: Array) -> bool:
    """Whether all rows, or all columns, keep the same number of entries."""
    return any(len(set(kept.sum(axis=axis).tolist())) == 1 for axis in (0, 1))


def _scattered(line: Array) -> bool:
    """Whether as many neighbours are alike as chance would have it.

    Two neighbours agree with probability f = p^2 + q^2. Every second pair is independent of the
    others, so their mean is within chance(n / 2) of f, for the even pairs and for the odd ones.
    The share of kept entries, from which f is computed, is within chance(n) of p, and f changes
    at most twice as fast. Together that is less than 3 chance(n / 2): 0.22 for 4400 entries.
    """
    share = float(np.mean(line))
    alike = float(np.mean(line[1:] == line[:-1]))
    return abs(alike - share**2 - (1 - share) ** 2) <= 3 * chance(line.size // 2)


def _follows(kept: Array, values: Array) -> bool:
    """Whether small values are dropped rather than large ones, or the other way round.

    The ranks of the entries kept, as numbers from 0 to 1, are drawn from all ranks without
    replacement. Hoeffding's bound holds for their mean, which is 1/2.
    """
    order = np.argsort(values.ravel(), kind="stable")
    ranks = np.argsort(order) / (values.size - 1)
    chosen = ranks[kept.ravel()]
    return abs(float(np.mean(chosen)) - 0.5) > chance(chosen.size)


def _masks_of_others(shape: tuple[int, ...], rate: float) -> list[Array]:
    """Masks from generators that an answer might make for itself."""

    def uniform(source: Source) -> Array:
        return (
            source.random(shape) if isinstance(source, np.random.Generator) else source.rand(*shape)
        )

    def binomial(source: Source) -> Array:
        return np.equal(source.binomial(1, 1 - rate, shape), 1)

    drawn = list(own_generators(uniform))
    return [
        *(u >= rate for u in drawn),
        *(u < 1 - rate for u in drawn),
        *own_generators(binomial),
    ]
