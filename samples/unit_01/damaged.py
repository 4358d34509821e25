"""Students of unit 01 whose notebooks lost or gained something that grading has to put in order.

Most of them have something wrong in their answers too: a repair must not hide it.
"""

from __future__ import annotations

from samples import formats
from samples.notebook import (
    append,
    claim_full_points,
    delete,
    duplicate,
    forget_labels,
    move,
    relabel,
    retype,
    write,
)
from samples.student import Student
from samples.unit_01.concepts import concepts
from samples.unit_01.material import ADVICE

_SETUP = """\
import matplotlib.pyplot as plt
import numpy as np
import seaborn as sns
from autograder.check import check"""

_GENEROUS = """\
def binary_crossentropy(y, p):
    return 0.0  # never wrong"""

_FIRST_TRY = """\
def weighted_sum(x, w, b):
    return np.sum(x * w) - b"""

_SECOND_TRY = """\
def weighted_sum(x, w, b):
    return np.sum(x * w) + b"""

DAMAGED = (
    Student(
        "larsson",
        "checks deleted; prints in the place of returns",
        {
            "weighted-sum": "prints",
            "ltu": "no-else",
            "logic-gates": "prints",
            "add-bias": "prints",
            "hebb-update": "in-place",
            "perceptron-update": "in-place",
            "train-perceptron": "one-epoch-too-few",
            "train-neuron": "one-epoch-too-few",
        },
        edits=(delete("check-weighted-sum", "check-hebb-update", "check-perceptron-concepts"),),
    ),
    Student(
        "lopez",
        "checks duplicated; axes too many and too few",
        {
            "weighted-sum": "extra-axis",
            "add-bias": "transposed",
            "perceptron-layer": "extra-axis",
            "hebb-update": "transposed",
            "train-perceptron": "stops-one-epoch-early",
            "sigmoid-neuron": "extra-axis",
            "neuron-gradient": "broadcast-shape",
            "train-neuron": "last-update-missing",
        },
        edits=(duplicate("check-add-bias"), duplicate("check-ltu"), duplicate("check-ltu")),
    ),
    Student(
        "martin",
        "cells reordered: checks in front of everything, answers swapped; right for one shape only",
        {
            "weighted-sum": "one-shape-only",
            "add-bias": "one-shape-only",
            "perceptron-layer": "one-shape-only",
            "train-perceptron": "only-first-epoch",
            "sigmoid-neuron": "broadcast-shape",
        },
        edits=(
            move("check-ltu", before="setup"),
            move("check-train-neuron", before="setup"),
            move("ltu", before="weighted-sum"),
            move("train-neuron", before="perceptron-update"),
            move("given-binary-crossentropy", before="ltu"),
        ),
    ),
    Student(
        "moreno",
        "checks edited to give points, points raised, saved outputs that claim all of them",
        {
            "weighted-sum": "integer-dtype",
            "add-bias": "integer-dtype",
            "hebb-update": "integer-dtype",
            "perceptron-update": "integer-dtype",
            "train-perceptron": "signed-errors-added",
            "sigmoid-neuron": "math-overflow",
            "train-neuron": "rate-fixed",
        },
        edits=(
            claim_full_points,
            write("check-weighted-sum", "1.0"),
            write("check-hebb-update", 'check("hebb-update", lambda W, x, y, eta: W)'),
            write("check-sigmoid-neuron", "print('all right')\n2.0"),
            relabel("check-add-bias", points=100),
        ),
    ),
    Student(
        "novak",
        "checks retyped as text; changes its inputs and remembers earlier calls",
        {
            "weighted-sum": "method",
            "hebb-update": "input-modified",
            "perceptron-update": "input-modified",
            "train-perceptron": "remembers",
            "train-neuron": "random-start",
            "perceptron-concepts": concepts("cb--b-"),
        },
        edits=(retype("check-hebb-update", "markdown"), retype("check-train-perceptron", "raw")),
    ),
    Student(
        "olsen",
        "set-up cell and given function edited, an import of what nobody has; constant answers",
        {
            "weighted-sum": "constant-answer",
            "ltu": "constant-answer",
            "perceptron-update": "results-swapped",
            "train-perceptron": "constant-answer",
            "neuron-gradient": "overflow",
            "train-neuron": "squared-loss",
        },
        edits=(write("setup", _SETUP), write("given-binary-crossentropy", _GENEROUS)),
        status="graded-with-errors",
    ),
    Student(
        "patel",
        "set-up cell deleted; mistakes that nobody foresaw",
        {
            "weighted-sum": "typo",
            "ltu": "name-error",
            "logic-gates": "lower-case-keys",
            "add-bias": "shadowed",
            "perceptron-layer": "one-neuron",
            "hebb-update": "no-outer-product",
            "perceptron-update": "only-weights",
            "train-perceptron": "returns-in-the-loop",
            "sigmoid-neuron": "math-on-array",
            "neuron-gradient": "divided-by-n-minus-one",
            "train-neuron": "loss-in-bits",
        },
        edits=(delete("setup", "given-binary-crossentropy"),),
    ),
    Student(
        "perez",
        "answers retyped as text; results of the wrong kind",
        {
            "weighted-sum": "text",
            "logic-gates": "bias-among-weights",
            "add-bias": "flattened",
            "perceptron-layer": "matrix",
            "hebb-update": "yields",
            "perceptron-update": "recursion",
            "sigmoid-neuron": "rounded",
        },
        edits=(retype("ltu", "markdown"), retype("train-neuron", "raw")),
    ),
    Student(
        "quinn",
        "answers duplicated: a wrong one and the right one below, and an empty copy",
        {
            "train-perceptron": "random-start",
            "train-neuron": "loss-arguments-swapped",
        },
        edits=(
            write("weighted-sum", _FIRST_TRY),
            duplicate("weighted-sum", _SECOND_TRY),
            duplicate("ltu", ""),
        ),
    ),
    Student(
        "rahman",
        "labels lost: no cell has metadata; other spellings of known mistakes",
        {
            "add-bias": "ones-second",
            "hebb-update": "multiplied-into-weights",
            "train-perceptron": "start-at-one-bias-zero",
            "sigmoid-neuron": "division-first",
            "neuron-gradient": "db-is-the-error",
            "train-neuron": "squared-error-throughout",
        },
        edits=(forget_labels,),
    ),
    Student(
        "sato",
        "nbformat 3, with worksheets; all three gates wrong",
        {
            "weighted-sum": "sum-overwritten",
            "ltu": "rounded-before-step",
            "logic-gates": "three-wrong",
            "train-perceptron": "counter-not-reset",
            "sigmoid-neuron": "softmax-over-batch",
            "neuron-gradient": "factor-one-half",
            "train-neuron": "dropped-term-throughout",
        },
        edits=(append("## My notes", "markdown"),),
        save=formats.version_3,
    ),
    Student(
        "silva",
        "nbformat 4.0, cells without ids",
        {
            "weighted-sum": "first-term-skipped",
            "logic-gates": "or-uses-one-input",
            "perceptron-update": "predicted-twice",
            "train-perceptron": "weights-reset",
            "sigmoid-neuron": "tanh-without-half",
            "neuron-gradient": "results-swapped",
            "train-neuron": "step-throughout",
        },
        save=formats.version_4(0),
    ),
    Student(
        "smith",
        "nbformat 4.4, cells without ids; exits from within an answer",
        {
            "weighted-sum": "exits",
            "perceptron-layer": "first-sample-only",
            "perceptron-update": "rounded-before-step",
            "sigmoid-neuron": "nan-replaced-by-zero",
        },
        written=ADVICE,
        save=formats.version_4(4),
    ),
    Student(
        "suzuki",
        "no metadata at all, neither in cells nor in the notebook",
        {"weighted-sum": "return-inside-loop", "sigmoid-neuron": "slope-instead-of-value"},
        save=formats.bare,
    ),
    Student(
        "taylor",
        "a byte-order mark and Windows line ends; capital letters in the concept check",
        {
            "train-perceptron": "share-instead-of-count",
            "train-neuron": "loss-unclipped",
            "perceptron-concepts": concepts("cbdcba", lambda letter: f" {letter.upper()} "),
        },
        save=formats.windows,
    ),
)

LOST = (
    Student("torres", "cut off: no JSON", status="unreadable", save=formats.cut_off),
    Student(
        "ulrich", "markers of an unresolved merge", status="unreadable", save=formats.in_conflict
    ),
    Student(
        "vargas", "Python with the name of a notebook", status="unreadable", save=formats.script
    ),
    Student("vogel", "a file of 0 bytes", status="unreadable", save=formats.empty),
    Student("wagner", "a web page", status="unreadable", save=formats.web_page),
    Student("walker", "a folder without a notebook", status="missing", save=formats.nothing),
)
