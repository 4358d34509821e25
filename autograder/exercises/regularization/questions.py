"""The concept check of unit 05: the right letters, and why each other letter is wrong."""

from autograder.exercises.concepts import concept_check

RIGHT = {"q1": "c", "q2": "b", "q3": "d", "q4": "a", "q5": "d", "q6": "b"}

WRONG = {
    ("q1", "a"): (
        "That is what patience = 1 does. One epoch without a new minimum does not use up a "
        "patience of 3."
    ),
    ("q1", "b"): (
        "A loss that is only as low as the best one so far is no new minimum: of two equal ones "
        "the first is kept."
    ),
    ("q1", "d"): (
        "Only a strictly lower loss starts the count again, so the 0.69 of epoch 6 is never seen. "
        "That is the price of patience: it may miss a later minimum."
    ),
    ("q2", "a"): "A factor is missing: what is the derivative of the square of w?",
    ("q2", "c"): (
        "You subtracted the learning rate times the penalty itself. A gradient step needs its "
        "derivative."
    ),
    ("q2", "d"): (
        "That is the step of the ℓ1 penalty, which is the same for weights of every size. Here the "
        "square is penalised."
    ),
    ("q3", "a"): (
        "For weights beyond 1 the square is the larger one. Besides, what moves a weight is not "
        "the size of the penalty but its slope."
    ),
    ("q3", "b"): "It is the other way round: draw both penalties and look at their slopes near 0.",
    ("q3", "c"): (
        "In this unit both leave out the biases, and that changes nothing for the weights."
    ),
    ("q4", "b"): (
        "That is the formula as the slide prints it: it also lengthens the short column. Max-norm "
        "is a fence, not a length."
    ),
    ("q4", "c"): (
        "One common factor shrank the columns that were short enough, too. Each unit has a fence "
        "of its own."
    ),
    ("q4", "d"): (
        "You took 2 away from the norm of 5. What is scaled down must end at the fence itself."
    ),
    ("q5", "a"): "Keep and drop are exchanged: the rate is the probability to drop.",
    ("q5", "b"): (
        "The mean in training would be 2.4, and after training 3: the next layer would meet inputs "
        "that it was not trained for. Something must make up for what is dropped."
    ),
    ("q5", "c"): "After training nothing is dropped, and nothing has to be made up for.",
    ("q6", "a"): (
        "Then the scores answer for images that nobody asked about, and change from run to run."
    ),
    ("q6", "c"): (
        "Versions of one image land on both sides of the split. The validation images are then no "
        "longer new, and the score is too good."
    ),
    ("q6", "d"): (
        "Then the network learns nothing from the shifts, and validation no longer measures what "
        "the test set asks."
    ),
}

CONCEPTS = concept_check("regularization-concepts", "Concept check", RIGHT, WRONG)
