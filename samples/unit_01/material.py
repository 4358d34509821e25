"""Text that several students of unit 01 use: cells of their own, and what they write."""

from __future__ import annotations

from pathlib import Path

from samples.answerbook import read_cells

ANSWERS = Path(__file__).parent / "answers"
CELLS = read_cells(ANSWERS / "own-cells.py")

ADVICE = (
    "A smaller learning rate only makes all weights smaller, and a neuron with smaller weights "
    "decides the same. Either no line separates her data, or the margin is thin and she has to "
    "wait. She can look at a picture or compute the widest margin. In the first case she could "
    "train a sigmoid neuron, in the second she should standardise and go on."
)
