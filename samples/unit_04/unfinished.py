"""Students of unit 04 who did not get to the end."""

from __future__ import annotations

from samples.student import Student
from samples.unit_04.concepts import concepts

_LATER = ("mlp-backward", "sgd-step", "minibatches", "train-mlp", "autodiff-backward")

UNFINISHED = (
    Student(
        "gomez",
        "half done: the first four exercises and half of the questions",
        {
            **dict.fromkeys(_LATER),
            "dense-backward": "db-averaged",
            "backprop-concepts": concepts("bda---"),
        },
    ),
    Student("hughes", "empty: the notebook as it was released", rest=None),
    Student(
        "ito",
        "forgets to finish the training loop and to update the biases",
        {"train-mlp": "biases-not-updated", "backprop-concepts": concepts("------")},
    ),
    Student(
        "costa",
        "returns in the middle of the work",
        {"train-mlp": "unfinished", "minibatches": None},
    ),
)
