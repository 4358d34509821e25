"""The concept check of unit 03: the right letters, and why each other letter is wrong."""

from autograder.exercises.concepts import concept_check

RIGHT = {"q1": "c", "q2": "b", "q3": "d", "q4": "a", "q5": "c", "q6": "a"}

WRONG = {
    ("q1", "a"): (
        "With p = 0 the 20 samples with label 1 are called impossible, and each costs infinitely "
        "much (about 16 with the clip). The most frequent label is what the absolute error "
        "prefers."
    ),
    ("q1", "b"): (
        "It knows nothing of the single sample, but it does learn how many ones there are. Saying "
        "0.5 costs log 2 = 0.69 per sample; compare that with the cost of the other options."
    ),
    ("q1", "d"): (
        "Only one of the two terms is 0 then. The other one, (1 - y) log(1 - p), charges for the "
        "60 false alarms."
    ),
    ("q2", "a"): (
        "That is the short form on the slides. It needs an assumption about the targets, and even "
        "then the two agree only up to a constant and a factor."
    ),
    ("q2", "c"): (
        "Nothing is assumed about the inputs. What counts is how the targets are distributed once "
        "the input is known."
    ),
    ("q2", "d"): (
        "The network may be anything. Without a hidden layer the cost is convex, but that is "
        "another matter than which parameters are the most likely."
    ),
    ("q3", "a"): (
        "The sigmoid is the softmax over two logits, z and 0. With a single logit there is nothing "
        "to compare it with."
    ),
    ("q3", "b"): (
        "One half is what two equal logits get. A single logit is divided by itself; what comes of "
        "that?"
    ),
    ("q3", "c"): (
        "That is a softmax along the wrong axis, over samples. Here it is taken over the units of "
        "each row, as it should be."
    ),
    ("q4", "b"): (
        "This is true of the squared error, whose derivative keeps the factor p(1 - p). In the "
        "cross-entropy the logarithm cancels that factor."
    ),
    ("q4", "c"): (
        "The error p - y is about -1. But for the squared error the chain rule multiplies it by "
        "the slope p(1 - p), which is about 0.00005 here."
    ),
    ("q4", "d"): (
        "The derivative with respect to p is huge, about -22,000. But the slope of p in z is as "
        "small as that is large, and their product never exceeds 1 in size."
    ),
    ("q5", "a"): (
        "The shapes are the same after one softmax or two, and nothing complains. That is why this "
        "mistake is so common."
    ),
    ("q5", "b"): (
        "The second softmax receives numbers between 0 and 1 and flattens them: of (1, 0) it makes "
        "(0.73, 0.27)."
    ),
    ("q5", "d"): (
        "Two safe softmaxes in a row are as safe from overflow as one. Every number stays finite; "
        "look at how large or small they can become."
    ),
    ("q6", "b"): (
        "A smaller rate follows the same valley down to the same bottom, only more slowly. It does "
        "not change which valley a start lies in."
    ),
    ("q6", "c"): (
        "Both costs are convex in the output of a linear unit. It is the hidden layer between "
        "weights and output that ends this, for either of them."
    ),
    ("q6", "d"): (
        "At the end the gradient is as good as 0, so more steps change nothing: the runs have "
        "arrived, in different places."
    ),
}

CONCEPTS = concept_check(
    id="costs-concepts",
    title="Concept check: costs and outputs",
    right=RIGHT,
    wrong=WRONG,
)
