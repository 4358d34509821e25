"""Training a network, judged by its numbers where they are certain, else by what becomes of it.

Where every batch holds all samples, or all samples are alike, the order of the draws does not
matter and the result is one and the same. In two cases it does matter; there, what is judged is
whether the loss falls as it can only fall when samples are shuffled anew and keep their labels.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.exercises.backprop.drawing import Array, Rng, float32, labels, network
from autograder.exercises.backprop.network import SWEEP_MISTAKES, sweep
from autograder.exercises.backprop.trainers import (
    Layers,
    all_at_once,
    apart,
    before_epoch,
    best_epoch,
    biases_later,
    descend,
    each_batch_after,
    each_batch_before,
    each_step,
    first_epochs_order,
    first_epochs_parameters,
    first_loss_too,
    first_parameters,
    in_order,
    last_loss,
    loss_of_relu_scores,
    mean_loss,
    one_by_one,
    only_one,
    rows_only,
    trainer,
    updated_too_early,
    weights_later,
    whole_ones,
)
from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from autograder.matching import numbers
from autograder.probes.materials import generator
from course_lib import backprop as reference
from course_lib.backprop import softmax_crossentropy_backward
from course_lib.losses import softmax_crossentropy_logits
from course_lib.mlp import mlp_forward

SORTED = "samples that say nothing, sorted by class"
CLUSTERS = "six groups of points"
ORDER_MATTERS = (SORTED, CLUSTERS)
FORGETS = 1.45
"""A loss above it: the network believes what it saw last (in 100 shuffled trials, at most 0.96)."""
LEARNS = 1.0
"""A loss below it: the labels were of use (guessing among six classes costs 1.79)."""

_COURSE, _LAST = "the course of the losses", "the last loss, over all samples,"


def _cases(rng: Rng) -> list[Case]:
    def seed() -> dict[str, Any]:
        return generator(int(rng.integers(2**31)))

    def draw(n: int, *sizes: int) -> tuple[Array, Array, Layers, Layers]:
        return rng.normal(size=(n, sizes[0])), labels(rng, n, sizes[-1]), *network(rng, sizes, 0.7)

    def copies(n: int, *sizes: int) -> tuple[Array, Array, Layers, Layers]:
        x, y = rng.normal(size=sizes[0]), rng.integers(sizes[-1])
        return np.tile(x, (n, 1)), np.full(n, y), *network(rng, sizes, 0.7)

    X = np.array([[1.0, 2.0], [-1.0, 1.0], [0.5, -1.0]])
    W, b = [np.array([[1.0, -1.0], [0.0, 1.0]]), np.eye(2)], [np.zeros(2), np.zeros(2)]
    X0, y0, W0, b0 = draw(5, 3, 4, 2)
    silent = [np.zeros((2, 3)), rng.normal(size=(3, 2))], [np.zeros(3), np.zeros(2)]
    rising = np.ones((3, 1)), np.array([0, 0, 1]), [np.array([[0.5, -0.5]])], [np.zeros(2)]
    whole = rng.integers(-2, 3, (6, 2)), labels(rng, 6, 3)
    return [
        Case("one update", (X, np.array([0, 1, 1]), W, b, 0.5, 3, 1, seed()), show=True),
        Case("three updates with all samples", (*draw(6, 3, 4, 2), 0.3, 6, 3, seed())),
        Case("a batch size beyond the number of samples", (*draw(4, 2, 5, 3), 0.2, 9, 4, seed())),
        Case("three batches of equal samples", (*copies(6, 3, 4, 3), 0.1, 2, 2, seed())),
        Case("equal samples, the last batch shorter", (*copies(7, 2, 3, 2), 0.2, 3, 3, seed())),
        Case("equal samples, one by one", (*copies(4, 3, 3, 4), 0.1, 1, 2, seed())),
        Case("one sample", (*draw(1, 3, 2, 2), 0.25, 1, 3, seed())),
        Case("two hidden layers", (*draw(5, 3, 4, 6, 2), 0.1, 5, 3, seed())),
        Case("no hidden layer", (*draw(7, 3, 4), 0.5, 7, 3, seed())),
        Case("a large rate", (*draw(8, 2, 3, 3), 2.0, 8, 3, seed())),
        Case("a rate at which the loss rises", (*rising, 4.0, 3, 3, seed())),
        Case("hidden units exactly at 0", (X, np.array([0, 1, 1]), *silent, 0.5, 3, 2, seed())),
        Case("integer inputs", (*whole, *network(rng, (2, 4, 3), 0.5), 0.2, 6, 2, seed())),
        Case(
            "float32 inputs",
            (X0.astype(np.float32), y0, float32(W0), float32(b0), 0.2, 5, 2, seed()),
        ),
        Case(SORTED, (*_sorted_by_class(), 0.5, 4, 5, seed())),
        Case(CLUSTERS, (*_clusters(rng), 0.5, 4, 4, seed())),
    ]


def _sorted_by_class() -> tuple[Array, Array, Layers, Layers]:
    y = np.repeat([0, 1], 100)
    return np.ones((200, 1)), y, [np.zeros((1, 2))], [np.zeros(2)]


def _clusters(rng: Rng) -> tuple[Array, Array, Layers, Layers]:
    y = rng.permutation(np.repeat(np.arange(6), 10))
    angle = 2 * np.pi * y / 6
    X = 3 * np.stack([np.cos(angle), np.sin(angle)], axis=1) + 0.2 * rng.normal(size=(60, 2))
    return X, y, [0.1 * rng.normal(size=(2, 6))], [np.zeros(6)]


def _result(case: Case, value: Any) -> Any:
    """The result itself, or what can be said of it where it depends on the order of the draws."""
    if case.name not in ORDER_MATTERS:
        return value
    X, y, start, *_, epochs, _ = case.args
    weights, biases, losses = _parts(value, len(start))
    if losses.shape != (epochs,):
        return {_COURSE: f"{losses.size} losses", _LAST: ""}
    if not np.isfinite(losses).all():
        return {_COURSE: "no numbers", _LAST: ""}
    now = softmax_crossentropy_logits(y, mlp_forward(X, weights, biases)[0][-1])
    # Whether the best epoch was the last is chance here; "a rate at which the loss rises" tells.
    right = np.isclose(now, [losses[-1], losses.min()], rtol=1e-4, atol=1e-5).any()
    return {_COURSE: _course(losses, case.name), _LAST: "right" if right else "wrong"}


def _course(losses: Array, name: str) -> str:
    if name == CLUSTERS:
        return "learns" if losses[-1] < LEARNS else "learns too little"
    if losses[-1] > FORGETS:
        return "believes what it saw last"
    return "goes in circles" if np.ptp(losses[-3:]) < 1e-6 else "stays undecided"


def _parts(value: Any, layers: int) -> tuple[Layers, Layers, Array]:
    if not isinstance(value, list | tuple) or len(value) != 3:
        raise ValueError("three values must come back: weights, biases, losses")
    weights, biases = ([numbers(array) for array in _listed(part)] for part in value[:2])
    losses = numbers(value[2])
    arrays = [array for array in (*weights, *biases) if array is not None]
    if len(weights) != layers or len(arrays) != 2 * layers or losses is None:
        raise ValueError("weights and biases must be lists of arrays, losses a list of numbers")
    return arrays[:layers], arrays[layers:], losses


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple | np.ndarray) and np.ndim(value) else []


_BORROWED = {
    "divided-twice",
    "extra-slope",
    "slope-missing",
    "slope-one-at-zero",
    "activation-for-slope",
    "slope-of-sigmoid",
    "slope-at-the-gradient",
    "slope-on-last-layer",
    "pre-activation-as-input",
    "upstream-ignored",
    "stops-at-last-layer",
    "db-averaged",
    "labels-ignored",
}
"""Wrong backward passes whose traces are left in a training."""

_WITH_LOSS_OF_ITS_OWN = {"slope-on-last-layer": loss_of_relu_scores}


def _borrowed(mistake: Mistake) -> Mistake:
    also = [trainer(descend(gradient)) for gradient in mistake.also]
    loss = _WITH_LOSS_OF_ITS_OWN.get(mistake.id)
    if loss:
        also += [trainer(descend(gradient), loss=loss) for gradient in mistake.spellings]
    return Mistake(
        mistake.id,
        trainer(descend(mistake.implementation)),
        f"The backward pass in your training is wrong. {mistake.explanation}",
        mistake.hint,
        also=tuple(also),
    )


TRAIN_MLP = Exercise(
    id="train-mlp",
    title="Training a network",
    points=3,
    reference=reference.train_mlp,
    arguments=(
        "X",
        "y",
        "weights",
        "biases",
        "learning_rate",
        "batch_size",
        "epochs",
        "rng",
    ),
    returns=("weights", "biases", "losses"),
    cases=_cases,
    # A few updates in float32, each of which starts from the rounding of the one before.
    tolerance=Tolerance(rtol=1e-4, atol=1e-5),
    view=_result,
    read_again="The whole loop",
    mistakes=(
        Mistake(
            "uphill",
            trainer(descend(gain=lambda eta: -eta)),
            "You walk uphill: the loss grows from epoch to epoch.",
            "The gradient points to where the cost rises. Which way do you want to go?",
        ),
        Mistake(
            "rate-unused",
            trainer(descend(gain=lambda eta: 1.0)),
            "The learning rate has no influence on your steps.",
            "Where does eta stand in the update?",
        ),
        Mistake(
            "biases-not-updated",
            trainer(descend(biases_move=False)),
            "Your weights learn, your biases do not.",
            "Two lists of gradients come back. Are both used?",
        ),
        Mistake(
            "updated-before-passing-on",
            trainer(updated_too_early),
            "You update the weights of a layer before the error is passed down through them: the "
            "layers below get an error that belongs to another network.",
            "With which weights was the forward pass made, and when may they change?",
        ),
        Mistake(
            "biases-after-weights",
            trainer(biases_later),
            "You compute the gradients of the biases anew, after the weights have changed. All "
            "gradients of a step belong to the same network.",
            "How many backward passes does one batch need?",
            also=(trainer(weights_later),),
        ),
        Mistake(
            "summed-over-batch",
            trainer(
                descend(sweep(error=lambda z, y: len(z) * softmax_crossentropy_backward(z, y)))
            ),
            "Your steps are too long by the size of the batch: the gradient is summed over it "
            "instead of averaged.",
            "Where does the division by the number of samples happen, and by which number?",
        ),
        Mistake(
            "loss-before-epoch",
            trainer(told=before_epoch),
            "Your losses are measured before each epoch; what is asked for is the loss after it.",
            "For one epoch, is the loss that you write down that of the untrained network?",
        ),
        Mistake(
            "mean-of-batch-losses",
            trainer(told=lambda *epoch: [np.mean(each_batch_before(*epoch))]),
            "Your losses are means of the losses that the batches had, each before its update, "
            "with weights of different ages.",
            "What is asked for is one number for one network: that at the end of the epoch, over "
            "all samples.",
            also=(trainer(told=lambda *epoch: [sum(each_batch_before(*epoch))]),),
        ),
        Mistake(
            "last-batch-loss",
            trainer(told=lambda *epoch: each_batch_before(*epoch)[-1:]),
            "You write down the loss of the last batch of each epoch, not that over all samples.",
            "Which samples does the loss that is asked for look at?",
            also=(trainer(told=lambda *epoch: each_batch_after(*epoch)[-1:]),),
        ),
        Mistake(
            "loss-per-batch",
            trainer(told=each_batch_before),
            "Your list has one loss for every batch; one for every epoch is asked for.",
            "How far is the line indented that appends to the list?",
            also=(trainer(told=each_batch_after), trainer(told=each_step)),
        ),
        Mistake(
            "last-loss-only",
            last_loss,
            "You return one loss; what is asked for is one per epoch.",
            "What must be drawn in the training curve?",
        ),
        Mistake(
            "first-loss-included",
            first_loss_too,
            "There is one loss too many: that of the untrained network does not belong to the "
            "list.",
            "One loss after each epoch: how many is that?",
        ),
        Mistake(
            "summed-loss",
            trainer(loss=lambda X, y, W, b: len(y) * mean_loss(X, y, W, b)),
            "The training is right, but your losses are summed over the samples instead of "
            "averaged.",
            "Should the loss double when every sample comes twice?",
        ),
        Mistake(
            "one-epoch-too-many",
            trainer(extra=1),
            "You train for one epoch more than asked.",
            "How many losses must there be for epochs = 1?",
        ),
        Mistake(
            "one-epoch-too-few",
            trainer(extra=-1),
            "You train for one epoch less than asked.",
            "How many losses must there be for epochs = 1?",
        ),
        Mistake(
            "restarted-each-epoch",
            trainer(begin="each epoch"),
            "Every epoch begins with the first parameters again: what was learned before is "
            "forgotten.",
            "Which lines of yours must run once, and which in every epoch?",
        ),
        Mistake(
            "batches-used-up",
            trainer(begin="and end"),
            "Only the first epoch learns. Its batches are used up afterwards: a generator can be "
            "walked through once.",
            "When are the batches made: once, or anew in every epoch?",
        ),
        Mistake(
            "first-epoch-only",
            first_epochs_parameters,
            "Training ends after its first epoch.",
            "How far is the return indented? A function ends at the first return that it meets.",
        ),
        Mistake(
            "first-parameters-returned",
            first_parameters,
            "The losses are right, but the parameters that come back are those you were given.",
            "Which lists do your updates change, and which do you return?",
        ),
        Mistake(
            "best-epoch-returned",
            best_epoch,
            "You return the parameters of the epoch with the lowest loss; what is asked for are "
            "those after the last update.",
            "Early stopping comes in the next unit. Which parameters does the last loss belong to?",
        ),
        Mistake(
            "one-batch-per-epoch",
            trainer(picks=only_one),
            "Only one batch of each epoch is used.",
            "How many updates are there in one epoch of 6 samples in batches of 2?",
        ),
        Mistake(
            "last-batch-dropped",
            trainer(picks=whole_ones),
            "The last, shorter batch of each epoch is dropped.",
            "How many updates are there in one epoch of 7 samples in batches of 3?",
        ),
        Mistake(
            "batch-size-unused",
            trainer(picks=all_at_once),
            "The batch size has no influence: every update looks at all samples.",
            "How many updates are there in one epoch of 6 samples in batches of 2?",
        ),
        Mistake(
            "sample-by-sample",
            trainer(picks=one_by_one),
            "The batch size has no influence: you take a step after every single sample.",
            "How many updates are there in one epoch of 6 samples in batches of 2?",
        ),
        Mistake(
            "not-shuffled",
            trainer(picks=in_order),
            "The samples are not shuffled. When they are sorted by class, the network believes "
            "what it saw last.",
            "Where in your loop is the generator used?",
        ),
        Mistake(
            "same-order-every-epoch",
            trainer(picks=first_epochs_order),
            "The samples come in the same order in every epoch.",
            "When is the random order drawn: once before the loop, or in every epoch?",
        ),
        Mistake(
            "labels-lost",
            trainer(picks=apart),
            "Samples and labels are shuffled each by themselves: where the order matters, your "
            "network cannot learn anything.",
            "A sample and its label must travel together. Where do they part?",
            also=(trainer(picks=rows_only),),
        ),
        *(_borrowed(mistake) for mistake in SWEEP_MISTAKES if mistake.id in _BORROWED),
    ),
)
