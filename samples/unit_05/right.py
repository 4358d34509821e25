"""Students of unit 05 whose answers are all right, each in another way."""

from __future__ import annotations

from samples.notebook import insert, write
from samples.student import Student

_ADVICE = (
    "99 % against 71 % is overfitting, 9 % on both is underfitting: $\\lambda = 1$ is far too "
    "strong. She should begin with early stopping, then turn and shift the training images (not "
    "those of the validation set), then try dropout after the hidden layers, and never on the "
    "output. Each with a few strengths and several seeds, and the test set once, at the end."
)

_OWN_FUNCTIONS = """\
def max_norm(W, max_value):
    norms = np.sqrt((np.asarray(W, dtype=float) ** 2).sum(axis=0))
    return W * (max_value / np.maximum(norms, max_value))


def dropout_backward(d_output, mask, rate):
    return np.where(mask, np.divide(d_output, 1 - rate), 0)"""

RIGHT = (
    Student(
        "abebe",
        "all right; `augment_batch` calls the student's own `shift_image`",
        {"shift-image": "padded"},
        written=_ADVICE,
    ),
    Student(
        "bianchi",
        "all right with loops in the place of NumPy",
        rest="loops",
        written="First early stopping, because it costs nothing.",
    ),
    Student("chen", "all right in float32", rest="float32"),
    Student(
        "eriksen",
        "all right; gives back lists, tuples and numbers of other kinds",
        rest="lists",
    ),
    Student(
        "farouk",
        "all right by other ways: recursion, binomial numbers, SciPy",
        {
            "early-stopping": "deepcopy",
            "l2-penalty": "norms",
            "l1-penalty": "products",
            "max-norm": "apply",
            "dropout-forward": "binomial",
            "dropout-backward": "derivative",
            "enumerate-subnetworks": "recursive",
        },
        rest="scipy",
    ),
    Student(
        "haddad",
        "all right; two answers together in a cell of the student's own",
        {"dropout-forward": "choice", "enumerate-subnetworks": "truth-values"},
        edits=(
            insert(_OWN_FUNCTIONS, before="max-norm"),
            write("max-norm", "# see above"),
            write("dropout-backward", ""),
        ),
    ),
)
