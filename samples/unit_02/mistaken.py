"""Students of unit 02 who share a way of thinking that is wrong, one each."""

from __future__ import annotations

from samples.student import Spoilt, Student
from samples.unit_02.concepts import concepts

MISTAKEN = (
    Student(
        "ivanov",
        "forgets the bias everywhere",
        {
            "xor-network": "always-fires",
            "hidden-layer": "no-bias",
            "mlp-forward": "no-bias",
            "count-parameters": "no-biases",
            "predict-classes": "own-forward",
            "mlp-concepts": concepts("baacbd"),
        },
    ),
    Student(
        "jansen",
        "takes the bias for a threshold, and gives one to the inputs",
        {
            "xor-network": "never-fires",
            "hidden-layer": "bias-sign",
            "mlp-forward": "bias-sign",
            "count-parameters": "bias-of-the-inputs",
            "predict-classes": "own-forward",
            "mlp-concepts": concepts("bbacbc"),
        },
    ),
    Student(
        "larsen",
        "threshold units everywhere",
        {
            "hidden-layer": "step-instead-of-relu",
            "mlp-forward": "step-instead-of-relu",
            "predict-classes": "threshold-at-one-half",
            "mlp-concepts": concepts("bdacad"),
        },
    ),
    Student(
        "nakamura",
        "a sigmoid in the place of the ReLU; the last function first",
        {
            "hidden-layer": "sigmoid-instead-of-relu",
            "compose": "reversed-order",
            "mlp-forward": "sigmoid-instead-of-relu",
            "predict-classes": Spoilt("plain", ""),
            "evaluate-graph": "parents-reversed",
            "mlp-concepts": concepts("bdacba"),
        },
    ),
    Student(
        "moreau",
        "no activation anywhere",
        {
            "hidden-layer": "no-relu",
            "mlp-forward": "no-activation",
            "predict-classes": "no-relu",
            "count-parameters": "output-without-biases",
            "mlp-concepts": concepts("cdacbd"),
        },
    ),
    Student(
        "petrov",
        "a ReLU in the wrong place",
        {
            "xor-network": "relu-weights",
            "hidden-layer": "relu-before-weights",
            "mlp-forward": "relu-on-the-output",
            "predict-classes": "relu-on-the-output",
            "mlp-concepts": concepts("bdacbb"),
        },
    ),
    Student(
        "varga",
        "rows for columns",
        {
            "xor-network": "row-for-column",
            "hidden-layer": "transposed-weights",
            "mlp-forward": "transposed-weights",
            "count-parameters": "biases-of-the-layer-before",
            "predict-classes": "wrong-axis",
            "mlp-concepts": concepts("bdccbd"),
        },
    ),
    Student(
        "kowalski",
        "takes things in the order in which they stand",
        {
            "xor-network": "is-nand",
            "hidden-layer": "bias-after-relu",
            "mlp-forward": "swapped",
            "predict-classes": "last-of-equals",
            "evaluate-graph": "order-of-the-dictionary",
            "mlp-concepts": concepts("bdadbd"),
        },
    ),
    Student(
        "rossi",
        "leaves the loop too early",
        {
            "compose": "only-the-first",
            "mlp-forward": "last-layer-missing",
            "count-parameters": "last-layer-missing",
            "predict-classes": "hidden-layer-asked",
            "evaluate-graph": "only-one-pass",
            "mlp-concepts": concepts("bdaabd"),
        },
    ),
    Student(
        "ueda",
        "overwrites what came before",
        {
            "xor-network": "half-of-xor",
            "hidden-layer": "negative-side-kept",
            "compose": "only-the-last",
            "mlp-forward": "only-the-output",
            "count-parameters": "counts-units",
            "predict-classes": "value-instead-of-index",
            "evaluate-graph": "only-the-last-value",
            "mlp-concepts": concepts("bdacdd"),
        },
    ),
    Student(
        "xu",
        "one bias per layer, one bias per sample",
        {
            "hidden-layer": "bias-per-sample",
            "compose": "not-chained",
            "mlp-forward": "bias-per-sample",
            "count-parameters": "one-bias-per-layer",
            "predict-classes": "own-forward",
            "mlp-concepts": concepts("bcacbd"),
        },
    ),
    Student(
        "weber",
        "does not pass on what the layer before answers",
        {
            "xor-network": "follows-one-input",
            "compose": "results-combined",
            "mlp-forward": "fed-with-samples",
            "count-parameters": "everything-multiplied",
            "predict-classes": "whole-table",
            "evaluate-graph": "inputs-missing",
            "mlp-concepts": concepts("bdbcbd"),
        },
    ),
    Student(
        "yilmaz",
        "off by one",
        {
            "xor-network": "is-or",
            "hidden-layer": "first-bias-for-all",
            "compose": "first-one-missing",
            "mlp-forward": "samples-among-activations",
            "count-parameters": "bias-neuron-with-inputs",
            "predict-classes": "counted-from-one",
            "evaluate-graph": "cycle-unnoticed",
            "mlp-concepts": concepts("ddacbd"),
        },
    ),
    Student(
        "zhang",
        "nearly right: the empty chain, the endless recursion, the opposite of XOR",
        {
            "xor-network": "is-xnor",
            "hidden-layer": "absolute-value",
            "compose": "no-identity",
            "mlp-forward": "z-passed-on",
            "predict-classes": "one-hot",
            "evaluate-graph": "cycle-ends-in-recursion-error",
            "mlp-concepts": concepts("bddcbd"),
        },
    ),
    Student(
        "diaz",
        "computes things again, and too few of them",
        {
            "xor-network": "is-and",
            "hidden-layer": "capped-at-one",
            "compose": "last-one-missing",
            "mlp-forward": "activations-in-zs",
            "count-parameters": "bias-neuron-only-at-the-input",
            "predict-classes": "smallest",
            "evaluate-graph": "computed-again",
            "mlp-concepts": concepts("bdaccd"),
        },
    ),
    Student(
        "evans",
        "a ReLU on the output of `mlp_forward`, called by `predict_classes`",
        {
            "compose": "all-steps-returned",
            "mlp-forward": "relu-on-the-output",
            "predict-classes": Spoilt("plain-activations", "relu-on-the-output"),
            "evaluate-graph": "another-exception",
        },
    ),
)
