"""Students of unit 05 whose notebooks lost something, and whose answers are wrong in form."""

from __future__ import annotations

from samples.notebook import delete, duplicate
from samples.student import Student

DAMAGED = (
    Student(
        "larsson",
        "checks deleted; prints and pictures in the place of returns",
        rest="prints",
        edits=(delete("check-early-stopping", "check-max-norm"),),
    ),
    Student(
        "schmidt",
        "checks duplicated; everything is written into the arrays that were handed over",
        {"early-stopping": "shallow-copy", "enumerate-subnetworks": "same-row-everywhere"},
        rest="in-place",
        edits=(duplicate("check-l1-penalty"),),
    ),
)
