"""The concept check of unit 02: the right letters, and why each other letter is wrong."""

from autograder.exercises.concepts import concept_check

RIGHT = {"q1": "b", "q2": "d", "q3": "a", "q4": "c", "q5": "b", "q6": "d"}

WRONG = {
    ("q1", "a"): (
        "Without an activation nothing is cut off: the numbers go through, multiplied and added."
    ),
    ("q1", "c"): (
        "Depth alone adds nothing here: each layer multiplies by one more matrix, and a product "
        "of matrices is a matrix."
    ),
    ("q1", "d"): (
        "The biases do not vanish. They are multiplied by the later weights and added up, so one "
        "bias vector is left."
    ),
    ("q2", "a"): "These are the weights alone. Each unit that computes has a bias as well.",
    ("q2", "b"): (
        "The inputs compute nothing, so they have no biases. Only the hidden and the output units "
        "have."
    ),
    ("q2", "c"): "A bias neuron outputs 1 whatever happens: no connection leads into it.",
    ("q3", "b"): (
        "The output unit still draws one straight line, but in the plane of what the hidden units "
        "answer, not in that of the inputs."
    ),
    ("q3", "c"): (
        "Four inputs go in and four answers come out, two of which may even be the same. What "
        "matters is where they lie."
    ),
    ("q3", "d"): (
        "Nobody trained this network: its weights were set by hand. The question is what it can "
        "compute, not how it learns."
    ),
    ("q4", "a"): (
        "A node may use any node whose value does not depend on its own, near or far. Think of a "
        "link that skips a layer."
    ),
    ("q4", "b"): (
        "A node may have many children. Its value is then used several times, but computed once."
    ),
    ("q4", "d"): (
        "That is convenient, but not needed: whoever evaluates the graph can find such an order "
        "from the edges."
    ),
    ("q5", "a"): (
        "That is how threshold units answer. A ReLU that is not silent grows with the distance "
        "from its line, so the pieces are tilted."
    ),
    ("q5", "c"): (
        "A ReLU has a kink, but no curve. Away from the lines the output is a sum of flat pieces, "
        "and so flat itself."
    ),
    ("q5", "d"): (
        "Each unit has one line, but the lines cross, and the pieces between them are more than "
        "the lines."
    ),
    ("q6", "a"): "A sum of 0 gives the answer 0, but it is not the only one that does.",
    ("q6", "b"): (
        "The weights are the same for every sample. A unit that is silent for this one may be "
        "loud for the next."
    ),
    ("q6", "c"): (
        "The bias alone does not decide. With a positive bias, the weighted inputs can still pull "
        "the sum below 0."
    ),
}

CONCEPTS = concept_check(
    id="mlp-concepts",
    title="Concept check: the multi-layer perceptron",
    right=RIGHT,
    wrong=WRONG,
)
