"""Students of unit 03 who did not get to the end, or hand in something odd."""

from __future__ import annotations

from samples.answerbook import Answer
from samples.notebook import delete, duplicate
from samples.student import Student
from samples.unit_03.choices import choices
from samples.unit_03.concepts import concepts

_LATER = (
    "categorical-crossentropy",
    "sigmoid-crossentropy-logits",
    "softmax-crossentropy-logits",
    "output-gradients",
)

UNFINISHED = (
    Student(
        "gomez",
        "half done: the first four exercises, two tasks and three questions",
        {
            **dict.fromkeys(_LATER),
            "choose-output": choices(garments=None, tags=None, box=None),
            "costs-concepts": concepts("cbd---"),
        },
    ),
    Student("hughes", "empty: the notebook as it was released", rest=None),
    Student(
        "ito",
        "leaves `raise NotImplementedError()` in front of one answer; asks an array a question",
        {
            "mse": "raise-in-front",
            "binary-crossentropy": "if-on-array",
            "one-hot": "text",
            "softmax-crossentropy-logits": "labels-ignored",
            "output-gradients": "never-linear",
            "choose-output": Answer("choose_output = ['linear', 'sigmoid', 'softmax']"),
            "costs-concepts": Answer('costs_concepts = ["c", "b", "d", "a", "c", "a"]'),
        },
    ),
)

DAMAGED = (
    Student(
        "larsson",
        "checks deleted; prints in the place of returns",
        {"choose-output": choices("tags-linear", tags=("linear", "mse"))},
        rest="prints",
        edits=(delete("check-mse", "check-softmax"),),
    ),
    Student(
        "fischer",
        "checks duplicated; answers that work in place",
        {
            "mse": "in-place",
            "softmax": "in-place",
            "softmax-crossentropy-logits": "in-place",
        },
        edits=(duplicate("check-one-hot"),),
    ),
)
