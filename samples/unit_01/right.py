"""Students of unit 01 whose answers are all right, each in another way."""

from __future__ import annotations

from samples.notebook import insert, write
from samples.student import Student
from samples.unit_01.material import ADVICE, CELLS

RIGHT = (
    Student(
        "abebe",
        "all right; answers call the functions of earlier exercises",
        {"add-bias": "c_", "logic-gates": "on-the-edge"},
        rest="helpers",
        written=ADVICE,
    ),
    Student("bianchi", "all right with loops and lists in the place of NumPy", rest="loops"),
    Student("chen", "all right in float32", {"logic-gates": "arrays"}, rest="float32"),
    Student(
        "dubois",
        "all right with einsum, insert, heaviside and expit",
        {"logic-gates": "search"},
        rest="numpy",
        written=ADVICE,
    ),
    Student(
        "eriksen",
        "all right; gives back lists, tuples, truth values and NumPy scalars",
        {"logic-gates": "integers"},
        rest="lists",
    ),
    Student(
        "farouk",
        "all right by other ways: recursion, early exits, trained gates, tanh for the sigmoid",
        {"logic-gates": "trained"},
        rest="other",
        written="Smaller steps, smaller weights, the same line: $\\eta$ cancels.",
    ),
    Student(
        "garcia",
        "all right with a cell of helpers, a lambda, and a line of magic",
        {
            "weighted-sum": "lambda",
            "logic-gates": "search",
            **dict.fromkeys(("sigmoid-neuron", "neuron-gradient", "train-neuron"), "own-sigmoid"),
        },
        rest="own-step",
        edits=(insert(CELLS["helpers"], before="weighted-sum"),),
    ),
    Student(
        "haddad",
        "all right; three answers together in a cell of the student's own, `%%time` on another",
        {"sigmoid-neuron": "timed"},
        edits=(
            insert(CELLS["everything"], before="add-bias"),
            write("add-bias", "# see above"),
            write("perceptron-layer", "# see above"),
            write("hebb-update", ""),
        ),
    ),
)
