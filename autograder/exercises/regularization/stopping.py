"""Early stopping, driven through training runs whose validation losses are known beforehand.

Each run has more epochs to offer than a right answer asks for, so that one that trains for too
long is seen doing so. All losses but one are exact (eighths), and ties are exact ties. Long because
each of twenty mistakes is declared here with its words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.regularization.drawing import Rng
from autograder.probes import materials
from course_lib import regularizers as reference

SHAPES = ((2, 3), (3,), (3, 1), (1,))
"""Of the weights of a run: two layers with their biases."""


def _stopping_cases(rng: Rng) -> list[Case]:
    def run(eighths: Sequence[float], patience: int, max_epochs: int) -> tuple[Any, ...]:
        shapes = SHAPES[: int(rng.integers(1, 5))]
        start = [rng.normal(size=shape) for shape in shapes]
        states = [[rng.normal(size=shape) for shape in shapes] for _ in eighths]
        losses = [number / 8 for number in eighths]
        return materials.training(states, losses), start, patience, max_epochs

    falling = list(range(30, 4, -2))
    rising = list(range(6, 40, 2))
    return [
        Case("a small example", run([8, 6, 4, 5, 6, 7, 8, 9, 10, 11], 2, 8), show=True),
        Case("a dip in between", run([7, 5, 6, 4, 5, 3, 4, 5, 6, 7, 8, 9, 1, 2], 3, 12)),
        Case("better at the first epoch only", run(rising, 3, 12)),
        Case("a tie with the minimum", run([6, 4, 5, 4, 4, 6, 7, 3, 2, 8, 9, 1], 3, 9)),
        Case("the minimum again at the very end of the patience", run([5, 3, 3, 3, *rising], 2, 9)),
        Case(
            "a second, lower minimum after the stop", run([9, 5, 6, 7, 8, 2, 1, 3, 4, 5, 6], 3, 9)
        ),
        Case("a new minimum just in time", run([9, 5, 6, 7, 4, 5, 6, 7, 8, 9, 10, 11], 3, 11)),
        Case("better and worse by turns", run([9, 10, 8, 11, 7, 12, 6, 13, 5, 14, 4, 15], 2, 10)),
        Case("patience 1", run([8, 7, 6, 7, 5, 4, 6, 3, 9, 2, 10, 1], 1, 10)),
        Case("runs to max_epochs, still falling", run(falling, 3, 8)),
        Case("runs to max_epochs while waiting", run([9, 7, 5, 6, 8, 9, 10, 11, 12], 5, 6)),
        Case("the patience and the epochs end together", run([9, 7, 5, 6, 8, 9, 10, 11], 2, 5)),
        Case("one epoch", run([16, 9, 8, 7], 1, 1)),
        Case("one epoch, much patience", run([12, 9, 8, 7], 4, 1)),
        Case("losses above 1 that rise again", run([400, 240, 96, 104, 112, 160, *rising], 2, 20)),
        Case("slowly worse after the minimum", run([9, 5, 7, 6, 6, 6, 5, 4, 3, 12], 4, 9)),
        Case("lower by a millionth", run([9, 5, 4, 4 - 8e-6, 5, 6, 3, 7, 8, 9, 10, 11], 2, 9)),
        Case("falling again, but not below the minimum", run([9, 3, 8, 7, 6, 5, 4, 2, 1], 3, 8)),
    ]


def _stopper(
    *,
    better: Callable[[float, float], bool] = lambda loss, best: loss < best,
    resets: Callable[[float, float], bool] | None = None,
    start: float = np.inf,
    patience: Callable[[int], float] = lambda p: p,
    most: Callable[[int], float] = lambda n: n,
    reset: bool = True,
    versus: str = "best",
    keep: str = "best",
    last_loss: bool = True,
) -> Callable[..., Any]:
    """Early stopping with exchangeable parts, from which the wrong loops are made.

    Args:
        better: whether a loss is good enough for its weights to be kept.
        resets: whether it starts the count of waiting again (the same, if not given).
        start: what the best loss is before the first epoch.
        patience: what is made of the patience.
        most: what is made of the number of epochs.
        reset: whether the count of waiting starts again at a new minimum.
        versus: "best" or "previous", the loss with which the new one is compared.
        keep: which weights come back: "best", "last", "first", or those "before" the best epoch.
        last_loss: whether the loss of the epoch in which training stops is written down.
    """

    def stop(train_epoch: Any, weights: Any, patience_: int, max_epochs: int) -> Any:
        first = [np.array(w) for w in weights]
        best, best_loss, previous, waited = first, start, start, 0
        losses: list[float] = []
        while len(losses) < most(max_epochs) and waited < patience(patience_):
            before = [np.array(w) for w in weights]
            loss = train_epoch(weights)
            losses.append(loss)
            waited += 1
            rival = best_loss if versus == "best" else previous
            if (resets or better)(loss, rival):
                waited = 0 if reset else waited - 1
            if better(loss, rival):
                best_loss = loss
                best = before if keep == "before" else [np.array(w) for w in weights]
            previous = loss
        kept = {"last": [np.array(w) for w in weights], "first": first}.get(keep, best)
        stopped = waited >= patience(patience_)
        return kept, losses if last_loss or not stopped else losses[:-1]

    return stop


def _counted_from_one(train_epoch: Any, weights: Any, patience: int, max_epochs: int) -> Any:
    """Sets the count to 1 at a new minimum, and so is too early unless the patience is 1."""
    best, best_loss, waited, losses = weights, np.inf, 1, []
    for _ in range(max_epochs):
        losses.append(train_epoch(weights))
        if losses[-1] < best_loss:
            best, best_loss, waited = [np.array(w) for w in weights], losses[-1], 1
        else:
            waited += 1
            if waited >= patience:
                break
    return best, losses


def _asked_at_every_epoch(train_epoch: Any, weights: Any, patience: int, max_epochs: int) -> Any:
    """Is always one too early: with patience 1 the first epoch, good as it is, ends it all."""
    best, best_loss, waited, losses = weights, np.inf, 0, []
    for _ in range(max_epochs):
        losses.append(train_epoch(weights))
        waited += 1
        if losses[-1] < best_loss:
            best, best_loss, waited = [np.array(w) for w in weights], losses[-1], 0
        if waited >= patience - 1:
            break
    return best, losses


def _latest_tie(train_epoch: Any, weights: Any, patience: int, max_epochs: int) -> Any:
    """Keeps the weights of the last of equals, but does not start to wait anew."""
    keep = _stopper(better=lambda loss, best: loss <= best, resets=lambda loss, best: loss < best)
    return keep(train_epoch, weights, patience, max_epochs)


def _falling_counts(train_epoch: Any, weights: Any, patience: int, max_epochs: int) -> Any:
    """Waits while the loss rises from epoch to epoch, but keeps the true best weights."""
    best, best_loss, previous, waited = weights, np.inf, np.inf, 0
    losses: list[float] = []
    while len(losses) < max_epochs and waited < patience:
        losses.append(train_epoch(weights))
        waited = 0 if losses[-1] < previous else waited + 1
        previous = losses[-1]
        if losses[-1] < best_loss:
            best, best_loss = [np.array(w) for w in weights], losses[-1]
    return best, losses


def _losses_to_the_best(*args: Any) -> Any:
    best, losses = reference.early_stopping(*args)
    return best, losses[: int(np.argmin(losses)) + 1]


def _best_loss_only(*args: Any) -> Any:
    best, losses = reference.early_stopping(*args)
    return best, min(losses)


def _new_minima_only(*args: Any) -> Any:
    best, losses = reference.early_stopping(*args)
    return best, [loss for i, loss in enumerate(losses) if loss < min(losses[:i], default=np.inf)]


EARLY_STOPPING = Exercise(
    id="early-stopping",
    title="Early stopping",
    points=3,
    reference=reference.early_stopping,
    arguments=("train_epoch", "weights", "patience", "max_epochs"),
    returns=("best_weights", "losses"),
    cases=_stopping_cases,
    pure=False,
    read_again="Early stopping",
    mistakes=(
        Mistake(
            "last-weights",
            _stopper(keep="last"),
            "The weights that you return are those of the last epoch. Either `weights` itself "
            "comes back, or what you kept is no copy: an assignment gives the same arrays a "
            "second name, and training goes on writing into them.",
            "After the best epoch the arrays change again. What must you have done by then?",
        ),
        Mistake(
            "first-weights",
            _stopper(keep="first"),
            "The weights that you return are those from before the training.",
            "When are the best weights replaced by better ones?",
        ),
        Mistake(
            "weights-before-epoch",
            _stopper(keep="before"),
            "You keep the weights from before the best epoch. The validation loss that came back "
            "was measured after it.",
            "Which comes first in your loop: copying the weights, or training?",
        ),
        Mistake(
            "patience-plus-one",
            _stopper(patience=lambda p: p + 1),
            "You wait for one epoch more than the patience allows.",
            "With patience 1, how many epochs without a new minimum are allowed to pass?",
        ),
        Mistake(
            "patience-minus-one",
            _stopper(patience=lambda p: max(p - 1, 1)),
            "You stop one epoch too early.",
            "With patience 2, the first epoch without a new minimum does not end the training.",
            also=(_counted_from_one, _asked_at_every_epoch),
        ),
        Mistake(
            "stops-at-first-rise",
            _stopper(patience=lambda p: 1),
            "You stop at the first epoch that brings nothing better, whatever the patience is.",
            "Which line of yours counts the epochs that brought nothing?",
        ),
        Mistake(
            "tie-counts-as-better",
            _stopper(better=lambda loss, best: loss <= best),
            "An epoch that only equals the minimum counts as better in your loop. Only a lower "
            "loss is a new minimum.",
            "Look at your comparison: what does it say of two equal numbers?",
            also=(
                _latest_tie,
                _stopper(
                    better=lambda loss, best: loss < best, resets=lambda loss, best: loss <= best
                ),
            ),
        ),
        Mistake(
            "small-gains-ignored",
            _stopper(better=lambda loss, best: loss < best - 1e-4),
            "A loss that is only a little lower does not count in your loop. Any loss below all "
            "before it is a new minimum, however small the gain.",
            "Look at your comparison: is anything subtracted, or rounded?",
            also=(
                _stopper(better=lambda loss, best: loss < best - 1e-3),
                _stopper(better=lambda loss, best: loss < best - 1e-5),
            ),
        ),
        Mistake(
            "patience-not-reset",
            _stopper(reset=False),
            "Your count of epochs without a new minimum never goes back to 0: all of them count, "
            "and not only those in a row.",
            "What must happen to the count when a new minimum is found?",
        ),
        Mistake(
            "compared-with-previous",
            _stopper(versus="previous"),
            "You compare each loss with that of the epoch before. What counts is whether it is "
            "lower than all before.",
            "After the losses 3, 8, 7: is 7 a new minimum?",
            also=(_falling_counts,),
        ),
        Mistake(
            "never-stops",
            _stopper(patience=lambda p: np.inf),
            "Your training always runs for max_epochs: the patience has no influence.",
            "Which condition ends the loop before all epochs are run?",
        ),
        Mistake(
            "max-epochs-unused",
            _stopper(most=lambda n: n + 1000),
            "Training goes on beyond max_epochs: only the patience ends it.",
            "Two things may end the training. Is the second one in your loop?",
        ),
        Mistake(
            "one-epoch-too-many",
            _stopper(most=lambda n: n + 1),
            "You train for one epoch more than max_epochs allows.",
            "Count how often your loop runs for max_epochs = 1.",
        ),
        Mistake(
            "one-epoch-too-few",
            _stopper(most=lambda n: n - 1),
            "You train for one epoch less than max_epochs allows.",
            "Count how often your loop runs for max_epochs = 1.",
        ),
        Mistake(
            "highest-loss",
            _stopper(better=lambda loss, best: loss > best, start=-np.inf),
            "You look for the highest validation loss: your comparison points the wrong way.",
            "Is a loss better when it is larger or when it is smaller?",
        ),
        Mistake(
            "best-starts-too-low",
            _stopper(start=0.0),
            "Your best loss begins with a number that no epoch gets below, so nothing is ever "
            "better.",
            "Before the first epoch there is no minimum. Which start is beaten by every loss?",
            also=(_stopper(start=1.0), _stopper(start=10.0)),
        ),
        Mistake(
            "last-loss-missing",
            _stopper(last_loss=False),
            "The loss of the epoch in which you stop is missing from your list.",
            "Do you leave the loop before or after writing the loss down?",
        ),
        Mistake(
            "losses-cut-at-best",
            _losses_to_the_best,
            "Your list of losses ends with the best epoch. All losses that were seen belong to it, "
            "those of the waiting too.",
            "How many entries must the list have when training stopped after epoch 5?",
        ),
        Mistake(
            "new-minima-only",
            _new_minima_only,
            "Your list holds only the losses that were new minima.",
            "Is the line that writes the loss down inside the if?",
        ),
        Mistake(
            "best-loss-only",
            _best_loss_only,
            "You return one loss; what is asked for is the list of all of them.",
            "What must be drawn in the validation curve?",
        ),
    ),
)
