"""Which output unit and which cost for which task: a table that the student fills in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from autograder.exercises.model import Case, Exercise, Mistake, NotAnswered

ACTIVATIONS = ("linear", "sigmoid", "softmax")
LOSSES = ("mse", "binary_crossentropy", "categorical_crossentropy")

Pair = tuple[str, str]

TEMPERATURE = "temperature tomorrow"
SPAM = "spam or not"
GARMENTS = "which of ten garments"
TAGS = "several tags at once"
BOX = "a box around the face"

RIGHT: dict[str, Pair] = {
    TEMPERATURE: ("linear", "mse"),
    SPAM: ("sigmoid", "binary_crossentropy"),
    GARMENTS: ("softmax", "categorical_crossentropy"),
    TAGS: ("sigmoid", "binary_crossentropy"),
    BOX: ("linear", "mse"),
}

WRONG_ACTIVATION: dict[tuple[str, str], tuple[str, str, str]] = {
    (TEMPERATURE, "sigmoid"): (
        "temperature-sigmoid",
        "A sigmoid can only say numbers between 0 and 1. Temperatures are not bound to that.",
        "Which numbers must the output be able to say on a day of frost?",
    ),
    (TEMPERATURE, "softmax"): (
        "temperature-softmax",
        "A softmax over a single output unit is 1, whatever the weather is.",
        "Does anything here have to sum to 1?",
    ),
    (SPAM, "linear"): (
        "spam-linear",
        "A linear output can say 3 or -7. As the probability of spam neither makes sense.",
        "Which numbers can be a probability?",
    ),
    (SPAM, "softmax"): (
        "spam-softmax",
        (
            "There is one output unit, and a softmax divides it by itself: every e-mail is spam "
            "with probability 1."
        ),
        "With what does a softmax compare a unit that is alone?",
    ),
    (GARMENTS, "linear"): (
        "garments-linear",
        (
            "Ten linear outputs are scores, not probabilities: they may be negative and sum to "
            "anything."
        ),
        "What must be true of the ten outputs together, when exactly one garment is in the image?",
    ),
    (GARMENTS, "sigmoid"): (
        "garments-sigmoid",
        (
            "Ten sigmoids are ten separate questions. The network could say that an image is "
            "surely a coat and surely a bag."
        ),
        "Exactly one garment is in each image. Which output makes the ten units compete?",
    ),
    (TAGS, "linear"): (
        "tags-linear",
        "A linear output can say 3 or -7, but each tag is asked for a probability.",
        "Which numbers can be a probability?",
    ),
    (TAGS, "softmax"): (
        "tags-softmax",
        (
            "A softmax makes the tags compete: a photo of a dog on a beach would get one half for "
            "each at best."
        ),
        "May several tags be right at once? Then what may their probabilities sum to?",
    ),
    (BOX, "sigmoid"): (
        "box-sigmoid",
        "A sigmoid can only say numbers between 0 and 1. The four answers are counted in pixels.",
        "Which numbers must the output be able to say for a large image?",
    ),
    (BOX, "softmax"): (
        "box-softmax",
        (
            "A softmax makes the four numbers positive and sum to 1, as if one of the four had "
            "to be chosen."
        ),
        "Do the left edge and the height of a box compete with each other?",
    ),
}

WRONG_LOSS: dict[tuple[str, str], tuple[str, str, str]] = {
    (TEMPERATURE, "binary_crossentropy"): (
        "temperature-binary-cost",
        (
            "The binary cross-entropy takes the logarithm of a probability. A number of degrees is "
            "none."
        ),
        "Which cost follows when the errors are distributed normally?",
    ),
    (TEMPERATURE, "categorical_crossentropy"): (
        "temperature-categorical-cost",
        "The categorical cross-entropy compares probabilities of classes. Here there are none.",
        "Which cost follows when the errors are distributed normally?",
    ),
    (SPAM, "mse"): (
        "spam-mse",
        (
            "The output is right. But with the squared error a sigmoid that is badly wrong learns "
            "almost nothing, as it is flat there."
        ),
        "Which cost is the negative logarithm of the likelihood of a yes or no?",
    ),
    (SPAM, "categorical_crossentropy"): (
        "spam-categorical-cost",
        (
            "With one output unit the categorical cross-entropy is y log p alone: mail that is no "
            "spam costs nothing, and always saying spam is best."
        ),
        "Which term would have to be added for the label 0?",
    ),
    (GARMENTS, "mse"): (
        "garments-mse",
        (
            "The output is right. But the squared error keeps the slopes of the softmax, and an "
            "image that is badly wrong teaches almost nothing."
        ),
        "Which cost is the negative logarithm of the likelihood of one class among ten?",
    ),
    (GARMENTS, "binary_crossentropy"): (
        "garments-binary-cost",
        (
            "The binary cost charges each of the ten outputs as a question of its own. The softmax "
            "has tied them together already."
        ),
        "Is the likelihood here that of ten yes-or-no answers, or that of one choice?",
    ),
    (TAGS, "mse"): (
        "tags-mse",
        (
            "The output is right. But with the squared error a sigmoid that is badly wrong learns "
            "almost nothing, as it is flat there."
        ),
        "Which cost is the negative logarithm of the likelihood of twenty yes-or-no answers?",
    ),
    (TAGS, "categorical_crossentropy"): (
        "tags-categorical-cost",
        (
            "The categorical cross-entropy looks at the tags that are there only: saying yes to "
            "everything would cost nothing."
        ),
        "What should a tag cost that is given and not deserved?",
    ),
    (BOX, "binary_crossentropy"): (
        "box-binary-cost",
        (
            "The binary cross-entropy takes the logarithm of a probability. A number of pixels is "
            "none."
        ),
        "Four numbers instead of one: does that change what kind of task it is?",
    ),
    (BOX, "categorical_crossentropy"): (
        "box-categorical-cost",
        (
            "The categorical cross-entropy compares probabilities of classes. The four numbers "
            "are no classes."
        ),
        "Four numbers instead of one: does that change what kind of task it is?",
    ),
}


def _chosen_pair(case: Case, value: Any) -> Pair:
    """What was chosen for one task, as ("sigmoid", "binary_crossentropy")."""
    task = case.part
    if not isinstance(value, dict):
        raise ValueError("choose_output must be a dictionary: task -> (activation, loss)")
    pair = value.get(task)
    if pair is None:
        raise NotAnswered(f"{task!r} is not answered yet")
    if not isinstance(pair, list | tuple) or len(pair) != 2:
        raise ValueError(f"the entry {task!r} must be a pair (activation, loss)")
    if pair[0] is None or pair[1] is None:
        raise NotAnswered(f"{task!r} is not answered yet")
    if _plain(pair[0]) in LOSSES and _plain(pair[1]) in ACTIVATIONS:
        raise ValueError(
            f"the order is reversed for {task!r}: the activation comes first, then the loss"
        )
    return _word(pair[0], ACTIVATIONS, task), _word(pair[1], LOSSES, task)


def _word(value: Any, allowed: tuple[str, ...], task: str) -> str:
    word = _plain(value)
    if word not in allowed:
        raise ValueError(f"choose one of {', '.join(allowed)} (in quotes) for {task!r}")
    return word


def _plain(value: Any) -> str:
    """A word without capitals and blanks; empty for what is no word."""
    return value.strip().lower() if isinstance(value, str) else ""


def _filled(task: str, pair: Pair) -> partial[dict[str, Pair]]:
    return partial(dict, {**RIGHT, task: pair})


def _mistakes() -> Iterator[Mistake]:
    """Wrong activations with any cost first, then wrong costs of the right activation."""
    for (task, activation), (identifier, explanation, hint) in WRONG_ACTIVATION.items():
        first, *others = (_filled(task, (activation, loss)) for loss in LOSSES)
        yield Mistake(identifier, first, explanation, hint, part=task, also=tuple(others))
    for (task, loss), (identifier, explanation, hint) in WRONG_LOSS.items():
        wrong = _filled(task, (RIGHT[task][0], loss))
        yield Mistake(identifier, wrong, explanation, hint, part=task)


CHOOSE_OUTPUT = Exercise(
    id="choose-output",
    title="Which output, which cost?",
    points=5,
    probe="value",
    reference=partial(dict, RIGHT),
    cases=lambda rng: [Case(task, part=task) for task in RIGHT],
    view=_chosen_pair,
    returns=("the activation", "the loss"),
    read_again="Which output, which cost?",
    mistakes=tuple(_mistakes()),
)
