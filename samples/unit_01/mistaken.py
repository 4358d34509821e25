"""Students of unit 01 who share a way of thinking that is wrong, one each.

Long because each line is one fact: which student makes which mistake in which exercise.
"""

from __future__ import annotations

from samples.student import Spoilt, Student
from samples.unit_01.concepts import concepts

MISTAKEN = (
    Student(
        "ivanov",
        "forgets the bias everywhere",
        {
            "weighted-sum": "no-bias",
            "ltu": "no-bias",
            "add-bias": "zeros-instead-of-ones",
            "perceptron-layer": "no-bias",
            "perceptron-update": "bias-not-updated",
            "train-perceptron": "bias-not-updated",
            "sigmoid-neuron": "no-bias",
            "train-neuron": "bias-not-updated",
            "perceptron-concepts": concepts("cbacba"),
        },
    ),
    Student(
        "jansen",
        "takes the bias for a threshold; divides twice",
        {
            "weighted-sum": "bias-sign",
            "ltu": "bias-sign",
            "logic-gates": "nand-is-and",
            "perceptron-layer": "bias-sign",
            "train-perceptron": "reversed-order",
            "sigmoid-neuron": "bias-sign",
            "neuron-gradient": "divided-twice",
            "train-neuron": "divided-twice",
            "perceptron-concepts": concepts("abdcba"),
        },
    ),
    Student(
        "kowalski",
        "`>` in the place of `>=`; a sum for the mean in the cost",
        {
            "ltu": "strict-threshold",
            "logic-gates": "or-always-fires",
            "perceptron-layer": "strict-threshold",
            "perceptron-update": "strict-threshold",
            "train-perceptron": "strict-threshold",
            "train-neuron": "summed-loss",
            "perceptron-concepts": concepts("cbbcba"),
        },
    ),
    Student(
        "larsen",
        "a sigmoid where a step belongs",
        {
            "ltu": "sigmoid-instead-of-step",
            "perceptron-layer": "sigmoid-instead-of-step",
            "perceptron-update": "sigmoid-instead-of-step",
            "train-perceptron": "sigmoid-instead-of-step",
            "sigmoid-neuron": "minus-before-the-product",
            "perceptron-concepts": concepts("cbdcbb"),
        },
    ),
    Student(
        "moreau",
        "stops at z: no step, no sigmoid; half of the cost",
        {
            "ltu": "returns-z",
            "logic-gates": "and-never-fires",
            "perceptron-layer": "returns-z",
            "perceptron-update": "no-step",
            "train-perceptron": "no-step",
            "sigmoid-neuron": "returns-z",
            "train-neuron": "loss-without-second-term",
            "perceptron-concepts": concepts("cbdcbc"),
        },
    ),
    Student(
        "nakamura",
        "works with -1 and 1 throughout",
        {
            "ltu": "signed-output",
            "logic-gates": "or-is-and",
            "perceptron-layer": "signed-output",
            "perceptron-update": "signed-labels",
            "train-perceptron": "signed-labels",
            "sigmoid-neuron": "tanh-instead-of-sigmoid",
            "perceptron-concepts": concepts("ccdcba"),
        },
    ),
    Student(
        "okafor",
        "mixes -1 and 1 with 0 and 1; the squared error for the cross-entropy",
        {
            "logic-gates": "nand-is-or",
            "add-bias": "added-to-values",
            "perceptron-update": "mixed-labels",
            "train-perceptron": "mixed-labels",
            "neuron-gradient": "squared-error",
            "train-neuron": "squared-error",
            "perceptron-concepts": concepts("cbdcbd"),
        },
    ),
    Student(
        "petrov",
        "signs the wrong way round",
        {
            "weighted-sum": "sign-reversed",
            "hebb-update": "sign-reversed",
            "perceptron-update": "error-reversed",
            "train-perceptron": "error-reversed",
            "sigmoid-neuron": "sign-in-exponent",
            "neuron-gradient": "error-reversed",
            "train-neuron": "uphill",
            "perceptron-concepts": concepts("cbdaba"),
        },
    ),
    Student(
        "quispe",
        "never uses the learning rate",
        {
            "logic-gates": "and-always-fires",
            "hebb-update": "rate-unused",
            "perceptron-update": "rate-unused",
            "train-perceptron": "rate-unused",
            "train-neuron": "rate-unused",
            "perceptron-concepts": concepts("cbdbba"),
        },
    ),
    Student(
        "rossi",
        "the line for the bias stands inside the loop over the features",
        {
            "weighted-sum": "bias-per-feature",
            "perceptron-update": "bias-per-feature",
            "train-perceptron": "bias-per-feature",
            "neuron-gradient": "db-not-averaged",
            "train-neuron": "db-not-averaged",
            "perceptron-concepts": concepts("cbdcda"),
        },
    ),
    Student(
        "schmidt",
        "treats the bias in another way than the weights",
        {
            "logic-gates": "or-never-fires",
            "perceptron-update": "bias-without-rate",
            "train-perceptron": "bias-without-rate",
            "neuron-gradient": "dw-not-averaged",
            "train-neuron": "dw-not-averaged",
            "perceptron-concepts": concepts("cbddba"),
        },
    ),
    Student(
        "tanaka",
        "a factor too many: the inputs in the bias, the sigmoid's slope in the gradient",
        {
            "hebb-update": "old-weights-lost",
            "perceptron-update": "bias-times-input",
            "train-perceptron": "bias-times-input",
            "neuron-gradient": "extra-sigmoid-derivative",
            "train-neuron": "extra-sigmoid-derivative",
            "perceptron-concepts": concepts("cddcba"),
        },
    ),
    Student(
        "ueda",
        "fires when it should be silent; counts and measures after the update",
        {
            "ltu": "inverted-step",
            "logic-gates": "nand-always-fires",
            "perceptron-layer": "inverted-step",
            "train-perceptron": "counted-after-epoch",
            "train-neuron": "loss-after-update",
            "perceptron-concepts": concepts("bbdcba"),
        },
    ),
    Student(
        "varga",
        "rows for columns, a batch for a sample and a sample for a batch",
        {
            "add-bias": "ones-as-row",
            "perceptron-layer": "transposed-weights",
            "hebb-update": "transposed-update",
            "train-perceptron": "updated-once-per-epoch",
            "neuron-gradient": "not-summed",
            "train-neuron": "updated-per-sample",
            "perceptron-concepts": concepts("dbdcba"),
        },
    ),
    Student(
        "weber",
        "confuses Hebb's rule with Rosenblatt's; ignores the labels",
        {
            "hebb-update": "rosenblatt-instead-of-hebb",
            "perceptron-update": "hebb-instead-of-rosenblatt",
            "train-perceptron": "hebb-instead-of-rosenblatt",
            "neuron-gradient": "labels-ignored",
            "train-neuron": "labels-ignored",
            "perceptron-concepts": concepts("cadcba"),
        },
    ),
    Student(
        "xu",
        "a sum for a mean, a mean for a sum, a total for a list",
        {
            "weighted-sum": "mean-instead-of-sum",
            "hebb-update": "summed-to-one-number",
            "train-perceptron": "total-instead-of-list",
            "neuron-gradient": "sum-instead-of-mean",
            "train-neuron": "sum-instead-of-mean",
            "perceptron-concepts": concepts("cbdcca"),
        },
    ),
    Student(
        "yilmaz",
        "off by one",
        {
            "logic-gates": "and-is-or",
            "add-bias": "ones-last",
            "train-perceptron": "one-epoch-too-many",
            "train-neuron": "one-epoch-too-many",
            "perceptron-concepts": concepts("cbdcaa"),
        },
    ),
    Student(
        "zhang",
        "starts at one; overwrites the first feature; the sigmoid that overflows",
        {
            "logic-gates": "nand-never-fires",
            "add-bias": "first-feature-lost",
            "hebb-update": "output-ignored",
            "train-perceptron": "start-at-one",
            "sigmoid-neuron": "overflow",
            "train-neuron": "start-at-one",
            "perceptron-concepts": concepts("cbccba"),
        },
    ),
    Student(
        "almeida",
        "loses the last entry of one list, and all others of another",
        {
            "weighted-sum": "not-summed",
            "logic-gates": "nand-is-nor",
            "train-perceptron": "last-epoch-missing",
            "neuron-gradient": "db-per-sample",
            "train-neuron": "last-loss-only",
        },
    ),
    Student(
        "bauer",
        "never stops; a factor of two in the gradient",
        {
            "weighted-sum": "sums-before-product",
            "perceptron-layer": "transposed-result",
            "train-perceptron": "never-stops",
            "neuron-gradient": "factor-two",
            "train-neuron": "factor-two",
        },
    ),
    Student(
        "costa",
        "half of the cost, half of Hebb's rule, a minus that does not reach far enough",
        {
            "hebb-update": "input-ignored",
            "sigmoid-neuron": "missing-minus",
            "neuron-gradient": "dropped-term",
            "train-neuron": "dropped-term",
        },
    ),
    Student(
        "diaz",
        "a step where a sigmoid belongs",
        {
            "sigmoid-neuron": "step-instead-of-sigmoid",
            "neuron-gradient": "step-instead-of-sigmoid",
            "train-neuron": "step-instead-of-sigmoid",
        },
    ),
    Student(
        "evans",
        "a wrong `ltu`, called by `perceptron_update` and `train_perceptron`",
        {
            "ltu": "strict-threshold-helpers",
            "perceptron-update": Spoilt("helpers", "strict-threshold"),
            "train-perceptron": Spoilt("helpers", "strict-threshold"),
        },
    ),
    Student(
        "fischer",
        "a wrong update and a wrong gradient, each called by a training loop",
        {
            "perceptron-update": "error-reversed-helpers",
            "train-perceptron": Spoilt("helpers", "error-reversed"),
            "neuron-gradient": "sum-instead-of-mean-helpers",
            "train-neuron": Spoilt("helpers", "sum-instead-of-mean"),
        },
    ),
)
