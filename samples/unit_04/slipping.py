"""Students of unit 04 who understand most of it and slip here and there, in many small ways.

Long because each line is one fact: which student makes which mistake in which exercise. Whoever
slips on the way back trains with code of their own, so that the training is right by itself.
"""

from __future__ import annotations

from samples.student import Student
from samples.unit_04.concepts import concepts

SLIPPING = (
    Student(
        "almeida",
        "updates too early, and takes one array for two",
        {
            "numeric-gradient": "aliased-buffers",
            "activation-derivatives": "sigmoid-rule-on-a-again",
            "train-mlp": "updated-before-passing-on",
            "autodiff-backward": "passed-on-too-early",
            "backprop-concepts": concepts("bdacba"),
        },
    ),
    Student(
        "bauer",
        "moves everything at once",
        {
            "numeric-gradient": "all-entries-at-once",
            "activation-derivatives": "sigmoid-one-factor",
            "train-mlp": "batch-size-unused",
            "autodiff-backward": "passed-on-more-than-once",
            "backprop-concepts": concepts("bdacdd"),
        },
    ),
    Student(
        "chavez",
        "works row by row, sample by sample, path by path",
        {
            "numeric-gradient": "row-at-once",
            "activation-derivatives": "sigmoid-sign",
            "train-mlp": "sample-by-sample",
            "autodiff-backward": "along-every-path",
            "backprop-concepts": concepts("bdacad"),
        },
    ),
    Student(
        "cohen",
        "loses decimals and digits",
        {
            "numeric-gradient": "float32",
            "activation-derivatives": "sigmoid-integers",
            "train-mlp": "summed-loss",
            "autodiff-backward": "repeated-parent-once",
            "backprop-concepts": concepts("bdadbd"),
        },
    ),
    Student(
        "dang",
        "keeps whatever dtype comes in; stops after the first",
        {
            "numeric-gradient": "dtype-kept",
            "activation-derivatives": "tanh-rule-on-z",
            "train-mlp": "first-epoch-only",
            "autodiff-backward": "one-level-only",
        },
    ),
    Student(
        "diaz",
        "cuts off decimals; begins anew each time",
        {
            "numeric-gradient": "integer-result",
            "activation-derivatives": "tanh-inner-derivative",
            "train-mlp": "restarted-each-epoch",
            "autodiff-backward": "start-missing",
        },
    ),
    Student(
        "duarte",
        "has the numbers, in another shape or with another one in front",
        {
            "numeric-gradient": "flattened",
            "activation-derivatives": "tanh-sign",
            "train-mlp": "first-loss-included",
            "autodiff-backward": "starts-with-value",
        },
    ),
    Student(
        "evans",
        "half a step, half a slope, one epoch too few",
        {
            "numeric-gradient": "one-sided-over-two-steps",
            "activation-derivatives": "relu-half-at-zero",
            "train-mlp": "one-epoch-too-few",
            "autodiff-backward": "local-derivative-ignored",
        },
    ),
    Student(
        "eze",
        "multiplies where a division belongs; one epoch too many",
        {
            "numeric-gradient": "multiplied-by-h",
            "activation-derivatives": "relu-quotient",
            "train-mlp": "one-epoch-too-many",
            "backprop-concepts": concepts("cdacbd"),
        },
    ),
    Student(
        "ferrari",
        "gives f one entry alone; the biases come later",
        {
            "numeric-gradient": "entry-alone",
            "activation-derivatives": "relu-not-the-slope",
            "train-mlp": "biases-after-weights",
            "backprop-concepts": concepts("ddacbd"),
        },
    ),
    Student(
        "fischer",
        "overflows; averages losses of different ages",
        {
            "activation-derivatives": "tanh-overflow",
            "train-mlp": "mean-of-batch-losses",
            "backprop-concepts": concepts("baacbd"),
        },
    ),
    Student(
        "fuentes",
        "takes the last one for all",
        {
            "activation-derivatives": "relu-sign-of-z",
            "train-mlp": "last-batch-loss",
            "backprop-concepts": concepts("bcacbd"),
        },
    ),
    Student(
        "gupta",
        "the wrong side of zero; a generator that is used up",
        {
            "activation-derivatives": "relu-inverted",
            "train-mlp": "batches-used-up",
            "backprop-concepts": concepts("bdccbd"),
        },
    ),
    Student("zimmermann", "returns the best, not the last", {"train-mlp": "best-epoch-returned"}),
    Student("hassan", "returns what was given", {"train-mlp": "first-parameters-returned"}),
    Student("horvat", "one batch is enough", {"train-mlp": "one-batch-per-epoch"}),
    Student("lopez", "loses the rest of the samples", {"train-mlp": "last-batch-dropped"}),
    Student("martin", "shuffles nothing", {"train-mlp": "not-shuffled"}),
    Student("moreno", "shuffles once and for all", {"train-mlp": "same-order-every-epoch"}),
    Student("novak", "shuffles labels by themselves", {"train-mlp": "labels-lost"}),
    Student(
        "olsen",
        "divides d_W again; shuffles whole batches",
        {
            "dense-backward": "dw-averaged",
            "softmax-crossentropy-backward": "labels-ignored",
            "mlp-backward": "on-its-own",
            "minibatches": "only-batches-shuffled",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "patel",
        "passes down what does not depend on the error",
        {
            "dense-backward": "upstream-ignored-below",
            "softmax-crossentropy-backward": "true-class-only",
            "mlp-backward": "on-its-own",
            "minibatches": "shuffled-within-batches",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "perez",
        "takes local derivatives for gradients",
        {
            "dense-backward": "bias-gradient-of-ones",
            "softmax-crossentropy-backward": "gradient-at-probabilities",
            "mlp-backward": "on-its-own",
            "minibatches": "drawn-with-replacement",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "quinn",
        "forgets to transpose, and keepdims",
        {
            "dense-backward": "w-not-transposed",
            "softmax-crossentropy-backward": "no-keepdims",
            "mlp-backward": "on-its-own",
            "minibatches": "size-taken-for-number",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "rahman",
        "sums over everything",
        {
            "dense-backward": "db-one-number",
            "softmax-crossentropy-backward": "one-global-maximum",
            "mlp-backward": "on-its-own",
            "minibatches": "evened-out",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "sato",
        "multiplies entry by entry",
        {
            "dense-backward": "entrywise-product",
            "softmax-crossentropy-backward": "sigmoid-for-softmax",
            "mlp-backward": "on-its-own",
            "sgd-step": "multiplied",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "silva",
        "sums nothing; fills up what is short",
        {
            "dense-backward": "not-summed-over-samples",
            "softmax-crossentropy-backward": "whole-columns",
            "mlp-backward": "on-its-own",
            "minibatches": "last-batch-filled-up",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "smith",
        "overwrites what came before",
        {
            "dense-backward": "last-sample-only",
            "softmax-crossentropy-backward": "label-subtracted",
            "mlp-backward": "on-its-own",
            "sgd-step": "last-only",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "suzuki",
        "puts a ReLU where none is, a softmax on a softmax",
        {
            "dense-backward": "slope-of-relu",
            "softmax-crossentropy-backward": "softmax-twice",
            "mlp-backward": "on-its-own",
            "minibatches": "empty-batch",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "taylor",
        "divides where there is nothing to divide",
        {"mlp-backward": "divided-twice", "sgd-step": "divided-by-rate", "train-mlp": "on-its-own"},
    ),
    Student(
        "ziegler",
        "divides by the number of classes",
        {
            "softmax-crossentropy-backward": "divided-by-classes",
            "mlp-backward": "on-its-own",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "torres",
        "applies the slope of the output once more; batches of one",
        {"mlp-backward": "extra-slope", "minibatches": "size-ignored", "train-mlp": "on-its-own"},
    ),
    Student(
        "ulrich",
        "at zero exactly",
        {
            "mlp-backward": "slope-one-at-zero",
            "minibatches": "last-sample-dropped",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "vargas",
        "takes outputs for slopes; from last to first",
        {
            "mlp-backward": "activation-for-slope",
            "minibatches": "reversed",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "vogel",
        "still has sigmoids in mind; loops without end",
        {
            "mlp-backward": "slope-of-sigmoid",
            "minibatches": "without-end",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "wagner",
        "clips the error; steps of a fixed length",
        {
            "mlp-backward": "slope-at-the-gradient",
            "sgd-step": "normalised",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "zhao",
        "one layer off with the slope",
        {
            "mlp-backward": "slope-of-next-layer",
            "minibatches": "own-generator",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "wang",
        "one layer off with the input",
        {"mlp-backward": "own-output-as-input", "train-mlp": "on-its-own"},
    ),
    Student(
        "xu",
        "passes down through W as it stands",
        {"mlp-backward": "weights-not-transposed", "train-mlp": "on-its-own"},
    ),
    Student(
        "williams",
        "passes down the weights, not the error",
        {"mlp-backward": "upstream-ignored", "train-mlp": "on-its-own"},
    ),
    Student(
        "wilson",
        "goes back one layer only",
        {"mlp-backward": "stops-at-last-layer", "train-mlp": "on-its-own"},
    ),
    Student(
        "yamada",
        "returns every weight gradient transposed",
        {"mlp-backward": "dw-transposed", "train-mlp": "on-its-own"},
    ),
    Student(
        "wong",
        "sums the bias gradients over the units",
        {"mlp-backward": "db-wrong-axis", "train-mlp": "on-its-own"},
    ),
    Student(
        "yang",
        "returns a pair for each layer",
        {"mlp-backward": "pairs-per-layer", "train-mlp": "on-its-own"},
    ),
)
