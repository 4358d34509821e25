"""Students of unit 04 who share a way of thinking that is wrong, one each."""

from __future__ import annotations

from samples.student import Spoilt, Student
from samples.unit_04.concepts import concepts

MISTAKEN = (
    Student(
        "ivanov",
        "never divides by the size of the batch",
        {
            "numeric-gradient": "not-divided",
            "softmax-crossentropy-backward": "not-divided",
            "mlp-backward": Spoilt("plain", "not-divided"),
            "train-mlp": Spoilt("plain", "summed-over-batch"),
            "backprop-concepts": concepts("adacbd"),
        },
    ),
    Student(
        "jansen",
        "divides once too often",
        {
            "numeric-gradient": "one-sided",
            "dense-backward": "divided-by-n",
            "softmax-crossentropy-backward": "divided-twice",
            "mlp-backward": "on-its-own",
            "backprop-concepts": concepts("bbacbd"),
        },
    ),
    Student(
        "kowalski",
        "has the signs the wrong way round",
        {
            "numeric-gradient": "difference-reversed",
            "softmax-crossentropy-backward": "error-reversed",
            "mlp-backward": "on-its-own",
            "sgd-step": "uphill",
            "train-mlp": "uphill",
            "autodiff-backward": "assigned-not-added",
        },
    ),
    Student(
        "larsen",
        "takes the function for its slope",
        {
            "numeric-gradient": "entry-not-put-back",
            "activation-derivatives": "sigmoid-not-the-slope",
            "mlp-backward": "slope-missing",
            "train-mlp": "on-its-own",
            "backprop-concepts": concepts("bdbcbd"),
        },
    ),
    Student(
        "moreau",
        "applies the rule for outputs to the pre-activation",
        {
            "activation-derivatives": "sigmoid-rule-on-z",
            "softmax-crossentropy-backward": "extra-slope",
            "mlp-backward": Spoilt("plain", "extra-slope"),
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "nakamura",
        "works along the wrong axis",
        {
            "activation-derivatives": "relu-one-at-zero",
            "dense-backward": "db-wrong-axis",
            "softmax-crossentropy-backward": "softmax-over-samples",
            "mlp-backward": "on-its-own",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "okafor",
        "returns things in another order or form",
        {
            "numeric-gradient": "return-inside-loop",
            "dense-backward": "results-reordered",
            "mlp-backward": "results-swapped",
            "minibatches": "pair-swapped",
            "train-mlp": "on-its-own",
            "backprop-concepts": concepts("bdaabd"),
        },
    ),
    Student(
        "petrov",
        "forgets the last part of what was asked",
        {
            "dense-backward": "db-not-summed",
            "softmax-crossentropy-backward": "softmax-missing",
            "mlp-backward": "on-its-own",
            "sgd-step": "step-alone",
            "minibatches": "last-batch-dropped",
            "train-mlp": "on-its-own",
            "autodiff-backward": "local-only",
            "backprop-concepts": concepts("bdacad"),
        },
    ),
    Student(
        "quispe",
        "never uses the learning rate",
        {
            "numeric-gradient": "step-fixed",
            "sgd-step": "rate-unused",
            "train-mlp": "rate-unused",
        },
    ),
    Student(
        "rossi",
        "shuffles too much or not at all",
        {
            "dense-backward": "upstream-ignored",
            "mlp-backward": "on-its-own",
            "minibatches": "shuffled-separately",
            "train-mlp": "on-its-own",
            "backprop-concepts": concepts("bdacba"),
        },
    ),
    Student(
        "schmidt",
        "counts epochs and batches together",
        {
            "numeric-gradient": "divided-by-h",
            "activation-derivatives": "tanh-not-squared",
            "mlp-backward": "slope-on-last-layer",
            "minibatches": "first-batch-only",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "tanaka",
        "changes what should stay",
        {
            "sgd-step": "in-place",
            "minibatches": "drawn-for-each-batch",
            "train-mlp": "on-its-own",
            "autodiff-backward": "gradients-not-reset",
        },
    ),
    Student(
        "ueda",
        "right for small numbers and small graphs only",
        {
            "activation-derivatives": "sigmoid-overflow",
            "dense-backward": "db-keeps-axis",
            "softmax-crossentropy-backward": "no-shift",
            "mlp-backward": "on-its-own",
            "sgd-step": "first-only",
            "train-mlp": "on-its-own",
            "autodiff-backward": "recursive",
        },
    ),
    Student(
        "varga",
        "transposes, and takes one formula for another",
        {
            "activation-derivatives": "tanh-sigmoid-rule",
            "dense-backward": "dw-transposed",
            "softmax-crossentropy-backward": "mean-over-all-entries",
            "mlp-backward": "on-its-own",
            "sgd-step": "rate-times-difference",
            "minibatches": "not-shuffled",
            "train-mlp": "on-its-own",
        },
    ),
    Student(
        "weber",
        "measures the cost at another time than asked",
        {"train-mlp": "loss-before-epoch", "mlp-backward": "on-its-own"},
    ),
    Student(
        "yilmaz",
        "goes through the layers in another order than asked",
        {"mlp-backward": "order-reversed", "train-mlp": "on-its-own"},
    ),
    Student(
        "zhang",
        "keeps only the last cost, and goes back only one step",
        {"train-mlp": "last-loss-only", "autodiff-backward": "one-level-only"},
    ),
    Student(
        "wolf",
        "averages the gradient of the biases",
        {"mlp-backward": "db-averaged", "train-mlp": "on-its-own"},
    ),
    Student("wright", "notes the cost after every batch", {"train-mlp": "loss-per-batch"}),
    Student(
        "young",
        "hands pre-activations to the next layer",
        {"mlp-backward": "pre-activation-as-input", "train-mlp": "on-its-own"},
    ),
    Student(
        "walker",
        "forgets the 1/n in the backward pass only",
        {"mlp-backward": "not-divided", "train-mlp": "on-its-own"},
    ),
)
