"""What can be said of a batch of shifted images without knowing which numbers were drawn.

Each image's shift is found again by trying; then the shifts are judged together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from autograder.exercises.model import Case
from autograder.exercises.regularization.chance import Source, chance, own_generators
from autograder.exercises.regularization.drawing import Array
from autograder.matching import numbers

SOME = 20
"""With fewer images, chance may make any pattern of shifts, and nothing is said about it."""

MANY = 200
"""From so many images on, every shift occurs.

For shifts up to 2 one of the ten (five of rows, five of columns) is missing among 250 images with
P < 10 * 0.8^250 < 1e-22; for shifts up to 1 among 900 with P < 6 * (2/3)^900.
"""

Shift = Callable[[Array, int, int], Array]


def batch_view(case: Case, value: Any) -> dict[str, str]:
    """The properties by which an answer to `augment-batch` is judged, right or wrong.

    Raises:
        ValueError: no batch of the right shape came back.
    """
    images, max_shift, _, training = case.args
    given = numbers(value)
    if given is None or given.shape != images.shape:
        raise ValueError(f"a batch of the shape of `images`, {images.shape}, must come back")
    before, after = images.astype(np.float64), given.astype(np.float64)
    if not training or max_shift == 0:
        same = bool((np.abs(after - before) <= _room(before)).all())
        return {"what became of the images": "as they were" if same else "changed"}
    edge, shifts = find(before, after, 2 * max_shift)
    return {
        "what moves in at the edges": edge,
        "how far rows move": _range(shifts[:, 0], max_shift),
        "how far columns move": _range(shifts[:, 1], max_shift),
        "what moves together": _company(shifts),
        "how often each shift comes": _frequencies(shifts, max_shift),
        "where the random numbers come from": _origin(shifts, max_shift),
    }


def find(before: Array, after: Array, farthest: int) -> tuple[str, Array]:
    """What came in at the edges, and each image's shift (n, 2); 99 where none explains it.

    Shifts are tried from the smallest to the largest, so that of several that explain an image
    (all those that leave nothing of it, say) the smallest is found.
    """
    shifts = np.full((len(before), 2), 99)
    edge = "zeros"
    for name, shift in _EDGES.items():
        open_ = np.flatnonzero((shifts == 99).all(axis=1))
        if not len(open_):
            break
        edge = name
        for rows, columns in _offsets(farthest):
            moved = shift(before[open_], rows, columns)
            alike = np.abs(after[open_] - moved).max(axis=(1, 2)) <= _room(before)
            shifts[open_[alike]] = rows, columns
            open_ = open_[~alike]
    if (shifts == 99).any():
        return "unclear", shifts
    return (edge if len(before) >= SOME else "zeros"), shifts


def _offsets(farthest: int) -> list[tuple[int, int]]:
    reach = range(-farthest, farthest + 1)
    return sorted(((r, c) for r in reach for c in reach), key=lambda pair: sum(map(abs, pair)))


def _room(images: Array) -> float:
    """By so much may a grey value differ: float32 answers are right."""
    return 1e-5 * float(np.max(np.abs(images)))


def _padded(mode: Any) -> Shift:
    def shift(images: Array, rows: int, columns: int) -> Array:
        _, height, width = images.shape
        around = ((0, 0), (abs(rows),) * 2, (abs(columns),) * 2)
        top, left = abs(rows) - rows, abs(columns) - columns
        return np.pad(images, around, mode)[:, top : top + height, left : left + width]

    return shift


def _rolled(images: Array, rows: int, columns: int) -> Array:
    return np.roll(images, (rows, columns), axis=(1, 2))


_EDGES: dict[str, Shift] = {
    "zeros": _padded("constant"),
    "the opposite edge": _rolled,
    "copies of the edge": _padded("edge"),
}


def _range(shifts: Array, max_shift: int) -> str:
    low, high = int(shifts.min()), int(shifts.max())
    if len(shifts) >= MANY:
        return f"{low} to {high}"
    if len(shifts) < SOME:
        return "too few to tell"
    return "within the limit" if max(-low, high) <= max_shift else "too far"


def _company(shifts: Array) -> str:
    """Whether shifts that should be drawn by themselves are the same.

    All of 20 images get the same shift with P <= 9^-19 < 1e-18; rows and columns agree (or are
    opposite) with probability 1/3 at most, and for all of 20 images with P < 1e-9.
    """
    rows, columns = shifts.T
    if len(shifts) < SOME:
        return "too few to tell"
    if (shifts == shifts[0]).all():
        return "all images" if shifts.any() else "nothing moves"
    if (rows == columns).all():
        return "rows and columns"
    if (rows == -columns).all():
        return "rows against columns"
    return "nothing"


def _frequencies(shifts: Array, max_shift: int) -> str:
    """Whether all shifts within the limit are equally frequent, rows and columns together.

    Each of 2 * 900 numbers up to 1 has probability 1/3; its share is within chance(1800) = 0.081.
    Where the ends come half as often (rounded decimals) the share of 0 is 0.5, and stays below
    0.415 with P < exp(-2 * 1800 * 0.085^2) < 1e-11. Five shares of 500 numbers up to 2 are within
    0.154 of 1/5. For shifts up to 1 it is left open which
    never come: a single draw for all images can leave out 0 there.
    """
    if len(shifts) < MANY:
        return "too few to tell"
    drawn = shifts.ravel()
    shares = [float(np.mean(drawn == shift)) for shift in range(-max_shift, max_shift + 1)]
    if min(shares) == 0:
        others = shares[:max_shift] + shares[max_shift + 1 :]
        return "0 never" if max_shift > 1 and min(others) > 0 else "some never"
    even = max(abs(share - 1 / len(shares)) for share in shares) <= chance(drawn.size)
    return "equally often" if even else "some more often than others"


def _origin(shifts: Array, max_shift: int) -> str:
    """Whether an answer would find the same shifts with a generator that it makes for itself."""
    if not SOME <= len(shifts) < MANY:
        return "the generator that was given"
    if any(np.array_equal(shifts, other) for other in _shifts_of_others(len(shifts), max_shift)):
        return "another generator"
    return "the generator that was given"


def _shifts_of_others(n: int, m: int) -> Iterator[Array]:
    def whole(source: Source, size: Any) -> Any:
        draw = source.integers if isinstance(source, np.random.Generator) else source.randint
        return draw(-m, m + 1, size=size)

    yield from own_generators(lambda source: np.asarray(whole(source, (n, 2))))
    yield from own_generators(lambda source: np.array([whole(source, n), whole(source, n)]).T)
    yield from own_generators(
        lambda source: np.array([[whole(source, None), whole(source, None)] for _ in range(n)])
    )
