"""Students of unit 04 whose answers are all right, each in another way."""

from __future__ import annotations

from samples.notebook import insert, write
from samples.student import Student

_ADVICE = (
    "A check with h = 1e-5 finds it: compare the gradient of each layer with the numeric one. A "
    "network can learn with a wrong gradient as long as it points downhill on the whole, so a "
    "falling cost proves nothing."
)

_OWN = """\
def sgd_step(params, grads, learning_rate):
    stepped = map(lambda p, g: np.asarray(p) - learning_rate * np.asarray(g), params, grads)
    return list(stepped)


def dense_backward(d_Z, X, W):
    return np.dot(d_Z, np.transpose(W)), np.dot(np.transpose(X), d_Z), np.sum(d_Z, 0)"""

RIGHT = (
    Student("abebe", "all right; answers call the functions of earlier exercises", written=_ADVICE),
    Student(
        "bianchi",
        "all right with loops in the place of NumPy",
        {
            "numeric-gradient": "lists",
            "mlp-backward": "sample-by-sample",
            "train-mlp": "on-its-own",
            "autodiff-backward": "counting",
        },
        rest="loops",
    ),
    Student(
        "chen",
        "all right in float32",
        {"numeric-gradient": "flat", "minibatches": "a-list"},
        rest="float32",
        written="The gradient check would have told.",
    ),
    Student(
        "dubois",
        "all right with SciPy, einsum, one-hot labels and graphlib",
        {
            "numeric-gradient": "directions",
            "activation-derivatives": "scipy",
            "dense-backward": "einsum",
            "softmax-crossentropy-backward": "one-hot",
            "mlp-backward": "on-its-own",
            "minibatches": "sorted-by-random-numbers",
            "autodiff-backward": "graphlib",
        },
    ),
    Student(
        "eriksen",
        "all right; gives back lists and tuples",
        {
            "softmax-crossentropy-backward": "scipy",
            "mlp-backward": "recursive",
            "minibatches": "a-list",
            "train-mlp": "arrays",
        },
        rest="lists",
    ),
    Student(
        "haddad",
        "all right; two answers together in a cell of the student's own",
        {"numeric-gradient": "flat", "minibatches": "loops"},
        edits=(
            insert(_OWN, before="numeric-gradient"),
            write("dense-backward", "# see above"),
            write("sgd-step", ""),
        ),
    ),
)
