"""Students of unit 01 who did not get to the end."""

from __future__ import annotations

from samples.answerbook import Answer
from samples.notebook import delete, insert
from samples.student import Student
from samples.unit_01.concepts import concepts

_LATER = (
    "perceptron-update",
    "train-perceptron",
    "sigmoid-neuron",
    "neuron-gradient",
    "train-neuron",
)

UNFINISHED = (
    Student(
        "gomez",
        "half done: the first six exercises, three of the six questions",
        {**dict.fromkeys(_LATER), "perceptron-concepts": concepts("cbd---")},
    ),
    Student("hughes", "empty: the notebook as it was released", rest=None),
    Student(
        "ito",
        "leaves `raise NotImplementedError()` in front of one answer and behind another; "
        "two questions open, one wrong",
        {
            "weighted-sum": "raise-in-front",
            "ltu": "raise-behind",
            "logic-gates": "gate-missing",
            "perceptron-concepts": concepts("-bdb-a"),
        },
    ),
    Student(
        "jensen",
        "deletes what is too hard: two answers, one of them with its check",
        {
            "hebb-update": None,
            "neuron-gradient": None,
            "perceptron-concepts": concepts("cbdcba", str.upper),
        },
        edits=(delete("hebb-update", "neuron-gradient", "check-neuron-gradient"),),
    ),
    Student(
        "klein",
        "answers the concept check in a list; notes in a text cell",
        {
            "train-neuron": "start-at-one-bias-zero",
            "perceptron-concepts": Answer('perceptron_concepts = ["c", "b", "d", "c", "b", "a"]'),
        },
        written="",
        edits=(insert("My notes: $w$ turns the line, $b$ shifts it.", "ltu", "markdown"),),
    ),
)
