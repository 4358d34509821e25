"""The concept check of unit 04: the right letters, and why each other letter is wrong."""

from autograder.exercises.concepts import concept_check

RIGHT = {"q1": "b", "q2": "d", "q3": "a", "q4": "c", "q5": "b", "q6": "d"}

WRONG = {
    ("q1", "a"): (
        "They give the size too, here to about nine digits; that is why they can check a gradient."
    ),
    ("q1", "c"): (
        "They treat the whole network as one function of its parameters and need not know about "
        "layers at all."
    ),
    ("q1", "d"): (
        "The backward pass uses the layer inputs and the pre-activations. Where do they come from?"
    ),
    ("q2", "a"): (
        "ReLU has no derivative at 0 either, and trains well: one missing point does no harm."
    ),
    ("q2", "b"): (
        "Layers of step units can compute a great deal; think of the XOR network of unit 2. The "
        "trouble is how they should learn it."
    ),
    ("q2", "c"): (
        "Two step units and a third compute XOR, as in unit 2. Such weights exist; what cannot "
        "find them?"
    ),
    ("q3", "b"): (
        "The gradient of every weight is exactly 0 here, not small. Follow the error back: what is "
        "it multiplied by?"
    ),
    ("q3", "c"): (
        "That happens when all weights are equal but not 0, or with sigmoid units, which answer "
        "one half to 0. What do ReLU units answer here?"
    ),
    ("q3", "d"): "Nothing is divided by 0: the softmax of equal logits gives equal shares.",
    ("q4", "a"): "A wrong gradient disagrees for every h, also for the best one.",
    ("q4", "b"): (
        "The error that comes from the shape of f shrinks with the square of h. It is another "
        "error that grows."
    ),
    ("q4", "d"): (
        "A float64 holds numbers far smaller than that. Look at the sum of x and h, and at the "
        "sixteen digits of f."
    ),
    ("q5", "a"): "The chain rule adds over all paths from a to f; none may be left out.",
    ("q5", "c"): (
        "That is what a plain assignment would leave behind where the contributions should be "
        "added up."
    ),
    ("q5", "d"): "Derivatives are multiplied along one path; what is done between paths?",
    ("q6", "a"): (
        "It may save memory, but the lower layers get a wrong gradient, and a gradient check shows "
        "it."
    ),
    ("q6", "b"): (
        "The gradient of the last layer is computed before anything has changed, so it is right."
    ),
    ("q6", "c"): "Each bias is still updated once; the order is wrong, not the count.",
}

CONCEPTS = concept_check("backprop-concepts", "Concept check", RIGHT, WRONG)
