"""Students of unit 02 who did not get to the end."""

from __future__ import annotations

from samples.answerbook import Answer
from samples.student import Student
from samples.unit_02.concepts import concepts

_LATER = ("mlp-forward", "count-parameters", "predict-classes", "evaluate-graph")

UNFINISHED = (
    Student(
        "gomez",
        "half done: the first three exercises, two of the six questions",
        {**dict.fromkeys(_LATER), "compose": "only-first-two", "mlp-concepts": concepts("bd----")},
    ),
    Student("hughes", "empty: the notebook as it was released", rest=None),
    Student(
        "ito",
        "leaves `raise NotImplementedError()` in front of one answer; late binding in another",
        {
            "hidden-layer": "raise-in-front",
            "compose": "late-binding",
            "xor-network": "three-things",
            "mlp-concepts": Answer('mlp_concepts = ["b", "d", "a", "c", "b", "d"]'),
        },
    ),
)
