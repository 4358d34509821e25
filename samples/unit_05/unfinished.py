"""Students of unit 05 who did not get to the end."""

from __future__ import annotations

from samples.answerbook import Answer
from samples.student import Student
from samples.unit_05.concepts import concepts

_LATER = ("enumerate-subnetworks", "shift-image", "rotate-image", "resize-image", "augment-batch")

UNFINISHED = (
    Student(
        "gomez",
        "half done: up to dropout, three of the six questions, and slips",
        {
            **dict.fromkeys(_LATER),
            "early-stopping": "last-loss-missing",
            "l1-penalty": "mean-instead-of-sum",
            "dropout-forward": "mask-scaled",
            "dropout-backward": "mask-ignored",
            "regularization-concepts": concepts("cbd---"),
        },
    ),
    Student("hughes", "empty: the notebook as it was released", rest=None),
    Student(
        "ito",
        "leaves `raise NotImplementedError()` in front of two answers; draws without `rng`",
        {
            "early-stopping": "raise-in-front",
            "enumerate-subnetworks": "raise-in-front",
            "dropout-forward": "global-generator",
            "augment-batch": "global-generator",
            "regularization-concepts": Answer(
                'regularization_concepts = ["c", "b", "d", "a", "d", "b"]'
            ),
        },
    ),
)
