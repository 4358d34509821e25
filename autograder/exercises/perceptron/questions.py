"""The concept check of unit 01: the right letters, and why each other letter is wrong."""

from autograder.exercises.concepts import concept_check

RIGHT = {"q1": "c", "q2": "b", "q3": "d", "q4": "c", "q5": "b", "q6": "a"}

WRONG = {
    ("q1", "a"): (
        "The unit fires where w·x + b >= 0. Ten times a number has the same sign as the "
        "number, so no input crosses over."
    ),
    ("q1", "b"): (
        "The distance of the boundary from the origin is |b| / |w|. Both are ten times as "
        "large, so their ratio stays."
    ),
    ("q1", "d"): (
        "The boundary turns only when the direction of w changes. Here only its length "
        "changes, and the bias grows with it."
    ),
    ("q2", "a"): (
        "Counting parameters does not decide it: AND, OR and NAND have four rows as well, and "
        "the same three parameters compute them."
    ),
    ("q2", "c"): (
        "The derivative matters for training by gradient. Here no weights exist at all, so no "
        "way of training could find them."
    ),
    ("q2", "d"): (
        "From zero weights the learning rate only scales the weights of Rosenblatt's rule. "
        "And no rule can find weights that do not exist."
    ),
    ("q3", "a"): (
        "More time does not help. Look at the input (0, 0): what is w·x there, and what does "
        "step(0) answer?"
    ),
    ("q3", "b"): (
        "OR answers 0 to (0, 0), just as AND does. Without a bias the net input there is 0, "
        "and step(0) = 1."
    ),
    ("q3", "c"): (
        "At (0, 0) the net input is 0 whatever the weights are, and step(0) = 1. So it cannot "
        "answer 0 to all four."
    ),
    ("q4", "a"): (
        "The sign is reversed. The perceptron fired and should not have, so y - y_hat = -1: "
        "the weights move away from the sample."
    ),
    ("q4", "b"): (
        "The direction is right, but the learning rate was forgotten: the step is eta = 0.5 "
        "times the sample."
    ),
    ("q4", "d"): (
        "The weights are right. But the bias is the weight of an input that is always 1, so "
        "it takes a step of 0.5 * (-1) * 1, too."
    ),
    ("q5", "a"): (
        "The learning rate cancels in the proof: from zero weights it only scales them, and "
        "the mistakes stay the same."
    ),
    ("q5", "c"): (
        "It is an upper bound. The perceptron often needs far fewer mistakes, as the penguins "
        "showed."
    ),
    ("q5", "d"): (
        "The theorem counts mistakes while training on these samples. About samples that it "
        "has never seen it promises nothing."
    ),
    ("q6", "b"): (
        "Only the gradient rule (with the sigmoid and the cross-entropy) is logistic "
        "regression. Rosenblatt's rule uses the output of the step."
    ),
    ("q6", "c"): (
        "Both have y minus the output in the same place, so both push the net input of the "
        "sample towards its label."
    ),
    ("q6", "d"): (
        "The sigmoid neuron says p = 1/2 exactly where w·x + b = 0, which is a straight line. "
        "The sigmoid bends the output, not the boundary."
    ),
}

CONCEPTS = concept_check(
    id="perceptron-concepts",
    title="Concept check: the perceptron",
    right=RIGHT,
    wrong=WRONG,
)
