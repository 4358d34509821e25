"""Students of unit 03 whose answers are all right, each in another way."""

from __future__ import annotations

from samples.answerbook import Answer
from samples.notebook import insert, write
from samples.student import Student
from samples.unit_03.concepts import concepts

_ADVICE = (
    "One softmax makes all six numbers compete and sum to 1: it cannot say that there are two "
    "defects for certain, or none, and the hours do not belong there. I would take five sigmoids "
    "with the binary cross-entropy and a linear output with the squared error, added with a "
    "weight. The nan comes from 0 times log 0; computing the cost from the logits prevents it. "
    "Different ends of two runs need not be a bug, as the cost is not convex: start several times "
    "and keep the best."
)

_HELPERS = """\
def mse(y_true, y_pred):
    return np.square(np.subtract(y_true, y_pred)).mean()


def softmax(z):
    z = np.asarray(z, dtype=float)
    z = z - z.max(axis=1).reshape(-1, 1)
    return np.exp(z) / np.exp(z).sum(axis=1).reshape(-1, 1)"""

_TABLE = """\
choose_output = {}
yes_or_no = ["sigmoid", "binary_crossentropy"]
number = ["Linear", "MSE"]
choose_output["temperature tomorrow"] = number
choose_output["spam or not"] = yes_or_no
choose_output["which of ten garments"] = ["softmax", "categorical_crossentropy "]
choose_output["several tags at once"] = yes_or_no
choose_output["a box around the face"] = number"""

_TABLE_ABOVE = """\
choose_output = dict.fromkeys(["spam or not", "several tags at once"])
for task in choose_output:
    choose_output[task] = ("sigmoid", "binary_crossentropy")
for task in ["temperature tomorrow", "a box around the face"]:
    choose_output[task] = ("linear", "mse")
choose_output["which of ten garments"] = ("softmax", "categorical_crossentropy")"""

RIGHT = (
    Student(
        "abebe",
        "all right; the gradients call the softmax of an earlier exercise",
        {"output-gradients": "calls-softmax"},
        written=_ADVICE,
    ),
    Student("bianchi", "all right with loops in the place of NumPy", rest="loops"),
    Student(
        "chen",
        "all right in float32",
        {"costs-concepts": concepts("cbdaca", str.upper)},
        rest="float32",
        written="A plate may have two defects, and a softmax cannot say that.",
    ),
    Student("dubois", "all right with SciPy and scikit-learn", rest="scipy", written=_ADVICE),
    Student(
        "eriksen",
        "all right; gives back lists, and fills the table entry by entry",
        {"choose-output": Answer(_TABLE, 5.0, kind="right")},
        rest="lists",
    ),
    Student(
        "farouk",
        "all right by other ways: truth values, all pairs of logits, two logits for one",
        {"choose-output": Answer(_TABLE_ABOVE, 5.0, kind="right")},
        rest="other",
    ),
    Student(
        "haddad",
        "all right; two answers together in a cell of the student's own",
        {"output-gradients": "calls-softmax"},
        edits=(
            insert(_HELPERS, before="mse"),
            write("mse", "# see above"),
            write("softmax", ""),
        ),
    ),
)
