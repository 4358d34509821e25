"""Students of unit 02 whose answers are all right, each in another way."""

from __future__ import annotations

from samples.notebook import insert, write
from samples.student import Student

_ADVICE = (
    "Without an activation three layers are a product of three matrices, which is one matrix: her "
    "network can do what one layer can, and no more. With ReLUs each layer bends what the next "
    "one sees. She can multiply the matrices and compare, and she could put the ReLUs in."
)

_HELPERS = """\
def relu(z):
    return (np.asarray(z) > 0) * z


def hidden_layer(X, W, b):
    return relu(np.dot(X, W) + b)


def count_parameters(layer_sizes):
    return sum(m * n + n for m, n in zip(layer_sizes[:-1], layer_sizes[1:]))"""

RIGHT = (
    Student(
        "abebe",
        "all right; answers call the functions of earlier exercises",
        {"compose": "nested", "evaluate-graph": "recursive", "count-parameters": "zipped"},
        rest="helpers",
        written=_ADVICE,
    ),
    Student(
        "bianchi",
        "all right with loops in the place of NumPy",
        {"compose": "a-class", "evaluate-graph": "kahn"},
        rest="loops",
    ),
    Student(
        "chen",
        "all right in float32",
        {"count-parameters": "numpy"},
        rest="float32",
        written="Three linear layers are one: $XW_1W_2W_3$.",
    ),
    Student(
        "eriksen",
        "all right; gives back lists, tuples and numbers of other kinds",
        {"compose": "reduce", "evaluate-graph": "graphlib"},
        rest="lists",
    ),
    Student(
        "farouk",
        "all right by other ways: recursion, search, a class, counting what was built",
        {
            "xor-network": "search",
            "hidden-layer": "other",
            "compose": "recursive",
            "mlp-forward": "recursive",
            "count-parameters": "builds-them",
            "predict-classes": "own-forward",
            "evaluate-graph": "recursive",
        },
    ),
    Student(
        "haddad",
        "all right; two answers together in a cell of the student's own",
        {"xor-network": "either-or"},
        edits=(
            insert(_HELPERS, before="xor-network"),
            write("hidden-layer", "# see above"),
            write("count-parameters", ""),
        ),
    ),
)
