"""Students of unit 02 whose notebooks lost something, and whose answers are wrong in form."""

from __future__ import annotations

from samples.notebook import delete, duplicate
from samples.student import Student

DAMAGED = (
    Student(
        "larsson",
        "checks deleted; prints in the place of returns",
        rest="prints",
        edits=(delete("check-hidden-layer", "check-compose"),),
    ),
    Student(
        "schmidt",
        "checks duplicated; answers that work in place, or for one shape only",
        {
            "compose": "uses-them-up",
            "mlp-forward": "in-place",
            "count-parameters": "three-layers",
            "predict-classes": "extra-axis",
            "evaluate-graph": "writes-into-inputs",
        },
        edits=(duplicate("check-xor-network"),),
    ),
)
