"""The figures of a class are the textbook's, and absent where the textbook has none."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.figures import discrimination, distribution
from autograder.histogram import histogram, tick_step


def test_mean_spread_and_extremes_of_scores() -> None:
    scores = distribution([1.0, 2.0, 3.0, 6.0], 10.0)

    assert scores is not None
    assert (3.0, 2.5, 1.0, 6.0) == (scores.mean, scores.median, scores.lowest, scores.highest)
    assert np.std([1, 2, 3, 6], ddof=1) == pytest.approx(scores.standard_deviation)


def test_every_score_lies_in_one_bin() -> None:
    rng = np.random.default_rng(3)
    values = [0.0, 29.0, *rng.uniform(0, 29, 50).tolist()]

    scores = distribution(values, 29.0)

    assert scores is not None
    assert len(values) == sum(bin_.count for bin_ in scores.bins)
    assert [0.0, 27.0] == [scores.bins[0].low, scores.bins[-1].low]


def test_no_scores_have_no_distribution() -> None:
    assert distribution([], 29.0) is None


def test_one_score_has_no_spread() -> None:
    scores = distribution([4.0], 10.0)

    assert scores is not None
    assert 0.0 == scores.standard_deviation


def test_a_score_above_the_maximum_is_counted_in_the_last_bin() -> None:
    scores = distribution([12.0], 10.0)

    assert scores is not None
    assert 1 == scores.bins[-1].count


def test_a_unit_without_points_has_one_bin() -> None:
    scores = distribution([0.0], 0.0)

    assert scores is not None
    assert 1 == len(scores.bins)


def test_discrimination_leaves_the_exercise_itself_out_of_the_total() -> None:
    points = np.array([[1, 2, 0], [0, 2, 1], [1, 3, 1], [0, 0, 0], [1, 1, 1]], dtype=float)

    expected = [
        np.corrcoef(points[:, j], np.delete(points, j, axis=1).sum(axis=1))[0, 1] for j in range(3)
    ]
    assert expected == pytest.approx(discrimination(points))


def test_discrimination_is_one_where_all_exercises_agree() -> None:
    points = np.outer([0, 1, 2, 3], [1, 2])

    assert [1.0, 1.0] == pytest.approx(discrimination(points.astype(float)))


@pytest.mark.parametrize(
    "points",
    [
        np.zeros((0, 2)),
        np.array([[0.0, 1.0], [1.0, 0.0]]),
        np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 0.0]]),
        np.array([[0.1 + 0.2], [0.3], [0.3]]),
    ],
    ids=["nobody", "two submissions", "no variation", "variation by rounding only"],
)
def test_discrimination_is_none_where_it_is_undefined(points: np.ndarray) -> None:
    assert [None] * points.shape[1] == discrimination(points)


def test_bars_stand_on_the_axis_and_stay_in_the_picture() -> None:
    scores = distribution([1.0, 1.5, 9.0], 10.0)
    assert scores is not None

    plot = histogram(scores.bins, scores.mean)

    for bar in plot.bars:
        assert plot.bottom == pytest.approx(bar.y + bar.height)
        assert plot.left <= bar.x <= bar.x + bar.width <= plot.right
    assert plot.top <= min(bar.y for bar in plot.bars)


@pytest.mark.parametrize("most", [1, 2, 3, 7, 31, 99, 2000, 12345])
def test_an_axis_has_at_most_five_steps(most: int) -> None:
    assert 1 <= -(-most // tick_step(most)) <= 5
